"""What can happen to one contact of the guidance log, and to the list of procedures the office guides on."""

from datetime import date, datetime
from typing import ClassVar, Literal

from desk_app.dossiers.person import Person
from desk_app.journal.fact import Fact
from desk_app.kernel.records import Record

Channel = Literal["hotline", "zalo", "email", "counter"]


class PaperChecked(Record):
    """A paper of the catalogue that was asked about: the person has it in order, or lacks it."""

    name: str
    has: bool


class GuidanceGiven(Fact):
    """The entry's actor guided somebody; whoever did not give a name stands as a person without one.

    ``procedure`` is a code, empty for a question about something else. ``papers`` are those asked about one by one,
    ``forms`` those sent. ``minutes`` is how long it took. ``follow_up_on`` None: nobody need ask again.
    """

    KIND: ClassVar[str] = "guidance.given"

    channel: Channel
    person: Person
    procedure: str
    advice: str
    papers: tuple[PaperChecked, ...]
    forms: tuple[str, ...]
    minutes: int
    given_at: datetime
    follow_up_on: date | None = None
    follow_up: str = ""


class FollowUpSet(Fact):
    """Somebody will ask again on a day, about this."""

    KIND: ClassVar[str] = "guidance.follow_up_set"

    on: date
    what: str


class FollowUpDone(Fact):
    """Somebody asked again; ``note`` says what came of it."""

    KIND: ClassVar[str] = "guidance.follow_up_done"

    note: str
    done_at: datetime


class GuidanceWithdrawn(Fact):
    """The contact was logged by mistake and counts no more."""

    KIND: ClassVar[str] = "guidance.withdrawn"

    reason: str
    withdrawn_at: datetime


class ProcedureListPut(Fact):
    """From a day on the office guides on these procedures; ``basis`` names the decision that says so."""

    KIND: ClassVar[str] = "guidance.procedures_put"

    valid_from: date
    codes: tuple[str, ...]
    basis: str


_LIST = "guidance_procedures:"


def list_subject(desk: str) -> str:
    """Return the subject of the entries by which a desk puts the list of procedures."""
    return f"{_LIST}{desk}"
