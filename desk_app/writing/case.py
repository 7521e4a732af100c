"""One case of the writing table, as its entries say."""

from collections.abc import Sequence
from datetime import datetime

from desk_app.journal.entry import Recorded
from desk_app.kernel.records import Record, changed
from desk_app.writing.facts import Corrected, Outcome, Written
from desk_app.writing.form import Area


class Case(Record):
    """Whom the helper served, with what, for how long, and what came of it; ``void`` ones count nowhere.

    ``desk`` is where it was written down; ``dossiers`` are those that began with it.
    """

    id: str
    desk: str
    helper: str
    organisation: str
    forms: tuple[str, ...]
    area: Area
    outcome: Outcome
    minutes: int
    person: str
    number_end: str
    note: str
    sat_at: datetime
    written_at: datetime
    void: bool = False
    reason: str = ""
    dossiers: tuple[str, ...] = ()

    @property
    def became(self) -> Outcome:
        """Return what came of it: a dossier that began with it says more than what was ticked."""
        return "registered" if self.dossiers else self.outcome


def folded_case(history: Sequence[Recorded]) -> Case | None:
    """Return the case; None while the entry that wrote it down has not arrived. The latest correction counts."""
    first = next((each for each in history if isinstance(each.fact, Written)), None)
    if first is None or not isinstance(first.fact, Written):
        return None
    fact = first.fact
    case = Case(
        id=first.entry.subject,
        desk=first.entry.desk,
        helper=first.entry.actor,
        organisation=fact.organisation,
        forms=fact.forms,
        area=fact.area,
        outcome=fact.outcome,
        minutes=fact.minutes,
        person=fact.person,
        number_end=fact.number_end,
        note=fact.note,
        sat_at=fact.sat_at,
        written_at=fact.written_at,
    )
    for each in history:
        if isinstance(each.fact, Corrected):
            now = each.fact
            case = changed(case, outcome=now.outcome, minutes=now.minutes, void=now.void, reason=now.reason)
    return case
