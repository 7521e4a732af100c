"""What the tests of queue tickets do over and over, at a real desk."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from desk_app.tickets import calling, commands
from desk_app.tickets.counter import Counter
from desk_app.tickets.facts import Priority, Source
from desk_app.tickets.taking import take_ticket
from desk_app.tickets.ticket import Ticket
from tests.desks import RehearsalDesk, rehearsal_desk

ONE, TWO = Counter(name="Quầy 1"), Counter(name="Quầy 2")


def taken(desk: RehearsalDesk, field: str = "A", priority: Priority = "", source: Source = "command") -> Ticket:
    """Take a number and let a minute pass."""
    command_id = desk.journal.new_id()
    written = take_ticket(
        desk.tickets, by=desk.admin, field=field, priority=priority, source=source, command_id=command_id
    )
    pass_minutes(desk, 1)
    return now(desk, written.subject)


def called(desk: RehearsalDesk, counter: Counter = ONE) -> Ticket:
    """Call whoever is next."""
    written = commands.call_next(desk.tickets, by=desk.admin, counter=counter, command_id=desk.journal.new_id())
    return now(desk, written.subject)


def now(desk: RehearsalDesk, ticket: str) -> Ticket:
    """Return a ticket as it stands."""
    return calling.ticket(desk.tickets, ticket)


def pass_minutes(desk: RehearsalDesk, minutes: float) -> None:
    """Let time pass."""
    desk.time.advance(timedelta(minutes=minutes))


@contextmanager
def a_desk(number: int = 1) -> Iterator[RehearsalDesk]:
    """Give a desk of one's own, for each example of a property."""
    with TemporaryDirectory() as folder, rehearsal_desk(Path(folder) / "home", desk_number=number) as made:
        yield made
