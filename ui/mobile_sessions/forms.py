"""What the forms of the page ask for."""

from desk_app.kernel.translations import _
from ui.mobile_sessions.form import Choice
from ui.mobile_sessions.words import CANCEL, ENDS
from ui.widgets.field import Field


def place_fields() -> list[Choice | Field]:
    """Return what a place is asked for."""
    return [
        Field("name", _("Tên địa điểm"), placeholder=_("Nhà văn hóa khu vực 3")),
        Field("area", _("Khu vực, ấp"), placeholder=_("Khu vực 3")),
        Field("address", _("Địa chỉ")),
        Field("contact", _("Người liên hệ")),
        Field("phone", _("Điện thoại")),
    ]


def plan_fields() -> list[Choice | Field]:
    """Return what a session is asked for, besides its place."""
    return [
        Field("on", _("Ngày"), placeholder="27/11"),
        Field("hours", _("Giờ"), placeholder="7:30-11:00"),
        Field("until", _("Lặp hằng tuần đến"), placeholder=_("để trống: một buổi")),
        Field("staff", _("Người phục vụ"), placeholder=_("Tên, cơ quan, việc; tên …")),
        Field("procedures", _("Mã thủ tục"), placeholder="1.000894, 2.000635"),
        Field("note", _("Ghi chú")),
    ]


def change_fields() -> list[Choice | Field]:
    """Return what of a plan can be put otherwise."""
    return [
        Field("on", _("Ngày")),
        Field("hours", _("Giờ")),
        Field("staff", _("Người phục vụ"), placeholder=_("Tên, cơ quan, việc; tên …")),
        Field("procedures", _("Mã thủ tục"), placeholder="1.000894, 2.000635"),
        Field("kit", _("Dụng cụ, cách nhau bằng ;")),
        Field("note", _("Ghi chú")),
    ]


def cancel_parts() -> list[Choice | Field]:
    """Return what is asked for when a session is called off."""
    return [
        Choice("reason", _("Vì sao"), CANCEL),
        Field("note", _("Nói rõ")),
        Field("on", _("Dời sang ngày"), placeholder=_("để trống: không dời")),
    ]


def end_parts() -> list[Choice | Field]:
    """Return what is asked for when a line is followed no more."""
    return [Choice("reason", _("Vì sao"), ENDS), Field("note", _("Nói rõ"))]


def person_fields() -> list[Choice | Field]:
    """Return what somebody who lacks papers is asked for."""
    return [
        Field("name", _("Họ và tên")),
        Field("birth_on", _("Ngày sinh, hoặc năm"), placeholder="05/03/1985"),
        Field("id_number", _("Số định danh")),
        Field("area", _("Khu vực, ấp"), placeholder=_("Khu vực 3")),
        Field("lacks", _("Thiếu giấy tờ"), placeholder=_("khai sinh, CCCD, BHYT …")),
        Field("address", _("Nơi ở")),
        Field("phone", _("Điện thoại")),
        Field("guardian", _("Cha, mẹ (nếu là trẻ em)")),
        Field("told_by", _("Ai rà soát")),
    ]


def edit_fields() -> list[Choice | Field]:
    """Return what a line says of its person and can be put right."""
    return [
        Field("name", _("Họ và tên")),
        Field("birth_on", _("Ngày sinh, hoặc năm"), placeholder="05/03/1985"),
        Field("id_number", _("Số định danh")),
        Field("area", _("Khu vực, ấp")),
        Field("address", _("Nơi ở")),
        Field("phone", _("Điện thoại")),
        Field("guardian", _("Cha, mẹ (nếu là trẻ em)")),
        Field("note", _("Ghi chú")),
    ]


def file_fields() -> list[Choice | Field]:
    """Return what is asked for when a list is taken over."""
    return [
        Field("file", _("Tệp danh sách (.xlsx)")),
        Field("area", _("Địa bàn của dòng không ghi")),
        Field("told_by", _("Ai lập danh sách")),
    ]
