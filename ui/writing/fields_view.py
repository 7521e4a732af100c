"""The fields of the form on the table: one under the other, each with its doubt below it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from desk_app.writing.checks import Doubt
from desk_app.writing.filled import Filled, Value, with_value
from desk_app.writing.form import Field as FormField
from desk_app.writing.form import Form
from desk_app.writing.layout import shown_text
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.parts import grown, label
from ui.writing.rows_edit import RowsEdit

_SEXES = (("Nam", _("Nam")), ("Nữ", _("Nữ")))
_SPELLED = ("date_words", "amount_words")


class FieldsView(QWidget):
    """Shows the fields of one form; says ``edited`` while somebody types and ``scanned`` with a card's line."""

    edited = Signal()
    scanned = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._form: Form | None = None
        self._filled = Filled(form="")
        self.texts: dict[str, Field] = {}
        self.boxes: dict[str, ChoiceBox] = {}
        self.tables: dict[str, RowsEdit] = {}
        self._inside = QWidget()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, grown(6), 0)
        self._layout.addWidget(self._inside)
        self._layout.addStretch(1)

    @property
    def filled(self) -> Filled:
        """Return the form as it is typed now."""
        return self._filled

    def put(self, form: Form, filled: Filled) -> None:
        """Show a form; its widgets are made anew only where it is another one."""
        if self._form is not form and (self._form is None or self._form.key != form.key):
            self._build(form)
        self._form, self._filled = form, filled
        for field in form.fields:
            self._show(field)
        self._hint_spelled()

    def clear(self) -> None:
        """Show no form."""
        self._form, self._filled = None, Filled(form="")
        self._replace(QWidget())

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """Say beside each field what to look at again; an empty one is only marked, not blamed."""
        words = {each.key: each for each in doubts}
        for key, field in self.texts.items():
            found = words.get(key)
            field.doubt(found.words if found is not None and not found.missing else "")

    def refuse(self, error: InvalidInput) -> bool:
        """Show an error at its field; tell whether the form has it."""
        field = self.texts.get(error.field)
        if field is None:
            return False
        field.refuse(error)
        field.take_focus()
        return True

    def focus_first_empty(self) -> None:
        """Put the keyboard into the first field that is still empty, else into the first."""
        fields = list(self.texts.values())
        first = next((field for field in fields if not field.text), fields[0] if fields else None)
        if first is not None:
            first.take_focus()

    def _build(self, form: Form) -> None:
        self.texts, self.boxes, self.tables = {}, {}, {}
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(6))
        for field in form.fields:
            layout.addWidget(self._made(field))
        self._replace(inside)

    def _replace(self, inside: QWidget) -> None:
        self._layout.replaceWidget(self._inside, inside)
        self._inside.deleteLater()
        self._inside = inside
        # Shown at once: a field that is still hidden could not take the keyboard.
        inside.show()

    def _made(self, field: FormField) -> QWidget:
        title = f"{field.label} *" if field.required else field.label
        if field.kind == "table":
            self.tables[field.key] = RowsEdit(field)
            self.tables[field.key].edited.connect(self._on_edited)
            return self.tables[field.key]
        if field.kind in ("choice", "sex"):
            return self._box(field, title)
        made = Field(field.key, title, placeholder=_PLACEHOLDERS.get(field.kind, ""))
        made.setToolTip(field.about)
        made.edited.connect(self._on_edited)
        made.entered.connect(lambda: self.focusNextChild())
        made.scanned.connect(self.scanned)
        self.texts[field.key] = made
        return made

    def _box(self, field: FormField, title: str) -> QWidget:
        box = ChoiceBox(field.label)
        options = _SEXES if field.kind == "sex" else tuple((option.key, option.text) for option in field.options)
        box.addItem("–", "")
        for key, words in options:
            box.addItem(words, key)
        box.activated.connect(lambda _place: self._on_edited())
        self.boxes[field.key] = box
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        head = label(title, "label", wrap=True)
        head.setBuddy(box)
        layout.addWidget(head)
        layout.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _show(self, field: FormField) -> None:
        text = self._filled.text(field.key)
        if field.key in self.texts:
            self.texts[field.key].put(text)
        elif field.key in self.boxes:
            box = self.boxes[field.key]
            box.setCurrentIndex(max(box.findData(text), 0))
        elif field.key in self.tables and self.tables[field.key].rows != self._filled.rows(field.key):
            self.tables[field.key].put(self._filled.rows(field.key))

    def _on_edited(self) -> None:
        now = self._filled
        for key, field in self.texts.items():
            now = with_value(now, Value(key=key, text=field.text))
        for key, box in self.boxes.items():
            now = with_value(now, Value(key=key, text=box.currentData() or ""))
        for key, table in self.tables.items():
            now = with_value(now, Value(key=key, rows=table.rows))
        self._filled = now
        self._hint_spelled()
        self.edited.emit()

    def _hint_spelled(self) -> None:
        """Show in an empty field of words what the paper will spell by itself."""
        for field in self._form.fields if self._form is not None else ():
            if field.kind in _SPELLED:
                self.texts[field.key].hint(shown_text(field, self._filled))


_PLACEHOLDERS = {
    "date": _("05/03/1985, hoặc chỉ năm"),
    "amount": _("500.000"),
    "id_number": _("12 chữ số"),
    "name": _("in ra bằng chữ hoa"),
}
