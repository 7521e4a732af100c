"""Who stands there for the result: relation, name, papers, and whether the register was signed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QGridLayout, QRadioButton, QVBoxLayout

from desk_app.dossiers.facts import Relation
from desk_app.dossiers.hand_over import Collecting
from desk_app.dossiers.person import Person
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from ui.dossiers.hand_over.state import Opened, Recognised
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.parts import grown, label

RELATIONS: tuple[tuple[Relation, str, str], ...] = (
    ("self", _("Bản thân"), "Alt+1"),
    ("relative", _("Người thân"), "Alt+2"),
    ("authorised", _("Được ủy quyền"), "Alt+3"),
)
# Which fields each relation asks for.
_ASKED: dict[Relation, tuple[str, ...]] = {
    "self": ("id_number", "note"),
    "relative": ("to", "kinship", "id_number", "note"),
    "authorised": ("to", "id_number", "paper_shown", "note"),
}
_PLACES = (("to", 0, 0), ("kinship", 0, 1), ("paper_shown", 0, 1), ("id_number", 1, 0), ("note", 1, 1))


class CollectorView(QFrame):
    """The collector's fields; says ``complete`` at Enter in the last one, ``signed_now`` when the tick was just set.

    ``picked``: another relation was chosen by the pointer.
    """

    complete = Signal()
    signed_now = Signal()
    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self._authorised: Person | None = None
        self.fields = {
            "to": Field("to", _("Họ tên người nhận")),
            "kinship": Field("kinship", _("Là gì của người nộp"), placeholder=_("vợ, chồng, con, cha, mẹ …")),
            "id_number": Field("id_number", _("Số giấy tờ người nhận"), placeholder=_("quét thẻ căn cước, hoặc gõ")),
            "paper_shown": Field("paper_shown", _("Giấy ủy quyền đã xuất trình")),
            "note": Field("note", _("Ghi chú (nếu cần)")),
        }
        self._group = QButtonGroup(self)
        self.radios: dict[Relation, QRadioButton] = {}
        self.signed = QCheckBox(_("Người nhận đã ký sổ  (phím cách)"))
        self.signed_words = label("", "soft", wrap=True)
        self._lay_out()
        for name, field in self.fields.items():
            if name != "note":
                field.entered.connect(lambda made=field: made.focusNextChild())
        self.fields["note"].entered.connect(self.complete)
        self.signed.toggled.connect(self._on_signed)

    @property
    def relation(self) -> Relation:
        """Return who stands there."""
        return next(relation for relation, radio in self.radios.items() if radio.isChecked())

    def empty(self) -> None:
        """Begin with the applicant in person, and nothing typed."""
        self.radios["self"].setChecked(True)
        self.signed.setChecked(False)
        for field in self.fields.values():
            field.put("")
            field.refuse(None)

    def put(self, opened: Opened) -> None:
        """Ask what this dossier's hand-over needs; what is typed stays."""
        self._authorised = opened.dossier.registered.authorised
        self.signed.setVisible(opened.must_sign)
        step = opened.signed_at_step
        words = _("Sổ hộ tịch ký ở bước «{step}», không phải khi nhận kết quả.").format(step=step) if step else ""
        self.signed_words.setText(words)
        self.signed_words.setVisible(bool(words))
        self._show_asked()

    def pick(self, relation: Relation) -> None:
        """Choose a relation; for somebody else stand at their name."""
        self.radios[relation].setChecked(True)
        self._show_asked()
        if relation != "self":
            self.fields["to"].take_focus()

    def take(self, known: Recognised) -> None:
        """Fill in who a scanned card shows the collector to be, and stand at what it cannot say."""
        self.radios[known.relation].setChecked(True)
        self._show_asked()
        self.fields["id_number"].put(known.id_number)
        if known.relation != "self":
            self.fields["to"].put(known.name)
            self.fields["kinship" if known.relation == "relative" else "paper_shown"].take_focus()

    def collecting(self) -> Collecting:
        """Return what is typed, fields that this relation does not ask for left out."""
        asked = _ASKED[self.relation]
        texts = {name: field.text for name, field in self.fields.items() if name in asked}
        return Collecting(relation=self.relation, signed_register=self.signed.isChecked(), **texts)

    def refuse(self, error: InvalidInput) -> bool:
        """Show an error beside its field; tell whether the form has that field."""
        field = self.fields.get(error.field)
        if field is None:
            return False
        field.refuse(error)
        field.take_focus()
        return True

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 9, 12, 11)
        layout.setSpacing(6)
        layout.addWidget(label(_("Ai nhận?"), "section"))
        for relation, words, keys in RELATIONS:
            radio = QRadioButton(f"{words}  {keys}")
            radio.setAccessibleName(words)
            radio.clicked.connect(lambda _checked, relation=relation: self.picked.emit(relation))
            self._group.addButton(radio)
            self.radios[relation] = radio
        layout.addWidget(Flow((*self.radios.values(), None)))
        grid = QGridLayout()
        grid.setHorizontalSpacing(grown(10))
        grid.setVerticalSpacing(grown(6))
        for name, place, column in _PLACES:
            grid.addWidget(self.fields[name], place, column)
            grid.setColumnStretch(column, 1)
        layout.addLayout(grid)
        layout.addWidget(self.signed)
        layout.addWidget(self.signed_words)

    def _show_asked(self) -> None:
        asked, known = _ASKED[self.relation], self._authorised
        for name, field in self.fields.items():
            field.setVisible(name in asked)
        if self.relation == "authorised" and known is not None and not self.fields["to"].text:
            self.fields["to"].put(known.name)
            self.fields["id_number"].put(known.id_number)

    def _on_signed(self, signed: bool) -> None:
        if signed and self.signed.hasFocus():
            self.signed_now.emit()
