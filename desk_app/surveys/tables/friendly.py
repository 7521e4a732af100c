"""The self-assessment as rows: one for each criterion of each period."""

from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar

from desk_app.journal.entry import Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.folding import SubjectFold
from desk_app.journal.tables import put_findings
from desk_app.kernel.records import Record, canonical, from_json
from desk_app.storage.engine import Database
from desk_app.surveys.friendly_facts import Assessed, EvidenceAdded, EvidenceWithdrawn, Mark

_TWICE = "Hai máy tự chấm một tiêu chí mà không biết nhau; đang tính lần chấm sau."


class CriterionState(Record):
    """One criterion in one period: its evidence, the latest mark, and by which entry it was given."""

    desk: str
    evidence: tuple[EvidenceAdded, ...]
    mark: Mark | None
    words: str
    assessed_by: str
    doubled: tuple[tuple[str, str], ...] = ()


class FriendlyFold(SubjectFold[CriterionState]):
    """One criterion in one period: evidence gathers, the latest mark stands."""

    name = "friendly_criteria"
    facts: ClassVar[tuple[type[Fact], ...]] = (EvidenceAdded, EvidenceWithdrawn, Assessed)
    tables = ("friendly_criteria",)

    def fold(self, history: Sequence[Recorded]) -> CriterionState:
        """Return the evidence that was not withdrawn, and the latest mark."""
        gone = {each.fact.id for each in history if isinstance(each.fact, EvidenceWithdrawn)}
        proofs = [each.fact for each in history if isinstance(each.fact, EvidenceAdded) and each.fact.id not in gone]
        marks = [(each.entry.name, each.fact) for each in history if isinstance(each.fact, Assessed)]
        # A mark that names another than the one before it was given without knowing that one.
        doubled = tuple((name, before) for (before, _fact), (name, fact) in pairwise(marks) if fact.after != before)
        name, latest = marks[-1] if marks else ("", None)
        return CriterionState(
            desk=history[0].entry.desk,
            evidence=tuple(proofs),
            mark=latest.mark if latest is not None else None,
            words=latest.words if latest is not None else "",
            assessed_by=name,
            doubled=doubled,
        )

    def store(self, db: Database, subject: str, state: CriterionState, *, fresh: bool) -> None:
        """Replace the criterion's row and findings."""
        _, period, criterion = subject.split(":")
        if not fresh:
            db.conn.execute("DELETE FROM friendly_criteria WHERE period = ? AND criterion = ?", (period, criterion))
            found = (("assessed_twice", entry, against, _TWICE) for entry, against in state.doubled)
            put_findings(db, self.name, subject, found)
        row = (period, criterion, state.desk, state.mark or "", canonical(state).decode())
        db.conn.execute("INSERT INTO friendly_criteria VALUES (?, ?, ?, ?, ?)", row)


def find(db: Database, period: str, criterion: str) -> CriterionState | None:
    """Return one criterion in one period, None while nobody wrote anything."""
    row = db.conn.execute(
        "SELECT body FROM friendly_criteria WHERE period = ? AND criterion = ?", (period, criterion)
    ).fetchone()
    return None if row is None else from_json(row[0], CriterionState)


def list_periods(db: Database) -> tuple[str, ...]:
    """Return every period in which something was written, the newest first."""
    rows = db.execute("SELECT DISTINCT period FROM friendly_criteria ORDER BY period DESC").fetchall()
    return tuple(str(row[0]) for row in rows)
