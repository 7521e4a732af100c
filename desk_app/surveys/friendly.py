"""The friendly government: six criteria, the evidence for each, and how the office marks itself in a period."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Damaged, InvalidInput, NotFound, Refused
from desk_app.kernel.paths import resource
from desk_app.kernel.records import Record, WireError, from_json
from desk_app.kernel.texts import checked_line
from desk_app.printing.commands import issue
from desk_app.surveys.figures import Figures, figures
from desk_app.surveys.friendly_facts import Assessed, EvidenceAdded, EvidenceWithdrawn, Mark, criterion_subject
from desk_app.surveys.friendly_papers import AssessmentPaper, assessment_paper
from desk_app.surveys.room import Surveys
from desk_app.surveys.tables import friendly as rows
from desk_app.surveys.tables.friendly import CriterionState

ASSESS = "surveys.assess"

MARK_WORDS: Mapping[Mark, str] = {"good": "Tốt", "met": "Đạt", "unmet": "Chưa đạt"}
_PERIOD = re.compile(r"(20\d\d)(?:-Q([1-4]))?", re.ASCII)


class Criterion(Record):
    """One of the six: its key, its words, and what speaks for it."""

    key: str
    title: str
    hint: str


class CriteriaFile(Record):
    """The criteria as the file holds them."""

    title: str
    notice: str
    criteria: tuple[Criterion, ...]


class CriterionShown(Record):
    """One criterion in one period; ``state`` is None while nobody wrote anything."""

    criterion: Criterion
    state: CriterionState | None


class Assessment(Record):
    """The office's self-assessment of one period, with what citizens said in it."""

    period: str
    first_on: date
    last_on: date
    criteria: tuple[CriterionShown, ...]
    rated: Figures


class NewEvidence(Record):
    """One piece of evidence: what was done, and where it stands written."""

    text: str
    source: str = ""


@cache
def shipped_criteria() -> CriteriaFile:
    """Return the criteria of ``resources/surveys``; raise ``Damaged`` when they cannot be read."""
    try:
        raw = resource("surveys", "chinh-quyen-than-thien.json").read_bytes()
        return from_json(raw, CriteriaFile)
    except (OSError, WireError):
        raise Damaged("surveys.criteria", "Tệp tiêu chí bị hỏng.", "Hãy cài lại chương trình.") from None


def period_days(period: str) -> tuple[date, date]:
    """Return both ends of ``2026`` or ``2026-Q4``; raise ``InvalidInput`` for any other text."""
    found = _PERIOD.fullmatch(period.strip().upper())
    if found is None:
        raise InvalidInput(
            "period", f"«{period[:20]}» không phải là kỳ đánh giá.", "Gõ năm như 2026, hoặc quý như 2026-Q4."
        )
    year, quarter = int(found[1]), int(found[2] or 0)
    if not quarter:
        return date(year, 1, 1), date(year, 12, 31)
    first = date(year, 3 * quarter - 2, 1)
    return first, date(year, 12, 31) if quarter == 4 else date.fromordinal(
        date(year, 3 * quarter + 1, 1).toordinal() - 1
    )


def spoken_period(period: str) -> str:
    """Return a period in words, as in ``quý 4 năm 2026``."""
    year, _, quarter = period.partition("-Q")
    return f"quý {quarter} năm {year}" if quarter else f"năm {year}"


def add_evidence(
    room: Surveys, *, by: str, period: str, criterion: str, evidence: NewEvidence, command_id: str
) -> Written:
    """Write down one piece of evidence for a criterion in a period; raise ``InvalidInput`` naming the field."""
    subject = _subject(period, criterion)
    text = checked_line(evidence.text, field="text", label="Minh chứng", longest=500, required=True)
    source = checked_line(evidence.source, field="source", label="Văn bản, tài liệu", longest=200)

    def decide(writing: Writing) -> None:
        fact = EvidenceAdded(id=writing.new_id(), text=text, source=source, added_on=writing.now.date())
        writing.add(subject, fact)

    return room.journal.write(by=by, permission=ASSESS, command_id=command_id, decide=decide)


