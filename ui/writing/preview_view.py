"""The form as it will be printed: its pages one under the other, as wide as there is room. Nothing of it is a file."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.widgets.empty import Empty
from ui.widgets.parts import grown


class PreviewView(QScrollArea):
    """Shows pages that come as PNG."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Bản xem trước của mẫu"))
        self.setWidgetResizable(True)
        # It is only looked at: the keyboard stays with the fields and lists.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(grown(220))
        self._pages: tuple[QPixmap, ...] = ()
        self.labels: list[QLabel] = []
        inside = QWidget()
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(grown(6), grown(6), grown(6), grown(6))
        self._layout.setSpacing(grown(8))
        self.empty = Empty("print", _("Chưa chọn mẫu nào"), _("Gõ vài chữ của tên mẫu ở ô bên trái rồi nhấn Enter."))
        self._layout.addWidget(self.empty, 1)
        self.setWidget(inside)

    @property
    def page_count(self) -> int:
        """Return how many pages are shown."""
        return len(self._pages)

    def put(self, pages: tuple[bytes, ...]) -> None:
        """Show pages, or that there is nothing to show."""
        self._pages = tuple(map(_pixmap, pages))
        while len(self.labels) > len(pages):
            self.labels.pop().deleteLater()
        while len(self.labels) < len(pages):
            made = QLabel()
            made.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.labels.append(made)
            self._layout.addWidget(made)
        self.empty.setVisible(not pages)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.viewport().width() - 2 * grown(6)
        ratio = self.devicePixelRatioF()
        for number, (place, page) in enumerate(zip(self.labels, self._pages, strict=True), 1):
            wide = min(width, grown(900))
            shown = page.scaledToWidth(round(wide * ratio), Qt.TransformationMode.SmoothTransformation)
            shown.setDevicePixelRatio(ratio)
            place.setPixmap(shown)
            place.setAccessibleName(_("Trang {number}").format(number=number))


def _pixmap(png: bytes) -> QPixmap:
    made = QPixmap()
    made.loadFromData(png, "PNG")
    return made
