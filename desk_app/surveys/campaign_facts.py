"""What the journal keeps of a survey: what is asked, each numbered paper form as typed in, its end."""

from datetime import date
from typing import ClassVar

from desk_app.journal.fact import Fact
from desk_app.surveys.rules import Level

_FORM = "survey_form:"


class CampaignPlanned(Fact):
    """A survey was planned: its questions, its days, how many answered forms are wanted."""

    KIND: ClassVar[str] = "survey.campaign_planned"

    title: str
    questions: tuple[str, ...]
    first_on: date
    last_on: date
    target: int


class FormsPrinted(Fact):
    """Numbered forms were printed, from ``first`` to ``last``."""

    KIND: ClassVar[str] = "survey.forms_printed"

    first: int
    last: int


class CampaignClosed(Fact):
    """No more forms are taken."""

    KIND: ClassVar[str] = "survey.campaign_closed"

    closed_on: date


class FormAnswered(Fact):
    """One numbered form as somebody filled it in; an answer is None where the line was left empty."""

    KIND: ClassVar[str] = "survey.form_answered"

    campaign: str
    number: int
    answers: tuple[Level | None, ...]
    entered_on: date


def form_subject(campaign: str, number: int) -> str:
    """Return the journal subject of one numbered form: it counts once, wherever it is typed in."""
    return f"{_FORM}{campaign}:{number}"
