"""What the journal keeps of money; amounts are whole đồng. Nothing is ever taken back: a wrong entry gets a contrary one."""

from datetime import date, datetime
from typing import ClassVar, Literal

from desk_app.journal.fact import Fact

Way = Literal["cash", "transfer"]

_FEE, _DAY = "fee:", "fee_day:"


class FeePaid(Fact):
    """Somebody paid for a dossier; ``number`` is the payment's own in the desk's series.

    ``due`` is what was to be paid as the dossier then stood, None where nobody had stated it; ``reason`` says why another
    amount was taken. ``day`` is the cash day that the money belongs to: not always the date of ``paid_at``.
    """

    KIND: ClassVar[str] = "fee.paid"

    number: str
    code: str
    procedure: str
    field: str
    payer: str
    amount: int
    due: int | None
    way: Way
    reason: str
    day: date
    paid_at: datetime


class FeeReturned(Fact):
    """A payment was given back whole; with ``mistake`` no money moved, the payment had been entered wrongly."""

    KIND: ClassVar[str] = "fee.returned"

    number: str
    code: str
    procedure: str
    field: str
    amount: int
    way: Way
    reason: str
    mistake: bool
    day: date
    returned_at: datetime


class DayClosed(Fact):
    """An officer counted the cash of a day; the sums are those of that moment.

    ``expected`` is the cash that should be there: ``opening`` + ``cash``; ``cash`` and ``transfer`` are what was paid less
    what was returned. ``note`` explains a difference.
    """

    KIND: ClassVar[str] = "fee.day_closed"

    day: date
    payments: int
    returns: int
    opening: int
    cash: int
    transfer: int
    expected: int
    counted: int
    note: str
    closed_at: datetime


def fee_subject(dossier: str) -> str:
    """Return the journal subject of one dossier's money."""
    return f"{_FEE}{dossier}"


def dossier_of(subject: str) -> str:
    """Return the dossier whose money ``subject`` is about."""
    return subject.removeprefix(_FEE)


def day_subject(desk: str, officer: str, day: date) -> str:
    """Return the journal subject of one officer's cash day at one desk."""
    return f"{_DAY}{desk}:{officer}:{day.isoformat()}"
