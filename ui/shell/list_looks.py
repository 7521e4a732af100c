"""Looks through lists of citizens, entered in the access log: one for a list, one for a search, none for a row.

Where the rows are dossiers, the look says which they were: a citizen may ask who saw theirs.
"""

from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from desk_app.accounts.commands import LOG_ACCESS, dossiers_look_logged, list_look_logged
from desk_app.accounts.facts import How
from desk_app.journal.write_door import Written
from ui.shell.list_shown import ListShown
from ui.shell.page import Context

_SETTLED_MS = 1_500


class ListLooks(QObject):
    """Hears of every list that a page shows, and enters what stood still or was left.

    What is overtaken within a moment, letter by letter or day by day, was not looked at. What was searched for is not
    entered: it names somebody, and the log lives for ever.
    """

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._waits: ListShown | None = None
        self._searched: Hashable = None
        self._lists: set[Hashable] = set()
        self._named: set[tuple[date, str]] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLED_MS)
        self._timer.timeout.connect(self.enter)
        page.installEventFilter(self)

    def saw(self, look: ListShown) -> None:
        """Take what the page shows now; an empty list, and a page that is not in front, show nobody."""
        self._waits = None
        look = self._unnamed(look)
        if not look.people or not self._page.isVisible() or not self._context.may(LOG_ACCESS):
            return
        known = {self._searched} if look.typed else self._lists
        if self._key(look) not in known:
            self._waits = look
            self._timer.start()

    def enter(self) -> None:
        """Enter what waits, now."""
        look, self._waits = self._waits, None
        self._timer.stop()
        if look is None:
            return
        if look.typed:
            self._searched = self._key(look)
        else:
            self._lists.add(self._key(look))
            self._named.update((self._today, each) for each in look.dossiers)
        self._context.jobs.write(self._entry_of(look), self._on_entered)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter what waits when the page is left; the same search made again later is another look."""
        if watched is self._page and event.type() == QEvent.Type.Hide:
            self.enter()
            self._searched = None
        return False

    def _entry_of(self, look: ListShown) -> Callable[[], Written]:
        """Return the job that enters a look."""
        accounts, by = self._context.desk.accounts, self._context.actor.id
        command_id, words, shown = self._context.desk.journal.new_id(), look.words, look.dossiers
        how: How = "search" if look.typed else "list"
        if shown:
            return lambda: dossiers_look_logged(
                accounts, by=by, words=words, dossiers=shown, how=how, command_id=command_id
            )
        return lambda: list_look_logged(accounts, by=by, words=words, people=look.people, command_id=command_id)

    def _unnamed(self, look: ListShown) -> ListShown:
        """Return a list of dossiers without those that were named today: it is read again after every move."""
        if look.typed or not look.dossiers:
            return look
        anew = tuple(each for each in look.dossiers if (self._today, each) not in self._named)
        return replace(look, dossiers=anew, people=len(anew), asked=(look.asked, anew))

    @property
    def _today(self) -> date:
        return self._context.now().date()

    def _key(self, look: ListShown) -> Hashable:
        return self._today, look.asked

    def _on_entered(self, _written: object) -> None:
        """Nothing is shown: that looking is logged is said in the guide."""
