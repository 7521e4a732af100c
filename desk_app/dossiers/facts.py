"""What can happen to a dossier; the subject of each entry is the dossier's id."""

from datetime import date, datetime
from typing import ClassVar, Literal

from desk_app.dossiers.person import Person
from desk_app.journal.fact import Fact
from desk_app.kernel.records import Record

Channel = Literal["counter", "post", "online", "mobile"]
ReturnWay = Literal["counter", "home", "post"]
Relation = Literal["self", "relative", "authorised"]
Told = Literal["", "phone"]
"""How the citizen was told what a note says; empty for a note that is nobody's business but the desk's."""


class PaperHandedIn(Record):
    """A paper that the citizen left at the desk."""

    name: str
    originals: int = 1
    copies: int = 0


class PlannedLeg(Record):
    """One agency's part of the work, with the moment by which it must be done."""

    id: str
    agency: str
    name: str
    half_days: int
    due_at: datetime


class Registered(Fact):
    """A dossier was received: who, what, with which papers, promised for when.

    ``received_at`` is when the citizen stood there, ``entered_at`` when it was typed in; ``late`` says that this was later,
    from paper number ``paper_number``.
    ``extended``: the longer term was granted, as for a verification.
    ``procedure_from`` names the version of the procedure that was in force; the due dates follow from it and stay.
    ``origin`` says what the visit began with: ``<room>:<id>`` of a guidance, an appointment, a filled form; or empty.
    """

    KIND: ClassVar[str] = "dossier.registered"
    VERSION: ClassVar[int] = 2

    code: str
    received_at: datetime
    entered_at: datetime
    procedure: str
    procedure_name: str
    procedure_field: str
    procedure_from: date
    applicant: Person
    subject: Person | None
    authorised: Person | None
    papers: tuple[PaperHandedIn, ...]
    copies: int
    fee: int | None
    fee_words: str
    channel: Channel
    return_by: ReturnWay
    return_to: str
    signs_register: bool
    term: str
    extended: bool
    due_at: datetime
    due_on: date
    legs: tuple[PlannedLeg, ...]
    note: str
    priority: str
    late: bool
    paper_number: str
    origin: str = ""


class StepDone(Fact):
    """An agency finished its part."""

    KIND: ClassVar[str] = "dossier.step_done"

    leg: str
    done_at: datetime
    note: str


class ResultIssued(Fact):
    """The result exists and waits for the citizen."""

    KIND: ClassVar[str] = "dossier.result_issued"

    issued_at: datetime
    number: str
    note: str


class HandedOver(Fact):
    """The result was given out: to whom, in what relation, on what paper shown.

    ``kinship`` is a relative's in words, ``id_number`` the collector's own, ``signed_register`` says that the officer saw
    the register signed.
    """

    KIND: ClassVar[str] = "dossier.handed_over"
    VERSION: ClassVar[int] = 2

    handed_at: datetime
    to: str
    relation: Relation
    paper_shown: str
    note: str
    kinship: str
    id_number: str
    signed_register: bool


class Noted(Fact):
    """Somebody wrote a remark on the dossier; ``channel`` says how the citizen was told, where that is what it is about."""

    KIND: ClassVar[str] = "dossier.noted"
    VERSION: ClassVar[int] = 2

    text: str
    noted_at: datetime
    channel: Told = ""


Correctable = str | int | None | tuple[PaperHandedIn, ...]
"""What a correctable field holds: a text (a moment as ISO 8601), a number or none, or the papers."""


class Change(Record):
    """One field of a registration before and after, by its dotted name as in ``applicant.phone``."""

    field: str
    old: Correctable
    new: Correctable


class Replanned(Record):
    """What a registration promises of the procedure that should have been chosen; fields as in ``Registered``."""

    procedure_name: str
    procedure_field: str
    procedure_from: date
    signs_register: bool
    term: str
    extended: bool
    due_at: datetime
    due_on: date
    legs: tuple[PlannedLeg, ...]
    fee_words: str


class Corrected(Fact):
    """A registration was put right; what stood there before stays in the journal, and the code never changes.

    ``settles`` names the entries of findings that the person saw and answered with this; ``reissued``: the receipt was
    made out anew.
    """

    KIND: ClassVar[str] = "dossier.corrected"

    changes: tuple[Change, ...]
    replanned: Replanned | None
    reason: str
    corrected_at: datetime
    reissued: bool
    settles: tuple[str, ...]


class FindingSettled(Fact):
    """A person looked into a contradiction, named by its entry, and says how it was resolved."""

    KIND: ClassVar[str] = "dossier.finding_settled"

    finding: str
    reason: str
    settled_at: datetime
