"""The papers handed in, one line each, to be put right: name, originals, copies; a line without a name goes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desk_app.dossiers.facts import PaperHandedIn
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import nfc, one_line
from desk_app.kernel.translations import _
from ui.widgets.parts import grown, label

_NUMBER_WIDTH = 44


class PapersEdit(QWidget):
    """Says ``edited`` at every change; there is always one empty line to add another paper."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, grown(3), 0)
        self._grid = QGridLayout()
        outer.addLayout(self._grid)
        outer.addStretch(1)
        self._grid.setHorizontalSpacing(grown(6))
        self._grid.setVerticalSpacing(grown(3))
        self._grid.setColumnStretch(0, 1)
        for column, words in enumerate((_("Tên giấy tờ"), _("Chính"), _("Sao"))):
            self._grid.addWidget(label(words, "label"), 0, column)
        self.lines: list[tuple[QLineEdit, QLineEdit, QLineEdit]] = []

    def put(self, papers: tuple[PaperHandedIn, ...]) -> None:
        """Show ``papers`` and an empty line."""
        for line in self.lines:
            for edit in line:
                self._grid.removeWidget(edit)
                edit.deleteLater()
        self.lines = []
        for paper in papers:
            self._add(paper.name, str(paper.originals), str(paper.copies))
        self._add("", "1", "0")

    def papers(self) -> tuple[PaperHandedIn, ...]:
        """Return the lines that have a name; raise ``InvalidInput`` for a number that is none."""
        return tuple(
            PaperHandedIn(name=nfc(name.text()), originals=_count(originals), copies=_count(copies))
            for name, originals, copies in self.lines
            if one_line(name.text())
        )

    def _add(self, name: str, originals: str, copies: str) -> None:
        made = (QLineEdit(name), QLineEdit(originals), QLineEdit(copies))
        place = len(self.lines) + 1
        words = (_("Tên giấy tờ {place}"), _("Số bản chính của giấy tờ {place}"), _("Số bản sao của giấy tờ {place}"))
        for column, edit in enumerate(made):
            edit.setAccessibleName(words[column].format(place=place))
            edit.setCursorPosition(0)
            edit.setToolTip(edit.text() if column == 0 else "")
            if column:
                edit.setFixedWidth(grown(_NUMBER_WIDTH))
            edit.textEdited.connect(self._on_edited)
            self._grid.addWidget(edit, place, column)
        self.lines.append(made)

    def _on_edited(self, _text: str) -> None:
        if one_line(self.lines[-1][0].text()):
            self._add("", "1", "0")
        self.edited.emit()


def _count(edit: QLineEdit) -> int:
    text = edit.text().strip() or "0"
    if not (text.isascii() and text.isdigit() and len(text) < 3):
        raise InvalidInput(
            "papers", _("Số bản «{text}» không phải là số.").format(text=text[:10]), _("Hãy ghi bằng chữ số.")
        )
    return int(text)
