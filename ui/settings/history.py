"""Who changed what, and when: read from the journal, shown as a short list."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from desk_app.desk import Desk
from desk_app.journal.fact import Fact
from desk_app.kernel.translations import _
from ui.widgets.colours import COLOURS
from ui.widgets.table import Column, Look


@dataclass(frozen=True, kw_only=True)
class Change:
    """One change: when it was written, by whom, and what it says."""

    at: datetime
    who: str
    words: str


def changes_of(desk: Desk, subjects: Iterable[str], words: Callable[[Fact], str]) -> tuple[Change, ...]:
    """Return everything written about these subjects that ``words`` has words for, newest first."""
    book = desk.accounts.present_book()
    recorded = [each for subject in subjects for each in desk.journal.history(subject)]
    found: list[Change] = []
    for each in sorted(recorded, key=lambda one: one.entry.order, reverse=True):
        if said := words(each.fact):
            account = book.find(each.entry.actor)
            found.append(Change(at=each.at, who=account.name if account else _("máy này"), words=said))
    return tuple(found)


def columns() -> tuple[Column[Change], ...]:
    """Return the columns in which changes are shown."""
    return (
        Column(title=_("Lúc"), look=lambda change: Look(words=f"{change.at:%H:%M %d/%m/%Y}")),
        Column(title=_("Người ghi"), look=lambda change: Look(words=change.who)),
        Column(
            title=_("Thay đổi"), look=lambda change: Look(words=change.words, colour=COLOURS.soft_ink), stretches=True
        ),
    )
