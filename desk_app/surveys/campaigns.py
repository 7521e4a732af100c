"""Surveys with an end: some questions, numbered paper forms, answers typed in, results."""

from datetime import date

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Conflict, InvalidInput, NotFound, Refused
from desk_app.kernel.records import Record
from desk_app.kernel.texts import checked_line
from desk_app.kernel.time_source import spoken_day
from desk_app.printing.commands import issue
from desk_app.storage.engine import Database
from desk_app.surveys.campaign_facts import CampaignClosed, CampaignPlanned, FormAnswered, FormsPrinted, form_subject
from desk_app.surveys.campaign_papers import survey_form
from desk_app.surveys.commands import PLAN, RATE
from desk_app.surveys.figures import LevelCount, level_counts, part_of
from desk_app.surveys.room import Surveys
from desk_app.surveys.rules import GOOD, ROUNDING, SATISFIED, Level, Share
from desk_app.surveys.tables import campaigns as rows

MOST_QUESTIONS, MOST_PRINTED, MOST_TARGET = 12, 50, 5000
_LONGEST_QUESTION = 160
_SHORT = 6


class Plan(Record):
    """A survey to be: its title, what is asked, both its days, how many forms are wanted."""

    title: str
    questions: tuple[str, ...]
    first_on: date
    last_on: date
    target: int


class Form(Record):
    """One paper form: its printed number, and an answer for each question (None: left empty)."""

    number: int
    answers: tuple[Level | None, ...]


class Campaign(Record):
    """A survey as it stands; ``printed`` is the highest number printed so far, or before a restore perhaps."""

    id: str
    desk: str
    plan: Plan
    printed: int = 0
    closed_on: date | None = None

    @property
    def short(self) -> str:
        """Return the end of its id, which is how people and scripts name it."""
        return self.id[-_SHORT:]


class QuestionResult(Record):
    """The answers to one question."""

    text: str
    total: int
    levels: tuple[LevelCount, ...]
    satisfied: Share
    good: Share


class CampaignResult(Record):
    """A survey's results: each question, and all answers together; ``forms`` came in of ``target`` wanted."""

    campaign: Campaign
    forms: int
    target: int
    questions: tuple[QuestionResult, ...]
    satisfied: Share
    good: Share
    rounding: str


def plan_campaign(room: Surveys, *, by: str, plan: Plan, command_id: str) -> Written:
    """Plan a survey; the subject of what was written is its id. Raises ``InvalidInput`` naming the field."""
    clean = _checked(plan)

    def decide(writing: Writing) -> None:
        fact = CampaignPlanned(
            title=clean.title,
            questions=clean.questions,
            first_on=clean.first_on,
            last_on=clean.last_on,
            target=clean.target,
        )
        writing.add(writing.new_id(), fact)

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def print_forms(
    room: Surveys, *, by: str, campaign: str, count: int, printer: str | None = None, command_id: str
) -> Written:
    """Queue ``count`` forms with the numbers that follow those printed before. Raises ``Refused`` for an ended survey."""
    if not 0 < count <= MOST_PRINTED:
        raise InvalidInput("count", f"Mỗi lần in từ 1 đến {MOST_PRINTED} phiếu.", "In nhiều lần.")

    def decide(writing: Writing) -> None:
        found = _open_campaign(writing.db, campaign)
        first = found.printed + 1
        writing.add(campaign, FormsPrinted(first=first, last=first + count - 1))
        agency = room.dossiers.office.book.get(writing.db).get_agency()
        for number in range(first, first + count):
            paper = survey_form(found.plan, number, agency)
            issue(writing, room.dossiers.printing, paper, about=campaign, printer=printer)

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def enter_forms(room: Surveys, *, by: str, campaign: str, forms: tuple[Form, ...], command_id: str) -> Written:
    """Take down filled-in forms, all or none.

    Raises ``Conflict`` naming a number that was typed in before, ``InvalidInput`` for a form that does not fit the
    questions, ``Refused`` for an ended survey.
    """
    if not forms:
        raise InvalidInput("forms", "Chưa nhập phiếu nào.", "Gõ số phiếu và các câu trả lời.")

    def decide(writing: Writing) -> None:
        found = _open_campaign(writing.db, campaign)
        for form in forms:
            _require_fits(found, form)
            if rows.has_form(writing.db, campaign, form.number):
                raise Conflict(
                    "surveys.form_known", f"Phiếu số {form.number} đã được nhập.", "Mỗi phiếu chỉ tính một lần."
                )
            fact = FormAnswered(
                campaign=campaign, number=form.number, answers=form.answers, entered_on=writing.now.date()
            )
            writing.add(form_subject(campaign, form.number), fact)

    return room.journal.write(by=by, permission=RATE, command_id=command_id, decide=decide)


