"""What can happen to a result on its way to its owner.

Entries about one dossier's way bear the subject ``return:<dossier id>``; entries about a round bear the round's id. Each
stop has its own entries, so that two desks working on different stops of one round never contradict each other.
"""

from datetime import date, datetime
from typing import ClassVar, Literal

from desk_app.journal.fact import Fact
from desk_app.kernel.records import Record

FailReason = Literal["absent", "wrong_address", "refused", "other"]
Next = Literal["again", "desk"]
"""What becomes of a result that came back: another round, or it waits at the desk and the citizen is called."""
Seen = Literal["planned", "out", "failed"]

_WAY = "return:"


class Helper(Record):
    """Who carries the results: a person of an organisation, a hamlet head, an official; they need no account."""

    name: str
    organisation: str = ""
    phone: str = ""


class ProposalAnswered(Fact):
    """The desk proposed to bring a result home though the counter was registered; ``reason`` says why it was proposed."""

    KIND: ClassVar[str] = "returns.proposal_answered"

    accepted: bool
    reason: str
    answered_at: datetime


class RoundPlanned(Fact):
    """A round to one hamlet was put together."""

    KIND: ClassVar[str] = "returns.round_planned"

    going_on: date
    hamlet: str
    helper: Helper
    note: str
    planned_at: datetime


class RoundLeft(Fact):
    """The helper took the papers and went; ``carrier`` is who took them."""

    KIND: ClassVar[str] = "returns.round_left"

    carrier: str
    left_at: datetime


class RoundClosed(Fact):
    """Every stop had its outcome."""

    KIND: ClassVar[str] = "returns.round_closed"

    note: str
    closed_at: datetime


class StopPlanned(Fact):
    """A result is a stop of a round: at which place of its order, with which things to bring."""

    KIND: ClassVar[str] = "returns.stop_planned"

    round: str
    place: int
    kit: tuple[str, ...]
    planned_at: datetime


class StopLeft(Fact):
    """The result left the desk with the round."""

    KIND: ClassVar[str] = "returns.stop_left"

    round: str
    left_at: datetime


class Delivered(Fact):
    """The result was given to somebody at the door; the dossier's own entry says to whom in full."""

    KIND: ClassVar[str] = "returns.delivered"

    round: str
    to: str
    relation: str
    signed: bool
    delivered_at: datetime


class AttemptFailed(Fact):
    """The helper stood at the door in vain."""

    KIND: ClassVar[str] = "returns.attempt_failed"

    round: str
    reason: FailReason
    note: str
    failed_at: datetime


class CameBack(Fact):
    """The result is at the desk again; ``was`` is where the stop stood in the eyes of who wrote this."""

    KIND: ClassVar[str] = "returns.came_back"

    round: str
    was: Seen
    next: Next
    reason: str
    back_at: datetime


class PostPrepared(Fact):
    """A result was put into a parcel and its label printed; ``parcel`` names it in later entries.

    Results that go together bear one ``parcel``, and each has its own entries about it.
    """

    KIND: ClassVar[str] = "returns.post_prepared"

    parcel: str
    to: str
    address: str
    phone: str
    prepared_at: datetime


class Posted(Fact):
    """The parcel was handed to the post; ``cost`` in đồng, None when nobody stated it.

    Of results that share a parcel one bears the cost and the others None, so that every sum counts it once.
    """

    KIND: ClassVar[str] = "returns.posted"

    parcel: str
    tracking: str
    cost: int | None
    posted_at: datetime


class PostDelivered(Fact):
    """The post proved that it delivered the parcel."""

    KIND: ClassVar[str] = "returns.post_delivered"

    parcel: str
    to: str
    proof: str
    delivered_at: datetime


class PostReturned(Fact):
    """The parcel is at the desk again: the post brought it back, or it was never sent."""

    KIND: ClassVar[str] = "returns.post_returned"

    parcel: str
    reason: str
    returned_at: datetime


def way_subject(dossier: str) -> str:
    """Return the journal subject of one dossier's way to its owner."""
    return f"{_WAY}{dossier}"


def dossier_of(subject: str) -> str:
    """Return the dossier whose way ``subject`` is about."""
    return subject.removeprefix(_WAY)


def spoken_helper(helper: Helper) -> str:
    """Return a helper as papers and lists name them: ``Lê Thị Thử (Hội Phụ nữ)``."""
    return f"{helper.name} ({helper.organisation})" if helper.organisation else helper.name
