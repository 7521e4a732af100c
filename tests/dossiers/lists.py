"""Lists at a rehearsal desk, asked for in one line."""

from datetime import datetime, timedelta
from typing import Any

from desk_app.dossiers.commands import finish_step, hand_over, issue_result
from desk_app.dossiers.listing.pages import asker_of, count_of, page_of
from desk_app.dossiers.listing.saved import opened
from desk_app.dossiers.register import register
from desk_app.dossiers.tables.listing import ListRow
from desk_app.kernel.time_source import VIETNAM
from tests.desks import RehearsalDesk, form

LINKED = "2.000986"
THREE_DAYS = "1.004194"
MONDAY = datetime(2026, 11, 23, 8, 15, tzinfo=VIETNAM)


def receive(desk: RehearsalDesk, name: str, procedure: str = "1.001193", role: str = "officer", **values: Any) -> str:
    """Register a dossier a minute after the one before, and return its id."""
    desk.time.advance(timedelta(minutes=1))
    by = desk.accounts_by_role["officer"] if role == "officer" else desk.admin
    what = form(name, procedure, **values)
    return register(desk.dossiers, by=by, form=what, command_id=desk.journal.new_id()).subject


def settle(desk: RehearsalDesk, dossier: str, role: str = "officer") -> None:
    """Issue the result of a dossier."""
    by = desk.accounts_by_role[role]
    issue_result(desk.dossiers, by=by, dossier=dossier, command_id=desk.journal.new_id())


def give(desk: RehearsalDesk, dossier: str) -> None:
    """Hand over the result of a dossier."""
    by = desk.accounts_by_role["officer"]
    hand_over(desk.dossiers, by=by, dossier=dossier, command_id=desk.journal.new_id())


def step(desk: RehearsalDesk, dossier: str, agency: str = "", role: str = "officer") -> None:
    """Let an agency finish its part."""
    by = desk.accounts_by_role[role]
    finish_step(desk.dossiers, by=by, dossier=dossier, agency=agency, command_id=desk.journal.new_id())


def rows(desk: RehearsalDesk, asked: str, **more: Any) -> tuple[ListRow, ...]:
    """Return the rows of the list that the officer asks for."""
    officer = desk.accounts_by_role["officer"]
    wanted = opened(desk.dossiers, account=officer, asked=asked)
    return page_of(desk.dossiers, wanted, asker_of(desk.dossiers, officer), **more)


def names(desk: RehearsalDesk, asked: str) -> list[str]:
    """Return who stands in the list, and see that its count says the same."""
    found = [row.name for row in rows(desk, asked)]
    officer = desk.accounts_by_role["officer"]
    wanted = opened(desk.dossiers, account=officer, asked=asked)
    assert count_of(desk.dossiers, wanted, asker_of(desk.dossiers, officer)) == len(found)
    return found
