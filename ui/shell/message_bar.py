"""The bar at the bottom: what happened, what is safe, what to do. It never asks and never stops anybody."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desk_app.kernel.errors import Cancelled, Conflict, DeskError, Refused
from desk_app.kernel.time_source import SystemTime
from ui.widgets.colours import COLOURS
from ui.widgets.parts import button, grown, label, put_look, put_shape, shape

_SHORT_MS = 9_000
_KEPT = 20
_MESSAGE_SHARE = 0.5
# What Qt takes for no limit.
_ANY_WIDTH = (1 << 24) - 1
TONES = {
    "plain": ("info", COLOURS.soft_ink),
    "good": ("tick", COLOURS.good),
    "warning": ("warning", COLOURS.warning),
    "trouble": ("late", COLOURS.danger),
}
_TONE_OF: tuple[tuple[type[DeskError], str], ...] = (
    (Cancelled, "plain"),
    (Refused, "warning"),
    (Conflict, "warning"),
    (DeskError, "trouble"),
)


@dataclass(frozen=True, kw_only=True)
class Said:
    """One message as it was said."""

    at: datetime
    message: str
    hint: str
    tone: str


@dataclass(frozen=True, kw_only=True)
class Act:
    """What can be done about a message while it stands there: «In lại  Ctrl+J», say."""

    words: str
    key: str
    run: Callable[[], object]


class MessageBar(QWidget):
    """Shows one message at a time; good news goes away by itself, trouble stays until the next message or Esc.

    ``greeting`` stands there when there is nothing to say; ``now`` gives the moment of a message.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("messages")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.now: Callable[[], datetime] = SystemTime().now
        self._past: deque[Said] = deque(maxlen=_KEPT)
        self._act: Act | None = None
        self._act_key: QShortcut | None = None
        self._shape = shape("info", COLOURS.soft_ink)
        self._message = label("", "strong")
        self._hint = label("", wrap=True)
        self._button: QPushButton = button("", self.do_act)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(14, 4, 14, 4)
        self.setMinimumHeight(grown(28))
        for part, stretch in ((self._shape, 0), (self._message, 0), (self._hint, 1), (self._button, 0)):
            self._layout.addWidget(part, stretch)
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

    @property
    def past(self) -> tuple[Said, ...]:
        """Return the last 20 messages, the newest first."""
        return tuple(reversed(self._past))

    def forget(self) -> None:
        """Forget what was said: the next person must not read it."""
        self._past.clear()

    def say(self, message: str, hint: str = "", *, tone: str = "good", act: Act | None = None) -> None:
        """Show a message in one of the tones plain, good, warning, trouble; ``act`` is offered as long as it stands."""
        self._keep(Said(at=self.now(), message=message, hint=hint, tone=tone))
        put_shape(self._shape, *TONES[tone])
        self._shape.show()
        self._message.setText(message)
        self._hint.setText(hint)
        self._fit()
        self._offer(act)
        put_look(self, "tone", tone)
        if tone in ("plain", "good"):
            self._timer.start(_SHORT_MS)
        else:
            self._timer.stop()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text))

    def report(self, error: DeskError) -> None:
        """Show an error: a person's own cancel plainly, a rule's refusal as a warning, anything else as trouble."""
        self.say(error.message, error.hint, tone=next(tone for kind, tone in _TONE_OF if isinstance(error, kind)))

    def do_act(self) -> None:
        """Do what the message offers, once."""
        act = self._act
        if act is not None:
            self.clear()
            act.run()

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
        self._offer(None)
        put_look(self, "tone", "plain")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a long message several lines rather than more width than there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        most = round(self.width() * _MESSAGE_SHARE)
        long = self._message.fontMetrics().horizontalAdvance(self._message.text()) > most
        self._message.setWordWrap(long)
        self._message.setMinimumWidth(most if long else 0)
        self._message.setMaximumWidth(most if long else _ANY_WIDTH)

    def _keep(self, said: Said) -> None:
        """Keep a message, once where the very same is said again and again."""
        if self._past and replace(self._past[-1], at=said.at) == said:
            self._past.pop()
        self._past.append(said)

    def _offer(self, act: Act | None) -> None:
        self._act = act
        if self._act_key is not None:
            self._act_key.setParent(None)
            self._act_key.deleteLater()
            self._act_key = None
        self._button.setVisible(act is not None)
        if act is not None:
            self._button.setText(f"{act.words}  {act.key}")
            self._button.setAccessibleName(act.words)
            self._act_key = QShortcut(QKeySequence(act.key), self.window())
            self._act_key.activated.connect(self.do_act)
