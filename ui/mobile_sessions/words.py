"""The choices that the page offers, and how it calls what the core names by keys."""

from collections.abc import Mapping

from desk_app.kernel.translations import _
from desk_app.mobile_sessions.reconciliation import CheckKey

PAPERS = (
    ("invitations", _("Giấy mời, nhiều người một trang")),
    ("invitation_slips", _("Giấy mời, từng người (máy in nhiệt)")),
    ("notice", _("Thông báo khổ A4")),
    ("notice_small", _("Thông báo khổ A5 hoặc máy in nhiệt")),
    ("kit", _("Phiếu dụng cụ, người phục vụ")),
    ("list", _("Danh sách người được mời (nội bộ)")),
    ("record", _("Biên bản đối soát")),
)
CANCEL = (
    ("weather", _("Thời tiết xấu")),
    ("place", _("Địa điểm không dùng được")),
    ("staff", _("Không đủ người phục vụ")),
    ("few_people", _("Quá ít người đăng ký")),
    ("other", _("Lý do khác")),
)
ENDS = (
    ("moved", _("Đã chuyển đi nơi khác")),
    ("died", _("Đã mất")),
    ("has_papers", _("Đã có đủ giấy tờ")),
    ("other", _("Lý do khác")),
)
CHECKS: Mapping[CheckKey, str] = {
    "invited": _("Được mời + tự đến = đã đến + vắng"),
    "came": _("Đã đến = đã giúp xong + còn lại"),
    "dossiers": _("Hồ sơ nhận = giải quyết ngay + còn giải quyết"),
    "numbers": _("Hồ sơ nhận = số đã dùng"),
    "receipts": _("Hồ sơ nhận = giấy tiếp nhận đã lập"),
    "cash": _("Tiền mặt thu = tiền đếm được (đồng)"),
}
