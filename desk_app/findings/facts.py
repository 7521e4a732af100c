"""What the journal keeps about findings; the subject names the finding, see ``finding_subject``."""

from datetime import datetime
from typing import ClassVar

from desk_app.journal.fact import Fact


class FindingClosed(Fact):
    """A person looked at a contradiction and said how it stands; ``about``, ``what`` and ``entry`` name the finding."""

    KIND: ClassVar[str] = "finding.closed"

    about: str
    what: str
    entry: str
    reason: str
    closed_at: datetime


def finding_subject(about: str, what: str, entry: str) -> str:
    """Return the journal subject of one finding."""
    return f"finding:{about}:{what}:{entry}"
