"""How a case of the writing table is answered."""

from datetime import datetime

from desk_app.desk import Desk
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_moment
from desk_app.writing.case import Case
from desk_app.writing.facts import OUTCOME_WORDS, Outcome
from desk_app.writing.form import Area


class CaseShown(Record):
    """A case as scripts read it; ``outcome`` is «registered» as soon as a dossier began with it."""

    id: str
    helper: str
    organisation: str
    person: str
    forms: tuple[str, ...]
    area: Area
    outcome: Outcome
    minutes: int
    note: str
    written_at: datetime
    void: bool
    dossiers: int


def shown_case(desk: Desk, case: Case) -> CaseShown:
    """Return a case with its helper's name; of dossiers only how many began with it."""
    helper = desk.accounts.present_book().find(case.helper)
    return CaseShown(
        id=case.id,
        helper=helper.name if helper is not None else "",
        organisation=case.organisation,
        person=case.person,
        forms=case.forms,
        area=case.area,
        outcome=case.became,
        minutes=case.minutes,
        note=case.note,
        written_at=case.written_at,
        void=case.void,
        dossiers=len(case.dossiers),
    )


def line_of(case: CaseShown) -> str:
    """Return a case as one line for people."""
    who = f"{case.helper} ({case.organisation})" if case.organisation else case.helper
    forms = ", ".join(case.forms) or "không viết mẫu nào"
    void = "ĐÃ BỎ · " if case.void else ""
    return (
        f"{void}{spoken_moment(case.written_at)}: {who} giúp {case.person or 'người dân'}: {forms}; "
        f"{OUTCOME_WORDS[case.outcome].lower()}; {case.minutes} phút  [{case.id}]"
    )
