"""Writing once: while a move is under way no second one begins, and all that a form writes bears the form's own id."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desk_app.desk import Desk
    from desk_app.kernel.errors import DeskError
    from ui.shell.page import Context

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Doing:
    """At which desk, by whom, under which command id."""

    desk: Desk
    by: str
    id: str


class OneWrite(QObject):
    """Writes one thing at a time on the writer's thread; ``parent`` is who waits for it."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._command_id = ""
        self._is_busy = False
        self._done: Callable[[Any], None] = _ignored
        self._failed: Callable[[DeskError], None] = _ignored

    @property
    def is_busy(self) -> bool:
        """Tell whether something is being written."""
        return self._is_busy

    @property
    def doing(self) -> Doing:
        """Return who does the next thing, and under which id."""
        return Doing(desk=self._context.desk, by=self._context.actor.id, id=self._command_id)

    def fresh(self) -> None:
        """Let the next write be a command of its own; a form that opens calls it, so that sent twice it is done once."""
        if not self._is_busy:
            self._command_id = self._context.desk.journal.new_id()

    def do(self, work: Callable[[Doing], T], done: Callable[[T], None], failed: Callable[[DeskError], None]) -> bool:
        """Do ``work`` and hand what it returns to ``done``, its error to ``failed``.

        False, and nothing is begun, while the write before is still under way.
        """
        if self._is_busy:
            return False
        doing = self.doing
        self._is_busy, self._done, self._failed = True, done, failed
        self._context.jobs.write(lambda: work(doing), self._on_done, failed=self._on_failed)
        return True

    def _on_done(self, result: object) -> None:
        self._is_busy = False
        self._done(result)

    def _on_failed(self, error: DeskError) -> None:
        self._is_busy = False
        self._failed(error)


def _ignored(_result: object) -> None:
    """Hear what nobody waits for."""
