"""Whose turn it is: the fair rule put to the tickets of the day."""

from desk_app.storage.engine import Database
from desk_app.tickets.counter import Counter
from desk_app.tickets.fair import next_of
from desk_app.tickets.room import Tickets
from desk_app.tickets.tables import queries
from desk_app.tickets.ticket import State, Ticket

PRIORITY_RUN = "ticket_priority_run"


def whose_turn(room: Tickets, db: Database, counter: Counter) -> Ticket | None:
    """Return the ticket that ``counter`` calls next, None when nobody waits for it."""
    today = room.journal.time.now().date()
    most = room.office.book.get(db).number_on(PRIORITY_RUN, today)
    last = queries.last_had_priority(db, today, counter.name, most)
    waiting = queries.list_of_day(db, today, (State.WAITING,))
    return next_of(waiting, counter, last, most_in_a_row=most)
