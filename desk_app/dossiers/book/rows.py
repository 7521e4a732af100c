"""The lines of a register book and their numbers.

A book is one desk's, and one year's: the year of the receipt. Its numbers begin at 01 and follow the order in which the
desk entered the dossiers, as lines follow each other in a book of paper. That order is the desk's chain of journal
entries, so anybody who has the journal computes the same numbers, and a number once given never changes: a paper
receipt that is typed in days later goes onto the next free line, with a remark, and moves none of the lines before it.
Numbers by code would move: a late paper has the code of its own day, which lies in the middle of the book. Merging
other desks' journals changes nothing either: their dossiers stand in their own books.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.listing.sheet import RETURN_WAYS
from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.status import Status
from desk_app.dossiers.tables.book import entered_in_order
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.time_source import VIETNAM, spoken_day

_GIVEN_UP = frozenset({Status.NOT_ACCEPTED, Status.WITHDRAWN, Status.STOPPED})


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which book, and which of its lines: those received from ``first_on`` to ``last_on``, None for the whole year.

    ``desk`` is another desk whose journal is here, empty for this one.
    """

    year: int
    first_on: date | None = None
    last_on: date | None = None
    desk: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookLine:
    """One line of form 06; moments are this country's, None where they have not come."""

    number: int
    code: str
    procedure: str
    copies: int
    name: str
    contact: str
    agency: str
    received_at: datetime
    due_at: datetime
    handed_at: datetime | None
    return_by: str
    collector: str
    remark: str


def checked(wanted: Wanted) -> Wanted:
    """Return ``wanted``; raise ``InvalidInput`` for a year or days that make no book."""
    if not 2000 <= wanted.year <= 2999:
        raise InvalidInput("year", f"Không có sổ năm {wanted.year}.", "Ghi năm bốn chữ số.")
    for name, day in (("from", wanted.first_on), ("to", wanted.last_on)):
        if day is not None and day.year != wanted.year:
            raise InvalidInput(name, f"Ngày {spoken_day(day)} không thuộc sổ năm {wanted.year}.", "Mỗi năm một sổ.")
    if wanted.first_on and wanted.last_on and wanted.first_on > wanted.last_on:
        raise InvalidInput("to", "Ngày cuối ở trước ngày đầu.", "Đổi lại hai ngày.")
    return wanted


def numbered(room: Dossiers, wanted: Wanted) -> tuple[tuple[int, str], ...]:
    """Return number and dossier id of each line wanted, in the order of the book."""
    desk = wanted.desk or room.journal.desk_id
    found = entered_in_order(room.journal.reading(), desk, f"{wanted.year}-01-01", f"{wanted.year + 1}-01-01")
    first = wanted.first_on.isoformat() if wanted.first_on else ""
    last = wanted.last_on.isoformat() if wanted.last_on else "9999"
    return tuple(
        (number, id_) for number, (id_, received_at) in enumerate(found, start=1) if first <= received_at[:10] <= last
    )


def lines(room: Dossiers, places: tuple[tuple[int, str], ...]) -> Iterator[BookLine]:
    """Yield the line of each place; a dossier at a time is held in memory."""
    db = room.journal.reading()
    for number, id_ in places:
        yield _line(number, dossier_in(room, db, id_))


def _line(number: int, dossier: Dossier) -> BookLine:
    fact, given = dossier.registered, dossier.handed_over
    person = fact.applicant
    return BookLine(
        number=number,
        code=fact.code,
        procedure=fact.procedure_name,
        copies=fact.copies,
        name=person.name,
        contact=", ".join(part for part in (person.address, person.phone) if part),
        agency=fact.legs[0].agency if fact.legs else "",
        received_at=fact.received_at.astimezone(VIETNAM),
        due_at=fact.due_at.astimezone(VIETNAM),
        handed_at=given.handed_at.astimezone(VIETNAM) if given else None,
        return_by=RETURN_WAYS.get(fact.return_by, fact.return_by),
        collector=given.to or person.name if given else "",
        remark=_remark(dossier),
    )


def _remark(dossier: Dossier) -> str:
    fact, parts = dossier.registered, []
    entered_on = fact.entered_at.astimezone(VIETNAM).date()
    if fact.late:
        paper = f", giấy số {fact.paper_number}" if fact.paper_number else ""
        parts.append(f"Vào sổ muộn ngày {spoken_day(entered_on)}{paper}")
    if dossier.status in _GIVEN_UP:
        parts.append(dossier.status.words)
    if dossier.moved_due is not None:
        parts.append("Đã đổi ngày hẹn trả")
    if fact.subject is not None and fact.subject.name != fact.applicant.name:
        parts.append(f"Làm cho {fact.subject.name}")
    return "; ".join(parts)
