"""What the journal keeps of a citizen's answer; never who answered, nor about which dossier."""

from datetime import date
from typing import Any, ClassVar

from desk_app.journal.fact import Fact
from desk_app.surveys.questions import Question, QuestionKey
from desk_app.surveys.rules import Level, Reason, Screen


class Served(Fact):
    """What an answer is about: who served, and for which procedure; the day alone, never the hour."""

    question: QuestionKey
    officer: str
    procedure: str
    field: str


class Rated(Served):
    """Somebody said how content they were.

    ``asking`` names the one time the question was put: another answer within it takes the place of the first.
    ``officer`` is the account of who served, empty where a paper from the box does not tell; ``procedure`` and ``field``
    are empty for a visit.
    """

    KIND: ClassVar[str] = "survey.rated"
    VERSION: ClassVar[int] = 2

    asking: str
    level: Level
    reasons: tuple[Reason, ...]
    screen: Screen
    rated_on: date


class SlipIssued(Served):
    """A slip was printed that proves one answer."""

    KIND: ClassVar[str] = "survey.slip_issued"

    issued_on: date


class QuestionPut(Fact):
    """The office asks in its own words from a day on."""

    KIND: ClassVar[str] = "survey.question_put"

    question: Question


def rating_subject(token: str) -> str:
    """Return the journal subject of a rating: the token of a hand-over, or the asking of a visit."""
    return f"rating:{token}"


def question_subject(key: QuestionKey) -> str:
    """Return the journal subject of everything that was ever asked under ``key``."""
    return f"survey_question:{key}"


def lifted_rated(body: dict[str, Any]) -> dict[str, Any]:
    """Return a body of the first version as one of the second: the dossier's id is let go, and the hour."""
    kept = {name: body[name] for name in ("asking", "officer", "level", "reasons", "screen")}
    question = "hand_over" if body["dossier"] else "visit"
    return {**kept, "question": question, "procedure": "", "field": "", "rated_on": body["rated_at"][:10]}
