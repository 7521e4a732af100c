"""What the page of lists asks of the desk; every function runs on a job's thread."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desk_app.desk import Desk
from desk_app.dossiers.listing import saved
from desk_app.dossiers.listing.export import FIND, Exported, export
from desk_app.dossiers.listing.pages import PAGE, asker_of, count_of, page_of
from desk_app.dossiers.listing.selection import selection_of
from desk_app.dossiers.listing.wanted import NOT_CLOSED, Wanted
from desk_app.dossiers.tables.listing import ListRow, agencies
from desk_app.kernel.texts import collation_key
from ui.dossiers.list.state import Line, Naming, Opened, Window, lines_of
from ui.dossiers.list.words import Offered
from ui.shell.progress import Progress

Stop = Callable[[], bool]


@dataclass(frozen=True, kw_only=True)
class More:
    """Rows that follow those at hand; ``is_last`` says that the list ends with them."""

    lines: tuple[Line, ...]
    is_last: bool


def opened_list(desk: Desk, by: str, about: str, stop: Stop) -> Opened:
    """Open a list at its start; raises ``NotAllowed`` for somebody who may not search."""
    desk.require(by, FIND)
    wanted = saved.opened(desk.dossiers, account=by, asked=about)
    return Opened(about=about, wanted=wanted, window=_window(desk, by, wanted, None, PAGE, stop))


def read_again(desk: Desk, by: str, now: Opened, stop: Stop) -> Opened:
    """Read the held part of a list again, beginning where it began."""
    desk.require(by, FIND)
    before: tuple[ListRow, ...] = ()
    window = now.window
    if not window.at_start and window.lines:
        asker = asker_of(desk.dossiers, by)
        first = window.lines[0].row
        before = page_of(desk.dossiers, now.wanted, asker, after=first, back=True, limit=1, is_stopped=stop)
    limit = max(PAGE, len(window.lines))
    again = _window(desk, by, now.wanted, before[0] if before else None, limit, stop)
    if before:
        again = Window(lines=again.lines, first=window.first, at_start=False, at_end=again.at_end)
    return Opened(about=now.about, wanted=now.wanted, window=again)


def end_of(desk: Desk, by: str, now: Opened, stop: Stop) -> Opened:
    """Open the same list at its end."""
    desk.require(by, FIND)
    rows = page_of(desk.dossiers, now.wanted, asker_of(desk.dossiers, by), back=True, limit=PAGE + 1, is_stopped=stop)
    window = Window(lines=_lines(desk, rows[-PAGE:]), first=None, at_start=len(rows) <= PAGE, at_end=True)
    return Opened(about=now.about, wanted=now.wanted, window=window)


def more_of(desk: Desk, by: str, wanted: Wanted, after: ListRow, back: bool, stop: Stop) -> More:
    """Return the rows after the last one held, or with ``back`` those before the first."""
    desk.require(by, FIND)
    asker = asker_of(desk.dossiers, by)
    rows = page_of(desk.dossiers, wanted, asker, after=after, back=back, limit=PAGE + 1, is_stopped=stop)
    kept = rows[-PAGE:] if back else rows[:PAGE]
    return More(lines=_lines(desk, kept), is_last=len(rows) <= PAGE)


def counted(desk: Desk, by: str, wanted: Wanted, stop: Stop) -> int:
    """Return how long a list is."""
    return count_of(desk.dossiers, wanted, asker_of(desk.dossiers, by), is_stopped=stop)


def offered(desk: Desk, by: str) -> Offered:
    """Return what the filters may be set to."""
    db, now = desk.journal.reading(), desk.journal.time.now()
    open_ones = selection_of(Wanted(statuses=NOT_CLOSED), asker_of(desk.dossiers, by))
    accounts = desk.accounts.present_book().list_accounts()
    return Offered(
        procedures=tuple((each.code, each.name) for each in desk.catalogue.book.get(db).current(now.date())),
        people=tuple((each.id, each.name) for each in accounts),
        units=tuple((each, each) for each in sorted(agencies(db, open_ones), key=collation_key)),
        saved=tuple(each.name for each in saved.saved_of(desk.dossiers, account=by)),
        names={account.id: account.name for account in accounts},
    )


def exported(
    desk: Desk, by: str, wanted: Wanted, title: str, folder: Path, progress: Progress, *, make: bool
) -> Exported:
    """Write the whole list to a new Excel file in ``folder``; with ``make`` the folder is made where it is missing."""
    if make:
        folder.mkdir(parents=True, exist_ok=True)
    return export(desk.dossiers, wanted, by=by, title=title, folder=folder, say=progress.say)


def _window(desk: Desk, by: str, wanted: Wanted, after: ListRow | None, limit: int, stop: Stop) -> Window:
    asker = asker_of(desk.dossiers, by)
    rows = page_of(desk.dossiers, wanted, asker, after=after, limit=limit + 1, is_stopped=stop)
    return Window(lines=_lines(desk, rows[:limit]), at_end=len(rows) <= limit)


def _lines(desk: Desk, rows: tuple[ListRow, ...]) -> tuple[Line, ...]:
    return lines_of(rows, Naming(desk.catalogue.present_of_offices(), desk.journal.time.now()))
