"""What stands where a list would be when there is nothing in it: a drawing, what that means, and the key that helps."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QVBoxLayout, QWidget

from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown, label, put_shape, row, shape

_GLYPH = 40


class Empty(QFrame):
    """A drawing over a sentence, a softer line that says what to do, and the key that does it."""

    def __init__(self, glyph: str, sentence: str, hint: str = "", *, key: str = "") -> None:
        super().__init__()
        self._glyph = shape(glyph, COLOURS.edge, _GLYPH)
        self._sentence = label(sentence, "large", wrap=True)
        self._hint = label(hint, "soft", wrap=True)
        self._key = label(key, "keycap")
        for words in (self._sentence, self._hint):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(20), grown(12), grown(20), grown(12))
        layout.setSpacing(grown(6))
        layout.addStretch(2)
        layout.addLayout(row(None, self._glyph, None))
        layout.addWidget(self._sentence)
        layout.addWidget(self._hint)
        layout.addLayout(row(None, self._key, None))
        layout.addStretch(3)
        self.put(glyph, sentence, hint, key=key)

    @property
    def text(self) -> str:
        """Return what it says."""
        return f"{self._sentence.text()} {self._hint.text()}".strip()

    def put(self, glyph: str, sentence: str, hint: str = "", *, key: str = "") -> None:
        """Say something else from now on."""
        put_shape(self._glyph, glyph, COLOURS.edge, _GLYPH)
        self._sentence.setText(sentence)
        self._hint.setText(hint)
        self._key.setText(key)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what a low list has no room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the sentence always; the hint, the key and the drawing, in this order, while there is room for them."""
        layout = self.layout()
        if layout is None:
            return
        margins, gap = layout.contentsMargins(), layout.spacing()
        inner = max(self.width() - margins.left() - margins.right(), 1)
        left = self.height() - margins.top() - margins.bottom() - self._sentence.heightForWidth(inner)
        for part, height, is_wanted in (
            (self._hint, self._hint.heightForWidth(inner), bool(self._hint.text())),
            (self._key, self._key.sizeHint().height(), bool(self._key.text())),
            (self._glyph, self._glyph.height(), True),
        ):
            has_room = is_wanted and left >= height + gap
            part.setVisible(has_room)
            if has_room:
                left -= height + gap


class EmptyOver(QObject):
    """Lays an ``Empty`` over a list while the list, once filled, holds nothing; the list keeps the keyboard."""

    def __init__(self, view: QAbstractItemView, empty: Empty) -> None:
        super().__init__(view)
        self._view = view
        self.empty = empty
        empty.setParent(view.viewport())
        for part in (empty, *empty.findChildren(QWidget)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        empty.hide()
        view.viewport().installEventFilter(self)
        view.model().modelReset.connect(self._on_reset)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the list."""
        if event.type() == QEvent.Type.Resize:
            self.empty.setGeometry(self._view.viewport().rect())
        return False

    def _on_reset(self) -> None:
        nothing = self._view.model().rowCount() == 0
        self.empty.setGeometry(self._view.viewport().rect())
        self.empty.setVisible(nothing)
        self._view.setAccessibleDescription(self.empty.text if nothing else "")
