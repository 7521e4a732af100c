"""Keeps what the screens showed: on the disk at once, in the journal as soon as somebody is signed in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk_app.accounts.rules import Account, allows
from desk_app.signage.commands import LOG
from ui.citizen import desk_side
from ui.citizen.play_log import Note

if TYPE_CHECKING:
    from desk_app.desk import Desk
    from desk_app.kernel.errors import DeskError
    from ui.shell.jobs import Jobs


class PlayKeeper(QObject):
    """Writes notes of play by jobs; ``who`` returns the account signed in, None for nobody."""

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        parent: QObject,
        *,
        who: Callable[[], Account | None],
        report: Callable[[DeskError], None],
    ) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._who, self._report = desk, jobs, who, report

    def keep(self, notes: tuple[Note, ...]) -> None:
        """Keep notes on the disk, also while nobody is signed in."""
        if notes:
            self._jobs.write(partial(desk_side.noted, self._desk, notes), self._on_kept, failed=self._report)

    def enter(self) -> None:
        """Enter what was played in the journal, where somebody is signed in to do it."""
        account = self._who()
        if account is not None and allows(account, LOG, self._desk.journal.time.now().date()):
            work = partial(desk_side.entered, self._desk, account.id, self._desk.journal.new_id())
            self._jobs.write(work, self._on_kept, failed=self._report)

    def print_slip(self, account: Account, dossier: str) -> None:
        """Print the rating slip of a hand-over."""
        work = partial(desk_side.slip_printed, self._desk, account.id, dossier, self._desk.journal.new_id())
        self._jobs.write(work, self._on_kept, failed=self._report)

    def _on_kept(self, _nothing: None) -> None:
        """Nothing to show: it stands on the disk."""
