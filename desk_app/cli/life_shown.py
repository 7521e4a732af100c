"""What the command line shows of a dossier's life between receipt and hand-over."""

from datetime import date, datetime

from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.life.facts import (
    ApologyApproved,
    PaymentAsked,
    PaymentMade,
    SupplementReceived,
    SupplementRequested,
    WaitMode,
)
from desk_app.dossiers.status import WAITING
from desk_app.kernel.records import Record


class SupplementShown(Record):
    """What was asked for; the newest request."""

    asked_at: datetime
    missing: tuple[str, ...]
    reason: str
    late: bool
    completed_at: datetime | None
    mode: WaitMode | None


class PaymentShown(Record):
    """What was to be paid; the newest request."""

    asked_at: datetime
    amount: int
    purpose: str
    until: date
    receipt_number: str


class ApologyShown(Record):
    """The apology: its number, and what it promises instead of what."""

    number: str
    reason: str
    was_due_at: datetime
    due_at: datetime
    late_notice: bool


class ProposalShown(Record):
    """An apology that waits for the leader."""

    reason: str
    due_at: datetime


class ReappointmentShown(Record):
    """A later date that the office gave; ``came_late``: the old one had passed, and still counts."""

    at: datetime
    was_due_at: datetime
    due_at: datetime
    reason: str
    by_letter: bool
    came_late: bool


class LifeShown(Record):
    """What the dossier went through; None for what has not happened. ``date_words`` says why the date is a new one."""

    waiting_since: datetime | None
    supplement: SupplementShown | None
    payment: PaymentShown | None
    proposal: ProposalShown | None
    apology: ApologyShown | None
    date_words: str
    reappointments: tuple[ReappointmentShown, ...]


def life_of(dossier: Dossier) -> LifeShown:
    """Return the life of a dossier as scripts read it."""
    story = dossier.story
    proposal, apology = story.open_proposal, story.last(ApologyApproved)
    return LifeShown(
        waiting_since=story.waiting_since if dossier.status in WAITING else None,
        supplement=_supplement(dossier),
        payment=_payment(dossier),
        proposal=ProposalShown(reason=proposal.fact.reason, due_at=proposal.fact.due_at) if proposal else None,
        apology=ApologyShown(
            number=apology.fact.mark,
            reason=apology.fact.reason,
            was_due_at=apology.fact.was_due_at,
            due_at=apology.fact.dates.due_at,
            late_notice=apology.fact.late_notice,
        )
        if apology
        else None,
        date_words=story.date_words,
        reappointments=tuple(
            ReappointmentShown(
                at=each.at,
                was_due_at=each.was_due_at,
                due_at=each.due_at,
                reason=each.reason,
                by_letter=each.by_letter,
                came_late=each.came_late,
            )
            for each in dossier.reappointments
        ),
    )


def _supplement(dossier: Dossier) -> SupplementShown | None:
    asked, done = dossier.story.last(SupplementRequested), dossier.story.last(SupplementReceived)
    if asked is None:
        return None
    finished = done.fact if done is not None and done.fact.at >= asked.fact.at else None
    return SupplementShown(
        asked_at=asked.fact.at,
        missing=asked.fact.missing,
        reason=asked.fact.reason,
        late=asked.fact.late,
        completed_at=finished.at if finished else None,
        mode=finished.mode if finished else None,
    )


def _payment(dossier: Dossier) -> PaymentShown | None:
    asked, paid = dossier.story.last(PaymentAsked), dossier.story.last(PaymentMade)
    if asked is None:
        return None
    number = paid.fact.receipt_number if paid is not None and paid.fact.at >= asked.fact.at else ""
    fact = asked.fact
    return PaymentShown(
        asked_at=fact.at, amount=fact.amount, purpose=fact.purpose, until=fact.until, receipt_number=number
    )
