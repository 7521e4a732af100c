"""What every tab of the page has: its strips, its actions by key, one write at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desk_app.desk import Desk
from desk_app.journal.write_door import Written
from desk_app.kernel.errors import DeskError, InvalidInput
from ui.shell.one_write import Doing, OneWrite
from ui.shell.page import Context
from ui.shell.scanning.thing import ScannedThing
from ui.widgets.parts import button, grown
from ui.widgets.strip import Strip

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Action:
    """One thing a tab can do: its key, its words, what runs; ``is_main`` stands out."""

    key: str
    words: str
    run: Callable[[], None]
    is_main: bool = False


class View(QWidget):
    """One tab; says ``written`` when something was."""

    written = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.strips: tuple[Strip, ...] = ()
        self.deeds: tuple[Action, ...] = ()
        self.buttons: dict[str, QPushButton] = {}
        self._one = OneWrite(context, self)

    def arrive(self) -> None:
        """Come to the front with the keyboard where work begins."""
        self.refresh()

    def refresh(self) -> None:
        """Read anew what is shown."""

    def scanned(self, thing: ScannedThing) -> bool:
        """Take a scanned text that belongs here; False for any other."""
        return False

    def escape(self) -> bool:
        """Close an open strip."""
        opened = [strip for strip in self.strips if strip.isVisible()]
        for strip in opened:
            strip.put_away()
        return bool(opened)

    def act(self, key: str) -> None:
        """Do what ``key`` does here, where its button allows it."""
        for each in self.deeds:
            if each.key == key and self.buttons[key].isEnabled():
                each.run()

    def made_buttons(self, actions: Sequence[Action]) -> list[QPushButton]:
        """Keep these actions and return a button for each."""
        self.deeds = tuple(actions)
        self.buttons = {
            each.key: button(each.words, each.run, key=each.key, kind="main" if each.is_main else "")
            for each in self.deeds
        }
        return [*self.buttons.values()]

    def column(self) -> QVBoxLayout:
        """Return the layout of the tab, its strips on top; what the tab shows comes below them."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(8))
        for strip in self.strips:
            layout.addWidget(strip)
        return layout

    def open_strip(self, strip: Strip, title: str, **texts: str) -> None:
        """Open one strip in place of any other, with ``texts`` in its fields; its answer is one command."""
        self.escape()
        self._one.fresh()
        strip.open(title)
        for name, text in texts.items():
            strip.fields[name].put(text)

    def fresh(self) -> None:
        """Let the next write be a command of its own."""
        self._one.fresh()

    def read(self, work: Callable[[Desk, str], T], done: Callable[[T], None]) -> None:
        """Read on a thread of its own and bring home the newest answer."""
        desk, by = self.context.desk, self.context.actor.id
        self.context.jobs.read(lambda: work(desk, by), done, latest=type(self).__name__)

    def write(self, work: Callable[[Doing], Written], said: str) -> None:
        """Write once; ``said`` is told when it stands on the disk."""
        self._one.do(work, lambda written: self._on_written(written, said), self.refused)

    def refused(self, error: DeskError) -> None:
        """Say an error beside its field in the open strip, else in the message bar."""
        opened = next((strip for strip in self.strips if strip.isVisible()), None)
        if opened is not None:
            opened.do_button.setEnabled(True)
        if opened is None or not (isinstance(error, InvalidInput) and opened.refuse(error)):
            self.context.messages.report(error)

    def _on_written(self, written: Written, said: str) -> None:
        self.escape()
        self.context.messages.say(said)
        self.took(written)
        self.written.emit()
        self.context.wrote()

    def took(self, written: Written) -> None:
        """Hear what was just written."""
