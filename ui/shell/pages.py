"""The one table in which pages register."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desk_app.accounts.rules import Account, allows
from ui.dossiers.card.page import CardPage
from ui.dossiers.find.page import FindPage
from ui.dossiers.registration.page import RegistrationPage
from ui.home.page import HomePage
from ui.printing.queue.page import QueuePage
from ui.shell.page import Context, Page


@dataclass(frozen=True, kw_only=True)
class PageEntry:
    """One page: its key in ``go``, what the rail shows, the key that opens it, who may see it, what makes it."""

    key: str
    title: str
    glyph: str
    shortcut: str
    permission: str
    make: Callable[[Context], Page]
    on_rail: bool = True


PAGES: tuple[PageEntry, ...] = (
    PageEntry(key="home", title="Hôm nay", glyph="home", shortcut="F4", permission="dossiers.find", make=HomePage),
    PageEntry(
        key="registration",
        title="Tiếp nhận",
        glyph="new",
        shortcut="F2",
        permission="dossiers.register",
        make=RegistrationPage,
    ),
    PageEntry(key="find", title="Tìm hồ sơ", glyph="find", shortcut="F3", permission="dossiers.find", make=FindPage),
    PageEntry(
        key="card",
        title="Thẻ hồ sơ",
        glyph="done",
        shortcut="",
        permission="dossiers.view",
        make=CardPage,
        on_rail=False,
    ),
    PageEntry(key="queue", title="Hàng đợi in", glyph="print", shortcut="F9", permission="jobs.retry", make=QueuePage),
)


def pages_of(account: Account, today: date) -> tuple[PageEntry, ...]:
    """Return the pages that ``account`` may open, in the order of the rail; the first is where its day starts."""
    return tuple(entry for entry in PAGES if allows(account, entry.permission, today))
