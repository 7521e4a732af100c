"""What the journal keeps of the office's self-assessment."""

from datetime import date
from typing import ClassVar, Literal

from desk_app.journal.fact import Fact

Mark = Literal["good", "met", "unmet"]


class EvidenceAdded(Fact):
    """Something speaks for a criterion; ``source`` is where it stands written."""

    KIND: ClassVar[str] = "friendly.evidence_added"

    id: str
    text: str
    source: str
    added_on: date


class EvidenceWithdrawn(Fact):
    """A piece of evidence was wrong."""

    KIND: ClassVar[str] = "friendly.evidence_withdrawn"

    id: str


class Assessed(Fact):
    """The office marked itself; ``after`` names the entry of the mark it knew of, empty for the first."""

    KIND: ClassVar[str] = "friendly.assessed"

    mark: Mark
    words: str
    after: str
    assessed_on: date


def criterion_subject(period: str, criterion: str) -> str:
    """Return the journal subject of one criterion in one period."""
    return f"friendly:{period}:{criterion}"
