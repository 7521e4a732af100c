"""Every question put to the tickets' tables, and this computer's own counter."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from desk_app.office.tables import above_floor
from desk_app.storage.engine import Database
from desk_app.tickets.lines import PutLine
from desk_app.tickets.numbering import first_and_last, series_of
from desk_app.tickets.ticket import IN_HAND, OPEN, State, Ticket

_COLUMNS = (
    "id, desk, day, field, letter, number, priority, source, taken_at, taken_clock, state, for_counter, counter, times_called, "
    "called_clock, first_called_at, called_at, begun_at, ended_at, dossiers"
)


def find_ticket(db: Database, id_: str) -> Ticket | None:
    """Return the ticket of that id, or None."""
    return next(iter(_tickets(db, "WHERE id = ?", (id_,))), None)


def find_numbered(db: Database, day: date, letter: str, number: int) -> Ticket | None:
    """Return the ticket with that number on that day, or None; of two, the one taken first."""
    where = "WHERE day = ? AND letter = ? AND number = ? ORDER BY taken_clock, id LIMIT 1"
    return next(iter(_tickets(db, where, (day.isoformat(), letter, number))), None)


def list_of_day(db: Database, day: date, states: Iterable[State] = ()) -> tuple[Ticket, ...]:
    """Return a day's tickets in the order in which they were taken; only those in ``states`` when some are given."""
    wanted = sorted(str(state) for state in states)
    narrowing = f" AND state IN ({', '.join('?' * len(wanted))})" if wanted else ""
    return _tickets(db, f"WHERE day = ?{narrowing} ORDER BY taken_at, taken_clock, id", (day.isoformat(), *wanted))


def list_left_open(db: Database, before: date) -> tuple[Ticket, ...]:
    """Return the tickets of earlier days that nobody has brought to an end, oldest first."""
    states = sorted(str(state) for state in OPEN)
    marks = ", ".join("?" * len(states))
    return _tickets(db, f"WHERE state IN ({marks}) AND day < ? ORDER BY id", (*states, before.isoformat()))


def list_in_hand(db: Database, day: date, counter: str) -> tuple[Ticket, ...]:
    """Return the tickets that a counter has called or serves, the newest call first."""
    held = [ticket for ticket in list_of_day(db, day, IN_HAND) if ticket.counter == counter]
    return tuple(sorted(held, key=lambda ticket: -ticket.called_clock))


def last_had_priority(db: Database, day: date, counter: str, limit: int) -> tuple[bool, ...]:
    """Return whether each of a counter's newest calls of the day was one with priority, newest first."""
    rows = db.conn.execute(
        "SELECT priority <> '' FROM tickets WHERE day = ? AND counter = ? AND times_called > 0 "
        "ORDER BY called_clock DESC LIMIT ?",
        (day.isoformat(), counter, limit),
    )
    return tuple(bool(row[0]) for row in rows.fetchall())


def highest_number(db: Database, day: date, letter: str, desk_number: int) -> int | None:
    """Return the highest number of a desk's own block given out in a line on a day, or kept back; None when none was."""
    first, last = first_and_last(desk_number)
    row = db.conn.execute(
        "SELECT max(number) FROM tickets WHERE day = ? AND letter = ? AND number BETWEEN ? AND ?",
        (day.isoformat(), letter, first, last),
    ).fetchone()
    return above_floor(db, series_of(day, letter), row[0])


def find_last_taken(db: Database, day: date, field: str, source: str, desk: str) -> Ticket | None:
    """Return the newest ticket that one desk gave out for a field, from the same kind of place; or None."""
    where = "WHERE day = ? AND field = ? AND source = ? AND desk = ? ORDER BY taken_clock DESC, id DESC LIMIT 1"
    return next(iter(_tickets(db, where, (day.isoformat(), field, source, desk))), None)


def put_lines(db: Database) -> Mapping[str, PutLine]:
    """Return what the office laid down about each field's line."""
    rows = db.conn.execute("SELECT field, letter, is_open FROM ticket_lines ORDER BY field").fetchall()
    return {field: PutLine(letter=letter, is_open=bool(is_open)) for field, letter, is_open in rows}


def find_counter(db: Database) -> bytes | None:
    """Return what is kept of this computer's counter, or None."""
    row = db.conn.execute("SELECT body FROM ticket_counter").fetchone()
    return None if row is None else bytes(row[0])


def put_counter(db: Database, body: bytes) -> None:
    """Keep what this computer's counter is."""
    db.conn.execute("INSERT OR REPLACE INTO ticket_counter VALUES (1, ?)", (body,))


def _tickets(db: Database, rest: str, values: Sequence[object]) -> tuple[Ticket, ...]:
    return tuple(map(_ticket, db.conn.execute(f"SELECT {_COLUMNS} FROM tickets {rest}", values).fetchall()))


def _ticket(row: Sequence[Any]) -> Ticket:
    first_called_at, called_at, begun_at, ended_at = (
        None if at is None else datetime.fromisoformat(at) for at in row[15:19]
    )
    return Ticket(
        id=row[0],
        desk=row[1],
        day=date.fromisoformat(row[2]),
        field=row[3],
        letter=row[4],
        number=row[5],
        priority=row[6],
        source=row[7],
        taken_at=datetime.fromisoformat(row[8]),
        taken_clock=row[9],
        state=State(row[10]),
        for_counter=row[11],
        counter=row[12],
        times_called=row[13],
        called_clock=row[14],
        first_called_at=first_called_at,
        called_at=called_at,
        begun_at=begun_at,
        ended_at=ended_at,
        dossiers=tuple(row[19].split()),
    )
