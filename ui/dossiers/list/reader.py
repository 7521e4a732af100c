"""Reading a list into its table: its start, its end, what comes next, how long it is. Everything by jobs."""

from dataclasses import replace
from threading import Event

from PySide6.QtCore import QObject, Signal

from desk_app.kernel.errors import DeskError
from ui.dossiers.list import desk_side
from ui.dossiers.list.desk_side import More
from ui.dossiers.list.state import Opened
from ui.dossiers.list.table import ListTable
from ui.shell.page import Context


class Reader(QObject):
    """Keeps the table filled; says ``opened`` when a list is there, ``counted`` when its length is known.

    ``filled`` says that other rows stand in the table than before.

    Another list ends whatever is still being read for the one before: also a long count.
    """

    opened = Signal()
    counted = Signal()
    filled = Signal()
    refused = Signal(object)

    def __init__(self, context: Context, table: ListTable) -> None:
        super().__init__(table)
        self._context = context
        self._table = table
        self._stop = Event()
        self._is_fetching = False
        self.now: Opened | None = None
        self.total: int | None = None
        table.near_end.connect(lambda: self._fetch(back=False))
        table.near_start.connect(lambda: self._fetch(back=True))
        table.end_wanted.connect(self._go_to_end)
        table.start_wanted.connect(self._go_to_start)

    def open(self, about: str) -> None:
        """Open a list at its start."""
        desk, by, stop = self._context.desk, self._context.actor.id, self._fresh_stop()
        self._context.jobs.read(
            lambda: desk_side.opened_list(desk, by, about, stop.is_set),
            self._on_opened,
            failed=self._on_refused,
            latest="list",
        )

    def read_again(self) -> None:
        """Read what is held again, and count again; the keyboard stays where it stands."""
        if self.now is None:
            return
        desk, by, stop = self._context.desk, self._context.actor.id, self._fresh_stop()
        now = replace(self.now, window=self._table.window_of_rows)
        self._context.jobs.read(
            lambda: desk_side.read_again(desk, by, now, stop.is_set), self._on_read_again, latest="list"
        )
        self._count()

    def _fresh_stop(self) -> Event:
        self._stop.set()
        self._stop = Event()
        self._is_fetching = False
        return self._stop

    def _on_refused(self, error: DeskError) -> None:
        self.refused.emit(error)

    def _on_opened(self, opened: Opened) -> None:
        self.now, self.total = opened, None
        self._table.show_from(opened.window)
        self.opened.emit()
        self.filled.emit()
        self._count()

    def _on_read_again(self, opened: Opened) -> None:
        self.now = opened
        self._table.show_window(opened.window)
        self.opened.emit()
        self.filled.emit()

    def _count(self) -> None:
        if self.now is not None:
            desk, by, wanted, stop = self._context.desk, self._context.actor.id, self.now.wanted, self._stop
            self._context.jobs.read(
                lambda: desk_side.counted(desk, by, wanted, stop.is_set), self._on_counted, latest="count"
            )

    def _on_counted(self, total: int) -> None:
        self.total = total
        self._table.know(self._table.window_of_rows.counted(total))
        self.counted.emit()

    def _fetch(self, *, back: bool) -> None:
        lines = self._table.rows
        if self._is_fetching or self.now is None or not lines:
            return
        self._is_fetching = True
        desk, by, stop = self._context.desk, self._context.actor.id, self._stop
        wanted, edge = self.now.wanted, lines[0 if back else -1].row
        self._context.jobs.read(
            lambda: desk_side.more_of(desk, by, wanted, edge, back, stop.is_set),
            self._on_before if back else self._on_after,
            latest="list",
        )

    def _on_after(self, more: More) -> None:
        self._is_fetching = False
        self._table.lengthen(more.lines, at_end=more.is_last)
        self.filled.emit()

    def _on_before(self, more: More) -> None:
        self._is_fetching = False
        self._table.precede(more.lines, at_start=more.is_last)
        self.filled.emit()

    def _go_to_start(self) -> None:
        if self.now is not None:
            self.open(self.now.about)

    def _go_to_end(self) -> None:
        if self.now is not None:
            desk, by, now, stop = self._context.desk, self._context.actor.id, self.now, self._fresh_stop()
            self._context.jobs.read(lambda: desk_side.end_of(desk, by, now, stop.is_set), self._on_end, latest="list")

    def _on_end(self, opened: Opened) -> None:
        window = opened.window if self.total is None else opened.window.counted(self.total)
        self.now = replace(opened, window=window)
        self._table.show_from(window, at_end=True)
        self.filled.emit()
        if self.total is None:
            self._count()
