"""What can happen to a queue ticket; the subject of each entry is the ticket's id. Numbers only: no name is ever asked.

A fact that a counter causes names it, so that after two desks have called one ticket it is clear whose word counts.
"""

from datetime import date, datetime
from typing import ClassVar, Literal

from desk_app.journal.fact import Fact

Priority = Literal["", "elderly", "disabled", "pregnant", "policy"]
Source = Literal["kiosk", "counter", "command"]


class Taken(Fact):
    """Somebody took a number; ``priority`` is why they go first, empty for everybody else."""

    KIND: ClassVar[str] = "ticket.taken"

    day: date
    field: str
    letter: str
    number: int
    priority: Priority
    source: Source
    taken_at: datetime


class Called(Fact):
    """A counter called the number for the first time, or the absent one once more."""

    KIND: ClassVar[str] = "ticket.called"

    counter: str
    called_at: datetime


class CalledAgain(Fact):
    """The counter called once more: nobody had come yet."""

    KIND: ClassVar[str] = "ticket.called_again"

    counter: str
    called_at: datetime


class Skipped(Fact):
    """Nobody came; the number may be called again later."""

    KIND: ClassVar[str] = "ticket.skipped"

    counter: str
    skipped_at: datetime


class Transferred(Fact):
    """The number waits for another field, or for one counter (empty: any); it keeps its place by time."""

    KIND: ClassVar[str] = "ticket.transferred"

    field: str
    for_counter: str
    transferred_at: datetime


class Begun(Fact):
    """The person stands at the counter and is served."""

    KIND: ClassVar[str] = "ticket.begun"

    counter: str
    begun_at: datetime


class Done(Fact):
    """The person was served."""

    KIND: ClassVar[str] = "ticket.done"

    done_at: datetime


class Withdrawn(Fact):
    """The person gave the number back, or it was taken by mistake."""

    KIND: ClassVar[str] = "ticket.withdrawn"

    reason: str
    withdrawn_at: datetime


class DayClosed(Fact):
    """The day was over before the number was served."""

    KIND: ClassVar[str] = "ticket.day_closed"

    closed_at: datetime


class DossierLinked(Fact):
    """The visit with this number led to a dossier; one visit may lead to several."""

    KIND: ClassVar[str] = "ticket.dossier_linked"

    dossier: str


class LinePut(Fact):
    """A field of work queues under this letter; closed, it gives out no numbers."""

    KIND: ClassVar[str] = "ticket.line_put"

    field: str
    letter: str
    is_open: bool


_LINE = "ticket_line:"


def line_subject(field: str) -> str:
    """Return the subject of the entries about one field's line."""
    return f"{_LINE}{field}"


def field_of(subject: str) -> str:
    """Return the field whose line ``subject`` is about."""
    return subject.removeprefix(_LINE)
