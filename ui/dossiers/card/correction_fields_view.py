"""The fields of the correction form, by their dotted names, in panels."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desk_app.dossiers.correction_fields import LABELS
from desk_app.kernel.translations import _
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.parts import grown, label, panel

Place = tuple[str, int, int, int]

# Field, row, column, columns taken, on a grid of six.
_APPLICANT: tuple[Place, ...] = (
    ("applicant.name", 0, 0, 6),
    ("applicant.id_number", 1, 0, 3),
    ("applicant.birth_on", 1, 3, 2),
    ("applicant.sex", 1, 5, 1),
    ("applicant.phone", 2, 0, 3),
    ("applicant.email", 2, 3, 3),
    ("applicant.address", 3, 0, 6),
)
_SUBJECT: tuple[Place, ...] = (
    ("subject.name", 0, 0, 6),
    ("subject.id_number", 1, 0, 3),
    ("subject.birth_on", 1, 3, 2),
    ("subject.sex", 1, 5, 1),
)
_AUTHORISED: tuple[Place, ...] = (
    ("authorised.name", 0, 0, 6),
    ("authorised.id_number", 1, 0, 3),
    ("authorised.phone", 1, 3, 3),
)
_DOSSIER: tuple[Place, ...] = (
    ("procedure", 0, 0, 6),
    ("due_at", 1, 0, 3),
    ("return_by", 1, 3, 3),
    ("return_to", 2, 0, 6),
    ("copies", 3, 0, 2),
    ("fee", 3, 2, 2),
    ("priority", 3, 4, 2),
    ("note", 4, 0, 6),
)
_SHORT = {"birth_on": _("Ngày sinh"), "sex": _("Giới tính"), "id_number": _("Số định danh"), "name": _("Họ tên")}
_SEXES = (("", "—"), ("male", _("Nam")), ("female", _("Nữ")))
_WAYS = (("counter", _("Tại quầy")), ("home", _("Tại nhà")), ("post", _("Qua bưu chính")))


class FieldsView(QObject):
    """Holds every field; says ``edited`` at each change."""

    edited = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self.boxes: dict[str, ChoiceBox] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self.people = stacked(
            self._panel(_("Người nộp"), _APPLICANT),
            self._panel(_("Người được làm cho (nếu khác người nộp)"), _SUBJECT),
            self._panel(_("Người được ủy quyền"), _AUTHORISED),
        )
        self.dossier = self._panel(_("Hồ sơ"), _DOSSIER)
        self.offer("return_by", _WAYS)
        for field in ("applicant.sex", "subject.sex"):
            self.offer(field, _SEXES)

    def offer(self, field: str, choices: Sequence[tuple[str, str]]) -> None:
        """Let a box offer these keys with their words."""
        box = self.boxes[field]
        box.clear()
        self._keys[field] = tuple(key for key, _words in choices)
        for _key, words in choices:
            box.addItem(words)

    def put(self, texts: Mapping[str, str]) -> None:
        """Show these texts, and no trouble beside them."""
        for name, text in texts.items():
            if name in self.fields:
                self.fields[name].put(text)
                self.fields[name].refuse(None)
            else:
                self.boxes[name].setCurrentIndex(self._keys[name].index(text) if text in self._keys[name] else 0)

    def texts(self) -> Mapping[str, str]:
        """Return what stands in every field now."""
        typed = {name: field.text for name, field in self.fields.items()}
        return typed | {name: self._keys[name][box.currentIndex()] for name, box in self.boxes.items()}

    @property
    def names(self) -> tuple[str, ...]:
        """Return the dotted names of all fields."""
        return (*self.fields, *self.boxes)

    def _panel(self, title: str, places: Sequence[Place]) -> QWidget:
        frame, layout = panel(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(grown(8))
        grid.setVerticalSpacing(grown(5))
        for name, row, column, taken in places:
            grid.addWidget(self._made(name), row, column, 1, taken)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        layout.addLayout(grid)
        return frame

    def _made(self, name: str) -> QWidget:
        part = name.rpartition(".")[2]
        title = _SHORT.get(part, _(LABELS[name]))
        if part in ("sex", "return_by", "procedure"):
            return self._box(name, title)
        made = Field(name, title, placeholder="05/03/1985" if part == "birth_on" else "")
        made.edit.setAccessibleName(_(LABELS[name]))
        made.edited.connect(lambda _text: self.edited.emit())
        made.entered.connect(lambda: made.focusNextChild())
        self.fields[name] = made
        return made

    def _box(self, name: str, title: str) -> QWidget:
        box = ChoiceBox(_(LABELS[name]))
        box.setMinimumContentsLength(3)
        box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(lambda _place: self.edited.emit())
        self.boxes[name] = box
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(label(title, "label"))
        layout.addWidget(box)
        layout.addStretch(1)
        return made


def stacked(*parts: QWidget, grows: bool = False) -> QWidget:
    """Return ``parts`` one under the other; the last one takes the height that is left where it ``grows``."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(grown(8))
    for part in parts:
        layout.addWidget(part, 1 if grows and part is parts[-1] else 0)
    if not grows:
        layout.addStretch(1)
    return made
