"""What a volunteer sees: their own shifts and nothing of anybody else's."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.shifts.seen import SeatSeen
from desk_app.shifts.words import weekday
from ui.shifts.state import STATES
from ui.widgets.parts import grown, label
from ui.widgets.table import Column, Look, RowsModel, Table


def _state(seat: SeatSeen) -> Look:
    words, shape, colour = STATES[seat.state]
    return Look(words=words, shape=shape, colour=colour)


_COLUMNS: tuple[Column[SeatSeen], ...] = (
    Column(title=_("Ngày"), look=lambda seat: Look(words=f"{weekday(seat.on)} {spoken_day(seat.on)}", bold=True)),
    Column(title=_("Giờ"), look=lambda seat: Look(words=f"{seat.starts:%H:%M}–{seat.ends:%H:%M}")),
    Column(title=_("Điểm trực"), look=lambda seat: Look(words=seat.place_name), stretches=True),
    Column(title=_("Tình trạng"), look=_state),
)


class OwnView(QWidget):
    """Shows the shifts of the person who signed in."""

    def __init__(self) -> None:
        super().__init__()
        self.table = Table(RowsModel(_COLUMNS), _("Các ca trực của tôi"), picks=True)
        self.table.when_empty("calendar", _("Bạn chưa có ca trực nào sắp tới"), _("Lịch mới ban hành sẽ hiện ở đây."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(8))
        layout.addWidget(label(_("Các ca trực của tôi"), "section"))
        layout.addWidget(self.table, 1)
        hint = label(
            _("Không đến được thì báo Bộ phận Một cửa càng sớm càng tốt để có người thay."), "small", wrap=True
        )
        layout.addWidget(hint)

    def put(self, seats: tuple[SeatSeen, ...]) -> None:
        """Show these shifts."""
        self.table.put(seats, keep=lambda seat: seat.seat)
