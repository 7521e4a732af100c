"""What stands on the morning page: figures that open their lists, and lines that lead where something is to be done."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desk_app.kernel.texts import quantity
from desk_app.kernel.translations import _
from ui.home.state import Notice, Tile
from ui.widgets.colours import COLOURS
from ui.widgets.parts import button, grown, label, panel, put_shape, row, shape


class Figure(QPushButton):
    """A number with its words and its key; it leads to the list behind it."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.setProperty("kind", "tile")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.tile: Tile | None = None
        self._key = key
        self._number = label("–", "figure")
        self._title = label("", "strong", wrap=True)
        self._remark = label("", "small", wrap=True)
        self._shape = shape("tick", COLOURS.soft_ink, 20)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._remark)
        words.addStretch(1)
        side = QVBoxLayout()
        side.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignRight)
        side.addStretch(1)
        side.addWidget(label(key, "small"), 0, Qt.AlignmentFlag.AlignRight)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(grown(12), grown(7), grown(10), grown(7))
        layout.setSpacing(grown(10))
        layout.addWidget(self._number)
        layout.addLayout(words, 1)
        layout.addLayout(side)
        _let_through(self)

    def put(self, tile: Tile) -> None:
        """Show ``tile``."""
        self.tile = tile
        self._number.setText(quantity(tile.number))
        self._title.setText(tile.title)
        self._remark.setText(tile.remark)
        self._remark.setVisible(bool(tile.remark))
        put_shape(self._shape, tile.shape, tile.colour, 20)
        spoken = f"{tile.title}: {quantity(tile.number)}"
        self.setAccessibleName(f"{spoken}, {tile.remark}" if tile.remark else spoken)
        self.setToolTip(f"{self.accessibleName()} ({self._key})")


class NoticeLine(QPushButton):
    """One line that leads somewhere."""

    def __init__(self, notice: Notice, go: Callable[[str, str], None]) -> None:
        super().__init__()
        self.setProperty("kind", "quiet")
        self.setAccessibleName(f"{notice.words}: {notice.detail}")
        self.setToolTip(notice.whole)
        self.setAccessibleDescription(notice.whole)
        self.clicked.connect(lambda: go(notice.page, notice.about))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(grown(4), grown(2), grown(4), grown(2))
        layout.addLayout(_notice(notice), 1)
        self._inside = layout
        _let_through(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the words need in this width: a button does not ask its layout."""
        super().resizeEvent(event)
        wanted = self._inside.totalHeightForWidth(event.size().width())
        if wanted != self.height():
            # Afterwards: a size changed in the middle of this event would leave the words at the old one.
            QTimer.singleShot(0, self, partial(self.setFixedHeight, wanted))


class Notices(QFrame):
    """A titled panel of lines; gone where there is nothing to say.

    Of more lines than there is room for the lesser ones are folded away behind a last one.
    """

    def __init__(self, title: str, go: Callable[[str, str], None]) -> None:
        super().__init__()
        self._go = go
        self._shown: tuple[Notice, ...] = ()
        self._widgets: list[QWidget] = []
        self._most, self._unfolded = 0, False
        frame, self._lines = panel(title)
        self.fold_button = button("", self.unfold, kind="quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
        self._lines.addWidget(self.fold_button)
        self.hide()

    @property
    def count(self) -> int:
        """Return how many lines the panel has, folded away or not."""
        return len(self._shown)

    @property
    def text(self) -> str:
        """Return what the panel says."""
        return "\n".join(f"{notice.words}: {notice.detail}" for notice in self._shown)

    def put(self, notices: Sequence[Notice]) -> None:
        """Show ``notices``; what stays the same keeps the keyboard."""
        if tuple(notices) == self._shown:
            return
        self._shown = tuple(notices)
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets = [NoticeLine(notice, self._go) if notice.page else _still(notice) for notice in notices]
        for place, widget in enumerate(self._widgets, start=1):
            self._lines.insertWidget(place, widget)
        self._fold()
        self.setVisible(bool(notices))

    def show_at_most(self, lines: int) -> None:
        """Fold away what has no room in so many lines, unless somebody unfolded it."""
        self._most = lines
        self._fold()

    def unfold(self) -> None:
        """Show every line, or fold the lesser ones away again."""
        self._unfolded = not self._unfolded
        self._fold()

    def _fold(self) -> None:
        fits = not self._most or len(self._shown) <= self._most
        # The line that says how many more there are takes the place of one.
        shown = len(self._shown) if fits or self._unfolded else self._most - 1
        for place, widget in enumerate(self._widgets):
            widget.setVisible(place < shown)
        self.fold_button.setVisible(not fits)
        more = _("Còn {count} việc khác").format(count=quantity(len(self._shown) - shown))
        self.fold_button.setText(_("Gấp lại") if self._unfolded else more)


def _still(notice: Notice) -> QWidget:
    made = QWidget()
    layout = _notice(notice)
    layout.setContentsMargins(grown(4), grown(2), grown(4), grown(2))
    made.setLayout(layout)
    return made


def _notice(notice: Notice) -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(notice.words, "strong", wrap=True))
    words.addWidget(label(notice.detail, "small", wrap=True))
    made = row(shape(notice.shape, notice.colour), words)
    made.setStretch(1, 1)
    return made


def _let_through(button: QPushButton) -> None:
    for part in button.findChildren(QLabel):
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
