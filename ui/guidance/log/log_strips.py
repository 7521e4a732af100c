"""The strips over the list of contacts: what came of asking again, another day, an entry taken back."""

from collections.abc import Callable
from datetime import datetime

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from ui.guidance.log.moves import GuidanceMoves
from ui.guidance.log.state import Row
from ui.widgets.field import Field
from ui.widgets.strip import Strip
from ui.widgets.typed import typed_day_ahead


class LogStrips:
    """Holds the strips, one open at a time."""

    def __init__(self, moves: GuidanceMoves, now: Callable[[], datetime]) -> None:
        self._moves = moves
        self._now = now
        self._row: Row | None = None
        self.asked = Strip("", [Field("note", _("Kết quả"))], self._do_ask, words=_("Đã hỏi lại"))
        later = [Field("follow_up_on", _("Hỏi lại ngày"), placeholder=_("mai, t6, 30/11, +3"))]
        self.later = Strip("", [*later, Field("follow_up", _("Việc gì"))], self._do_put_off, words=_("Đặt ngày"))
        self.removing = Strip("", [Field("reason", _("Vì sao bỏ"))], self._do_remove, words=_("Bỏ lượt này"))
        self.all = (self.asked, self.later, self.removing)

    def open_asked(self, row: Row | None) -> None:
        """Ask what came of asking again."""
        if row is not None and row.follow_up_on is not None:
            self._open(self.asked, row, _("Đã hỏi lại {who}: {about}").format(who=row.who, about=row.about))

    def open_later(self, row: Row | None) -> None:
        """Ask when to ask again."""
        if row is not None:
            self._open(self.later, row, _("Hỏi lại {who}").format(who=row.who))

    def open_removing(self, row: Row | None) -> None:
        """Ask why a contact is taken back."""
        if row is not None:
            self._open(self.removing, row, _("Bỏ lượt của {who}, ghi nhầm").format(who=row.who))

    def close_strips(self) -> bool:
        """Close what is open; tell whether something was."""
        opened = [strip for strip in self.all if strip.isVisible()]
        for strip in opened:
            strip.put_away()
        return bool(opened)

    def refuse(self, error: InvalidInput) -> bool:
        """Show an error beside its field in the open strip; tell whether that was possible."""
        return any(strip.isVisible() and strip.refuse(error) for strip in self.all)

    def _open(self, strip: Strip, row: Row, title: str) -> None:
        self.close_strips()
        self._row = row
        strip.open(title)

    def _do_ask(self) -> None:
        if self._row is not None:
            self._moves.finish(self._row.id, self.asked.text("note"))

    def _do_put_off(self) -> None:
        if self._row is None:
            return
        try:
            on = typed_day_ahead(self.later.text("follow_up_on"), self._now().date(), field="follow_up_on")
        except InvalidInput as error:
            self.later.refuse(error)
            return
        self._moves.put_off(self._row.id, on, self.later.text("follow_up"))

    def _do_remove(self) -> None:
        if self._row is not None:
            self._moves.withdraw(self._row.id, self.removing.text("reason"))
