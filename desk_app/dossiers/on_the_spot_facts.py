"""What can happen to a dossier that is settled in one sitting; the subject of each entry is the dossier's id.

The first stamp is the registration itself and the last the hand-over: both are ordinary facts of the dossier.
"""

from datetime import datetime
from typing import ClassVar

from desk_app.journal.fact import Fact


class OnTheSpotBegun(Fact):
    """The citizen waits: the dossier is to be settled in this sitting.

    ``settle_day`` says that it was the office's weekday for settling at once.
    """

    KIND: ClassVar[str] = "dossier.on_the_spot_begun"

    begun_at: datetime
    settle_day: bool


class Appraised(Fact):
    """Somebody looked through the dossier and found that it can be settled."""

    KIND: ClassVar[str] = "dossier.appraised"

    appraised_at: datetime
    note: str


class Approved(Fact):
    """Somebody who may approve signed the result; the result itself is a fact beside this one."""

    KIND: ClassVar[str] = "dossier.approved"

    approved_at: datetime


class ReceiptAsked(Fact):
    """The citizen wanted a receipt although the result is given at once."""

    KIND: ClassVar[str] = "dossier.receipt_asked"

    asked_at: datetime


class OnTheSpotLeft(Fact):
    """It could not be settled in this sitting: the dossier goes on as any other, with the due date it has."""

    KIND: ClassVar[str] = "dossier.on_the_spot_left"

    left_at: datetime
    reason: str
