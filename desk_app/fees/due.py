"""Who has not paid yet, and for whom the fee was waived."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.status import Status
from desk_app.dossiers.tables.listing import ListRow, Selection, Span, list_page, place_of
from desk_app.fees.room import Fees
from desk_app.fees.tables import queries
from desk_app.kernel.records import Record
from desk_app.storage.engine import Database

_AT_ONCE = 500
# A dossier that was not taken, or given up, owes nothing.
_OWES_NOTHING = frozenset({Status.NOT_ACCEPTED, Status.WITHDRAWN, Status.STOPPED})
_WAIVED = re.compile(r"miễn(?:\s*\((.*)\))?")


class Unpaid(Record):
    """A dossier whose fee is due and not paid; times are ISO 8601 with +07:00."""

    id: str
    code: str
    name: str
    procedure: str
    field: str
    due: int
    received_at: str
    status: str


@dataclass(frozen=True, kw_only=True)
class Waived:
    """A dossier for which nothing was to be paid, and why."""

    code: str
    reason: str


def unpaid(room: Fees, dossier: str) -> int:
    """Return the đồng that are due for a dossier and not paid; 0 when nothing is owed, or nobody stated how much.

    Raises ``NotFound`` for an unknown dossier.
    """
    db = room.journal.reading()
    owed = _owed(dossier_in(room.dossiers, db, dossier))
    return owed if owed and not queries.money_of(db, dossier).standing else 0


def list_unpaid(room: Fees, *, first_on: date, last_on: date, desk: str = "") -> tuple[Unpaid, ...]:
    """Return the dossiers received in a period that owe their fee, newest first; of one desk or (empty) of all."""
    db, found = room.journal.reading(), []
    for page in _received(db, first_on, last_on, desk):
        paid = queries.paid_among(db, [row.id for row in page])
        for row in page:
            if row.id in paid or row.status in _OWES_NOTHING:
                continue
            dossier = dossier_in(room.dossiers, db, row.id)
            if owed := _owed(dossier):
                found.append(_line(row, dossier, owed))
    return tuple(found)


def list_waived(room: Fees, *, on: date, desk: str, officer: str = "") -> tuple[Waived, ...]:
    """Return the dossiers received on a day for which the fee was waived, of one officer or (empty) of all."""
    db, found = room.journal.reading(), []
    for page in _received(db, on, on, desk, officer):
        for row in page:
            if row.status not in _OWES_NOTHING:
                fact = dossier_in(room.dossiers, db, row.id).registered
                words = _WAIVED.match(fact.fee_words) if fact.fee == 0 else None
                if words is not None:
                    found.append(Waived(code=fact.code, reason=words[1] or "theo quy định"))
    return tuple(found)


def _owed(dossier: Dossier) -> int:
    return 0 if dossier.status in _OWES_NOTHING else dossier.registered.fee or 0


def _received(db: Database, first_on: date, last_on: date, desk: str, officer: str = "") -> Iterator[list[ListRow]]:
    equal = tuple((column, value) for column, value in (("desk", desk), ("officer", officer)) if value)
    span = Span(first=first_on.isoformat(), before=(last_on + timedelta(days=1)).isoformat())
    selection, after = Selection(equal=equal, received=span), None
    while page := list_page(db, selection, _AT_ONCE, after=after):
        yield page
        after = place_of(selection, page[-1])


def _line(row: ListRow, dossier: Dossier, owed: int) -> Unpaid:
    fact = dossier.registered
    return Unpaid(
        id=row.id,
        code=row.code,
        name=row.name,
        procedure=fact.procedure_name,
        field=row.field,
        due=owed,
        received_at=row.received_at,
        status=row.status,
    )
