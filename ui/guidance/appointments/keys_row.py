"""The keys under the calendar; what the chosen line or the person's permissions forbid is off."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desk_app.guidance.appointments.appointment import State
from desk_app.kernel.translations import _
from ui.guidance.appointments.state import Row, View, detail_words
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label

Run = Callable[[], None]


@dataclass(frozen=True, kw_only=True)
class AppointmentKeys:
    """What each key does."""

    book: Run
    came: Run
    not_came: Run
    walk_in: Run
    move: Run
    cancel: Run
    register: Run
    slip: Run


class KeysRow(QWidget):
    """Holds the keys and, above them, what is known of the chosen line."""

    def __init__(self, keys: AppointmentKeys, may: Callable[[str], bool]) -> None:
        super().__init__()
        self._may = may
        self.detail = label("", "small", wrap=True)
        self.book_button = button(_("Đặt hẹn"), keys.book, key="F6", kind="main")
        self.came_button = button(_("Đã đến"), keys.came, key="F7")
        self.not_came_button = button(_("Không đến"), keys.not_came, key="F8")
        self.walk_in_button = button(_("Đến thẳng"), keys.walk_in, key="Ctrl+N")
        self.move_button = button(_("Dời"), keys.move, key="Ctrl+D")
        self.cancel_button = button(_("Hủy hẹn"), keys.cancel, key="Delete")
        self.register_button = button(_("Lập hồ sơ"), keys.register, key="Ctrl+G")
        self.slip_button = button(_("In phiếu"), keys.slip, key="Ctrl+I")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(5))
        layout.addWidget(self.detail)
        first = (self.book_button, self.came_button, self.not_came_button, self.walk_in_button)
        last = (self.move_button, self.cancel_button, self.register_button, self.slip_button)
        layout.addWidget(Flow((*first, None, *last)))

    @property
    def may_book(self) -> bool:
        """Tell whether this person books appointments."""
        return self._may("appointments.book")

    def allow(self, row: Row | None, view: View, *, has_line: bool) -> None:
        """Let the keys do what is possible with ``row``."""
        self.detail.setText(detail_words(row) if row is not None else "")
        self.detail.setVisible(bool(self.detail.text()))
        state = row.state if row is not None else None
        calls = view == "calls"
        _name(self.came_button, _("Gọi được") if calls else _("Đã đến"), "F7")
        _name(self.not_came_button, _("Chưa gọi được") if calls else _("Không đến"), "F8")
        self.book_button.setEnabled(self.may_book and has_line)
        self.walk_in_button.setEnabled(self.may_book and has_line)
        self.came_button.setEnabled(self.may_book and state in (State.BOOKED, State.NOT_COME))
        self.not_came_button.setEnabled(self.may_book and state is State.BOOKED)
        self.move_button.setEnabled(self.may_book and state in (State.BOOKED, State.NOT_COME))
        self.cancel_button.setEnabled(self.may_book and state is State.BOOKED)
        self.register_button.setEnabled(self._may("dossiers.register") and state is not None)
        self.slip_button.setEnabled(self.may_book and state in (State.BOOKED, State.NOT_COME))


def _name(made: QPushButton, words: str, key: str) -> None:
    made.setText(f"{words}  {key}")
    made.setAccessibleName(words)
