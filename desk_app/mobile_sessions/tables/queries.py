"""Every question put to the tables of places and sessions, and to dossiers as a session's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from desk_app.mobile_sessions.facts import Place
from desk_app.mobile_sessions.session import KnownPlace
from desk_app.storage.engine import Database

_PLACE = "id, desk, name, area, address, contact, phone, note, ended_at"
# A dossier is a session's when a desk that sat there received it while it sat, from the list or out of the office.
_AT_SESSION = (
    "FROM mobile_stints s JOIN dossiers d ON d.desk = s.desk AND d.received_at >= s.opened_at "
    "AND d.received_at <= coalesce(s.closed_at, '9999') "
    "LEFT JOIN dossier_origins o ON o.dossier = d.id "
    "WHERE (d.channel = 'mobile' OR o.origin LIKE 'sessions:%')"
)


@dataclass(frozen=True, kw_only=True)
class SessionRow:
    """A session as lists need it."""

    id: str
    desk: str
    place: str
    starts_at: datetime
    ends_at: datetime
    state: str


@dataclass(frozen=True, kw_only=True)
class Received:
    """One dossier received at a session; ``line`` is the screening line it began with, or empty."""

    id: str
    code: str
    procedure: str
    status: str
    desk: str
    received_at: datetime
    result_at: datetime | None
    line: str
    session: str


@dataclass(frozen=True, kw_only=True)
class Attendance:
    """One person at one session: whether they were asked, and came; ``desk`` is the one that saw them come."""

    session: str
    invited: bool
    came: bool
    desk: str


def find_place(db: Database, id_: str) -> KnownPlace | None:
    """Return the place of that id, or None."""
    return next(iter(_places(db, "WHERE id = ?", (id_,))), None)


def list_places(db: Database, *, ended: bool = False) -> tuple[KnownPlace, ...]:
    """Return the places in use, with ``ended`` also those given up, by id."""
    return _places(db, "" if ended else "WHERE ended_at IS NULL", ())


def find_session(db: Database, id_: str) -> SessionRow | None:
    """Return the session of that id, or None."""
    return next(iter(_sessions(db, "WHERE id = ?", (id_,))), None)


def sessions_ending(db: Database, end: str) -> tuple[SessionRow, ...]:
    """Return the sessions whose id ends so; two at most are looked for."""
    return _sessions(db, "WHERE substr(id, -length(?)) = ? ORDER BY id LIMIT 2", (end, end))


def sessions_between(db: Database, first_on: date, last_on: date) -> tuple[SessionRow, ...]:
    """Return the sessions of a period, both ends included, by their beginning."""
    return _sessions(db, "WHERE starts_at >= ? AND starts_at < ? ORDER BY starts_at, id", _span(first_on, last_on))


def stint_of(db: Database, desk: str) -> str | None:
    """Return the session at which a desk sits now, or None."""
    row = db.conn.execute(
        "SELECT session FROM mobile_stints WHERE desk = ? AND closed_at IS NULL ORDER BY opened_at DESC", (desk,)
    ).fetchone()
    return None if row is None else str(row[0])


def received_at_session(db: Database, session: str) -> tuple[Received, ...]:
    """Return the dossiers received at a session, oldest first."""
    return _received(db, "AND s.session = ?", (session,))


def received_between(db: Database, first_on: date, last_on: date) -> tuple[Received, ...]:
    """Return the dossiers received at any session in a period, both ends included."""
    return _received(db, "AND d.received_at >= ? AND d.received_at < ?", _span(first_on, last_on))


def visits_between(db: Database, first_on: date, last_on: date) -> tuple[Attendance, ...]:
    """Return who was asked or came to the sessions of a period that were not cancelled."""
    rows = db.conn.execute(
        "SELECT v.session, v.invited_at IS NOT NULL, v.came_at IS NOT NULL, v.desk FROM screening_visits v "
        "JOIN mobile_sessions s ON s.id = v.session "
        "WHERE s.starts_at >= ? AND s.starts_at < ? AND s.state <> 'cancelled' ORDER BY v.session, v.line",
        _span(first_on, last_on),
    )
    return tuple(
        Attendance(session=row[0], invited=bool(row[1]), came=bool(row[2]), desk=row[3]) for row in rows.fetchall()
    )


def desks_at_sessions(db: Database, first_on: date, last_on: date) -> dict[str, int]:
    """Return at how many sessions of a period each desk sat."""
    rows = db.conn.execute(
        "SELECT t.desk, count(DISTINCT t.session) FROM mobile_stints t JOIN mobile_sessions s ON s.id = t.session "
        "WHERE s.starts_at >= ? AND s.starts_at < ? GROUP BY t.desk",
        _span(first_on, last_on),
    )
    return {str(desk): int(count) for desk, count in rows.fetchall()}


def codes_of_desk(db: Database, desk: str, stem: str) -> tuple[str, ...]:
    """Return the codes that a desk has issued in a day's series, in order."""
    rows = db.conn.execute(
        "SELECT code FROM dossiers WHERE code >= ? AND code < ? AND desk = ? ORDER BY length(code), code",
        (stem, f"{stem}:", desk),
    )
    return tuple(str(row[0]) for row in rows.fetchall())


def find_place_session(db: Database, place: str, starts_at: datetime) -> str | None:
    """Return a session at a place that begins at that very moment and was not cancelled, or None."""
    row = db.conn.execute(
        "SELECT id FROM mobile_sessions WHERE starts_at = ? AND place = ? AND state <> 'cancelled'",
        (starts_at.isoformat(), place),
    ).fetchone()
    return None if row is None else str(row[0])


def _received(db: Database, rest: str, values: tuple[str, ...]) -> tuple[Received, ...]:
    rows = db.conn.execute(
        "SELECT DISTINCT d.id, d.code, d.procedure, d.status, d.desk, d.received_at, d.result_at, "
        f"coalesce(o.origin, ''), s.session {_AT_SESSION} {rest} ORDER BY d.received_at, d.code",
        values,
    )
    return tuple(
        Received(
            id=row[0],
            code=row[1],
            procedure=row[2],
            status=row[3],
            desk=row[4],
            received_at=datetime.fromisoformat(row[5]),
            result_at=_moment(row[6]),
            line=row[7].removeprefix("sessions:") if row[7].startswith("sessions:") else "",
            session=row[8],
        )
        for row in rows.fetchall()
    )


def _places(db: Database, rest: str, values: tuple[str, ...]) -> tuple[KnownPlace, ...]:
    rows = db.conn.execute(f"SELECT {_PLACE} FROM mobile_places {rest} ORDER BY id", values).fetchall()
    return tuple(map(_place, rows))


def _place(row: Sequence[Any]) -> KnownPlace:
    place = Place(name=row[2], area=row[3], address=row[4], contact=row[5], phone=row[6], note=row[7])
    return KnownPlace(id=row[0], desk=row[1], place=place, ended_at=_moment(row[8]))


def _sessions(db: Database, rest: str, values: tuple[str, ...]) -> tuple[SessionRow, ...]:
    rows = db.conn.execute(f"SELECT id, desk, place, starts_at, ends_at, state FROM mobile_sessions {rest}", values)
    return tuple(
        SessionRow(
            id=row[0],
            desk=row[1],
            place=row[2],
            starts_at=datetime.fromisoformat(row[3]),
            ends_at=datetime.fromisoformat(row[4]),
            state=row[5],
        )
        for row in rows.fetchall()
    )


def _span(first_on: date, last_on: date) -> tuple[str, str]:
    return first_on.isoformat(), (last_on + timedelta(days=1)).isoformat()


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
