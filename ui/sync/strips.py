"""Strips of the page of sending and receiving: one is open at a time, and what it asked for is carried out by a job."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout

from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.sync.status import Peer
from ui.shell.page import Context
from ui.shell.progress import Progress
from ui.widgets.field import Field
from ui.widgets.parts import label
from ui.widgets.strip import Choices, Strip


class NotedStrip(Strip):
    """A strip that says below its title what happens then, and what is safe."""

    def __init__(
        self,
        note: str,
        fields: list[Field],
        run: Callable[[], None],
        *,
        words: str,
        choices: Choices = (),
        box: str = "",
    ) -> None:
        super().__init__("", fields, run, words=words, choices=choices, box=box)
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)
        layout.insertWidget(1, label(note, "small", wrap=True))


class Moves(QObject):
    """Opens strips and carries out what they ask for; says ``opening`` before one opens, ``done`` with what came of it."""

    opening = Signal()
    done = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._peer: Peer | None = None
        self._command_id = ""
        self._said = ""
        self.all: tuple[Strip, ...] = ()

    def ask(self, strip: Strip, title: str, *, first: str = "", peer: Peer | None = None) -> None:
        """Open one strip instead of any other; ``first`` stands in its first field, ``peer`` is whom it is about."""
        self.opening.emit()
        self._peer = peer
        self._command_id = self._context.desk.journal.new_id()
        strip.open(title)
        field = next(iter(strip.fields.values()), None)
        if field is not None:
            field.put(first)
            field.edit.selectAll()

    def close(self) -> bool:
        """Close what is open; False when nothing is."""
        opened = [strip for strip in self.all if strip.isVisible()]
        for strip in opened:
            strip.put_away()
        return bool(opened)

    def _write(self, work: Callable[[], Any], said: str) -> None:
        self._said = said
        self._context.jobs.write(work, self._on_written, failed=self._on_failed)

    def _long(self, work: Callable[[Progress], Any], title: str) -> None:
        self._context.jobs.long(work, self._on_done, title=title, failed=self._on_failed)

    def _on_written(self, _written: object) -> None:
        self.close()
        self._context.messages.say(self._said, tone="good")
        self.done.emit(None)
        self._context.wrote()

    def _on_done(self, what: object) -> None:
        self.close()
        self.done.emit(what)
        self._context.wrote()

    def _on_failed(self, error: DeskError) -> None:
        strip = next((each for each in self.all if each.isVisible()), None)
        if strip is not None:
            strip.do_button.setEnabled(True)
            if isinstance(error, InvalidInput) and strip.refuse(error):
                return
        self._context.messages.report(error)