def close_campaign(room: Surveys, *, by: str, campaign: str, command_id: str) -> Written:
    """End a survey; its results stay. Raises ``Refused`` when it has ended."""

    def decide(writing: Writing) -> None:
        _open_campaign(writing.db, campaign)
        writing.add(campaign, CampaignClosed(closed_on=writing.now.date()))

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def list_campaigns(room: Surveys) -> tuple[Campaign, ...]:
    """Return every survey, the newest first."""
    db = room.journal.reading()
    return tuple(_campaign(db, row) for row in rows.list_rows(db))


def campaign_named(room: Surveys, text: str) -> Campaign:
    """Return the survey that people mean by its id or the end of it; raise ``NotFound``."""
    end = text.strip().lower()
    found = [each for each in list_campaigns(room) if len(end) >= _SHORT and each.id.endswith(end)]
    if len(found) != 1:
        raise NotFound("surveys.no_campaign", f"Không có đợt khảo sát «{text.strip()[:40]}».", "Xem danh sách đợt.")
    return found[0]


def results_of(room: Surveys, campaign: str) -> CampaignResult:
    """Return what a survey has brought so far; whoever calls asks for the permission."""
    db = room.journal.reading()
    found = _get(db, campaign)
    counted = rows.count_answers(db, campaign)
    whole: dict[Level, int] = {}
    for (_place, level), count in counted.items():
        whole[level] = whole.get(level, 0) + count
    return CampaignResult(
        campaign=found,
        forms=rows.count_forms(db, campaign),
        target=found.plan.target,
        questions=tuple(
            _result(text, {level: count for (at, level), count in counted.items() if at == place})
            for place, text in enumerate(found.plan.questions)
        ),
        satisfied=part_of(whole, SATISFIED),
        good=part_of(whole, GOOD),
        rounding=ROUNDING,
    )


def _result(text: str, counts: dict[Level, int]) -> QuestionResult:
    return QuestionResult(
        text=text,
        total=sum(counts.values()),
        levels=level_counts(counts),
        satisfied=part_of(counts, SATISFIED),
        good=part_of(counts, GOOD),
    )


def _campaign(db: Database, row: rows.CampaignRow) -> Campaign:
    printed = rows.highest_printed(db, row)
    return Campaign(id=row.id, desk=row.desk, plan=row.plan(Plan), printed=printed, closed_on=row.closed_on)


def _get(db: Database, id_: str) -> Campaign:
    row = rows.find_row(db, id_)
    if row is None:
        raise NotFound("surveys.no_campaign", "Không có đợt khảo sát này trên máy.", "Xem lại danh sách đợt khảo sát.")
    return _campaign(db, row)


def _open_campaign(db: Database, id_: str) -> Campaign:
    found = _get(db, id_)
    if found.closed_on is not None:
        raise Refused(
            "surveys.campaign_closed",
            f"Đợt khảo sát này đã kết thúc ngày {spoken_day(found.closed_on)}.",
            "Kết quả vẫn nguyên. Cần hỏi thêm thì lập đợt mới.",
        )
    return found


def _require_fits(campaign: Campaign, form: Form) -> None:
    if not 0 < form.number <= MOST_TARGET:
        raise InvalidInput("number", f"Số phiếu từ 1 đến {MOST_TARGET}.", "Xem số in trên phiếu.")
    if len(form.answers) != len(campaign.plan.questions) or not any(form.answers):
        raise InvalidInput(
            "answers",
            f"Phiếu số {form.number} phải có {len(campaign.plan.questions)} câu trả lời.",
            "Câu bỏ trống gõ 0; phiếu trống thì không nhập.",
        )


def _checked(plan: Plan) -> Plan:
    title = checked_line(plan.title, field="title", label="Tên đợt khảo sát", longest=120, required=True)
    asked = tuple(
        checked_line(each, field="questions", label="Câu hỏi", longest=_LONGEST_QUESTION) for each in plan.questions
    )
    asked = tuple(each for each in asked if each)
    if not 0 < len(asked) <= MOST_QUESTIONS:
        raise InvalidInput("questions", f"Mỗi đợt có từ 1 đến {MOST_QUESTIONS} câu hỏi.", "Mỗi dòng một câu.")
    if plan.first_on > plan.last_on:
        raise InvalidInput("last_on", "Ngày kết thúc ở trước ngày bắt đầu.", "Sửa lại ngày.")
    if not 0 < plan.target <= MOST_TARGET:
        raise InvalidInput("target", f"Số phiếu cần thu từ 1 đến {MOST_TARGET}.", "Sửa lại số phiếu.")
    return Plan(title=title, questions=asked, first_on=plan.first_on, last_on=plan.last_on, target=plan.target)
