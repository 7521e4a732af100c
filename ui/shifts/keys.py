"""The keys of the page; what each does depends on the tab in front."""

from desk_app.kernel.translations import _

KEYS: tuple[tuple[str, str], ...] = (
    ("F6", _("Xếp lịch; nhận người thay; thêm tổ chức, nếp trực; đọc tệp")),
    ("Shift+F6", _("Xếp lại cả tháng từ đầu")),
    ("F7", _("Ban hành; có mặt; thêm người; nhập các dòng rõ")),
    ("Shift+F7", _("Đến trễ; nhập cả tên gần giống")),
    ("F8", _("Báo vắng; hôm nay: vắng không báo")),
    ("P", _("Ghim chỗ đang chọn, bỏ ghim")),
    ("D", _("Đổi ca: bấm ở hai chỗ")),
    ("Ctrl+B", _("Báo vắng (hôm nay)")),
    ("Ctrl+T", _("Trực thay; thư cảm ơn")),
    ("Ctrl+N", _("Ghi tên người trực; ngày lẻ đến được")),
    ("Ctrl+E", _("Sửa dòng đang chọn")),
    ("Ctrl+I", _("Chọn tệp để nhập")),
    ("Ctrl+J", _("In phiếu đổi ca, trực thay")),
    ("Ctrl+P", _("Giấy tờ, tệp của tháng; danh sách ký trực")),
    ("Ctrl+Delete", _("Hủy cả ca")),
    ("Delete", _("Bỏ ngày lẻ đang chọn: báo vắng, đến được")),
)

OWN_KEYS: tuple[tuple[str, str], ...] = (
    ("Ctrl+P", _("In phiếu bỏ túi của tôi")),
    ("Ctrl+E", _("Ghi lịch của tôi ra tệp .ics")),
)
"""What somebody can do who sees their own shifts alone."""
