"""The end of a day for the queue: what earlier days left open is closed as not served."""

from desk_app.journal.write_door import Writing, Written
from desk_app.tickets.facts import DayClosed
from desk_app.tickets.own_counter import CALL
from desk_app.tickets.room import Tickets
from desk_app.tickets.tables import queries


def close_earlier_days(room: Tickets, *, by: str, command_id: str) -> Written:
    """Close every open ticket of earlier days: who was being served is done, everybody else was not served.

    Taking and calling do the same by the way, so that no desk depends on somebody's pressing a key in the evening.
    """
    return room.journal.write(by=by, permission=CALL, command_id=command_id, decide=close_earlier_within)


def close_earlier_within(writing: Writing) -> None:
    """Close the open tickets of earlier days within another command's write."""
    for ticket in queries.list_left_open(writing.db, writing.now.date()):
        writing.add(ticket.id, DayClosed(closed_at=writing.now))
