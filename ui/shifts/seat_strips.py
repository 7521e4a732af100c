"""The strips about one seat: each asks the little that one move needs."""

from collections.abc import Callable

from desk_app.kernel.translations import _
from ui.widgets.field import Field
from ui.widgets.strip import Strip

_NONE_YET = (("", ""),)


class SeatStrips:
    """Holds the strips, one open at a time."""

    def __init__(
        self,
        *,
        cover: Callable[[], None],
        name: Callable[[], None],
        cancel: Callable[[], None],
        call_off: Callable[[], None],
        swap: Callable[[], None],
    ) -> None:
        who = _("Ai trực")
        self.cover = Strip("", [_reason()], cover, words=_("Ghi trực thay"), choices=_NONE_YET, box=who)
        self.name = Strip("", [], name, words=_("Ghi tên"), choices=_NONE_YET, box=who)
        self.cancel = Strip("", [Field("reason", _("Vì sao không đến"))], cancel, words=_("Ghi báo vắng"))
        self.call_off = Strip("", [Field("reason", _("Vì sao hủy"))], call_off, words=_("Hủy ca"))
        self.swap = Strip("", [_reason()], swap, words=_("Đổi ca"))
        self.all = (self.cover, self.name, self.cancel, self.call_off, self.swap)


def _reason() -> Field:
    return Field("reason", _("Lý do (nếu có)"))
