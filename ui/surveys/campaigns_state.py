"""What the tab of surveys shows and takes, decided without a widget."""

from dataclasses import dataclass

from desk_app.desk import Desk
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.surveys.campaign_papers import ASKED_LEVELS
from desk_app.surveys.campaigns import (
    CampaignResult,
    list_campaigns,
    results_of,
)
from desk_app.surveys.commands import READ
from desk_app.surveys.rules import Level, spoken_share
from desk_app.surveys.tables.campaigns import highest_form
from ui.widgets.colours import COLOURS
from ui.widgets.table import Column, Look

SCALES: tuple[tuple[str, str], ...] = (
    ("3", _("Ba mức: rất hài lòng, hài lòng, chưa hài lòng")),
    ("5", _("Năm mức, thêm bình thường và rất không hài lòng")),
)


@dataclass(frozen=True, kw_only=True)
class Known:
    """A survey with its results and the number that its next form probably bears."""

    result: CampaignResult
    next_number: int


@dataclass(frozen=True, kw_only=True)
class AnswerRow:
    """The answers to one question."""

    text: str
    total: str
    satisfied: str
    good: str


LIST: tuple[Column[Known], ...] = (
    Column(
        title=_("Đợt khảo sát"), look=lambda row: Look(words=row.result.campaign.plan.title, bold=True), stretches=True
    ),
    Column(
        title=_("Đã thu"), look=lambda row: Look(words=f"{quantity(row.result.forms)}/{quantity(row.result.target)}")
    ),
    Column(title=_("Đến"), look=lambda row: _end_look(row)),
)
RESULTS: tuple[Column[AnswerRow], ...] = (
    Column(title=_("Câu hỏi"), look=lambda row: Look(words=row.text), stretches=True),
    Column(title=_("Trả lời"), look=lambda row: Look(words=row.total)),
    Column(title=_("Đạt"), look=lambda row: Look(words=row.satisfied, bold=True)),
    Column(title=_("Tốt"), look=lambda row: Look(words=row.good)),
)


def _end_look(row: Known) -> Look:
    closed_on = row.result.campaign.closed_on
    if closed_on is not None:
        return Look(words=_("đã kết thúc"), shape="done", colour=COLOURS.good)
    return Look(words=spoken_day(row.result.campaign.plan.last_on), shape="clock", colour=COLOURS.calm)


def answer_rows(result: CampaignResult) -> tuple[AnswerRow, ...]:
    """Return each question's answers, and all together in the last row."""
    rows = [
        AnswerRow(
            text=each.text,
            total=quantity(each.total),
            satisfied=spoken_share(each.satisfied),
            good=spoken_share(each.good),
        )
        for each in result.questions
    ]
    whole = AnswerRow(
        text=_("Chung cả đợt"),
        total=quantity(result.satisfied.of),
        satisfied=spoken_share(result.satisfied),
        good=spoken_share(result.good),
    )
    return (*rows, whole)


def typed_answers(text: str, count: int) -> tuple[Level | None, ...]:
    """Return the answers typed as ``1213`` or ``1 2 1 3``, 0 for an empty line; raise ``InvalidInput``."""
    digits = [each for each in text if not each.isspace()]
    known = {str(place): level for place, level in enumerate(ASKED_LEVELS, start=1)}
    if len(digits) != count or any(each != "0" and each not in known for each in digits):
        raise InvalidInput(
            "answers",
            _("Cần {count} chữ số, mỗi câu một chữ số từ 0 đến {most}.").format(count=count, most=len(known)),
            _("0 là bỏ trống."),
        )
    return tuple(known.get(each) for each in digits)


def known_campaigns(desk: Desk, by: str) -> tuple[Known, ...]:
    """Return every survey with its results; runs on a job's thread."""
    desk.require(by, READ)
    db = desk.journal.reading()
    return tuple(
        Known(result=results_of(desk.surveys, each.id), next_number=highest_form(db, each.id) + 1)
        for each in list_campaigns(desk.surveys)
    )
