"""Editing the text of a report: its lines above, the one that is edited below. Figures stand in it as ``{…}``."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import nfc
from desk_app.kernel.translations import _
from desk_app.reports.words import ReportWords
from ui.reports.words_state import Path, Text, texts_of, with_another, with_text, without
from ui.widgets.colours import COLOURS
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label
from ui.widgets.table import Column, Look, RowsModel, Table

_COLUMNS: tuple[Column[Text], ...] = (
    Column(title=_("Chỗ"), look=lambda each: Look(words=each.where, colour=COLOURS.soft_ink)),
    Column(title=_("Câu chữ"), look=lambda each: Look(words=each.text), stretches=True),
)


class _Editor(QPlainTextEdit):
    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the text at Enter: a paragraph is one line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        else:
            super().keyPressEvent(event)


class WordsView(QWidget):
    """Says ``changed`` with the wording whenever a text was taken; the page says whether it fits the report."""

    changed = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words: ReportWords | None = None
        self.table: Table[Text] = Table(RowsModel(_COLUMNS), _("Lời văn báo cáo"))
        self.table.setMinimumHeight(grown(160))
        self.table.entered.connect(lambda _place: self._edit())
        self.table.selectionModel().currentRowChanged.connect(lambda *_places: self._show())
        self.editor = _Editor()
        self.editor.setAccessibleName(_("Câu chữ đang sửa"))
        self.editor.setTabChangesFocus(True)
        self.editor.setFixedHeight(grown(96))
        self.editor.done.connect(self._take)
        self.trouble = label("", "error", wrap=True)
        self.take_button = button(_("Lấy câu này"), self._take, key="Enter", kind="main")
        self.add_button = button(_("Thêm đoạn sau"), self._add, key="Ctrl+N")
        self.drop_button = button(_("Bỏ đoạn"), self._drop, key="Ctrl+Delete")
        back = button(_("Về bảng"), self.closed.emit, key="Esc", kind="quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(6))
        layout.addWidget(label(_("Lời văn báo cáo"), "title"))
        hint = _("Chỗ trong {…} là con số của báo cáo, tự điền. «hơn», «trên» là chữ của người viết.")
        layout.addWidget(label(hint, "small", wrap=True))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.editor)
        layout.addWidget(self.trouble)
        layout.addWidget(Flow((self.take_button, self.add_button, self.drop_button, None, back)))
        self.trouble.hide()

    def put(self, words: ReportWords, keep: Path | None = None) -> None:
        """Show a wording; the keyboard stands on the text at ``keep``."""
        self._words = words
        rows = texts_of(words)
        self.table.put(rows)
        if keep is not None:
            self.table.selectRow(next((at for at, each in enumerate(rows) if each.path == keep), 0))
        self._show()
        self.refuse(None)

    def refuse(self, error: InvalidInput | None) -> None:
        """Say below the text why it does not fit; None takes that away."""
        self.trouble.setText(f"{error.message} {error.hint}" if error is not None else "")
        self.trouble.setVisible(error is not None)

    def _show(self) -> None:
        text = self.table.current
        self.editor.setPlainText(text.text if text is not None else "")
        for each in (self.add_button, self.drop_button):
            each.setEnabled(text is not None and text.is_one_of_many)

    def _edit(self) -> None:
        self.editor.setFocus()
        self.editor.selectAll()

    def _take(self) -> None:
        text = self.table.current
        if text is not None and self._words is not None:
            typed = nfc(" ".join(self.editor.toPlainText().split()))
            self._say(with_text(self._words, text.path, typed), text.path)

    def _add(self) -> None:
        text = self.table.current
        if text is not None and text.is_one_of_many and self._words is not None:
            at = text.path[-1]
            self._say(with_another(self._words, text.path), (*text.path[:-1], int(at) + 1))
            self._edit()

    def _drop(self) -> None:
        text = self.table.current
        if text is not None and text.is_one_of_many and self._words is not None:
            self._say(without(self._words, text.path), text.path)

    def _say(self, words: ReportWords, keep: Path) -> None:
        self.put(words, keep)
        self.table.setFocus()
        self.changed.emit(words)
