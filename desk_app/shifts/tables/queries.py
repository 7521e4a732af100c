"""Every question put to the tables of duties."""

from dataclasses import dataclass
from datetime import date, datetime

from desk_app.shifts.facts import Holder
from desk_app.storage.engine import Database

_HELD = "('held', 'came', 'late')"
_ISSUED = f"edition = 'issued' AND state IN {_HELD}"


@dataclass(frozen=True, kw_only=True)
class RosterRow:
    """One month's roster in a list; ``version`` is 0 while it was never issued."""

    subject: str
    month: date
    desk: str
    has_draft: bool
    version: int
    number: str
    issued_on: date | None


@dataclass(frozen=True, kw_only=True)
class SeatRow:
    """One issued seat as figures count it."""

    seat: str
    shift: str
    on: date
    place: str
    minutes: int
    holder: Holder
    state: str
    how: str
    hundredths: int
    worked_minutes: int
    desk: str


@dataclass(frozen=True, kw_only=True)
class CancelledRow:
    """One cancellation."""

    seat: str
    on: date
    holder: Holder
    is_late: bool
    desk: str


@dataclass(frozen=True, kw_only=True)
class ThanksRow:
    """One letter of thanks."""

    id: str
    holder: Holder
    first_on: date
    last_on: date
    number: str
    words: str
    thanked_at: datetime


def list_rosters(db: Database) -> tuple[RosterRow, ...]:
    """Return every month's roster, the newest month first."""
    rows = db.conn.execute(
        "SELECT subject, month, desk, has_draft, version, number, issued_on FROM shift_rosters "
        "ORDER BY month DESC, subject"
    ).fetchall()
    return tuple(
        RosterRow(
            subject=subject,
            month=date.fromisoformat(month),
            desk=desk,
            has_draft=bool(has_draft),
            version=version,
            number=number,
            issued_on=None if issued_on is None else date.fromisoformat(issued_on),
        )
        for subject, month, desk, has_draft, version, number, issued_on in rows
    )


def rosters_between(db: Database, first_on: date, last_on: date) -> tuple[str, ...]:
    """Return the rosters that have issued seats in a period, in the order of their names."""
    rows = db.conn.execute(
        "SELECT DISTINCT roster FROM shift_seats WHERE edition = 'issued' AND on_day BETWEEN ? AND ? ORDER BY roster",
        (first_on.isoformat(), last_on.isoformat()),
    ).fetchall()
    return tuple(str(row[0]) for row in rows)


def roster_of_seat(db: Database, seat: str) -> str | None:
    """Return the roster a seat stands in, the issued one first, or None."""
    query = "SELECT roster FROM shift_seats WHERE seat = ? ORDER BY edition = 'issued' DESC, roster LIMIT 1"
    row = db.conn.execute(query, (seat,)).fetchone()
    return None if row is None else str(row[0])


def roster_of_shift(db: Database, shift: str) -> str | None:
    """Return the roster a shift stands in, the issued one first, or None."""
    query = "SELECT roster FROM shift_seats WHERE shift = ? ORDER BY edition = 'issued' DESC, roster LIMIT 1"
    row = db.conn.execute(query, (shift,)).fetchone()
    return None if row is None else str(row[0])


def seats_between(db: Database, first_on: date, last_on: date) -> tuple[SeatRow, ...]:
    """Return the issued seats of a period, both ends included, by day, time and place."""
    rows = db.conn.execute(
        "SELECT seat, shift, on_day, place, minutes, organisation, member, state, coalesce(how, ''), hundredths, "
        "worked_minutes, desk FROM shift_seats WHERE edition = 'issued' AND on_day BETWEEN ? AND ? "
        "ORDER BY on_day, starts, place, seat",
        (first_on.isoformat(), last_on.isoformat()),
    ).fetchall()
    return tuple(
        SeatRow(
            seat=row[0],
            shift=row[1],
            on=date.fromisoformat(row[2]),
            place=row[3],
            minutes=row[4],
            holder=Holder(organisation=row[5], member=row[6]),
            state=row[7],
            how=row[8],
            hundredths=row[9],
            worked_minutes=row[10],
            desk=row[11],
        )
        for row in rows
    )


def cancelled_between(db: Database, first_on: date, last_on: date) -> tuple[CancelledRow, ...]:
    """Return the cancellations of seats of a period, by day."""
    rows = db.conn.execute(
        "SELECT seat, on_day, organisation, member, is_late, desk FROM shift_cancellations "
        "WHERE on_day BETWEEN ? AND ? ORDER BY on_day, roster, place_in_order",
        (first_on.isoformat(), last_on.isoformat()),
    ).fetchall()
    return tuple(
        CancelledRow(
            seat=seat,
            on=date.fromisoformat(on),
            holder=Holder(organisation=organisation, member=member),
            is_late=bool(is_late),
            desk=desk,
        )
        for seat, on, organisation, member, is_late, desk in rows
    )


def thanks_between(db: Database, first_on: date, last_on: date) -> tuple[ThanksRow, ...]:
    """Return the thanks for periods that overlap this one, the newest first."""
    rows = db.conn.execute(
        "SELECT id, organisation, member, first_on, last_on, number, words, thanked_at FROM shift_thanks "
        "WHERE last_on >= ? AND first_on <= ? ORDER BY thanked_at DESC, id",
        (first_on.isoformat(), last_on.isoformat()),
    ).fetchall()
    return tuple(
        ThanksRow(
            id=row[0],
            holder=Holder(organisation=row[1], member=row[2]),
            first_on=date.fromisoformat(row[3]),
            last_on=date.fromisoformat(row[4]),
            number=row[5],
            words=row[6],
            thanked_at=datetime.fromisoformat(row[7]),
        )
        for row in rows
    )


def out_between(db: Database, first_on: date, last_on: date, *, besides: str) -> frozenset[tuple[date, Holder]]:
    """Return who is on duty on which day of a period by other rosters than ``besides``."""
    rows = db.conn.execute(
        f"SELECT on_day, organisation, member FROM shift_seats WHERE {_ISSUED} AND on_day BETWEEN ? AND ? AND roster <> ?",
        (first_on.isoformat(), last_on.isoformat(), besides),
    ).fetchall()
    return frozenset((date.fromisoformat(on), Holder(organisation=own, member=member)) for on, own, member in rows)
