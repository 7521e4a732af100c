"""A ticket as its history makes it, and which move each state allows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from desk_app.journal.entry import Recorded
from desk_app.tickets import facts
from desk_app.tickets.numbering import number_text


class State(StrEnum):
    """Where a ticket stands."""

    WAITING = "waiting"
    CALLED = "called"
    ABSENT = "absent"
    SERVING = "serving"
    DONE = "done"
    WITHDRAWN = "withdrawn"
    NOT_SERVED = "not_served"


OPEN = frozenset({State.WAITING, State.CALLED, State.ABSENT, State.SERVING})
IN_HAND = frozenset({State.CALLED, State.SERVING})
STATE_WORDS = {
    State.WAITING: "đang chờ",
    State.CALLED: "đã gọi",
    State.ABSENT: "vắng",
    State.SERVING: "đang phục vụ",
    State.DONE: "đã xong",
    State.WITHDRAWN: "đã bỏ",
    State.NOT_SERVED: "không được phục vụ",
}


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A contradiction that a merge revealed, for a person to settle."""

    kind: str
    entry: str
    against: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Ticket:
    """The state of one ticket.

    ``desk`` gave it out. ``counter`` has called it, ``for_counter`` is the only one that may (empty: any).
    ``taken_clock`` and ``called_clock`` (of the newest call) are the journal's: they order what happened in one moment.
    """

    id: str
    desk: str
    day: date
    field: str
    letter: str
    number: int
    priority: facts.Priority
    source: facts.Source
    taken_at: datetime
    taken_clock: int = 0
    state: State = State.WAITING
    for_counter: str = ""
    counter: str = ""
    times_called: int = 0
    called_clock: int = 0
    first_called_at: datetime | None = None
    called_at: datetime | None = None
    begun_at: datetime | None = None
    ended_at: datetime | None = None
    dossiers: tuple[str, ...] = ()
    call_entry: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def turn(self) -> tuple[datetime, int, str]:
        """Return what sorts tickets by time: who came first."""
        return self.taken_at, self.taken_clock, self.id

    @property
    def text(self) -> str:
        """Return the number as it stands on the slip: ``A001``."""
        return number_text(self.letter, self.number)


def folded(history: Sequence[Recorded]) -> Ticket | None:
    """Return the ticket that its entries, in clock order, lead to; None while the entry that made it has not arrived."""
    first = next((each for each in history if isinstance(each.fact, facts.Taken)), None)
    if first is None or not isinstance(first.fact, facts.Taken):
        return None
    fact = first.fact
    ticket = Ticket(
        id=first.entry.subject,
        desk=first.entry.desk,
        day=fact.day,
        field=fact.field,
        letter=fact.letter,
        number=fact.number,
        priority=fact.priority,
        source=fact.source,
        taken_at=fact.taken_at,
        taken_clock=first.entry.clock,
    )
    for each in history:
        step = _STEPS.get(type(each.fact))
        if step is not None:
            ticket = step(ticket, each, each.fact)
    return ticket


def _called(ticket: Ticket, recorded: Recorded, fact: facts.Called) -> Ticket:
    # The first counter to call keeps the ticket; another desk's call of the same ticket is a finding.
    if ticket.state not in (State.WAITING, State.ABSENT):
        words = f"Số {ticket.text} được gọi ở hai nơi: {ticket.counter or 'nơi đã kết thúc số này'} và {fact.counter}."
        found = Finding(kind="called_twice", entry=recorded.entry.name, against=ticket.call_entry, words=words)
        return replace(ticket, findings=(*ticket.findings, found))
    return replace(
        ticket,
        state=State.CALLED,
        counter=fact.counter,
        times_called=ticket.times_called + 1,
        called_clock=recorded.entry.clock,
        called_at=fact.called_at,
        first_called_at=ticket.first_called_at or fact.called_at,
        call_entry=recorded.entry.name,
    )


def _called_again(ticket: Ticket, recorded: Recorded, fact: facts.CalledAgain) -> Ticket:
    if ticket.state is not State.CALLED or ticket.counter != fact.counter:
        return ticket
    times = ticket.times_called + 1
    return replace(ticket, times_called=times, called_at=fact.called_at, called_clock=recorded.entry.clock)


def _skipped(ticket: Ticket, _: Recorded, fact: facts.Skipped) -> Ticket:
    mine = ticket.state is State.CALLED and ticket.counter == fact.counter
    return replace(ticket, state=State.ABSENT) if mine else ticket


def _transferred(ticket: Ticket, _: Recorded, fact: facts.Transferred) -> Ticket:
    if ticket.state not in OPEN:
        return ticket
    return replace(
        ticket, state=State.WAITING, field=fact.field, for_counter=fact.for_counter, counter="", begun_at=None
    )


def _begun(ticket: Ticket, _: Recorded, fact: facts.Begun) -> Ticket:
    mine = ticket.state is State.CALLED and ticket.counter == fact.counter
    return replace(ticket, state=State.SERVING, begun_at=fact.begun_at) if mine else ticket


def _done(ticket: Ticket, _: Recorded, fact: facts.Done) -> Ticket:
    # Whichever counter says so: somebody was served, and must not be called once more.
    return replace(ticket, state=State.DONE, ended_at=fact.done_at) if ticket.state in OPEN else ticket


def _withdrawn(ticket: Ticket, _: Recorded, fact: facts.Withdrawn) -> Ticket:
    gone = ticket.state in OPEN and ticket.state is not State.SERVING
    return replace(ticket, state=State.WITHDRAWN, ended_at=fact.withdrawn_at) if gone else ticket


def _day_closed(ticket: Ticket, _: Recorded, fact: facts.DayClosed) -> Ticket:
    if ticket.state not in OPEN:
        return ticket
    # Who was being served when the desk went home was served, though nobody pressed the key.
    ended = State.DONE if ticket.state is State.SERVING else State.NOT_SERVED
    return replace(ticket, state=ended, ended_at=ticket.begun_at if ended is State.DONE else fact.closed_at)


def _dossier_linked(ticket: Ticket, _: Recorded, fact: facts.DossierLinked) -> Ticket:
    known = fact.dossier in ticket.dossiers
    return ticket if known else replace(ticket, dossiers=(*ticket.dossiers, fact.dossier))


_STEPS: dict[type[Any], Callable[[Ticket, Recorded, Any], Ticket]] = {
    facts.Called: _called,
    facts.CalledAgain: _called_again,
    facts.Skipped: _skipped,
    facts.Transferred: _transferred,
    facts.Begun: _begun,
    facts.Done: _done,
    facts.Withdrawn: _withdrawn,
    facts.DayClosed: _day_closed,
    facts.DossierLinked: _dossier_linked,
}
