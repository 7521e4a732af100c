"""A picture inside the window: decoded in memory, fitted to the width, enlarged and turned by keys."""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QKeyEvent, QPixmap, QResizeEvent, QTransform
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from desk_app.kernel.errors import Damaged
from desk_app.kernel.translations import _
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label

_STEP = 1.25
_LEAST, _MOST = 0.25, 6.0
# Decoded it would fill an old computer's memory; a page scanned at 600 dpi has 35 million.
_MOST_PIXELS = 120_000_000


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture ready to be drawn, and which attachment it is."""

    id: str
    image: QImage


def decoded(raw: bytes) -> QImage:
    """Return the picture, turned the way it was held; raise ``Damaged`` for one that cannot be drawn. For a job's thread."""
    buffer = QBuffer()
    buffer.setData(QByteArray(raw))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    image = reader.read() if 0 < size.width() * size.height() <= _MOST_PIXELS else QImage()
    if image.isNull():
        raise Damaged(
            "window.picture",
            _("Không vẽ được ảnh này trong cửa sổ."),
            _("Ảnh vẫn nguyên trong hồ sơ. F7: lưu ra tệp để mở bằng chương trình khác."),
        )
    return image


class Viewer(QWidget):
    """Shows one picture over the whole page; says ``closed`` at Esc, with the picture forgotten."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._zoom = 1.0
        self._title = label("", "strong", wrap=True)
        self._place = QLabel()
        self._place.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea()
        self.area.setWidget(self._place)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.back_button = button(_("Về danh sách"), self.close_picture, key="Esc", kind="main")
        larger = button(_("To hơn"), lambda: self.zoom(_STEP), key="+")
        smaller = button(_("Nhỏ hơn"), lambda: self.zoom(1 / _STEP), key="-")
        fit = button(_("Vừa khổ"), self.fit, key="0")
        turn = button(_("Xoay"), self.turn, key="R")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(8))
        layout.addWidget(Flow((self.back_button, larger, smaller, fit, turn, None)))
        layout.addWidget(self._title)
        layout.addWidget(self.area, 1)

    @property
    def has_picture(self) -> bool:
        """Tell whether a picture is in memory."""
        return not self._image.isNull()

    @property
    def shown_width(self) -> int:
        """Return how wide the picture is drawn, in pixels."""
        return self._place.pixmap().width()

    def put(self, title: str, image: QImage) -> None:
        """Show a picture, fitted to the width, with the keyboard on it."""
        self._image, self._zoom = image, 1.0
        self._title.setText(title)
        self.area.setAccessibleName(_("Ảnh: {title}").format(title=title))
        self._draw()
        self.area.setFocus()

    def close_picture(self) -> None:
        """Forget the picture and go back to the list."""
        self.forget()
        self.closed.emit()

    def forget(self) -> None:
        """Let nothing of the picture stay on the screen or in memory."""
        self._image = QImage()
        self._place.clear()
        self._title.clear()

    def zoom(self, factor: float) -> None:
        """Draw it larger or smaller."""
        self._zoom = min(max(self._zoom * factor, _LEAST), _MOST)
        self._draw()

    def fit(self) -> None:
        """Draw it as wide as the window again."""
        self._zoom = 1.0
        self._draw()

    def turn(self) -> None:
        """Turn it by a quarter to the right; what is kept stays as it is."""
        self._image = self._image.transformed(QTransform().rotate(90))
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enlarge with + and -, fit with 0, turn with R."""
        run = {"+": lambda: self.zoom(_STEP), "=": lambda: self.zoom(_STEP), "-": lambda: self.zoom(1 / _STEP)}
        run.update({"0": self.fit, "r": self.turn, "R": self.turn})
        wanted = run.get(event.text())
        if wanted is not None and self.has_picture:
            wanted()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture to the new width."""
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        if self._image.isNull():
            return
        room = self.area.viewport().width() - self.area.verticalScrollBar().sizeHint().width()
        # Never coarser than it is at first: a small stamp is not blown up to the window's width.
        width = max(round(min(room, self._image.width()) * self._zoom), 1)
        smooth = Qt.TransformationMode.SmoothTransformation
        self._place.setPixmap(QPixmap.fromImage(self._image.scaledToWidth(width, smooth)))
