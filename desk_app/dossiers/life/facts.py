"""What happens to a dossier between receipt and hand-over; the subject of each entry is the dossier's id.

A fact that moves the due date carries every date as it was counted then: a calendar changed later moves no promise.
"""

from datetime import date, datetime
from typing import ClassVar, Literal

from desk_app.dossiers.facts import PaperHandedIn
from desk_app.journal.fact import Fact
from desk_app.kernel.records import Record

WaitMode = Literal["restart", "pause"]


class LegDate(Record):
    """By when one agency's part must be done from now on."""

    leg: str
    due_at: datetime


class NewDates(Record):
    """The total due moment and that of every open leg, as a move left them."""

    due_at: datetime
    legs: tuple[LegDate, ...]


class Move(Fact):
    """What all of these facts say: ``at`` is when it happened at the desk."""

    at: datetime


class SupplementRequested(Move):
    """The citizen was asked, once and completely, to bring what is ``missing``; the clock stands still.

    ``late``: later than the days in which an incomplete dossier goes back. ``again``: why a leader asked a second time,
    empty for the first.
    """

    KIND: ClassVar[str] = "dossier.supplement_requested"

    missing: tuple[str, ...]
    reason: str
    advice: str
    late: bool
    again: str


class SupplementReceived(Move):
    """The dossier is complete: ``papers`` came in, and the term restarts from here or goes on after the pause."""

    KIND: ClassVar[str] = "dossier.supplement_received"

    papers: tuple[PaperHandedIn, ...]
    mode: WaitMode
    dates: NewDates
    note: str


class TurnedDown(Move):
    """The office will not settle the dossier, and says why in writing.

    ``apology`` is there when the due date had passed. ``returned`` says which papers went back to the citizen.
    """

    KIND: ClassVar[str] = "dossier.refused"

    reason: str
    basis: str
    apology: str
    returned: str


class ApologyProposed(Move):
    """An officer asks the leader to apologise for ``reason`` and to promise ``due_at``."""

    KIND: ClassVar[str] = "dossier.apology_proposed"

    reason: str
    due_at: datetime


class ApologyApproved(Move):
    """The leader apologised and promised another date, the only one there can be.

    ``number`` counts the desk's apologies of ``year``; ``mark`` is the number as it is printed. ``late_notice``: the
    citizen heard of it less than the days ahead that the office owes.
    """

    KIND: ClassVar[str] = "dossier.apology_approved"

    year: int
    number: int
    mark: str
    reason: str
    was_due_at: datetime
    dates: NewDates
    late_notice: bool


class Withdrawn(Move):
    """The citizen took the dossier back; ``returned`` says which papers went along."""

    KIND: ClassVar[str] = "dossier.withdrawn"

    reason: str
    returned: str


class Stopped(Move):
    """The office stopped settling the dossier, for a reason that rests on ``basis``."""

    KIND: ClassVar[str] = "dossier.stopped"

    reason: str
    basis: str
    returned: str


class PaymentAsked(Move):
    """The citizen was asked to pay ``amount`` đồng for ``purpose`` by ``until``; the clock stands still."""

    KIND: ClassVar[str] = "dossier.payment_asked"

    amount: int
    purpose: str
    until: date


class PaymentMade(Move):
    """The citizen paid, as receipt ``receipt_number`` proves; the clock goes on."""

    KIND: ClassVar[str] = "dossier.payment_made"

    receipt_number: str
    dates: NewDates


class Reassigned(Move):
    """Another officer has the dossier in hand; ``until`` is the last day on which a substitute stands in.

    ``from_account`` is who had it; empty texts where nobody is known.
    """

    KIND: ClassVar[str] = "dossier.reassigned"

    from_account: str
    from_name: str
    to_account: str
    to_name: str
    reason: str
    until: date | None


class PassedOn(Move):
    """The folder changed hands: ``given_by`` of one agency gave it to ``taken_by`` of the one whose part is ``leg``.

    ``due_at`` is by when that agency owes its part, counted from its own receipt.
    """

    KIND: ClassVar[str] = "dossier.passed_on"

    leg: str
    agency: str
    given_by: str
    taken_by: str
    papers: str
    note: str
    due_at: datetime


MOVES: tuple[type[Move], ...] = (
    SupplementRequested,
    SupplementReceived,
    TurnedDown,
    ApologyProposed,
    ApologyApproved,
    Withdrawn,
    Stopped,
    PaymentAsked,
    PaymentMade,
    Reassigned,
    PassedOn,
)
