"""The form of one contact: channel, who, procedure, papers one by one, advice, when to ask again."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QRadioButton, QVBoxLayout, QWidget

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from ui.guidance.log.papers_check import PapersCheck
from ui.guidance.log.state import CHANNELS, CheckedPaper, Typed, clock_words, papers_words
from ui.guidance.one_of import OneOf
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.parts import grown, label, row
from ui.widgets.procedure_picker import ProcedurePicker

_LEAST_PX = 130
_ABOUT_PERSON = {"person.name": "name", "person.phone": "phone"}


class FormPanel(QFrame):
    """Says ``edited`` with the form as it then stands, ``picked`` with a procedure's code, ``passed`` at the last Enter."""

    edited = Signal(object)
    picked = Signal(str)
    passed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self.typed = Typed()
        self.fields: dict[str, Field] = {
            "phone": Field("phone", _("Số điện thoại"), placeholder=_("số gọi đến")),
            "name": Field("name", _("Họ tên (không nêu cũng được)")),
            "advice": Field("advice", _("Đã hướng dẫn gì")),
            "follow_up_on": Field("follow_up_on", _("Hỏi lại ngày"), placeholder=_("mai, t6, 30/11, +3")),
            "follow_up": Field("follow_up", _("Hỏi lại việc gì (Enter: lưu)")),
        }
        self.picker = ProcedurePicker()
        self.papers = PapersCheck()
        self.clock = label("", "soft")
        self.earlier = label("", "small", wrap=True)
        self._progress = label("", "small")
        self.forms = QCheckBox()
        self.forms.toggled.connect(lambda sent: self._change(sent_forms=sent))
        self._channels = QButtonGroup(self)
        self.radios: dict[str, QRadioButton] = {}
        self._papers_or_hits = OneOf(_LEAST_PX)
        self._lay_out()
        self._connect()
        self.offer_forms(())
        self.tell_earlier("")
        self.put(Typed())

    def put(self, typed: Typed) -> None:
        """Show a form."""
        self.typed = typed
        self.radios[typed.channel].setChecked(True)
        for name, field in self.fields.items():
            field.put(getattr(typed, name))
            field.refuse(None)
        if typed.papers != self.papers.rows or not typed.papers:
            self.papers.put(typed.papers)
        self._progress.setText(papers_words(typed.papers))
        self.forms.blockSignals(True)
        self.forms.setChecked(typed.sent_forms)
        self.forms.blockSignals(False)

    def offer_forms(self, forms: tuple[str, ...]) -> None:
        """Offer to say that the forms of the procedure were sent; nothing where it has none."""
        self.forms.setText(_("Đã gửi mẫu: {forms}  Alt+M").format(forms="; ".join(forms)))
        self.forms.setToolTip("\n".join(forms))
        self.forms.setVisible(bool(forms))

    def tell_time(self, now: datetime) -> None:
        """Show how long the contact has been going on."""
        self.clock.setText(clock_words(self.typed, now))

    def tell_earlier(self, words: str) -> None:
        """Show what this person was told before."""
        self.earlier.setText(words)
        self.earlier.setVisible(bool(words))

    def refuse(self, error: InvalidInput) -> bool:
        """Show an error beside its field; tell whether it has one here."""
        field = self.fields.get(_ABOUT_PERSON.get(error.field, error.field))
        if field is None:
            return False
        field.refuse(error)
        field.take_focus()
        return True

    def _lay_out(self) -> None:
        radios = [self._radio(key, words, keys) for key, words, keys in CHANNELS]
        papers = QWidget()
        inside = QVBoxLayout(papers)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(grown(3))
        inside.addWidget(self.papers, 1)
        keys = label(_("+ có · − thiếu · Backspace xóa"), "small")
        inside.addWidget(Flow((self._progress, None, keys)))
        self._papers_or_hits.addWidget(papers)
        self._papers_or_hits.addWidget(self.picker.hits)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(12), grown(9), grown(12), grown(10))
        layout.setSpacing(grown(6))
        layout.addWidget(Flow((label(_("Lượt hướng dẫn"), "section"), None, self.clock)))
        layout.addWidget(Flow((*radios, None)))
        layout.addLayout(row(self.fields["phone"], self.fields["name"]))
        layout.addWidget(self.earlier)
        layout.addWidget(self.picker)
        layout.addWidget(self._papers_or_hits, 1)
        layout.addWidget(self.forms)
        layout.addWidget(self.fields["advice"])
        last = row(self.fields["follow_up_on"], self.fields["follow_up"])
        last.setStretch(1, 2)
        layout.addLayout(last)

    def _radio(self, key: str, words: str, keys: str) -> QRadioButton:
        made = QRadioButton(f"{words}  {keys}")
        made.setAccessibleName(words)
        made.clicked.connect(lambda: self._change(channel=key))
        self._channels.addButton(made)
        self.radios[key] = made
        return made

    def _connect(self) -> None:
        order = list(self.fields)
        for place, (name, field) in enumerate(self.fields.items()):
            field.edited.connect(lambda text, name=name: self._change(**{name: text}))
            following = order[place + 1] if place + 1 < len(order) else ""
            field.entered.connect(lambda following=following: self._go_on(following))
        self.picker.picked.connect(self.picked)
        self.picker.searching.connect(lambda searching: self._papers_or_hits.setCurrentIndex(int(searching)))
        self.picker.field.entered.connect(self._on_picker_entered)
        self.papers.checked.connect(self._on_checked)
        self.papers.passed.connect(self.fields["advice"].take_focus)

    def _go_on(self, following: str) -> None:
        if following == "advice":
            self.picker.field.take_focus()
        elif following:
            self.fields[following].take_focus()
        else:
            self.passed.emit()

    def _on_picker_entered(self) -> None:
        if not self.picker.is_searching:
            (self.papers if self.papers.rows else self.fields["advice"].edit).setFocus(Qt.FocusReason.TabFocusReason)

    def _on_checked(self, papers: tuple[CheckedPaper, ...]) -> None:
        self._progress.setText(papers_words(papers))
        self._change(papers=papers)

    def _change(self, **values: object) -> None:
        self.typed = replace(self.typed, **values)  # type: ignore[arg-type]
        self.edited.emit(self.typed)
