"""The ready text of the chosen procedure: copied by one key, shown as a code, printed as a leaflet."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.guidance.log.qr_view import Modules, QrView
from ui.guidance.one_of import OneOf
from ui.widgets.empty import Empty
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label

_NOTHING, _TEXT, _CODE = range(3)
_LEAST_PX = 150


class TextPanel(QFrame):
    """Shows the text or its code; ``text`` is what is copied, empty while no procedure is chosen."""

    def __init__(self, copy: Callable[[], None], leaflet: Callable[[], None], turn: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self._back: QWidget | None = None
        self.view = QPlainTextEdit()
        self.view.setReadOnly(True)
        self.view.setAccessibleName(_("Tin Zalo của thủ tục"))
        self.view.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.code = QrView()
        self.copy_button = button(_("Sao chép tin Zalo"), copy, key="F6", kind="main")
        self.copy_button.setMinimumHeight(grown(38))
        self.turn_button = button(_("Mã QR"), turn, key="F8")
        self.print_button = button(_("In tờ hướng dẫn"), leaflet, key="F7")
        self._empty = Empty(
            "messages", _("Tin hướng dẫn đứng ở đây"), _("Chọn thủ tục: giấy tờ, lệ phí, thời hạn, giờ làm việc.")
        )
        self._stack = OneOf(_LEAST_PX)
        for part in (self._empty, self.view, self.code):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(12), grown(9), grown(12), grown(10))
        layout.setSpacing(grown(6))
        layout.addWidget(label(_("Tin gửi người dân"), "section"))
        layout.addWidget(self._stack, 1)
        layout.addWidget(Flow((self.copy_button, None, self.turn_button, self.print_button)))
        self.put("", "")

    @property
    def text(self) -> str:
        """Return the text that stands there."""
        return self.view.toPlainText()

    @property
    def shows_code(self) -> bool:
        """Tell whether the code is in front."""
        return self._stack.currentIndex() == _CODE

    def put(self, text: str, trouble: str) -> None:
        """Show a text; without one say ``trouble``, or that nothing is chosen."""
        if text != self.text:
            self.view.setPlainText(text)
        if not text:
            hint = trouble or _("Chọn thủ tục: giấy tờ, lệ phí, thời hạn, giờ làm việc.")
            self._empty.put("messages", _("Tin hướng dẫn đứng ở đây"), hint)
        self._show(_CODE if text and self.shows_code else _TEXT if text else _NOTHING)
        for each in (self.copy_button, self.turn_button, self.print_button):
            each.setEnabled(bool(text))

    def put_code(self, modules: Modules) -> None:
        """Show the code of the text, with the keyboard there: where the page scrolls, it is then in sight."""
        self.code.put(modules)
        self._show(_CODE)
        self._back = self.window().focusWidget()
        self.code.setFocus()

    def turn_back(self) -> None:
        """Show the text again, and give the keyboard back."""
        had_keyboard = self.code.hasFocus()
        self._show(_TEXT if self.text else _NOTHING)
        if had_keyboard and self._back is not None:
            self._back.setFocus()

    def _show(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        words = _("Xem chữ") if place == _CODE else _("Mã QR")
        self.turn_button.setText(f"{words}  F8")
        self.turn_button.setAccessibleName(words)
