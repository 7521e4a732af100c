"""What officers do with the guidance log."""

from collections.abc import Callable
from datetime import date

from desk_app.dossiers.person import Person, checked
from desk_app.guidance.contacts.contact import Contact
from desk_app.guidance.contacts.facts import (
    Channel,
    FollowUpDone,
    FollowUpSet,
    GuidanceGiven,
    GuidanceWithdrawn,
    PaperChecked,
)
from desk_app.guidance.room import Guidance
from desk_app.guidance.tables.contacts import find_contact
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, NotFound, Refused
from desk_app.kernel.records import Record, changed
from desk_app.kernel.texts import checked_line

LOG, READ = "guidance.log", "guidance.read"

_LONGEST_TEXT = 1000
_LONGEST_CALL_MINUTES = 600
_NO_NAME = "Không nêu tên"


class Advice(Record):
    """The form of one contact; see ``GuidanceGiven``."""

    channel: Channel
    person: Person = Person(name="")
    procedure: str = ""
    advice: str = ""
    papers: tuple[PaperChecked, ...] = ()
    forms: tuple[str, ...] = ()
    minutes: int = 0
    follow_up_on: date | None = None
    follow_up: str = ""


def log_guidance(room: Guidance, *, by: str, advice: Advice, command_id: str) -> Written:
    """Enter a contact in the log; its id is the subject of what was written.

    Raises ``InvalidInput`` naming the field that does not fit, ``NotFound`` for a procedure not in force.
    """

    def decide(writing: Writing) -> None:
        writing.add(writing.new_id(), _given(room, writing, advice))

    return room.journal.write(by=by, permission=LOG, command_id=command_id, decide=decide)


def set_follow_up(room: Guidance, *, by: str, contact: str, on: date, what: str = "", command_id: str) -> Written:
    """Say when somebody asks again, and about what; an earlier day is replaced. Raises ``InvalidInput`` for a past day."""
    words = _line(what, "follow_up", "Hỏi lại việc gì")

    def decide(writing: Writing, now: Contact) -> None:
        _require_to_come(on, writing)
        writing.add(contact, FollowUpSet(on=on, what=words or now.follow_up))

    return _about(room, by, contact, command_id, decide)


def finish_follow_up(room: Guidance, *, by: str, contact: str, note: str = "", command_id: str) -> Written:
    """Record that somebody asked again; raise ``Refused`` when nothing was to be asked."""
    words = _line(note, "note", "Kết quả hỏi lại")

    def decide(writing: Writing, now: Contact) -> None:
        if now.follow_up_on is None:
            raise Refused("guidance.no_follow_up", "Lượt này không có việc hỏi lại.", "Chưa ghi gì.")
        writing.add(contact, FollowUpDone(note=words, done_at=writing.now))

    return _about(room, by, contact, command_id, decide)


def withdraw_guidance(room: Guidance, *, by: str, contact: str, reason: str, command_id: str) -> Written:
    """Take back a contact that was logged by mistake; it stays in the journal and counts no more."""
    words = checked_line(reason, field="reason", label="Lý do", longest=200, required=True)

    def decide(writing: Writing, _now: Contact) -> None:
        writing.add(contact, GuidanceWithdrawn(reason=words, withdrawn_at=writing.now))

    return _about(room, by, contact, command_id, decide)


def unknown_contact() -> NotFound:
    """Return the error for a contact that is not known here."""
    return NotFound("guidance.unknown", "Không có lượt hướng dẫn này.", "Hãy tìm lại theo tên hoặc số điện thoại.")


def _about(
    room: Guidance, by: str, contact: str, command_id: str, decide: Callable[[Writing, Contact], None]
) -> Written:
    def within(writing: Writing) -> None:
        now = find_contact(writing.db, contact)
        if now is None:
            raise unknown_contact()
        if now.withdrawn:
            raise Refused("guidance.withdrawn", "Lượt hướng dẫn này đã bỏ vì ghi nhầm.", "Hãy ghi lượt mới.")
        decide(writing, now)

    return room.journal.write(by=by, permission=LOG, command_id=command_id, decide=within)


def _given(room: Guidance, writing: Writing, advice: Advice) -> GuidanceGiven:
    today = writing.now.date()
    text = _line(advice.advice, "advice", "Nội dung hướng dẫn")
    if not advice.procedure and not text:
        raise InvalidInput("advice", "Chưa rõ hướng dẫn việc gì.", "Hãy chọn thủ tục, hoặc ghi nội dung đã hướng dẫn.")
    if advice.procedure:
        room.catalogue.book.get(writing.db).procedure_on(advice.procedure, today)
    if not 0 <= advice.minutes <= _LONGEST_CALL_MINUTES:
        raise InvalidInput("minutes", "Số phút không đúng.", f"Ghi từ 0 đến {_LONGEST_CALL_MINUTES} phút.")
    if advice.follow_up_on is not None:
        _require_to_come(advice.follow_up_on, writing)
    return GuidanceGiven(
        channel=advice.channel,
        person=checked_caller(advice.person, today=today),
        procedure=advice.procedure,
        advice=text,
        papers=tuple(_checked_paper(paper) for paper in advice.papers),
        forms=tuple(each for form in advice.forms if (each := _line(form, "forms", "Mẫu đã gửi"))),
        minutes=advice.minutes,
        given_at=writing.now,
        follow_up_on=advice.follow_up_on,
        follow_up=_line(advice.follow_up, "follow_up", "Hỏi lại việc gì"),
    )


def checked_caller(person: Person, *, today: date) -> Person:
    """Return a person as a caller may be known: also without a name. Raises ``InvalidInput`` for what cannot be right."""
    clean = checked(changed(person, name=person.name.strip() or _NO_NAME), field="person", today=today)
    return clean if person.name.strip() else changed(clean, name="")


def _checked_paper(paper: PaperChecked) -> PaperChecked:
    return changed(paper, name=checked_line(paper.name, field="papers", label="Giấy tờ", longest=300, required=True))


def _require_to_come(on: date, writing: Writing) -> None:
    if on < writing.now.date():
        raise InvalidInput("follow_up_on", "Ngày hỏi lại đã qua.", "Chọn hôm nay hoặc một ngày sau.")


def _line(text: str, field: str, label: str) -> str:
    return checked_line(text, field=field, label=label, longest=_LONGEST_TEXT)
