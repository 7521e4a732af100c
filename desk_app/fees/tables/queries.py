"""Every question put to the tables of money."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from desk_app.fees.facts import DayClosed
from desk_app.fees.payment import Money, Move
from desk_app.kernel.records import from_json
from desk_app.office.tables import above_floor
from desk_app.storage.engine import Database

_COLUMNS = (
    "entry, dossier, kind, number, code, procedure, field, payer, amount, due, way, reason, day, at, desk, officer"
)


def highest_number(db: Database, series: str, desk: str) -> int | None:
    """Return the highest number that this desk has given out in a day's series, or must not give out again; None for none."""
    row = db.conn.execute(
        "SELECT number FROM fee_moves WHERE number >= ? AND number < ? AND desk = ? AND kind = 'paid' "
        "ORDER BY length(number) DESC, number DESC LIMIT 1",
        (series, series + ":", desk),
    ).fetchone()
    return above_floor(db, series, None if row is None else int(row[0].removeprefix(series)))


def money_of(db: Database, dossier: str) -> Money:
    """Return the money of one dossier."""
    return Money(moves=tuple(_moves(db, "WHERE dossier = ? ORDER BY at, entry", (dossier,))))


def find_dossier(db: Database, number: str) -> str | None:
    """Return the dossier that the payment of this number is about, or None."""
    row = db.conn.execute("SELECT dossier FROM fee_moves WHERE number = ?", (number,)).fetchone()
    return None if row is None else str(row[0])


def paid_among(db: Database, dossiers: Sequence[str]) -> frozenset[str]:
    """Return those of ``dossiers`` for which a payment stands."""
    if not dossiers:
        return frozenset()
    marks = ", ".join("?" * len(dossiers))
    rows = db.conn.execute(
        f"SELECT DISTINCT dossier FROM fee_moves AS paid WHERE dossier IN ({marks}) AND kind = 'paid' AND NOT EXISTS "
        "(SELECT 1 FROM fee_moves AS back WHERE back.dossier = paid.dossier AND back.number = paid.number "
        "AND back.kind <> 'paid')",
        tuple(dossiers),
    )
    return frozenset(str(row[0]) for row in rows.fetchall())


def moves_of_day(db: Database, day: date, desk: str, officer: str = "") -> list[Move]:
    """Return the moves of a cash day at a desk, of one officer or (empty) of all, oldest first."""
    tail = "WHERE day = ? AND desk = ? AND (? = '' OR officer = ?) ORDER BY at, entry"
    return _moves(db, tail, (day.isoformat(), desk, officer, officer))


def closings_of_day(db: Database, day: date, desk: str, officer: str = "") -> list[tuple[str, DayClosed]]:
    """Return who closed a cash day at a desk and with what, of one officer or (empty) of all."""
    rows = db.conn.execute(
        "SELECT officer, body FROM fee_days WHERE day = ? AND desk = ? AND (? = '' OR officer = ?) ORDER BY officer",
        (day.isoformat(), desk, officer, officer),
    )
    return [(str(who), from_json(body, DayClosed)) for who, body in rows.fetchall()]


def open_days(db: Database, desk: str, officer: str) -> list[date]:
    """Return the cash days of an officer at a desk on which money moved and that nobody closed, oldest first."""
    rows = db.conn.execute(
        "SELECT DISTINCT day FROM fee_moves AS moved WHERE desk = ? AND officer = ? AND NOT EXISTS (SELECT 1 FROM fee_days "
        "WHERE fee_days.day = moved.day AND fee_days.desk = moved.desk AND fee_days.officer = moved.officer) ORDER BY day",
        (desk, officer),
    )
    return [date.fromisoformat(row[0]) for row in rows.fetchall()]


def _moves(db: Database, tail: str, values: tuple[object, ...]) -> list[Move]:
    rows = db.conn.execute(f"SELECT {_COLUMNS} FROM fee_moves {tail}", values).fetchall()
    return [_move(dict(zip(_COLUMNS.split(", "), row, strict=True))) for row in rows]


def _move(row: dict[str, Any]) -> Move:
    day, at = date.fromisoformat(row.pop("day")), datetime.fromisoformat(row.pop("at"))
    return Move(**row, day=day, at=at)
