"""Every question put to the tables of lines and appointments."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from desk_app.guidance.appointments.appointment import Appointment
from desk_app.guidance.appointments.facts import LinePut
from desk_app.guidance.appointments.line import Line
from desk_app.guidance.appointments.seats import Seat
from desk_app.guidance.tables.contacts import search_words
from desk_app.kernel.records import from_json
from desk_app.office.tables import above_floor
from desk_app.storage.engine import Database


def list_lines(db: Database, desks: Sequence[str]) -> tuple[Line, ...]:
    """Return the lines that these desks laid down, by id."""
    rows = db.conn.execute(
        f"SELECT line, desk, body FROM appointment_lines WHERE desk IN ({_marks(desks)}) ORDER BY line, valid_from",
        tuple(desks),
    ).fetchall()
    ids = dict.fromkeys((line, desk) for line, desk, _body in rows)
    return tuple(
        Line(id=id_, desk=desk, plans=tuple(from_json(body, LinePut) for line, _desk, body in rows if line == id_))
        for id_, desk in ids
    )


def find_appointment(db: Database, id_: str) -> Appointment | None:
    """Return the appointment of that id, or None."""
    return next(iter(_appointments(db, "WHERE id = ?", (id_,))), None)


def find_numbered(db: Database, number: str) -> Appointment | None:
    """Return the appointment with that number, or None; of two, the one booked first."""
    return next(iter(_appointments(db, "WHERE number = ? ORDER BY id LIMIT 1", (number,))), None)


def list_between(db: Database, first_on: date, last_on: date, desks: Sequence[str]) -> tuple[Appointment, ...]:
    """Return the appointments of a period, both days included, in the order of time."""
    where = f"WHERE day BETWEEN ? AND ? AND desk IN ({_marks(desks)}) ORDER BY starts_at, id"
    return _appointments(db, where, (first_on.isoformat(), last_on.isoformat(), *desks))


def list_without_place(db: Database, from_on: date, desks: Sequence[str]) -> tuple[Appointment, ...]:
    """Return the appointments from a day on that nobody can keep as they stand, in the order of time."""
    where = (
        f"WHERE has_place = 0 AND state IN ('booked', 'not_come') AND day >= ? AND desk IN ({_marks(desks)}) "
        "ORDER BY starts_at, id"
    )
    return _appointments(db, where, (from_on.isoformat(), *desks))


def search(db: Database, text: str, desks: Sequence[str], limit: int) -> tuple[Appointment, ...]:
    """Return the appointments in whose name or telephone every word of ``text`` begins a word, the latest first."""
    tokens = search_words(text)
    if not tokens:
        return ()
    parts = "".join(" AND instr(words, ?) > 0" for _ in tokens)
    where = f"WHERE desk IN ({_marks(desks)}){parts} ORDER BY starts_at DESC, id DESC LIMIT ?"
    return _appointments(db, where, (*desks, *(f" {token}" for token in tokens), limit))


def seats_on(db: Database, line: str, day: date) -> tuple[Seat, ...]:
    """Return the places taken on a line on a day: appointments that have none are not counted."""
    rows = db.conn.execute(
        "SELECT id, number, starts_at, ends_at, claim_clock, claim_desk, claim_entry, has_place FROM appointments "
        "WHERE line = ? AND day = ? AND state <> 'cancelled' AND has_place = 1 ORDER BY id",
        (line, day.isoformat()),
    ).fetchall()
    return tuple(map(seat_of, rows))


def has_place(db: Database, id_: str) -> bool:
    """Tell whether an appointment has the place it was promised."""
    row = db.conn.execute("SELECT has_place FROM appointments WHERE id = ?", (id_,)).fetchone()
    return row is None or bool(row[0])


def highest_number(db: Database, series: str, first: int, last: int) -> int | None:
    """Return the highest number of a desk's block given out in a series, or kept back; None when none was."""
    row = db.conn.execute(
        "SELECT max(CAST(substr(number, ?) AS INTEGER)) FROM appointments "
        "WHERE number LIKE ? AND CAST(substr(number, ?) AS INTEGER) BETWEEN ? AND ?",
        (len(series) + 1, f"{series}%", len(series) + 1, first, last),
    ).fetchone()
    return above_floor(db, series, row[0])


def seat_of(row: Sequence[Any]) -> Seat:
    """Return the seat that a row of id, number, start, end and the three parts of its claim stands for."""
    return Seat(
        id=row[0],
        starts_at=datetime.fromisoformat(row[2]),
        ends_at=datetime.fromisoformat(row[3]),
        claimed=(row[4], row[5], row[6]),
        entry=row[6],
    )


def _appointments(db: Database, rest: str, values: Iterable[Any]) -> tuple[Appointment, ...]:
    rows = db.conn.execute(f"SELECT body FROM appointments {rest}", tuple(values)).fetchall()
    return tuple(from_json(row[0], Appointment) for row in rows)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
