"""What a page is, and what it is given: nothing is fetched from a global."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desk_app.accounts.rules import Account, allows

if TYPE_CHECKING:
    from desk_app.desk import Desk
    from ui.shell.happenings import Happenings
    from ui.shell.jobs import Jobs
    from ui.shell.message_bar import MessageBar
    from ui.shell.scanning.thing import ScannedThing


@dataclass(frozen=True, kw_only=True)
class Context:
    """What every page gets: the desk, the person who acts, and the ways to work, to speak and to move.

    ``go`` opens another page by its key, on what it is about; ``wrote`` tells all pages that something was written, and
    the print queue that something may wait. ``happenings`` tells the screens that citizens see.
    """

    desk: Desk
    actor: Account
    jobs: Jobs
    messages: MessageBar
    go: Callable[[str, str], None]
    wrote: Callable[[], None]
    happenings: Happenings

    def may(self, permission: str) -> bool:
        """Tell whether the person who acts has ``permission`` today; the write door asks again."""
        return allows(self.actor, permission, self.now().date())

    def now(self) -> datetime:
        """Return the desk's present moment."""
        return self.desk.journal.time.now()


class Page(QWidget):
    """One page of the window; it lives from its first opening until its person signs out."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.key_map: list[tuple[str, str]] = []

    def bind(self, keys: str, words: str, run: Callable[[], None]) -> None:
        """Let ``keys`` do ``run`` while this page is in front, and put them on the key map."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(run)
        self.key_map.append((keys, words))

    def arrive(self, about: str) -> None:
        """Come to the front, on what the page is about (empty: nothing in particular), with the focus where work begins."""

    def refresh(self) -> None:
        """Show anew what may have changed: something was written, or the person pressed F5."""

    def tick(self, now: datetime) -> None:
        """Follow the clock; called every second while the page is in front."""

    def escape(self) -> bool:
        """Take Esc for what is open within the page; False lets the window go back."""
        return False

    def scanned(self, thing: ScannedThing) -> bool:
        """Take what was just scanned while this page is in front; False lets it go where such a thing usually goes."""
        return False

    def leave(self) -> None:
        """Put half-typed work into safety: another page, the lock or the end is coming."""
