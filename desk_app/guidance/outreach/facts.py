"""What the office did to be known: one entry for each launch, broadcast, post, count of followers, training."""

from datetime import date, datetime
from typing import ClassVar, Literal

from desk_app.journal.fact import Fact

Kind = Literal["launch", "broadcast", "post", "followers", "views", "training"]


class OutreachRecorded(Fact):
    """Something was done on a day.

    ``count`` are the people who came to a launch or a training, the times a broadcast went out, posts, views, or the
    followers that ``title`` (the page or group) had on that day. ``evidence`` says where it can be seen.
    """

    KIND: ClassVar[str] = "outreach.recorded"

    kind: Kind
    on: date
    count: int
    title: str
    evidence: str


class OutreachWithdrawn(Fact):
    """The entry was a mistake and counts no more."""

    KIND: ClassVar[str] = "outreach.withdrawn"

    reason: str
    withdrawn_at: datetime
