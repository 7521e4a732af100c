"""What the tab of complaints shows, decided without a widget."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desk_app.accounts.rules import allows
from desk_app.desk import Desk
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.surveys import complaints
from desk_app.surveys.complaint import Complaint
from desk_app.surveys.complaint_facts import HOW_WORDS, OUTCOME_WORDS, TOPIC_WORDS
from ui.widgets.colours import COLOURS
from ui.widgets.table import Column, Look

NOBODY = ""


@dataclass(frozen=True, kw_only=True)
class ComplaintRow:
    """One complaint in words; ``days_left`` is negative once it is late."""

    complaint: Complaint
    responsible: str
    days_left: int
    is_late: bool


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What the tab shows: complaints, and the people who may answer them, by account."""

    rows: tuple[ComplaintRow, ...]
    people: tuple[tuple[str, str], ...]


def due_look(row: ComplaintRow) -> Look:
    """Return how a complaint stands to its day."""
    if row.complaint.closed is not None:
        return Look(words=_("đã kết thúc"), shape="done", colour=COLOURS.good)
    if row.complaint.answer is not None:
        return Look(words=_("đã trả lời"), shape="tick", colour=COLOURS.good)
    if row.complaint.received.topic == "praise":
        return Look(words=_("không cần trả lời"), shape="ring", colour=COLOURS.soft_ink)
    on = spoken_day(row.complaint.due_on)
    if row.is_late:
        return Look(words=_("quá hạn {day}").format(day=on), shape="late", colour=COLOURS.danger)
    if row.days_left <= 2:
        return Look(words=_("hạn {day}").format(day=on), shape="warning", colour=COLOURS.warning)
    return Look(words=_("hạn {day}").format(day=on), shape="clock", colour=COLOURS.calm)


COLUMNS: tuple[Column[ComplaintRow], ...] = (
    Column(title=_("Số"), look=lambda row: Look(words=row.complaint.received.number, bold=True)),
    Column(title=_("Loại"), look=lambda row: Look(words=_(TOPIC_WORDS[row.complaint.received.topic])), minor=True),
    Column(title=_("Nội dung"), look=lambda row: Look(words=row.complaint.received.text), stretches=True),
    Column(title=_("Ai trả lời"), look=lambda row: Look(words=row.responsible), minor=True),
    Column(title=_("Hạn"), look=due_look),
)


def detail_words(row: ComplaintRow) -> str:
    """Return everything about a complaint, line by line."""
    received, known = row.complaint.received, row.complaint
    who = received.name or _("không ghi tên")
    lines = [
        f"{_(TOPIC_WORDS[received.topic])} · {_(HOW_WORDS[received.how]).lower()} · {spoken_day(received.received_on)}",
        _("Người gửi: {who}").format(who=f"{who} · {received.contact}" if received.contact else who),
        _("Trả lời: {who}, trước {day}").format(who=row.responsible, day=spoken_day(known.due_on)),
    ]
    about = " · ".join(part for part in (received.procedure, received.dossier) if part)
    lines += [_("Về: {about}").format(about=about)] if about else []
    lines += ["", received.text]
    lines += [f"– {spoken_day(step.done_on)}: {step.text}" for step in known.steps]
    if known.answer is not None:
        lines += [
            "",
            _("Đã trả lời {day}: {text}").format(day=spoken_day(known.answer.answered_on), text=known.answer.text),
        ]
    if known.closed is not None:
        lines.append(_("Kết luận: {words}").format(words=_(OUTCOME_WORDS[known.closed.outcome])))
    return "\n".join(lines)


def seen(desk: Desk, by: str, *, is_open: bool) -> Seen:
    """Return the complaints that ``by`` may read, and who may answer; runs on a job's thread."""
    desk.require(by, complaints.HANDLE)
    today, book = desk.journal.time.now().date(), desk.accounts.present_book()
    found = complaints.list_complaints(desk.surveys, by, is_open=is_open)
    people = tuple((each.id, each.name) for each in book.list_accounts() if allows(each, complaints.HANDLE, today))
    return Seen(rows=tuple(_row(each, today, dict(people)) for each in found), people=people)


def _row(each: Complaint, today: date, names: Mapping[str, str]) -> ComplaintRow:
    return ComplaintRow(
        complaint=each,
        responsible=names.get(each.responsible, ""),
        days_left=(each.due_on - today).days,
        is_late=each.is_late(today),
    )
