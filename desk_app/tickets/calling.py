"""What others ask of the queue: who is being called, how many wait, one ticket. Numbers only, never a name.

The call display reads ``now_calling`` and ``waiting``; the registration page reads ``ticket``.
"""

from dataclasses import dataclass
from datetime import date, datetime

from desk_app.kernel.errors import Refused
from desk_app.printing.tables import JobState, find_paper, list_jobs
from desk_app.tickets.commands import unknown_ticket
from desk_app.tickets.counter import Counter
from desk_app.tickets.lines import Line, line_named
from desk_app.tickets.numbering import named, spoken_number
from desk_app.tickets.room import Tickets
from desk_app.tickets.tables import queries
from desk_app.tickets.taking import lines_in
from desk_app.tickets.ticket import IN_HAND, State, Ticket
from desk_app.tickets.times import Figures, figures_of, wait_s
from desk_app.tickets.turn import whose_turn

READ = "tickets.read"

_JOBS_LOOKED_AT = 200
_NOT_ON_PAPER: tuple[JobState, ...] = ("offline", "failed", "unconfirmed", "waiting")


@dataclass(frozen=True, kw_only=True)
class Call:
    """A number that a counter has called or serves: ``A001``, as it is said aloud, of which field, to which counter."""

    number: str
    spoken: str
    field: str
    counter: str
    called_at: datetime
    times_called: int
    is_serving: bool


@dataclass(frozen=True, kw_only=True)
class LineWaiting:
    """One line that gives out numbers: how many wait, how many of them with priority, how long the first has waited."""

    field: str
    letter: str
    count: int
    priority_count: int
    longest_wait_s: int


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """Who waits now: in all, and in each line, in the order of letters."""

    count: int
    lines: tuple[LineWaiting, ...]


@dataclass(frozen=True, kw_only=True)
class UnprintedSlip:
    """A ticket of today whose slip is not known to be on paper: the state of its print job, and why."""

    ticket: str
    number: str
    state: JobState
    reason: str


def now_calling(room: Tickets) -> tuple[Call, ...]:
    """Return the numbers that counters have in hand now, the newest call first."""
    held = queries.list_of_day(room.journal.reading(), _today(room), IN_HAND)
    return tuple(_call(each) for each in sorted(held, key=lambda each: (-each.called_clock, each.id)))


def waiting(room: Tickets) -> Waiting:
    """Return how many wait now, in all and in each line."""
    db, now = room.journal.reading(), room.journal.time.now()
    tickets = queries.list_of_day(db, now.date(), (State.WAITING,))
    lines = tuple(_line_waiting(line, tickets, now) for line in lines_in(room, db) if line.is_open)
    return Waiting(count=len(tickets), lines=lines)


def ticket(room: Tickets, id_: str) -> Ticket:
    """Return a ticket; raise ``NotFound`` for an id that is none."""
    found = queries.find_ticket(room.journal.reading(), id_)
    if found is None:
        raise unknown_ticket()
    return found


def ticket_named(room: Tickets, text: str) -> Ticket:
    """Return the ticket that a slip's code or a number of today names.

    Raises ``NotFound`` when there is none, ``Refused`` for a code that was misread or is of another day.
    """
    today = _today(room)
    name = named(text, today)
    if name is None:
        raise unknown_ticket(f"«{text.strip()[:30]}»")
    if not name.is_sound:
        raise Refused("tickets.misread", "Mã trên phiếu bị đọc sai một vài số.", "Hãy quét lại, hoặc gõ số như A001.")
    if name.day != today:
        words = f"Phiếu {name.number} là của ngày {name.day:%d/%m/%Y}, nay hết giá trị."
        raise Refused("tickets.other_day", words, "Mời người dân lấy số mới.")
    found = queries.find_numbered(room.journal.reading(), today, name.number[0], int(name.number[1:]))
    if found is None:
        raise unknown_ticket(name.number)
    return found


def next_for(room: Tickets, counter: Counter) -> Ticket | None:
    """Return the ticket that ``counter`` would call next, or None."""
    return whose_turn(room, room.journal.reading(), counter)


def in_hand(room: Tickets, counter: str) -> Ticket | None:
    """Return the ticket that a counter has called or serves, or None."""
    held = queries.list_in_hand(room.journal.reading(), _today(room), counter)
    return held[0] if held else None


def list_tickets(room: Tickets, day: date | None = None) -> tuple[Ticket, ...]:
    """Return a day's tickets, today's when none is named, in the order in which they were taken."""
    return queries.list_of_day(room.journal.reading(), day or _today(room))


def list_lines(room: Tickets) -> tuple[Line, ...]:
    """Return every line of today, closed ones included, by letter."""
    return lines_in(room, room.journal.reading())


def line_called(room: Tickets, text: str) -> Line:
    """Return the line that a letter, or the beginning of a field, names; raise ``NotFound`` otherwise."""
    return line_named(list_lines(room), text)


def figures(room: Tickets, day: date | None = None) -> tuple[Figures, ...]:
    """Return a day's waiting times and counts, today's when none is named: first in all, then each field's."""
    return figures_of(list_tickets(room, day), room.journal.time.now())


def unprinted_slips(room: Tickets) -> tuple[UnprintedSlip, ...]:
    """Return the open tickets of today whose slips have not come out, or may not have, oldest first."""
    db, found = room.journal.reading(), []
    for job in list_jobs(db, limit=_JOBS_LOOKED_AT):
        paper = find_paper(db, job.paper_id) if job.state in _NOT_ON_PAPER else None
        of = queries.find_ticket(db, paper.about) if paper is not None and paper.kind == "ticket" else None
        if of is not None and of.day == _today(room):
            found.append(UnprintedSlip(ticket=of.id, number=of.text, state=job.state, reason=job.reason))
    return tuple(sorted(found, key=lambda each: each.ticket))


def _today(room: Tickets) -> date:
    return room.journal.time.now().date()


def _call(of: Ticket) -> Call:
    return Call(
        number=of.text,
        spoken=spoken_number(of.text),
        field=of.field,
        counter=of.counter,
        called_at=of.called_at or of.taken_at,
        times_called=of.times_called,
        is_serving=of.state is State.SERVING,
    )


def _line_waiting(line: Line, tickets: tuple[Ticket, ...], now: datetime) -> LineWaiting:
    mine = [each for each in tickets if each.field == line.field]
    return LineWaiting(
        field=line.field,
        letter=line.letter,
        count=len(mine),
        priority_count=sum(bool(each.priority) for each in mine),
        longest_wait_s=max((wait_s(each, now) for each in mine), default=0),
    )
