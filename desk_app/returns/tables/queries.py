"""Every question put to the tables of rounds and parcels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from desk_app.returns.facts import Helper
from desk_app.returns.round import Round
from desk_app.storage.engine import Database

_ROUND = (
    "id, going_on, hamlet, helper, organisation, phone, note, planned_at, carrier, left_at, closed_at, closing_note"
)
# A merge may bring a stop into a round that was closed elsewhere: such a round is open again.
_OPEN = (
    "closed_at IS NULL OR EXISTS (SELECT 1 FROM return_stops WHERE round = return_rounds.id "
    "AND state IN ('planned', 'out', 'failed'))"
)


@dataclass(frozen=True, kw_only=True)
class Given:
    """One result that reached its owner on the way: when it was there, when it was given, by which round (empty: post)."""

    dossier: str
    round: str
    result_at: datetime | None
    given_at: datetime


def find_round(db: Database, id_: str) -> Round | None:
    """Return the round of that id, or None."""
    return next(iter(_rounds(db, "WHERE id = ?", (id_,))), None)


def rounds_ending(db: Database, end: str) -> tuple[Round, ...]:
    """Return the rounds whose id ends so; two at most are looked for."""
    return _rounds(db, "WHERE substr(id, -length(?)) = ? ORDER BY id LIMIT 2", (end, end))


def open_rounds(db: Database) -> tuple[Round, ...]:
    """Return the rounds with something still to say about them, the earliest day first."""
    return _rounds(db, f"WHERE {_OPEN} ORDER BY going_on, id", ())


def rounds_between(db: Database, first_on: date, last_on: date) -> tuple[Round, ...]:
    """Return the rounds of a period, by their day."""
    where = "WHERE going_on BETWEEN ? AND ? ORDER BY going_on, id"
    return _rounds(db, where, (first_on.isoformat(), last_on.isoformat()))


def last_round_to(db: Database, hamlet: str) -> Round | None:
    """Return the newest round to a hamlet, or None."""
    return next(iter(_rounds(db, "WHERE hamlet = ? ORDER BY going_on DESC, id DESC LIMIT 1", (hamlet,))), None)


def stops_of(db: Database, round_: str) -> tuple[str, ...]:
    """Return the dossiers of a round in its order."""
    rows = db.execute("SELECT dossier FROM return_stops WHERE round = ? ORDER BY place, dossier", (round_,))
    return tuple(str(row[0]) for row in rows.fetchall())


def waiting_to_go(db: Database) -> tuple[str, ...]:
    """Return the dossiers whose result waits to be brought home or sent, the longest first."""
    rows = db.execute(
        "SELECT id FROM dossiers LEFT JOIN return_ways ON dossier = id WHERE status = 'settled' AND "
        "(where_now = 'waiting' OR (return_by <> 'counter' AND where_now IS NULL)) ORDER BY result_at, local_row"
    )
    return tuple(str(row[0]) for row in rows.fetchall())


def not_asked_yet(db: Database, limit: int) -> tuple[str, ...]:
    """Return the newest results that wait at the counter and were never proposed for a round."""
    rows = db.execute(
        "SELECT id FROM dossiers WHERE status = 'settled' AND return_by = 'counter' "
        "AND NOT EXISTS (SELECT 1 FROM return_ways WHERE dossier = id) ORDER BY result_at DESC LIMIT ?",
        (limit,),
    )
    return tuple(str(row[0]) for row in rows.fetchall())


def ways_at(db: Database, wheres: Sequence[str]) -> tuple[str, ...]:
    """Return the dossiers whose result is at one of these places, the longest there first.

    What waits at the desk is left out once somebody has fetched it there.
    """
    marks = ", ".join("?" * len(wheres))
    rows = db.execute(
        f"SELECT dossier FROM return_ways JOIN dossiers ON id = dossier WHERE where_now IN ({marks}) "
        "AND (where_now <> 'at_desk' OR status = 'settled') ORDER BY since, dossier",
        tuple(wheres),
    )
    return tuple(str(row[0]) for row in rows.fetchall())


def given_between(db: Database, first_on: date, last_on: date) -> tuple[Given, ...]:
    """Return the results given at home or by post in a period, both ends included."""
    rows = db.execute(
        "SELECT s.dossier, s.round, d.result_at, s.at FROM return_stops s LEFT JOIN dossiers d ON d.id = s.dossier "
        "WHERE s.state = 'delivered' AND s.at >= ? AND s.at < ? UNION ALL "
        "SELECT p.dossier, '', d.result_at, p.at FROM return_parcels p LEFT JOIN dossiers d ON d.id = p.dossier "
        "WHERE p.state = 'delivered' AND p.at >= ? AND p.at < ? ORDER BY 4, 1",
        (*_span(first_on, last_on), *_span(first_on, last_on)),
    )
    return tuple(
        Given(dossier=dossier, round=round_, result_at=_moment(result_at), given_at=datetime.fromisoformat(at))
        for dossier, round_, result_at, at in rows.fetchall()
    )


def failed_between(db: Database, first_on: date, last_on: date) -> tuple[str, ...]:
    """Return the round of each failed attempt in a period."""
    rows = db.execute("SELECT round FROM return_stops WHERE failed_at >= ? AND failed_at < ?", _span(first_on, last_on))
    return tuple(str(row[0]) for row in rows.fetchall())


def dossiers_of_parcel(db: Database, parcel: str, states: Iterable[str]) -> tuple[str, ...]:
    """Return the dossiers whose results are in a parcel in one of those states, the earliest registered first."""
    wanted = tuple(states)
    marks = ", ".join("?" * len(wanted))
    rows = db.execute(
        f"SELECT dossier FROM return_parcels WHERE id = ? AND state IN ({marks}) ORDER BY dossier", (parcel, *wanted)
    )
    return tuple(str(row[0]) for row in rows.fetchall())


def postage_between(db: Database, first_on: date, last_on: date) -> tuple[int, int]:
    """Return how many parcels were posted in a period, and what they cost in đồng."""
    row = db.execute(
        "SELECT count(DISTINCT id), coalesce(sum(cost), 0) FROM return_parcels WHERE posted_at >= ? AND posted_at < ?",
        _span(first_on, last_on),
    ).fetchone()
    return int(row[0]), int(row[1])


def _span(first_on: date, last_on: date) -> tuple[str, str]:
    return first_on.isoformat(), (last_on + timedelta(days=1)).isoformat()


def _rounds(db: Database, rest: str, values: Iterable[Any]) -> tuple[Round, ...]:
    rows = db.conn.execute(f"SELECT {_ROUND} FROM return_rounds {rest}", tuple(values)).fetchall()
    return tuple(map(_round, rows))


def _round(row: Sequence[Any]) -> Round:
    return Round(
        id=row[0],
        going_on=date.fromisoformat(row[1]),
        hamlet=row[2],
        helper=Helper(name=row[3], organisation=row[4], phone=row[5]),
        note=row[6],
        planned_at=datetime.fromisoformat(row[7]),
        carrier=row[8],
        left_at=_moment(row[9]),
        closed_at=_moment(row[10]),
        closing_note=row[11],
    )


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
