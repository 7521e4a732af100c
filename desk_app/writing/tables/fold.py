"""From the entries of a case to its rows."""

from collections.abc import Sequence
from typing import ClassVar

from desk_app.journal.entry import Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.folding import SubjectFold
from desk_app.storage.engine import Database
from desk_app.writing.case import Case, folded_case
from desk_app.writing.facts import Corrected, Written

_CASE = f"INSERT INTO writing_cases VALUES ({', '.join('?' * 14)})"


class CaseFold(SubjectFold[Case | None]):
    """One case and its forms."""

    name = "writing_cases"
    facts: ClassVar[tuple[type[Fact], ...]] = (Written, Corrected)
    tables = ("writing_cases", "writing_case_forms")

    def fold(self, history: Sequence[Recorded]) -> Case | None:
        """Return the case, or None while the entry that wrote it down has not arrived."""
        return folded_case(history)

    def store(self, db: Database, subject: str, state: Case | None, *, fresh: bool) -> None:
        """Write the case's rows."""
        if not fresh:
            db.conn.execute("DELETE FROM writing_cases WHERE id = ?", (subject,))
            db.conn.execute('DELETE FROM writing_case_forms WHERE "case" = ?', (subject,))
        if state is None:
            return
        row = (
            *(state.id, state.desk, state.helper, state.organisation, state.area, state.outcome, state.minutes),
            *(state.person, state.number_end, state.note, state.sat_at.isoformat(), state.written_at.isoformat()),
            *(int(state.void), state.reason),
        )
        db.conn.execute(_CASE, row)
        forms = [(state.id, place, form) for place, form in enumerate(state.forms)]
        db.conn.executemany("INSERT INTO writing_case_forms VALUES (?, ?, ?)", forms)
