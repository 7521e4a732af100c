"""A visit that ended without a dossier: what was missing, and what the citizen was asked to bring."""

from datetime import date, datetime
from typing import ClassVar

from desk_app.dossiers.facts import Channel, PaperHandedIn
from desk_app.dossiers.person import Person
from desk_app.journal.fact import Fact


class SentBack(Fact):
    """Somebody came with an incomplete dossier and was asked, in writing, to complete it; the subject is the request's own id.

    ``papers`` were there and went home with the citizen, ``missing`` were not. ``earlier`` is the id of an open request of
    the same person for the same procedure: a supplement may be asked for once, so this one needs an explanation.
    """

    KIND: ClassVar[str] = "dossier.sent_back"

    asked_at: datetime
    entered_at: datetime
    procedure: str
    procedure_name: str
    procedure_field: str
    procedure_from: date
    applicant: Person
    subject: Person | None
    authorised: Person | None
    papers: tuple[PaperHandedIn, ...]
    missing: tuple[str, ...]
    reason: str
    advice: str
    channel: Channel
    note: str
    earlier: str
