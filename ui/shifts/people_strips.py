"""The strips of the tab of organisations."""

from collections.abc import Callable

from desk_app.kernel.translations import _
from ui.widgets.field import Field
from ui.widgets.strip import Strip


class PeopleStrips:
    """Holds the strips, one open at a time: an organisation, a person, an absence, single days, a letter of thanks."""

    def __init__(
        self,
        *,
        organisation: Callable[[], None],
        person: Callable[[], None],
        away: Callable[[], None],
        comes: Callable[[], None],
        thanks: Callable[[], None],
    ) -> None:
        self.organisation = Strip("", _of_organisation(), organisation, words=_("Lưu"))
        self.person = Strip("", _of_person(), person, words=_("Lưu"))
        self.away = Strip("", _of_absence(), away, words=_("Ghi vắng"))
        self.comes = Strip(
            "", [Field("days", _("Những ngày đến được"), placeholder="4/12, 11/12")], comes, words=_("Ghi")
        )
        self.thanks = Strip("", _of_letter(), thanks, words=_("Viết thư"))
        self.all = (self.organisation, self.person, self.away, self.comes, self.thanks)


def _of_organisation() -> list[Field]:
    return [
        Field("name", _("Tên tổ chức")),
        Field("short", _("Tên gọn")),
        Field("phone", _("Điện thoại")),
        _weekdays(),
        Field("weight", _("Hệ số %"), placeholder="100"),
    ]


def _of_person() -> list[Field]:
    return [
        Field("name", _("Họ và tên")),
        Field("phone", _("Điện thoại")),
        Field("skills", _("Kỹ năng, cách nhau dấu phẩy")),
        _weekdays(),
        Field("login", _("Tên đăng nhập (nếu có)")),
    ]


def _of_absence() -> list[Field]:
    return [
        Field("first_on", _("Từ ngày"), placeholder="24/11"),
        Field("last_on", _("Đến hết ngày")),
        Field("reason", _("Lý do")),
    ]


def _of_letter() -> list[Field]:
    return [
        Field("first_on", _("Từ ngày")),
        Field("last_on", _("Đến ngày")),
        Field("signer", _("Người ký")),
        Field("words", _("Lời riêng (nếu có)")),
        Field("folder", _("Thư mục")),
    ]


def _weekdays() -> Field:
    return Field("weekdays", _("Ngày trực được (trống: mọi ngày)"), placeholder="T6")
