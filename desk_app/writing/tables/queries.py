"""Every question put to the tables of the writing table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from desk_app.dossiers.tables.origins import TABLE as ORIGINS
from desk_app.storage.engine import Database
from desk_app.writing.case import Case

# What parts the ids and keys that stand in one cell: none of them can hold it.
_MARK = "\x1f"
_CASE = (
    "id, desk, helper, organisation, area, outcome, minutes, person, number_end, note, sat_at, written_at, void, reason, "
    '(SELECT group_concat(form, char(31)) FROM (SELECT form FROM writing_case_forms WHERE "case" = id ORDER BY place)), '
    "(SELECT group_concat(dossier, char(31)) FROM "
    f"(SELECT dossier FROM {ORIGINS} WHERE origin = 'writing:' || id ORDER BY dossier))"
)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which cases: of a period, both ends included; of one helper, form, area or outcome where that is not empty."""

    first_on: date
    last_on: date
    helper: str = ""
    form: str = ""
    area: str = ""
    outcome: str = ""


def origin_of(case: str) -> str:
    """Return how a dossier names the case that it began with."""
    return f"writing:{case}"


def find_case(db: Database, id_: str) -> Case | None:
    """Return the case of that id, or None."""
    return next(iter(_cases(db, "WHERE id = ?", (id_,))), None)


def cases_between(db: Database, wanted: Wanted) -> tuple[Case, ...]:
    """Return the cases of a period, newest first, those taken back included."""
    first, after = wanted.first_on.isoformat(), (wanted.last_on + timedelta(days=1)).isoformat()
    found = _cases(
        db,
        "WHERE written_at >= ? AND written_at < ? AND (? = '' OR helper = ?) AND (? = '' OR area = ?) "
        "AND (? = '' OR EXISTS (SELECT 1 FROM writing_case_forms WHERE \"case\" = id AND form = ?)) "
        "ORDER BY written_at DESC, id DESC",
        (first, after, *(wanted.helper,) * 2, *(wanted.area,) * 2, *(wanted.form,) * 2),
    )
    return tuple(case for case in found if wanted.outcome in ("", case.became))


def last_organisation(db: Database, helper: str) -> str | None:
    """Return for which organisation a helper served last; None before the first case."""
    row = db.execute(
        "SELECT organisation FROM writing_cases WHERE helper = ? ORDER BY written_at DESC LIMIT 1", (helper,)
    ).fetchone()
    return None if row is None else str(row[0])


def put_sitting(db: Database, id_: str, account: str, body: bytes, at: datetime) -> None:
    """Keep what is being filled in, in place of what was kept of the same sitting."""
    db.execute("INSERT OR REPLACE INTO writing_sittings VALUES (?, ?, ?, ?)", (id_, account, at.isoformat(), body))


def sittings_since(db: Database, since: datetime, account: str = "") -> tuple[bytes, ...]:
    """Return what is kept of the sittings of one helper (empty: of all) since a moment, newest first."""
    rows = db.execute(
        "SELECT body FROM writing_sittings WHERE kept_at >= ? AND (? = '' OR account = ?) ORDER BY kept_at DESC, id DESC",
        (since.isoformat(), account, account),
    )
    return tuple(bytes(row[0]) for row in rows.fetchall())


def drop_sitting(db: Database, id_: str) -> None:
    """Forget a sitting."""
    db.execute("DELETE FROM writing_sittings WHERE id = ?", (id_,))


def drop_sittings_before(db: Database, at: datetime) -> None:
    """Forget every sitting that nobody touched since ``at``."""
    db.execute("DELETE FROM writing_sittings WHERE kept_at < ?", (at.isoformat(),))


def _cases(db: Database, rest: str, values: Iterable[Any]) -> tuple[Case, ...]:
    rows = db.conn.execute(f"SELECT {_CASE} FROM writing_cases {rest}", tuple(values)).fetchall()
    return tuple(map(_case, rows))


def _case(row: Sequence[Any]) -> Case:
    id_, desk, helper, organisation, area, outcome, minutes, person, number_end, note, sat, written, *rest = row
    void, reason, forms, dossiers = rest
    return Case(
        id=id_,
        desk=desk,
        helper=helper,
        organisation=organisation,
        forms=_parted(forms),
        area=area,
        outcome=outcome,
        minutes=minutes,
        person=person,
        number_end=number_end,
        note=note,
        sat_at=datetime.fromisoformat(sat),
        written_at=datetime.fromisoformat(written),
        void=bool(void),
        reason=reason,
        dossiers=_parted(dossiers),
    )


def _parted(cell: str | None) -> tuple[str, ...]:
    return tuple(cell.split(_MARK)) if cell else ()
