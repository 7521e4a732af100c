"""Keeps this desk's data safe by itself: the copy of the day soon after the start, one rehearsal a month; nobody waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desk_app.kernel.errors import Cancelled, DeskError
from desk_app.kernel.translations import _

if TYPE_CHECKING:
    from desk_app.desk import Desk
    from desk_app.upkeep.records import Rehearsed
    from ui.shell.jobs import Jobs
    from ui.shell.progress import Progress

# The first minutes of a morning belong to the queue at the counter.
_FIRST_LOOK_MS = 120_000
_LOOK_EVERY_MS = 30 * 60_000


class UpkeepPump(QObject):
    """Says ``troubled`` when the copy of the day fails, once for each reason, and ``kept`` when something was done."""

    kept = Signal()
    troubled = Signal(object)

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._busy = False
        self._told = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look some minutes from now, and twice an hour afterwards: the stick may be plugged in at noon."""
        self._timer.start(_FIRST_LOOK_MS)

    def stop(self) -> None:
        """Begin nothing more; what is under way ends with the window."""
        self._timer.stop()

    def look(self) -> None:
        """See whether something is due, unless that is being done already."""
        self._timer.setInterval(_LOOK_EVERY_MS)
        if not self._busy:
            self._busy = True
            # On the thread of the exchange folder: a shared folder that hangs keeps nobody else waiting.
            self._jobs.exchanging(lambda: _is_due(self._desk), self._on_asked, failed=self._on_failed)

    def _on_asked(self, due: bool) -> None:
        if not due:
            self._busy = False
            return
        title = _("Sao lưu hằng ngày")
        self._jobs.long(
            lambda progress: _keep(self._desk, progress), self._on_kept, title=title, failed=self._on_failed
        )

    def _on_kept(self, rehearsed: Rehearsed | None) -> None:
        self._busy, self._told = False, ""
        self.kept.emit()
        if rehearsed is not None and not rehearsed.ok:
            self.troubled.emit(
                DeskError(
                    "upkeep.rehearsal", _("Diễn tập khôi phục KHÔNG đạt."), _("Mở Cài đặt › Sao lưu, sao lưu lại.")
                )
            )

    def _on_failed(self, error: DeskError) -> None:
        self._busy = False
        if not isinstance(error, Cancelled) and error.code != self._told:
            self._told = error.code
            self.troubled.emit(error)


def _is_due(desk: Desk) -> bool:
    # Imported late: what copies and restores is none of the first second's business.
    from desk_app.restoring.rehearse import is_rehearsal_due
    from desk_app.upkeep.back_up import is_copy_due

    return is_copy_due(desk.upkeep) or is_rehearsal_due(desk)


def _keep(desk: Desk, progress: Progress) -> Rehearsed | None:
    """Make the copy of the day, then the rehearsal of the month, each where it is due."""
    from desk_app.restoring.rehearse import rehearsal_of_month
    from desk_app.upkeep.back_up import copy_of_day

    copy_of_day(desk.upkeep, progress.say)
    return rehearsal_of_month(desk, lambda: progress.say(0, 0))
