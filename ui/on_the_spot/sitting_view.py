"""One sitting: whose it is, the stopwatch, the stamps, and the one button that sets the next stamp."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QVBoxLayout, QWidget

from desk_app.dossiers.numbering import tail
from desk_app.kernel.translations import _
from ui.on_the_spot.stamps import Stamps
from ui.on_the_spot.state import Sitting, do_words, is_over, span, stamp_rows
from ui.widgets.colours import COLOURS, drawn
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.moments import moment_words
from ui.widgets.parts import button, grown, label, noticed, panel, put_look, put_shape, row, shape


@dataclass(frozen=True, kw_only=True)
class Doings:
    """What the view asks of its page."""

    next_stage: Callable[[], None]
    by_another: Callable[[], None]
    receipt: Callable[[], None]
    leave: Callable[[], None]
    card: Callable[[], None]


class SittingView(QWidget):
    """Shows one sitting; Enter sets the next stamp."""

    def __init__(self, doings: Doings) -> None:
        super().__init__()
        self._sitting: Sitting | None = None
        self._code = label("", "card-code")
        self._name = label("", "large", wrap=True)
        self._procedure = label("", "", wrap=True)
        self._clock = shape("clock", COLOURS.calm, 26)
        self.stopwatch = label("", "due")
        self.target = label("", "soft")
        self.warning = label("", "warning", wrap=True)
        self._warning_frame = noticed(self.warning)
        self.due = label("", "soft", wrap=True)
        self.stamps = Stamps()
        self.number = Field("number", _("Số kết quả (nếu có)"))
        self.number.entered.connect(doings.next_stage)
        self.signed = QCheckBox(_("Người nhận đã ký sổ  (phím cách)"))
        self.slip = QCheckBox(_("In giấy ký nhận khi trả  (Ctrl+S)"))
        self.do_button = button("", doings.next_stage, key="Enter", kind="main")
        self.signed.toggled.connect(self._on_signed)
        self.other_button = button(_("Người khác ký"), doings.by_another, key="Ctrl+I")
        self.receipt_button = button(_("In giấy hẹn"), doings.receipt, key="Ctrl+R", kind="quiet")
        self.leave_button = button(_("Chuyển giải quyết bình thường"), doings.leave, key="Ctrl+B", kind="quiet")
        self.card_button = button(_("Mở thẻ hồ sơ"), doings.card, key="Ctrl+O", kind="quiet")
        self._boxes = Flow((self.signed, self.slip, None))
        self.number.setFixedWidth(grown(300))
        self._lay_out()

    def put(self, sitting: Sitting, now: datetime) -> None:
        """Show a sitting as it stands."""
        same = self._sitting is not None and self._sitting.dossier.id == sitting.dossier.id
        self._sitting = sitting
        if not same:
            self.number.put("")
            self.signed.setChecked(False)
            self.slip.setChecked(False)
        fact, stage = sitting.dossier.registered, sitting.visit.next_stage if sitting.visit is not None else None
        self._code.setText(tail(sitting.dossier.code))
        self._name.setText(fact.applicant.name + (f"  →  {fact.subject.name}" if fact.subject else ""))
        self._procedure.setText(fact.procedure_name)
        self.warning.setText(_("{warning} Chỉ trả ngay khi đã đủ và đã duyệt.").format(warning=sitting.fit.warning))
        self._warning_frame.setVisible(bool(sitting.fit.warning))
        self.due.setText(_("Không xong tại chỗ: hẹn trả {due} như bình thường.").format(due=moment_words(fact.due_at)))
        self.stamps.put(stamp_rows(sitting))
        self.number.setVisible(stage == "approved")
        self.signed.setVisible(stage == "returned" and sitting.must_sign)
        self._boxes.setVisible(stage == "returned")
        self.receipt_button.setVisible(not sitting.has_receipt)
        self._put_do(do_words(sitting))
        self.other_button.setVisible(stage is not None and bool(sitting.signers[stage]))
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Let the stopwatch run, and turn amber past the office's target."""
        visit = self._sitting.visit if self._sitting is not None else None
        if self._sitting is None or visit is None:
            self.stopwatch.setText("")
            return
        over = is_over(visit.received.at, now, self._sitting.target_minutes)
        self.stopwatch.setText(span(visit.received.at, now))
        # The ground of high contrast may change meanwhile: the colour is drawn anew each second.
        amber = f"color: {drawn(COLOURS.warning)};" if over else ""
        if self.stopwatch.styleSheet() != amber:
            self.stopwatch.setStyleSheet(amber)
        words = _("đã quá {count} phút") if over else _("nhắm tới {count} phút")
        self.target.setText(words.format(count=self._sitting.target_minutes))
        put_look(self.target, "look", "warning" if over else "soft")
        put_shape(self._clock, "clock", COLOURS.warning if over else COLOURS.calm, 26)

    def begin(self) -> None:
        """Put the focus where the next key is pressed: at the register where it must be signed, else at the button."""
        at_register = self.signed.isVisibleTo(self) and not self.signed.isChecked()
        (self.signed if at_register else self.do_button).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set the next stamp at Enter, or press the button that has the focus."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(at := self.focusWidget(), QPushButton):
            at.click()
        elif isinstance(at, QCheckBox):
            self.do_button.click()

    def _on_signed(self, on: bool) -> None:
        if on:
            self.do_button.setFocus()

    def _put_do(self, words: str) -> None:
        self.do_button.setText(f"{words}  Enter")
        self.do_button.setAccessibleName(words)
        self.do_button.setVisible(bool(words))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, grown(3), 0)
        layout.setSpacing(grown(10))
        layout.addWidget(self._top())
        layout.addWidget(self._warning_frame)
        layout.addWidget(self.stamps)
        layout.addLayout(row(self.number, None))
        layout.addWidget(self._boxes)
        layout.addWidget(Flow((self.do_button, self.other_button, None, self.receipt_button, self.leave_button)))
        last = row(self.due, self.card_button)
        last.setStretch(0, 1)
        layout.addLayout(last)
        layout.addStretch(1)

    def _top(self) -> QFrame:
        frame, layout = panel()
        beside = QVBoxLayout()
        beside.setSpacing(2)
        for part in (self._name, self._procedure):
            beside.addWidget(part)
        watch = QVBoxLayout()
        watch.setSpacing(0)
        watch.addWidget(self.stopwatch)
        watch.addWidget(self.target)
        upper = row(self._code, spacing=grown(18))
        upper.addLayout(beside, 1)
        upper.addLayout(row(self._clock, watch))
        layout.addLayout(upper)
        return frame
