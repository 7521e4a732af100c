"""What the journal keeps of a citizen's answer; never who answered."""

from datetime import datetime
from typing import ClassVar

from desk_app.journal.fact import Fact
from desk_app.surveys.rules import Level, Reason, Screen


class Rated(Fact):
    """Somebody said how content they were.

    ``asking`` names the one time the question was put: another answer within it takes the place of the first.
    ``dossier`` is empty for a visit without one; ``officer`` is the account of who served.
    """

    KIND: ClassVar[str] = "survey.rated"

    asking: str
    dossier: str
    officer: str
    level: Level
    reasons: tuple[Reason, ...]
    screen: Screen
    rated_at: datetime


def rating_subject(asking: str, dossier: str) -> str:
    """Return the journal subject of a rating: one for each dossier's hand-over, else one for each asking."""
    return f"rating:{dossier or asking}"
