"""What the journal keeps about laptops that were taken away; the subject is ``away:<the laptop's desk id>``."""

from datetime import datetime
from typing import ClassVar

from desk_app.journal.fact import Fact


class AwayPrepared(Fact):
    """A laptop was made ready: its desk id and number, for which session (or none), with how many dossiers and lines."""

    KIND: ClassVar[str] = "away.prepared"

    laptop: str
    desk_number: int
    session: str
    people: tuple[str, ...]
    dossiers: int
    lines: int
    prepared_at: datetime


class AwayBroughtHome(Fact):
    """A file of the laptop was taken: up to which of its entries."""

    KIND: ClassVar[str] = "away.brought_home"

    laptop: str
    seq: int
    taken: int
    brought_at: datetime


def away_subject(laptop: str) -> str:
    """Return the journal subject of one laptop."""
    return f"away:{laptop}"
