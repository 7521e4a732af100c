"""Organisations, people, places, patterns and absences as rows, and read back as one book."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from desk_app.journal.entry import Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.folding import SubjectFold
from desk_app.kernel.records import Record, canonical, from_json
from desk_app.shifts import facts
from desk_app.shifts.book import Absence, Member, Organisation, Pattern, Place, ShiftBook
from desk_app.storage.engine import Database

BOOK = "shift_book"
_Entered = Organisation | Member | Place | Pattern | Absence
_KINDS: dict[type[_Entered], str] = {
    Organisation: "organisation",
    Member: "member",
    Place: "place",
    Pattern: "pattern",
    Absence: "absence",
}
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, kw_only=True)
class Entered:
    """What was last put under one id, None once it was withdrawn, and which desk put it first."""

    record: _Entered | None
    desk: str


class BookFold(SubjectFold[Entered]):
    """One organisation, person, place, pattern or absence, as it was last put."""

    name = BOOK
    facts: ClassVar[tuple[type[Fact], ...]] = (
        facts.OrganisationPut,
        facts.MemberPut,
        facts.PlacePut,
        facts.PatternPut,
        facts.AbsencePut,
        facts.AbsenceWithdrawn,
    )
    tables = ("shift_book",)
    reference = True

    def fold(self, history: Sequence[Recorded]) -> Entered:
        """Return what the last entry put; an absence once withdrawn stays so."""
        withdrawn = any(isinstance(each.fact, facts.AbsenceWithdrawn) for each in history)
        last = None if withdrawn else _record_of(history[-1].fact)
        return Entered(record=last, desk=history[0].entry.desk)

    def store(self, db: Database, subject: str, state: Entered, *, fresh: bool) -> None:
        """Replace the row of that id."""
        if not fresh:
            db.conn.execute("DELETE FROM shift_book WHERE id = ?", (subject,))
        if state.record is not None:
            row = (subject, _KINDS[type(state.record)], state.desk, canonical(state.record))
            db.conn.execute("INSERT INTO shift_book VALUES (?, ?, ?, ?)", row)


def load_book(db: Database) -> ShiftBook:
    """Return everything entered, each kind in the order of its ids."""
    rows = db.conn.execute("SELECT kind, body FROM shift_book ORDER BY id").fetchall()
    return ShiftBook(
        organisations=_of_kind(rows, Organisation),
        members=_of_kind(rows, Member),
        places=_of_kind(rows, Place),
        patterns=_of_kind(rows, Pattern),
        absences=_of_kind(rows, Absence),
    )


def _of_kind(rows: Sequence[tuple[str, bytes]], kind: type[R]) -> tuple[R, ...]:
    wanted = _KINDS[kind]  # type: ignore[index]
    return tuple(from_json(body, kind) for name, body in rows if name == wanted)


def _record_of(fact: Fact) -> _Entered | None:
    if isinstance(fact, facts.OrganisationPut):
        return fact.organisation
    if isinstance(fact, facts.MemberPut):
        return fact.member
    if isinstance(fact, facts.PlacePut):
        return fact.place
    if isinstance(fact, facts.PatternPut):
        return fact.pattern
    return fact.absence if isinstance(fact, facts.AbsencePut) else None
