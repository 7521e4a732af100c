"""From a dossier's entries to its rows."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from desk_app.dossiers import facts
from desk_app.dossiers import on_the_spot_facts as spot
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.dossier_fold import folded
from desk_app.dossiers.life.facts import MOVES
from desk_app.dossiers.status import OPEN, WAITING
from desk_app.dossiers.tables import apologies, on_the_spot, origins, reappointments, search_index
from desk_app.journal.entry import Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.folding import Lift, SubjectFold
from desk_app.journal.tables import put_findings
from desk_app.kernel.ids import recency
from desk_app.kernel.texts import collation_key
from desk_app.kernel.texts import folded as without_marks
from desk_app.storage.engine import Database

_COLUMNS = (
    "local_row, id, code, desk, procedure, field, status, name, folded_name, id_number, phone, birth_on, subject_name, "
    "received_at, due_at, officer, channel, return_by, result_at, handed_at, "
    "name_key, agency, step_due_at, holder, ended_at, missed_due_at, paper_number"
)
_INSERT = f"INSERT INTO dossiers ({_COLUMNS}) VALUES ({', '.join('?' * 27)}) ON CONFLICT (local_row) DO NOTHING"
_INSERT_LEG = "INSERT INTO dossier_legs VALUES (?, ?, ?, ?, ?, ?, ?)"

_LIFTS: Mapping[tuple[str, int], Lift] = {
    (facts.Registered.KIND, 1): lambda body: {**body, "origin": ""},
    (facts.HandedOver.KIND, 1): lambda body: {**body, "kinship": "", "id_number": "", "signed_register": False},
    (facts.Noted.KIND, 1): lambda body: {**body, "channel": ""},
}


class DossierFold(SubjectFold[Dossier | None]):
    """One dossier, from its registration to its end."""

    name = "dossiers"
    facts: ClassVar[tuple[type[Fact], ...]] = (
        facts.Registered,
        facts.StepDone,
        facts.ResultIssued,
        facts.HandedOver,
        facts.Noted,
        facts.Corrected,
        facts.FindingSettled,
        spot.OnTheSpotBegun,
        spot.Appraised,
        spot.Approved,
        spot.ReceiptAsked,
        spot.OnTheSpotLeft,
        *MOVES,
    )
    lifts: ClassVar[Mapping[tuple[str, int], Lift]] = _LIFTS
    tables = ("dossiers", "dossier_legs", origins.TABLE, on_the_spot.TABLE, apologies.TABLE, reappointments.TABLE)
    indexes = ("new_names", "dossier_search")

    def fold(self, history: Sequence[Recorded]) -> Dossier | None:
        """Return the dossier, or None while its registration has not arrived."""
        return folded(history)

    def store(self, db: Database, subject: str, state: Dossier | None, *, fresh: bool) -> None:
        """Write the dossier's row, its legs, its search words and its findings."""
        row = None if fresh else _row_of(db, subject)
        if row is not None:
            search_index.forget(db, row)
            db.conn.execute("DELETE FROM dossiers WHERE local_row = ?", (row,))
            db.conn.execute("DELETE FROM dossier_legs WHERE dossier = ?", (subject,))
            on_the_spot.forget(db, subject)
        if state is None:
            return
        row = _inserted(db, recency(subject) if row is None else row, state)
        for place, leg in enumerate(state.legs):
            done_at = leg.done_at.isoformat() if leg.done_at else None
            received_at = leg.received_at.isoformat() if leg.received_at else None
            due_at = leg.due_at.isoformat()
            values = (subject, place, leg.plan.agency, leg.plan.name, due_at, done_at, received_at)
            db.conn.execute(_INSERT_LEG, values)
        origins.keep(db, subject, state.registered.origin, fresh=fresh)
        apologies.keep(db, state, fresh=fresh)
        reappointments.keep(db, state, fresh=fresh)
        on_the_spot.put(db, state)
        search_index.keep(db, row, _search_words(state))
        if not fresh:
            found = ((each.kind, each.entry, each.against, each.words) for each in state.findings)
            put_findings(db, self.name, subject, found)


def _row_of(db: Database, dossier: str) -> int | None:
    row = db.conn.execute("SELECT local_row FROM dossiers WHERE id = ?", (dossier,)).fetchone()
    return None if row is None else int(row[0])


def _inserted(db: Database, row: int, state: Dossier) -> int:
    """Write a dossier's row under this number and return it; the next free one when two desks hit the same moment."""
    values = _values(state)
    while db.conn.execute(_INSERT, (row, *values)).rowcount == 0:
        row += 1
    return row


def _values(state: Dossier) -> tuple[object, ...]:
    fact = state.registered
    # A dossier that waits for the citizen, or ended without a result, is with nobody, though steps were never done.
    steps = state.open_legs if state.status in OPEN - WAITING else ()
    step = min(steps, key=lambda leg: leg.due_at, default=None)
    return (
        state.id,
        fact.code,
        state.entry.desk,
        fact.procedure,
        fact.procedure_field,
        str(state.status),
        fact.applicant.name,
        without_marks(fact.applicant.name),
        fact.applicant.id_number,
        fact.applicant.phone,
        fact.applicant.birth_on,
        fact.subject.name if fact.subject else "",
        fact.received_at.isoformat(),
        fact.due_at.isoformat(),
        state.officer,
        fact.channel,
        fact.return_by,
        state.result.issued_at.isoformat() if state.result else None,
        state.handed_over.handed_at.isoformat() if state.handed_over else None,
        collation_key(fact.applicant.name),
        step.plan.agency if step else "",
        step.due_at.isoformat() if step else "",
        state.holder,
        state.ended_at.isoformat() if state.ended_at else None,
        state.counted_due_at.isoformat() if state.counted_due_at != fact.due_at else None,
        fact.paper_number,
    )


def _search_words(state: Dossier) -> str:
    people = (state.registered.applicant, state.registered.subject, state.registered.authorised)
    # A name from before a correction still finds the dossier: it stands on the receipt in the citizen's hand.
    names = (*(person.name for person in people if person is not None), *state.former_names)
    return " ".join(without_marks(name) for name in names)
