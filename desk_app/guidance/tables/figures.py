"""What figures ask over guidance, appointments and the dossiers that came of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desk_app.dossiers.life.facts import SupplementRequested
from desk_app.storage.engine import Database

# A dossier was guided when it began with a contact, or with an appointment that began with one.
_ORIGIN_IS_GUIDANCE = """
    origin LIKE 'guidance:%' OR (origin LIKE 'appointments:%' AND EXISTS (
        SELECT 1 FROM appointments a WHERE a.id = substr(o.origin, 14) AND a.origin LIKE 'guidance:%'))"""


@dataclass(frozen=True, slots=True)
class ContactCount:
    """How many contacts and minutes one desk had by one channel about one procedure (empty: none)."""

    channel: str
    procedure: str
    desk: str
    count: int
    minutes: int


@dataclass(frozen=True, slots=True)
class DossierRow:
    """One dossier received in the period: whether guidance came before it, and how it went."""

    is_guided: bool
    status: str
    due_at: datetime
    result_at: datetime | None
    was_supplemented: bool
    procedure: str
    received_on: date
    desk: str


@dataclass(frozen=True, slots=True)
class AppointmentCount:
    """How many appointments of one desk stand in one state, came by one channel, and had somebody called or reached."""

    desk: str
    state: str
    is_walk_in: bool
    count: int


def count_contacts(db: Database, first_on: date, last_on: date, desks: Sequence[str]) -> tuple[ContactCount, ...]:
    """Return the contacts of a period, both days included, grouped; those taken back left out."""
    rows = db.conn.execute(
        "SELECT channel, procedure, desk, count(*), sum(minutes) FROM guidance_contacts WHERE is_withdrawn = 0 "
        f"AND given_at >= ? AND given_at < ? AND desk IN ({_marks(desks)}) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        (*_span(first_on, last_on), *desks),
    )
    return tuple(ContactCount(*row) for row in rows.fetchall())


def count_led_to_dossier(db: Database, first_on: date, last_on: date, desks: Sequence[str]) -> int:
    """Return how many contacts of a period led to a dossier, straight or by way of an appointment."""
    row = db.conn.execute(
        "SELECT count(*) FROM guidance_contacts c WHERE is_withdrawn = 0 AND given_at >= ? AND given_at < ? "
        f"AND desk IN ({_marks(desks)}) AND (EXISTS (SELECT 1 FROM dossier_origins WHERE origin = 'guidance:' || c.id) "
        "OR EXISTS (SELECT 1 FROM appointments a JOIN dossier_origins o ON o.origin = 'appointments:' || a.id "
        "WHERE a.origin = 'guidance:' || c.id))",
        (*_span(first_on, last_on), *desks),
    ).fetchone()
    return int(row[0])


def list_dossiers(db: Database, first_on: date, last_on: date, desks: Sequence[str]) -> tuple[DossierRow, ...]:
    """Return the dossiers received in a period, both days included, each with whether guidance came before it."""
    rows = db.conn.execute(
        f"SELECT EXISTS (SELECT 1 FROM dossier_origins o WHERE o.dossier = d.id AND ({_ORIGIN_IS_GUIDANCE})), "
        "status, due_at, result_at, "
        "EXISTS (SELECT 1 FROM entries e WHERE e.subject = d.id AND e.kind = ?), procedure, received_at, desk "
        f"FROM dossiers d WHERE received_at >= ? AND received_at < ? AND desk IN ({_marks(desks)}) ORDER BY id",
        (SupplementRequested.KIND, *_span(first_on, last_on), *desks),
    )
    return tuple(
        DossierRow(
            is_guided=bool(guided),
            status=status,
            due_at=datetime.fromisoformat(due_at),
            result_at=None if result_at is None else datetime.fromisoformat(result_at),
            was_supplemented=bool(supplemented),
            procedure=procedure,
            received_on=datetime.fromisoformat(received_at).date(),
            desk=desk,
        )
        for guided, status, due_at, result_at, supplemented, procedure, received_at, desk in rows.fetchall()
    )


def count_appointments(
    db: Database, first_on: date, last_on: date, desks: Sequence[str]
) -> tuple[AppointmentCount, ...]:
    """Return the appointments for the days of a period, both included, grouped."""
    rows = db.conn.execute(
        "SELECT desk, state, channel = 'walk_in', count(*) FROM appointments WHERE day BETWEEN ? AND ? "
        f"AND desk IN ({_marks(desks)}) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        (first_on.isoformat(), last_on.isoformat(), *desks),
    )
    return tuple(AppointmentCount(desk, state, bool(walk_in), count) for desk, state, walk_in, count in rows.fetchall())


def _span(first_on: date, last_on: date) -> tuple[str, str]:
    return first_on.isoformat(), (last_on + timedelta(days=1)).isoformat()


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
