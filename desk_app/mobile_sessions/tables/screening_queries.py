"""Every question put to the tables of the screening list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from desk_app.kernel.records import from_json
from desk_app.mobile_sessions.line import Line
from desk_app.mobile_sessions.matching import Key
from desk_app.storage.engine import Database

_KEY = "id, name, folded_name, id_number, birth_on, folded_area, entry"


@dataclass(frozen=True, kw_only=True)
class Begun:
    """A dossier that was begun for a line: what it is, how it stands."""

    line: str
    dossier: str
    code: str
    procedure: str
    status: str
    received_at: datetime
    desk: str


def find_key(db: Database, line: str) -> Key | None:
    """Return what tells who a followed line means; None for one that is followed no more, or that nobody knows."""
    row = db.conn.execute(f"SELECT {_KEY} FROM screening_lines WHERE id = ? AND end_reason = ''", (line,)).fetchone()
    return None if row is None else _key(row)


def near(db: Database, line: str) -> tuple[Key, ...]:
    """Return the other followed lines with the same number, or the same folded name and birth."""
    row = db.conn.execute(
        "SELECT id_number, folded_name, birth_on FROM screening_lines WHERE id = ?", (line,)
    ).fetchone()
    if row is None:
        return ()
    found: dict[str, Key] = {}
    if row[0]:
        found |= _keys(db, "id_number = ? AND id_number <> ''", (row[0],))
    found |= _keys(db, "folded_name = ? AND birth_on = ?", (row[1], row[2]))
    return tuple(each for each in found.values() if each.id != line)


def kept_apart_from(db: Database, line: str) -> frozenset[str]:
    """Return the lines that a person found to mean somebody else, whichever of the two was looked at."""
    rows = db.conn.execute(
        "SELECT other FROM screening_apart WHERE line = ? UNION SELECT line FROM screening_apart WHERE other = ?",
        (line, line),
    )
    return frozenset(str(row[0]) for row in rows.fetchall())


def every_key(db: Database, *, ended: bool = False) -> tuple[Key, ...]:
    """Return what tells who each line means, of those followed or (``ended``) of the others, by id."""
    compare = "<>" if ended else "="
    rows = db.conn.execute(f"SELECT {_KEY} FROM screening_lines WHERE end_reason {compare} '' ORDER BY id")
    return tuple(map(_key, rows.fetchall()))


def every_apart(db: Database) -> frozenset[frozenset[str]]:
    """Return the pairs of lines that a person found to mean two people."""
    rows = db.conn.execute("SELECT line, other FROM screening_apart").fetchall()
    return frozenset(frozenset((str(line), str(other))) for line, other in rows)


def find_by_code(db: Database, code: str) -> str | None:
    """Return the line whose invitation bears this code, or None."""
    row = db.conn.execute("SELECT id FROM screening_lines WHERE code = ?", (code,)).fetchone()
    return None if row is None else str(row[0])


def lines_ending(db: Database, end: str) -> tuple[str, ...]:
    """Return the lines whose id ends so; two at most are looked for."""
    rows = db.conn.execute(
        "SELECT id FROM screening_lines WHERE substr(id, -length(?)) = ? ORDER BY id LIMIT 2", (end, end)
    )
    return tuple(str(row[0]) for row in rows.fetchall())


def list_lines(db: Database, *, added_by: str = "", session: str = "") -> tuple[Line, ...]:
    """Return all lines, or those that somebody entered, or that have to do with a session, in the order of entering."""
    rows = db.conn.execute(
        "SELECT body FROM screening_lines WHERE (? = '' OR added_by = ?) AND (? = '' OR id IN "
        "(SELECT line FROM screening_visits WHERE session = ?)) ORDER BY id",
        (added_by, added_by, session, session),
    )
    return tuple(from_json(row[0], Line) for row in rows.fetchall())


def dossiers_begun(db: Database, room: str) -> tuple[Begun, ...]:
    """Return the dossiers whose origin is a line of ``room``, oldest first."""
    rows = db.conn.execute(
        "SELECT substr(o.origin, length(?) + 2), d.id, d.code, d.procedure, d.status, d.received_at, d.desk "
        "FROM dossier_origins o JOIN dossiers d ON d.id = o.dossier WHERE o.origin >= ? AND o.origin < ? "
        "ORDER BY d.received_at, d.id",
        (room, f"{room}:", f"{room};"),
    )
    return tuple(
        Begun(
            line=row[0],
            dossier=row[1],
            code=row[2],
            procedure=row[3],
            status=row[4],
            received_at=datetime.fromisoformat(row[5]),
            desk=row[6],
        )
        for row in rows.fetchall()
    )


def list_areas(db: Database) -> tuple[str, ...]:
    """Return every area that a line names."""
    return tuple(str(row[0]) for row in db.conn.execute("SELECT DISTINCT area FROM screening_lines").fetchall())


def added_between(db: Database, first_on: date, last_on: date) -> int:
    """Return how many lines were entered in a period, both ends included."""
    row = db.conn.execute(
        "SELECT count(*) FROM screening_lines WHERE added_at >= ? AND added_at < ?", _span(first_on, last_on)
    ).fetchone()
    return int(row[0])


def settled_between(db: Database, first_on: date, last_on: date) -> int:
    """Return how many lacking papers were recorded as there in a period, both ends included."""
    row = db.conn.execute(
        "SELECT count(*) FROM screening_lacks WHERE settled_at >= ? AND settled_at < ?", _span(first_on, last_on)
    ).fetchone()
    return int(row[0])


def _keys(db: Database, where: str, values: tuple[str, ...]) -> dict[str, Key]:
    rows = db.conn.execute(f"SELECT {_KEY} FROM screening_lines WHERE {where} AND end_reason = ''", values)
    return {str(row[0]): _key(row) for row in rows.fetchall()}


def _key(row: Sequence[Any]) -> Key:
    return Key(id=row[0], shown=row[1], name=row[2], number=row[3], birth=row[4], area=row[5], entry=row[6])


def _span(first_on: date, last_on: date) -> tuple[str, str]:
    return first_on.isoformat(), (last_on + timedelta(days=1)).isoformat()
