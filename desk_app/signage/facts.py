"""What the journal keeps of the signs: the office's own slogans, and what was really shown. Never a citizen's data."""

from datetime import date, datetime
from typing import ClassVar

from desk_app.journal.fact import Fact
from desk_app.kernel.records import Record


class Shown(Record):
    """One slogan in a stretch of play: how often it came, and for how many seconds altogether."""

    text: str
    times: int
    seconds: int


class SloganPut(Fact):
    """The office shows a slogan from a day on, up to its last day or until it is ended."""

    KIND: ClassVar[str] = "signage.slogan_put"

    text: str
    source: str
    valid_from: date
    valid_until: date | None


class SloganEnded(Fact):
    """A slogan is shown up to ``last_on`` and no longer."""

    KIND: ClassVar[str] = "signage.slogan_ended"

    last_on: date


class Played(Fact):
    """A screen showed slogans from one moment to another, without a break."""

    KIND: ClassVar[str] = "signage.played"

    screen: str
    from_at: datetime
    to_at: datetime
    shown: tuple[Shown, ...]
