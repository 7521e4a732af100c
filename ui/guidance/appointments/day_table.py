"""The list of a day, of whom to call, or of what a search finds."""

from desk_app.guidance.appointments.appointment import State
from desk_app.kernel.translations import _
from ui.guidance.appointments.state import Row, Seen
from ui.widgets.colours import COLOURS
from ui.widgets.empty import Empty
from ui.widgets.parts import grown
from ui.widgets.table import Column, Look, RowsModel, Table


def _time_look(row: Row) -> Look:
    return Look(words=row.time, colour=COLOURS.soft_ink if row.is_past else COLOURS.ink, bold=not row.is_past)


def _mark_look(row: Row) -> Look:
    words, shape, colour = row.mark
    return Look(words=words, shape=shape, colour=colour)


def _who_look(row: Row) -> Look:
    done = row.state in (State.ARRIVED, State.NOT_COME, State.CANCELLED)
    return Look(words=row.who, bold=not done, colour=COLOURS.soft_ink if done else COLOURS.ink)


def _called_look(row: Row) -> Look:
    words, shape, colour = row.called
    return Look(words=words, shape=shape, colour=colour)


_COLUMNS: tuple[Column[Row], ...] = (
    Column(title=_("Giờ"), look=_time_look),
    Column(title=_("Tình trạng"), look=_mark_look),
    Column(title=_("Ai"), look=_who_look, stretches=True),
    Column(title=_("Điện thoại"), look=lambda row: Look(words=row.phone)),
    Column(
        title=_("Thủ tục"),
        look=lambda row: Look(words=row.procedure, colour=COLOURS.soft_ink),
        stretches=True,
        minor=True,
    ),
    Column(title=_("Gọi nhắc"), look=_called_look, minor=True),
)


class DayTable(Table[Row]):
    """Says why it is empty in the words of the view."""

    def __init__(self) -> None:
        super().__init__(RowsModel(_COLUMNS), _("Lịch hẹn"))
        self.setMinimumHeight(grown(160))
        self._empty: Empty = self.when_empty("calendar", "")
        self._shown: object = None

    def show_rows(self, seen: Seen) -> None:
        """Show the rows; the keyboard stays on its appointment or its hour, on another day where it goes on."""
        self._say_why_empty(seen)
        self.put(seen.rows, keep=lambda row: (row.id, row.starts_at))
        shown = seen.view, seen.day, seen.line.id if seen.line is not None else ""
        if shown != self._shown and seen.rows:
            self.selectRow(next((at for at, row in enumerate(seen.rows) if not row.is_past), 0))
        self._shown = shown

    def stand_on(self, appointment: str) -> bool:
        """Put the keyboard on an appointment; tell whether it is in the list."""
        place = next((at for at, row in enumerate(self.rows) if row.id == appointment), None)
        if place is not None:
            self.selectRow(place)
            self.setFocus()
        return place is not None

    def stand_on_free(self) -> None:
        """Put the keyboard on the first free place still to come, unless it stands on one."""
        place = next((at for at, row in enumerate(self.rows) if row.is_free), None)
        if place is not None and not (self.current is not None and self.current.is_free):
            self.selectRow(place)

    def _say_why_empty(self, seen: Seen) -> None:
        if seen.view == "found":
            self._empty.put("find", _("Không tìm thấy hẹn nào"), _("Gõ tên không dấu, số điện thoại hoặc số hẹn."))
        elif seen.view == "calls":
            self._empty.put("done", _("Không ai cần gọi nhắc ngày này"), _("PgUp, PgDown: ngày khác."))
        elif seen.line is None:
            hint = _("Lãnh đạo hoặc quản trị lập: tên, ngày trong tuần, mỗi lượt bao lâu, mấy người.")
            self._empty.put("calendar", _("Chưa có lịch nhận hẹn nào"), hint, key="Alt+T")
        else:
            why = seen.why_closed or _("Lịch không có lượt nào trong giờ làm việc.")
            self._empty.put("calendar", _("Không nhận hẹn ngày này"), why)
