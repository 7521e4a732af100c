"""A queue ticket as ``desk tickets`` answers it."""

from datetime import date, datetime

from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.tickets.facts import Priority
from desk_app.tickets.numbering import spoken_number
from desk_app.tickets.ticket import STATE_WORDS, State, Ticket
from desk_app.tickets.times import wait_s

PRIORITIES: dict[Priority, str] = {
    "": "",
    "elderly": "người cao tuổi",
    "disabled": "người khuyết tật",
    "pregnant": "phụ nữ mang thai",
    "policy": "gia đình chính sách",
}


class TicketLine(Record):
    """One ticket; ``wait_seconds`` is from taking the number to the first call, or until now."""

    id: str
    number: str
    spoken: str
    field: str
    day: date
    state: str
    priority: Priority
    taken_at: datetime
    counter: str
    for_counter: str
    times_called: int
    first_called_at: datetime | None
    called_at: datetime | None
    begun_at: datetime | None
    ended_at: datetime | None
    wait_seconds: int
    dossiers: tuple[str, ...]


def line_of(ticket: Ticket, now: datetime) -> TicketLine:
    """Return a ticket as scripts read it."""
    made_here = ("number", "spoken", "state", "wait_seconds")
    same = {name: getattr(ticket, name) for name in TicketLine.__struct_fields__ if name not in made_here}
    return TicketLine(
        **same,
        number=ticket.text,
        spoken=spoken_number(ticket.text),
        state=str(ticket.state),
        wait_seconds=wait_s(ticket, now),
    )


def words_of(of: TicketLine) -> str:
    """Return a ticket as people read it."""
    where = f" {of.counter}" if of.counter else f", chờ {of.for_counter}" if of.for_counter else ""
    priority = f", ưu tiên ({PRIORITIES[of.priority]})" if of.priority else ""
    state = STATE_WORDS[State(of.state)]
    return f"{of.number}  {of.field}  {state}{where}{priority}, chờ {quantity(of.wait_seconds // 60)} phút"
