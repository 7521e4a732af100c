"""The bar at the bottom: what happened, what is safe, what to do. It never asks and never stops anybody."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_app.kernel.errors import Conflict, DeskError, Refused
from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown, label, put_look, put_shape, shape

_SHORT_MS = 9_000
_TONES = {
    "plain": ("info", COLOURS.soft_ink),
    "good": ("tick", COLOURS.good),
    "warning": ("warning", COLOURS.warning),
    "trouble": ("late", COLOURS.danger),
}


class MessageBar(QWidget):
    """Shows one message at a time; good news goes away by itself, trouble stays until the next message or Esc.

    ``greeting`` stands there when there is nothing to say.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("messages")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shape = shape("info", COLOURS.soft_ink)
        self._message = label("", "strong")
        self._hint = label("", wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 14, 4)
        self.setMinimumHeight(grown(28))
        for part, stretch in ((self._shape, 0), (self._message, 0), (self._hint, 1)):
            layout.addWidget(part, stretch)
        self.greeting = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self.clear()

    @property
    def text(self) -> str:
        """Return what stands in the bar now."""
        return f"{self._message.text()} {self._hint.text()}".strip()

    @property
    def tone(self) -> str:
        """Return how it is meant: plain, good, warning or trouble."""
        return str(self.property("tone"))

    def say(self, message: str, hint: str = "", *, tone: str = "good") -> None:
        """Show a message in one of the tones plain, good, warning, trouble."""
        shape_name, colour = _TONES[tone]
        put_shape(self._shape, shape_name, colour)
        self._shape.show()
        self._message.setText(message)
        self._hint.setText(hint)
        put_look(self, "tone", tone)
        if tone in ("plain", "good"):
            self._timer.start(_SHORT_MS)
        else:
            self._timer.stop()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text))

    def report(self, error: DeskError) -> None:
        """Show an error: a rule's refusal as a warning, anything else as trouble."""
        self.say(error.message, error.hint, tone="warning" if isinstance(error, Refused | Conflict) else "trouble")

    def move_on(self) -> None:
        """Take good news away, since its page is left; trouble stays."""
        if self.tone in ("plain", "good"):
            self.clear()

    def clear(self) -> None:
        """Empty the bar, down to its greeting."""
        self._timer.stop()
        put_shape(self._shape, "keys", COLOURS.soft_ink)
        self._shape.setVisible(bool(self.greeting))
        self._message.clear()
        self._hint.setText(self.greeting)
        put_look(self, "tone", "plain")
