"""A month: the calendar on the left; on the right the seats of the chosen cell, why each was chosen, who steps in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from desk_app.shifts.reading import RosterSeen
from desk_app.shifts.seen import SeatSeen
from ui.shifts.month_grid import MonthGrid
from ui.shifts.state import STATES, grid_of, seat_words, shift_words
from ui.widgets.parts import grown, label, noticed
from ui.widgets.sides import Sides
from ui.widgets.table import Column, Look, RowsModel, Table


def _who(seat: SeatSeen) -> Look:
    _words, shape, colour = STATES[seat.state]
    return Look(words=seat_words(seat), shape="lock" if seat.pinned else shape, colour=colour, bold=seat.pinned)


_SEATS: tuple[Column[SeatSeen], ...] = (
    Column(title=_("Giờ"), look=lambda seat: Look(words=f"{seat.starts:%H:%M}")),
    Column(title=_("Ai trực"), look=_who, stretches=True),
)


class MonthView(QWidget):
    """Says ``moved`` when another seat is chosen, ``entered`` at Enter on one."""

    moved = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.roster: RosterSeen | None = None
        self.grid = MonthGrid()
        self.seats = Table(RowsModel(_SEATS), _("Các chỗ của ca đang chọn"))
        self.seats.when_empty("calendar", _("Chưa chọn ca nào"), _("Chọn một ô trong lịch."))
        self.title = label("", "section", wrap=True)
        self.who = label("", "strong", wrap=True)
        self.why = label("", "small", wrap=True)
        self.standbys = label("", "small", wrap=True)
        self.unmet = label("", "warning", wrap=True)
        self._unmet_frame = noticed(self.unmet)
        self._lay_out()
        self.grid.moved.connect(self._on_cell)
        self.grid.entered.connect(self.seats.setFocus)
        self.seats.selectionModel().currentRowChanged.connect(lambda *_places: self._on_seat())
        self.seats.entered.connect(lambda _row: self.entered.emit())

    @property
    def seat(self) -> SeatSeen | None:
        """Return the chosen seat."""
        return self.seats.current

    def put(self, roster: RosterSeen | None, empty: tuple[str, str, str]) -> None:
        """Show a month; ``empty`` is what stands there when it has no roster: sentence, hint, key."""
        self.roster = roster
        self.grid.empty.put("calendar", empty[0], empty[1], key=empty[2])
        self.grid.put(grid_of(roster))
        unmet = "\n".join(roster.unmet) if roster is not None else ""
        self.unmet.setText(unmet)
        self._unmet_frame.setVisible(bool(unmet))

    def stand_on(self, seat: str) -> None:
        """Choose a seat, with the keyboard on it."""
        if self.grid.stand_on(seat):
            place = next((at for at, each in enumerate(self.seats.rows) if each.seat == seat), 0)
            self.seats.selectRow(place)
            self.seats.setFocus()

    def narrow(self, is_narrow: bool) -> None:
        """Set the calendar over the seats, or beside them."""
        self._sides.be_narrow(narrow=is_narrow)
        self.grid.setMinimumHeight(grown(240 if is_narrow else 160))
        self.seats.setMinimumHeight(grown(150 if is_narrow else 80))

    def _on_cell(self) -> None:
        shifts = self.grid.shifts
        self.title.setText(shift_words(shifts[0]) if shifts else "")
        self.seats.put([seat for shift in shifts for seat in shift.seats], keep=lambda seat: seat.number)
        names = [each.who for shift in shifts for each in shift.standbys]
        self.standbys.setText(_("Dự phòng theo thứ tự: {names}").format(names="; ".join(names)) if names else "")
        self._on_seat()

    def _on_seat(self) -> None:
        seat = self.seat
        self.who.setText(_told(seat) if seat is not None else "")
        self.why.setText(_reason(seat) if seat is not None else "")
        self.moved.emit()

    def _lay_out(self) -> None:
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(grown(6))
        for part in (self.title, self.seats, self.who, self.why, self.standbys):
            inside.addWidget(part, 1 if part is self.seats else 0)
        self._sides = Sides(self.grid, right, (9, 4))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(8))
        layout.addWidget(self._unmet_frame)
        layout.addLayout(self._sides, 1)
        self._unmet_frame.hide()


def _told(seat: SeatSeen) -> str:
    """Return who, their telephone and how it stands, in one sentence."""
    pinned = _("đã ghim") if seat.pinned else ""
    state = STATES[seat.state][0].lower()
    return " · ".join(part for part in (seat_words(seat), seat.phone, state, pinned) if part)


def _reason(seat: SeatSeen) -> str:
    if seat.state == "cancelled":
        return _("{name} báo vắng: {reason}").format(name=seat.cancelled_name, reason=seat.cancelled_reason)
    if seat.state == "called_off":
        return _("Không trực: {reason}").format(reason=seat.called_off)
    return seat.why
