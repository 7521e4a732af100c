"""The small parts every page is made of: labels, panels, buttons that name their key."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets import glyphs


def label(text: str = "", look: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label in one of the looks of the style sheet; the text is never taken for markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if look:
        made.setProperty("look", look)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def button(words: str, run: Callable[[], None], *, key: str = "", kind: str = "") -> QPushButton:
    """Return a button that says its key; ``kind`` is main, quiet or nothing."""
    made = QPushButton(f"{words}  {key}".strip())
    made.setAccessibleName(words)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    made.clicked.connect(lambda: run())
    return made


def panel(title: str = "", look: str = "panel") -> tuple[QFrame, QVBoxLayout]:
    """Return a framed group with its title on top, and the layout that its content goes into."""
    frame = QFrame()
    frame.setProperty("look", look)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(12, 9, 12, 11)
    layout.setSpacing(6)
    if title:
        layout.addWidget(label(title, "section"))
    return frame, layout


def noticed(inside: QWidget) -> QFrame:
    """Return ``inside`` in the frame of a warning that stops nobody."""
    frame, layout = panel(look="notice")
    layout.addWidget(inside)
    return frame


def shape(name: str, colour: str, size: int = 16) -> QLabel:
    """Return a drawing that stands beside a word."""
    made = QLabel()
    made.setFixedSize(grown(size), grown(size))
    put_shape(made, name, colour, size)
    return made


def put_shape(place: QLabel, name: str, colour: str, size: int = 16) -> None:
    """Change the drawing that ``place`` shows."""
    place.setPixmap(glyphs.pixmap(name, colour, grown(size)))


def row(*parts: QWidget | QLayout | None, spacing: int = 8) -> QHBoxLayout:
    """Return ``parts`` side by side; None is the gap that grows."""
    layout = QHBoxLayout()
    layout.setSpacing(spacing)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
    return layout


class _Scrolled(QScrollArea):
    """Scrolls up and down only: it is never narrower than what is in it."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setWidget(inside)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the content and its bar."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._inside.minimumSizeHint().width() + bar, grown(120))


def scrolled(inside: QWidget) -> QScrollArea:
    """Return ``inside`` in a frameless area that scrolls up and down where the window is too small for it."""
    area = _Scrolled(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def grown(size: float) -> int:
    """Return ``size`` pixels of the plain look at the present text size."""
    return theme.px(size, theme.present_percent())


def put_look(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the style sheet looks at, and show it."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
