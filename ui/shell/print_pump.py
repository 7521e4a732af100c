"""Keeps the printer going: prints whatever waits, one job at a time, at the start and after every change."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desk_app.printing.tables import count_open_jobs

if TYPE_CHECKING:
    from desk_app.desk import Desk
    from desk_app.printing.outcome import Outcome
    from ui.shell.jobs import Jobs

_LOOK_EVERY_MS = 5_000
_READY_AFTER_MS = 2_000
_UNDER_WAY = frozenset({"waiting", "offline", "printing"})


class PrintPump(QObject):
    """Says ``changed`` with the number of jobs that still wait for a printer or a person."""

    changed = Signal(int)

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._printing = False
        self._again = False
        self._told = -1
        self._printed_one = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._ready = QTimer(self)
        self._ready.setSingleShot(True)
        self._ready.setInterval(_READY_AFTER_MS)
        self._ready.timeout.connect(lambda: jobs.printing(lambda: _get_ready(desk), self._on_ready))

    def start(self) -> None:
        """Print what waits now and look again every few seconds: a printer that was off gets its next try."""
        self._timer.start()
        self._ready.start()
        self.look()

    def stop(self) -> None:
        """Begin no further job; the one that is being printed is finished."""
        self._timer.stop()
        self._ready.stop()

    def look(self) -> None:
        """Print the oldest job that is up, on the printer's thread; once more afterwards if asked meanwhile."""
        if self._printing:
            self._again = True
        else:
            self._printing = True
            self._jobs.printing(lambda: _print_one(self._desk), self._on_printed)

    def _on_printed(self, outcome: Outcome | None) -> None:
        self._printing = False
        self._printed_one = self._printed_one or outcome is not None
        if self._timer.isActive() and (outcome is not None or self._again):
            self._again = False
            self.look()
        self._jobs.read(lambda: _waiting(self._desk), self._on_counted, latest="waiting")

    def _on_ready(self, _nothing: None) -> None:
        """Set aside what is loaded by now: it stays to the end, and looking through it for waste took 0.1 s each time.

        Measured while a long list was exported: the longest frame fell with it. Once a process, or waste of a window that was
        closed would be set aside too.
        """
        if not gc.get_freeze_count():
            gc.freeze()

    def _on_counted(self, waiting: int) -> None:
        if waiting != self._told or self._printed_one:
            self._told, self._printed_one = waiting, False
            self.changed.emit(waiting)


def _get_ready(desk: Desk) -> None:
    """Load what draws papers while nobody waits for one: at the first receipt the window would stand still for it."""
    db = desk.journal.reading()
    printer = next(iter(desk.printing.own_printers(db).values()), None)
    if printer is None:
        return
    from desk_app.printing.escpos_bytes import receipt_bytes
    from desk_app.printing.printers import width_dots
    from desk_app.printing.trial_page import trial_page

    receipt_bytes(trial_page(printer, desk.journal.time.now()), width_dots(printer))


def _print_one(desk: Desk) -> Outcome | None:
    if not count_open_jobs(desk.journal.reading()).keys() & _UNDER_WAY:
        return None
    # Imported late: what draws papers takes time and memory, which a desk without paper need not spend.
    from desk_app.printing.worker import run_once

    return run_once(desk.printing)


def _waiting(desk: Desk) -> int:
    return sum(count_open_jobs(desk.journal.reading()).values())
