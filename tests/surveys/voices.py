"""Hands for tests of complaints, surveys and the self-assessment."""

from collections.abc import Callable
from typing import Any

from desk_app.journal.write_door import Written
from desk_app.surveys.complaint import Complaint
from desk_app.surveys.complaints import NewComplaint, list_complaints, receive
from tests.desks import RehearsalDesk


def act(desk: RehearsalDesk, command: Callable[..., Written], role: str = "officer", **given: Any) -> Written:
    """Carry out a command of the room as somebody of a role."""
    return command(desk.surveys, by=desk.accounts_by_role[role], command_id=desk.journal.new_id(), **given)


def complained(desk: RehearsalDesk, text: str = "Chờ lâu quá", role: str = "officer", **given: Any) -> str:
    """Take a complaint down and return its id."""
    return act(desk, receive, role, new=NewComplaint(text=text, **given)).subject


def every(desk: RehearsalDesk, role: str = "leader", *, is_open: bool = False) -> tuple[Complaint, ...]:
    """Return what somebody of a role may read."""
    return list_complaints(desk.surveys, desk.accounts_by_role[role], is_open=is_open)


def the(desk: RehearsalDesk, id_: str) -> Complaint:
    """Return one complaint as the leader sees it."""
    return next(each for each in every(desk) if each.id == id_)
