"""What the journal keeps of an index that no program can count."""

from datetime import date
from typing import ClassVar

from desk_app.journal.fact import Fact


class IndexEntered(Fact):
    """Somebody counted an index themselves: ``count`` of ``of``, and where that stands written."""

    KIND: ClassVar[str] = "index.entered"

    first_on: date
    last_on: date
    key: str
    count: int
    of: int
    evidence: str
    entered_on: date


def index_subject(first_on: date, last_on: date, key: str) -> str:
    """Return the journal subject of one index in one period."""
    return f"index:{first_on.isoformat()}:{last_on.isoformat()}:{key}"
