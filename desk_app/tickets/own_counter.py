"""The counter that this computer is: its own setting, kept beside the journal and never in it."""

from desk_app.accounts.authorise import require_allowed
from desk_app.kernel.records import WireError, canonical, changed, from_json
from desk_app.kernel.texts import checked_line
from desk_app.tickets.counter import Counter
from desk_app.tickets.room import Tickets
from desk_app.tickets.tables import queries

CALL = "tickets.call"


def own_counter(room: Tickets) -> Counter:
    """Return the counter of this computer; ``Quầy <number of the desk>`` until somebody names it otherwise."""
    unnamed = Counter(name=f"Quầy {room.desk_number}")
    body = queries.find_counter(room.journal.reading())
    if body is None:
        return unnamed
    try:
        return from_json(body, Counter)
    except WireError:
        return unnamed


def keep_own_counter(room: Tickets, *, by: str, counter: Counter) -> Counter:
    """Keep what this computer's counter is, for everybody who works at it; return it as it was kept.

    Raises ``NotAllowed`` for somebody who may not call, ``InvalidInput`` for an empty name or one too long.
    """
    require_allowed(room.accounts.present_book(), by, CALL, room.journal.time.now().date())
    clean = changed(counter, name=checked_counter_name(counter.name))
    with room.journal.store.writing() as db:
        queries.put_counter(db, canonical(clean))
    return clean


def checked_counter_name(name: str, *, required: bool = True) -> str:
    """Return a counter's name as one clean line; raise ``InvalidInput`` when it is empty or too long to be shown."""
    return checked_line(name, field="counter", label="Tên quầy", longest=30, required=required)
