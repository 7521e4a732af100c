"""One dossier being handed over: may it be, who stands there, what else waits for the same person."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QRadioButton, QVBoxLayout, QWidget

from desk_app.dossiers.facts import Relation
from desk_app.dossiers.numbering import tail
from desk_app.kernel.translations import _
from ui.dossiers.hand_over.collector_view import CollectorView
from ui.dossiers.hand_over.notices import notice, standing
from ui.dossiers.hand_over.state import Opened, Recognised
from ui.widgets.colours import COLOURS
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label, noticed, panel, put_shape, row, shape


@dataclass(frozen=True, kw_only=True)
class Doings:
    """What the view asks of its page."""

    give: Callable[[], None]
    give_all: Callable[[], None]
    card: Callable[[], None]


class GiveView(QWidget):
    """Shows one dossier, the collector's fields, and the buttons that hand it over."""

    def __init__(self, doings: Doings) -> None:
        super().__init__()
        self._opened: Opened | None = None
        self._code = label("", "card-code")
        self._name = label("", "large", wrap=True)
        self._procedure = label("", "", wrap=True)
        self._shape = shape("done", COLOURS.good, 22)
        self.headline = label("", "large", wrap=True)
        self.tell = label("", "", wrap=True)
        self.replaced = label("", "warning", wrap=True)
        self._replaced_frame = noticed(self.replaced)
        self.collector = CollectorView()
        self.others = label("", "", wrap=True)
        self._others_frame, inside = panel(_("Người này còn kết quả khác đang chờ"))
        inside.addWidget(self.others)
        self.give_button = button(_("Trả kết quả"), doings.give, key="F8", kind="main")
        self.all_button = button("", doings.give_all, key="F7")
        self.card_button = button(_("Mở thẻ hồ sơ"), doings.card, key="Ctrl+O")
        self.collector.complete.connect(doings.give)
        self.collector.signed_now.connect(self.give_button.setFocus)
        self.collector.picked.connect(lambda relation: self.pick(cast(Relation, relation)))
        self._lay_out()

    def put(self, opened: Opened) -> None:
        """Show a dossier afresh, with an empty form."""
        self.collector.empty()
        self.update_with(opened)

    def update_with(self, opened: Opened) -> None:
        """Show a dossier as it stands now; what is typed stays."""
        self._opened = opened
        fact, told = opened.dossier.registered, notice(opened)
        self._code.setText(tail(opened.dossier.code))
        self._name.setText(fact.applicant.name + (f"  →  {fact.subject.name}" if fact.subject else ""))
        self._procedure.setText(fact.procedure_name)
        put_shape(self._shape, told.shape, told.colour, 22)
        self.headline.setText(told.headline)
        for words, text in ((self.tell, told.tell), (self.replaced, opened.replaced)):
            words.setText(text)
            words.setVisible(bool(text))
        self._replaced_frame.setVisible(bool(opened.replaced))
        ready = standing(opened.dossier) == "ready"
        self.collector.setVisible(ready)
        self.give_button.setVisible(ready)
        self.collector.put(opened)
        self._put_others(opened)

    def begin(self) -> None:
        """Put the focus where an ordinary hand-over goes on: at the register, else at the button."""
        if self._opened is None or standing(self._opened.dossier) != "ready":
            self.card_button.setFocus()
        elif self._opened.must_sign and not self.collector.signed.isChecked():
            self.collector.signed.setFocus()
        else:
            self.give_button.setFocus()

    def pick(self, relation: Relation) -> None:
        """Choose who stands there, and go on where that asks for something."""
        self.collector.pick(relation)
        if relation == "self":
            self.begin()

    def take(self, known: Recognised) -> None:
        """Fill in who a scanned card shows the collector to be."""
        self.collector.take(known)
        if known.relation == "self":
            self.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand over at Enter, or press the button that has the focus; a field goes on to the next one by itself."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(at := self.focusWidget(), QPushButton):
            at.click()
        elif isinstance(at, QCheckBox | QRadioButton):
            self.give_button.click()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, grown(3), 0)
        layout.setSpacing(grown(10))
        layout.addWidget(self._top())
        layout.addWidget(self._replaced_frame)
        layout.addWidget(self.collector)
        layout.addWidget(self._others_frame)
        layout.addWidget(Flow((self.give_button, self.all_button, None, self.card_button)))
        layout.addStretch(1)

    def _top(self) -> QFrame:
        frame, layout = panel()
        upper = row(self._code, spacing=grown(20))
        beside = QVBoxLayout()
        beside.setSpacing(2)
        for part in (self._name, self._procedure):
            beside.addWidget(part)
        beside.addStretch(1)
        upper.addLayout(beside, 1)
        layout.addLayout(upper)
        where = row(self._shape, self.headline)
        where.setStretch(1, 1)
        layout.addLayout(where)
        layout.addWidget(self.tell)
        return frame

    def _put_others(self, opened: Opened) -> None:
        lines = [f"{tail(each.code)} – {each.registered.procedure_name}" for each in opened.others]
        self.others.setText("\n".join(lines))
        self._others_frame.setVisible(bool(lines))
        self.all_button.setVisible(bool(lines))
        words = _("Trả cả {count} kết quả").format(count=len(lines) + 1)
        self.all_button.setText(f"{words}  F7")
        self.all_button.setAccessibleName(words)