def withdraw_evidence(
    room: Surveys, *, by: str, period: str, criterion: str, evidence: str, command_id: str
) -> Written:
    """Take a piece of evidence back; the journal keeps it. Raises ``NotFound`` when it does not stand there."""
    subject = _subject(period, criterion)

    def decide(writing: Writing) -> None:
        state = rows.find(writing.db, _clean(period), criterion)
        if state is None or all(each.id != evidence for each in state.evidence):
            raise NotFound("surveys.no_evidence", "Không có minh chứng này.", "Xem lại danh sách minh chứng.")
        writing.add(subject, EvidenceWithdrawn(id=evidence))

    return room.journal.write(by=by, permission=ASSESS, command_id=command_id, decide=decide)


def assess(
    room: Surveys, *, by: str, period: str, criterion: str, mark: Mark, words: str = "", command_id: str
) -> Written:
    """Mark the office on one criterion; a later mark replaces the one it was made after.

    Raises ``Refused`` for a good mark without any evidence.
    """
    subject = _subject(period, criterion)
    remark = checked_line(words, field="words", label="Nhận xét", longest=500)

    def decide(writing: Writing) -> None:
        state = rows.find(writing.db, _clean(period), criterion)
        if mark != "unmet" and (state is None or not state.evidence):
            raise Refused(
                "surveys.no_evidence", "Tiêu chí này chưa có minh chứng nào.", "Ghi minh chứng trước khi tự chấm."
            )
        after = state.assessed_by if state is not None else ""
        writing.add(subject, Assessed(mark=mark, words=remark, after=after, assessed_on=writing.now.date()))

    return room.journal.write(by=by, permission=ASSESS, command_id=command_id, decide=decide)


def assessment(room: Surveys, period: str) -> Assessment:
    """Return the self-assessment of a period as it stands; whoever calls asks for the permission."""
    first_on, last_on = period_days(period)
    name, db = _clean(period), room.journal.reading()
    return Assessment(
        period=name,
        first_on=first_on,
        last_on=last_on,
        criteria=tuple(
            CriterionShown(criterion=each, state=rows.find(db, name, each.key)) for each in shipped_criteria().criteria
        ),
        rated=figures(room, first_on=first_on, last_on=last_on),
    )


def print_assessment(room: Surveys, *, by: str, period: str, printer: str | None = None, command_id: str) -> Written:
    """Queue the A4 paper of a period's self-assessment."""
    found = assessment(room, period)

    def decide(writing: Writing) -> None:
        book = room.dossiers.office.book.get(writing.db)
        paper = assessment_paper(
            paper_of(found), book.get_agency(), writing.now.date(), book.words_on(writing.now.date())
        )
        issue(writing, room.dossiers.printing, paper, about=f"friendly:{found.period}", printer=printer)

    return room.journal.write(by=by, permission=ASSESS, command_id=command_id, decide=decide)


def paper_of(found: Assessment) -> AssessmentPaper:
    """Return what the paper of a self-assessment says."""
    lines = []
    for each in found.criteria:
        state = each.state
        evidence = tuple(
            f"{proof.text} ({proof.source})" if proof.source else proof.text
            for proof in (state.evidence if state is not None else ())
        )
        mark = MARK_WORDS[state.mark] if state is not None and state.mark is not None else ""
        lines.append((each.criterion.title, evidence, mark, state.words if state is not None else ""))
    return AssessmentPaper(
        title=shipped_criteria().title, period=spoken_period(found.period), lines=tuple(lines), rated=found.rated
    )


def _clean(period: str) -> str:
    period_days(period)
    return period.strip().upper()


def _subject(period: str, criterion: str) -> str:
    if all(each.key != criterion for each in shipped_criteria().criteria):
        keys = ", ".join(each.key for each in shipped_criteria().criteria)
        raise InvalidInput("criterion", f"Không có tiêu chí «{criterion}».", f"Các tiêu chí: {keys}.")
    return criterion_subject(_clean(period), criterion)
