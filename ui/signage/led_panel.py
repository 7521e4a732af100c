"""The panel of the LED screen: its size, a picture of what it will show, and the files for its controller."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from ui.signage.desk_side import LedAsked, Picture
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label

_INKS: tuple[tuple[str, str], ...] = (
    ("#ffb000", _("Chữ vàng")),
    ("#ff2a1a", _("Chữ đỏ")),
    ("#3cff50", _("Chữ xanh")),
    ("#ffffff", _("Chữ trắng")),
)
_SIZES = ("128x32", "160x32", "192x64", "256x64", "320x160", "64x32")
_WAIT_MS = 300
_PICTURE_PX = 140


class _Picture(QWidget):
    """Shows a picture as large as its place, whose height never depends on it: a page that grew would begin anew."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = QPixmap()
        self.setFixedHeight(grown(_PICTURE_PX))

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to show yet."""
        return self._whole.isNull()

    def put(self, png: bytes) -> None:
        """Show a picture."""
        made = QPixmap()
        made.loadFromData(png)
        self._whole = made
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture in the middle, no larger than it is."""
        if self._whole.isNull():
            return
        size = self._whole.size()
        if size.width() > self.width() or size.height() > self.height():
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        painter.drawPixmap(QRect(QPoint(left, top), size), self._whole)
        painter.end()


class LedPanel(QFrame):
    """Says ``asked`` when a panel was typed that may be drawn anew."""

    asked = Signal()

    def __init__(self, to_gif: Callable[[], None], to_png: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self.size_field = Field("size", _("Số điểm ảnh"), placeholder="128x32")
        self.size_field.put(_SIZES[0])
        self.hold_field = Field("hold", _("Mỗi câu, giây"))
        self.hold_field.put("6")
        self.ink = ChoiceBox(_("Màu chữ"))
        for _colour, words in _INKS:
            self.ink.addItem(words)
        self.picture = _Picture()
        self.gif_button = button(_("Xuất GIF"), to_gif, key="F7")
        self.png_button = button(_("Xuất dãy PNG"), to_png, key="Ctrl+E")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_WAIT_MS)
        self._pause.timeout.connect(self.asked)
        for field in (self.size_field, self.hold_field):
            field.edited.connect(lambda _text: self._pause.start())
            field.entered.connect(self.asked)
            field.setMaximumWidth(grown(130))
        self.ink.activated.connect(lambda _place: self.asked.emit())
        self._lay_out()

    @property
    def panel(self) -> LedAsked:
        """Return the panel as it is typed; raise ``InvalidInput`` for seconds that are no number."""
        hold = self.hold_field.text.strip()
        if not hold.isascii() or not hold.isdigit():
            raise InvalidInput("hold", _("«{text}» không phải là số giây.").format(text=hold[:10]), _("Gõ như 6."))
        return LedAsked(size=self.size_field.text, hold_s=int(hold), ink=_INKS[self.ink.currentIndex()][0])

    def show_picture(self, picture: Picture) -> None:
        """Show what the panel will show."""
        for field in (self.size_field, self.hold_field):
            field.refuse(None)
        self.picture.put(picture.png)
        self.picture.setAccessibleName(_("Xem trước: {text}").format(text=picture.text))
        self.picture.setToolTip(_("«{text}» trên màn hình {size}").format(text=picture.text, size=picture.size))

    def refuse(self, error: InvalidInput) -> bool:
        """Show an error beside its field; tell whether it is asked here."""
        for field in (self.size_field, self.hold_field):
            if field.name == error.field:
                field.refuse(error)
                return True
        return False

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(12), grown(9), grown(12), grown(11))
        layout.setSpacing(grown(6))
        layout.addWidget(label(_("Màn hình LED"), "section"))
        layout.addWidget(Flow((self.size_field, self.hold_field, self.ink, None)))
        layout.addWidget(self.picture)
        layout.addWidget(Flow((self.gif_button, self.png_button, None)))
