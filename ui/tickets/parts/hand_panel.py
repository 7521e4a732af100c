"""The number at this counter, as large as a glance needs, and what may be done with it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QSizePolicy, QVBoxLayout

from desk_app.kernel.translations import _
from ui import theme
from ui.tickets.state import Queue, counter_words
from ui.widgets.parts import button, grown, label, row

_NUMBER_PX = 64


@dataclass(frozen=True, kw_only=True)
class HandMoves:
    """What the panel's buttons do."""

    call_next: Callable[[], None]
    call_again: Callable[[], None]
    skip: Callable[[], None]
    serve: Callable[[], None]
    transfer: Callable[[], None]
    finish: Callable[[], None]
    set_up: Callable[[], None]


class HandPanel(QFrame):
    """Shows what the counter has in hand; a button that the number or the person's permissions forbid is off."""

    def __init__(self, moves: HandMoves) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._counter = label("", "section", wrap=True)
        self.number = label("")
        self.number.setFont(theme.font(_NUMBER_PX, bold=True))
        self._field = label("", "large", wrap=True)
        self._words = label("", "soft", wrap=True)
        self.next_button = button(_("Gọi số tiếp"), moves.call_next, key="F6", kind="main")
        self.again_button = button(_("Gọi lại"), moves.call_again, key="F7")
        self.skip_button = button(_("Vắng"), moves.skip, key="F8")
        self.serve_button = button(_("Tiếp nhận hồ sơ"), moves.serve, key="Ctrl+Enter")
        self.transfer_button = button(_("Chuyển"), moves.transfer, key="Ctrl+T")
        self.finish_button = button(_("Xong"), moves.finish, key="Ctrl+D")
        self.set_up_button = button(_("Đổi quầy"), moves.set_up, key="Alt+Q", kind="quiet")
        self._lay_out()

    @property
    def words(self) -> str:
        """Return what stands beside the number."""
        return f"{self._field.text()} {self._words.text()}".strip()

    def put(self, queue: Queue, *, may_call: bool) -> None:
        """Show the counter and its number."""
        hand = queue.hand
        self._counter.setText(_("Số đang phục vụ · {counter}").format(counter=counter_words(queue.counter)))
        self.number.setText(hand.number if hand is not None else "")
        self.number.setVisible(hand is not None)
        self.number.setAccessibleName(_("Số đang phục vụ: {number}").format(number=self.number.text()))
        self._field.setText(hand.field if hand is not None else _("Chưa gọi số nào"))
        self._words.setText(hand.words if hand is not None else queue.next_words)
        self._allow(self.next_button, may_call)
        self._allow(self.again_button, may_call and hand is not None and hand.may_call_again)
        self._allow(self.skip_button, may_call and hand is not None and hand.may_skip)
        for each in (self.serve_button, self.transfer_button, self.finish_button):
            self._allow(each, may_call and hand is not None)
        self._allow(self.set_up_button, may_call)

    def _allow(self, of: QPushButton, allowed: bool) -> None:
        of.setEnabled(allowed)

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(grown(2))
        beside.addStretch(1)
        for part in (self._field, self._words):
            beside.addWidget(part)
        beside.addStretch(1)
        shown = row(self.number, spacing=grown(18))
        shown.addLayout(beside, 1)
        shown.addStrut(self.number.fontMetrics().height())
        keys = QGridLayout()
        keys.setSpacing(grown(8))
        for place, each in enumerate((self.next_button, self.again_button, self.skip_button)):
            keys.addWidget(each, 0, place)
        for place, each in enumerate((self.serve_button, self.transfer_button, self.finish_button)):
            keys.addWidget(each, 1, place)
        for column, share in enumerate((3, 2, 2)):
            keys.setColumnStretch(column, share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(14), grown(8), grown(14), grown(12))
        layout.setSpacing(grown(4))
        head = row(spacing=grown(8))
        head.addWidget(self._counter, 1)
        head.addWidget(self.set_up_button)
        layout.addLayout(head)
        layout.addLayout(shown)
        layout.addLayout(keys)
