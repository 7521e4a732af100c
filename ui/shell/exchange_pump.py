"""Keeps the exchange folder going: every few seconds what is new here goes in, and what is new there is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desk_app.accounts.rules import Account, allows
from desk_app.kernel.errors import DeskError, DeviceTrouble

if TYPE_CHECKING:
    from desk_app.desk import Desk
    from desk_app.sync.exchange.exchange import Exchanged
    from ui.shell.jobs import Jobs

_LOOK_EVERY_MS = 3_000
_EXCHANGE = "sync.exchange"


class ExchangePump(QObject):
    """Says ``taken`` when others' work came in, and ``troubled`` once when the folder goes out of reach."""

    taken = Signal()
    troubled = Signal(object)

    def __init__(self, desk: Desk, actor: Account, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._by = actor.id
        self._may = allows(actor, _EXCHANGE, desk.journal.time.now().date())
        self._jobs = jobs
        self._looking = False
        self._is_out_of_reach = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now and every few seconds; never for somebody who may not exchange."""
        if self._may:
            self._timer.start()
            self.look()

    def stop(self) -> None:
        """Begin no further look; the one that is under way is finished."""
        self._timer.stop()

    def look(self) -> None:
        """Look once, unless a look is under way: a slow network makes them rarer, never more."""
        if self._may and not self._looking:
            self._looking = True
            self._jobs.exchanging(lambda: _look(self._desk, self._by), self._on_looked, failed=self._on_failed)

    def _on_looked(self, done: Exchanged | None) -> None:
        self._looking = self._is_out_of_reach = False
        if done is not None and done.taken:
            self.taken.emit()

    def _on_failed(self, error: DeskError) -> None:
        self._looking = False
        if not self._is_out_of_reach:
            self._is_out_of_reach = isinstance(error, DeviceTrouble)
            self.troubled.emit(error)


def _look(desk: Desk, by: str) -> Exchanged | None:
    # Imported late: most desks have no such folder, and need none of what opens bundles.
    from desk_app.sync.exchange.exchange import find_folder, look

    return None if find_folder(desk.sync) is None else look(desk.sync, by=by)
