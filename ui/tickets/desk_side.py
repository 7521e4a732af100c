"""What the page of queue tickets asks of the desk; every function runs on a job's thread."""

from dataclasses import dataclass

from desk_app.desk import Desk
from desk_app.kernel.records import changed
from desk_app.tickets import calling, commands
from desk_app.tickets.counter import Counter
from desk_app.tickets.facts import Priority, Source
from desk_app.tickets.fair import serves
from desk_app.tickets.numbering import spoken_number
from desk_app.tickets.own_counter import keep_own_counter, own_counter
from desk_app.tickets.taking import take_ticket
from desk_app.tickets.ticket import Ticket
from ui.tickets.state import TO_COUNTER, TO_FIELD, Queue, Seen, queue_of


@dataclass(frozen=True, kw_only=True)
class Called:
    """A number that was just called: as it is written, as it is said, and where to."""

    number: str
    spoken: str
    counter: str


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A number that was just given out."""

    ticket: str
    number: str
    field: str


@dataclass(frozen=True, kw_only=True)
class Served:
    """A number that is being served at the counter from now on."""

    ticket: str
    number: str


def queue(desk: Desk, by: str) -> Queue:
    """Return the page as it stands now; raises ``NotAllowed`` for somebody who may not see the queue."""
    desk.require(by, calling.READ)
    room, now = desk.tickets, desk.journal.time.now()
    counter, tickets = own_counter(room), calling.list_tickets(room)
    return queue_of(
        Seen(
            counter=counter,
            next=calling.next_for(room, counter),
            in_hand=calling.in_hand(room, counter.name),
            tickets=tickets,
            lines=calling.waiting(room).lines,
            day=calling.figures(room)[0],
            waiting_for_me=sum(serves(counter, each) for each in tickets),
            slips=calling.unprinted_slips(room),
            now=now,
        )
    )


def take(desk: Desk, by: str, field: str, priority: Priority, source: Source, command_id: str) -> Taken:
    """Give out a number and queue its slip."""
    written = take_ticket(desk.tickets, by=by, field=field, priority=priority, source=source, command_id=command_id)
    ticket = calling.ticket(desk.tickets, written.subject)
    return Taken(ticket=ticket.id, number=ticket.text, field=ticket.field)


def print_slip(desk: Desk, ticket: str) -> bool:
    """Print what waits, and tell whether the ticket's slip came out; for the printer's thread."""
    # Imported late: what draws papers takes time and memory, which a desk without paper need not spend.
    from desk_app.printing.worker import run_until_empty

    run_until_empty(desk.printing)
    return all(slip.ticket != ticket for slip in calling.unprinted_slips(desk.tickets))


def call_next(desk: Desk, by: str, command_id: str) -> Called:
    """Call whoever is next for this counter."""
    counter = own_counter(desk.tickets)
    written = commands.call_next(desk.tickets, by=by, counter=counter, command_id=command_id)
    return _called(calling.ticket(desk.tickets, written.subject))


def call_one(desk: Desk, by: str, ticket: str, command_id: str) -> Called:
    """Call one number out of its turn."""
    counter = own_counter(desk.tickets).name
    commands.call_ticket(desk.tickets, by=by, ticket=ticket, counter=counter, command_id=command_id)
    return _called(calling.ticket(desk.tickets, ticket))


def call_again(desk: Desk, by: str, ticket: str, command_id: str) -> Called:
    """Call the number in hand once more."""
    commands.call_again(desk.tickets, by=by, ticket=ticket, command_id=command_id)
    return _called(calling.ticket(desk.tickets, ticket))


def skip(desk: Desk, by: str, ticket: str, command_id: str) -> str:
    """Record that nobody came; return the number."""
    commands.skip(desk.tickets, by=by, ticket=ticket, command_id=command_id)
    return calling.ticket(desk.tickets, ticket).text


def serve(desk: Desk, by: str, ticket: str, command_id: str) -> Served:
    """Record that the person stands at the counter, unless that is known; return what registration starts from."""
    now = calling.ticket(desk.tickets, ticket)
    if now.begun_at is None:
        commands.begin(desk.tickets, by=by, ticket=ticket, command_id=command_id)
    return Served(ticket=ticket, number=now.text)


def finish(desk: Desk, by: str, ticket: str, command_id: str) -> str:
    """Record that the person was served; return the number."""
    commands.finish(desk.tickets, by=by, ticket=ticket, command_id=command_id)
    return calling.ticket(desk.tickets, ticket).text


def transfer(desk: Desk, by: str, ticket: str, to: str, command_id: str) -> str:
    """Send a number where ``to``, a key of ``transfer_choices``, says; return the number."""
    field = to.removeprefix(TO_FIELD) if to.startswith(TO_FIELD) else ""
    counter = to.removeprefix(TO_COUNTER) if to.startswith(TO_COUNTER) else ""
    commands.transfer(desk.tickets, by=by, ticket=ticket, field=field, for_counter=counter, command_id=command_id)
    return calling.ticket(desk.tickets, ticket).text


def withdraw(desk: Desk, by: str, ticket: str, reason: str, command_id: str) -> str:
    """Take a number out of the queue; return it."""
    commands.withdraw(desk.tickets, by=by, ticket=ticket, reason=reason, command_id=command_id)
    return calling.ticket(desk.tickets, ticket).text


def keep_counter(desk: Desk, by: str, name: str, fields: tuple[str, ...]) -> Counter:
    """Keep what this computer's counter is called and serves."""
    old = own_counter(desk.tickets)
    return keep_own_counter(desk.tickets, by=by, counter=changed(old, name=name, fields=fields))


def _called(ticket: Ticket) -> Called:
    return Called(number=ticket.text, spoken=spoken_number(ticket.text), counter=ticket.counter)
