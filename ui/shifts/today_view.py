"""Today: who is on duty, whether they came, what wants attention, and who could take an open seat."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.shifts.replacement import Replacement
from desk_app.shifts.seen import SeatSeen
from desk_app.shifts.words import weekday
from ui.shifts.state import STATES, TodaySeen, seat_words
from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown, label, noticed
from ui.widgets.table import Column, Look, RowsModel, Table

_MOST_ALERTS = 5


def _state(seat: SeatSeen) -> Look:
    words, shape, colour = STATES[seat.state]
    late = _("{words} lúc {at}").format(words=words, at=f"{seat.from_time:%H:%M}") if seat.from_time else words
    return Look(words=late, shape=shape, colour=colour)


_SEATS: tuple[Column[SeatSeen], ...] = (
    Column(title=_("Ngày"), look=lambda seat: Look(words=f"{seat.on:%d/%m}"), minor=True),
    Column(title=_("Giờ"), look=lambda seat: Look(words=f"{seat.starts:%H:%M}–{seat.ends:%H:%M}")),
    Column(title=_("Điểm trực"), look=lambda seat: Look(words=seat.place_name, colour=COLOURS.soft_ink), minor=True),
    Column(title=_("Ai trực"), look=lambda seat: Look(words=seat_words(seat), bold=True), stretches=True),
    Column(title=_("Điện thoại"), look=lambda seat: Look(words=seat.phone), minor=True),
    Column(title=_("Tình trạng"), look=_state),
)
_REPLACEMENTS: tuple[Column[Replacement], ...] = (
    Column(title=_("Thứ tự"), look=lambda each: Look(words=str(each.order))),
    Column(
        title=_("Ai thay"),
        look=lambda each: Look(words=each.member_name or each.organisation_name, bold=each.order == 1),
        stretches=True,
    ),
    Column(title=_("Tổ chức"), look=lambda each: Look(words=each.organisation_name), minor=True),
    Column(title=_("Điện thoại"), look=lambda each: Look(words=each.phone or _("không có"))),
    Column(title=_("Vì sao"), look=lambda each: Look(words=each.why, colour=COLOURS.soft_ink), stretches=True),
)


class TodayView(QWidget):
    """Says ``moved`` when another seat is chosen, ``taken`` with a row number when a suggestion is taken at Enter."""

    moved = Signal()
    taken = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "section", wrap=True)
        self.alerts = label("", "warning", wrap=True)
        self._alerts_frame = noticed(self.alerts)
        self.seats = Table(RowsModel(_SEATS), _("Ai trực hôm nay và buổi tới"))
        self.seats.when_empty(
            "calendar", _("Không có ca trực nào sắp tới"), _("Xếp và ban hành lịch của tháng."), key="Alt+2"
        )
        self.replacements = Table(RowsModel(_REPLACEMENTS), _("Người có thể trực thay"))
        self.replacements.when_empty("people", _("Chưa cần người thay"), _("Chọn chỗ chưa có người để xem đề nghị."))
        self.replacements.setMaximumHeight(grown(190))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(6))
        layout.addWidget(self._alerts_frame)
        layout.addWidget(self.title)
        layout.addWidget(self.seats, 3)
        self.suggestion_title = label(_("Đề nghị người thay, gọi theo thứ tự"), "section")
        layout.addWidget(self.suggestion_title)
        layout.addWidget(self.replacements, 2)
        self.seats.selectionModel().currentRowChanged.connect(lambda *_places: self.moved.emit())
        self.replacements.entered.connect(self.taken)

    @property
    def seat(self) -> SeatSeen | None:
        """Return the chosen seat."""
        return self.seats.current

    def put(self, seen: TodaySeen) -> None:
        """Show who is on duty."""
        today = seen.today
        shifts = (*today.shifts, *(today.next_shifts))
        self.title.setText(self._title(seen))
        self.seats.put([seat for shift in shifts for seat in shift.seats], keep=lambda seat: seat.seat)
        shown = [f"{alert.words} {alert.hint}".strip() for alert in seen.alerts[:_MOST_ALERTS]]
        more = len(seen.alerts) - len(shown)
        if more > 0:
            shown.append(_("và {count} việc nữa").format(count=more))
        self.alerts.setText("\n".join(shown))
        self._alerts_frame.setVisible(bool(shown))
        self.moved.emit()

    def put_replacements(self, found: tuple[Replacement, ...]) -> None:
        """Show who could take the chosen seat."""
        self.replacements.put(found)

    def stand_on(self, seat: str) -> bool:
        """Choose a seat; tell whether it is shown here."""
        place = next((at for at, each in enumerate(self.seats.rows) if each.seat == seat), None)
        if place is not None:
            self.seats.selectRow(place)
        return place is not None

    def _title(self, seen: TodaySeen) -> str:
        today = seen.today
        if today.shifts:
            return _("Hôm nay, {weekday} {day}").format(weekday=weekday(today.on).lower(), day=spoken_day(today.on))
        if today.next_on is None:
            return _("Hôm nay không có ca trực")
        day = f"{weekday(today.next_on).lower()} {spoken_day(today.next_on)}"
        return _("Hôm nay không có ca trực; buổi tới: {day}").format(day=day)
