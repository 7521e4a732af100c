"""Complaints, suggestions and praise: received, followed up, answered, closed. Seen by few."""

from collections.abc import Callable
from datetime import date

from desk_app.accounts.authorise import require_allowed
from desk_app.accounts.rules import Account, allows
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, NotAllowed, NotFound, Refused
from desk_app.kernel.records import Record, changed
from desk_app.kernel.texts import checked_line
from desk_app.kernel.time_source import spoken_day
from desk_app.printing.commands import issue
from desk_app.storage.engine import Database
from desk_app.surveys import complaint_facts as facts
from desk_app.surveys.complaint import Complaint
from desk_app.surveys.complaint_facts import How, Outcome, Topic
from desk_app.surveys.complaint_number import number_for
from desk_app.surveys.complaint_papers import AnswerPaper, ComplaintPaper, answer_letter, receipt_slip
from desk_app.surveys.room import Surveys
from desk_app.surveys.tables import complaints as rows

RECEIVE = "surveys.receive"
HANDLE = "surveys.handle"
LEAD = "surveys.lead"
DAYS = "complaint_days"
"""The dated setting: by how many working days a complaint is answered."""

_LONGEST = 2000
_SHORT = 6


class NewComplaint(Record):
    """A complaint as somebody takes it down; ``due_on`` None is the usual day; ``responsible`` empty is who writes."""

    text: str
    topic: Topic = "complaint"
    how: How = "counter"
    name: str = ""
    contact: str = ""
    procedure: str = ""
    dossier: str = ""
    officer: str = ""
    responsible: str = ""
    due_on: date | None = None


def receive(
    room: Surveys, *, by: str, new: NewComplaint, slip: bool = True, printer: str | None = None, command_id: str
) -> Written:
    """Take a complaint down and print the slip of receipt; the subject of what was written is its id.

    Raises ``InvalidInput`` naming the field; whom a complaint is about never answers it.
    """
    clean = changed(
        new,
        text=_text(new.text, "text", "Nội dung"),
        **{name: _line(new, name) for name in ("name", "contact", "procedure", "dossier")},
    )

    def decide(writing: Writing) -> None:
        fact, id_ = _received(room, writing, by, clean), writing.new_id()
        writing.add(id_, fact)
        if slip:
            agency = room.dossiers.office.book.get(writing.db).get_agency()
            officer = room.accounts.book.get(writing.db).get(by).name
            paper = receipt_slip(ComplaintPaper(fact=fact, agency=agency, officer=officer))
            issue(writing, room.dossiers.printing, paper, about=id_, printer=printer)

    return room.journal.write(by=by, permission=RECEIVE, command_id=command_id, decide=decide)


def _received(room: Surveys, writing: Writing, by: str, new: NewComplaint) -> facts.ComplaintReceived:
    """Return what is written of a new complaint, with the next number of the desk's day."""
    today = writing.now.date()
    due_on, responsible = new.due_on or usual_day(room, writing.db, today), new.responsible or by
    _require_fit(room, writing, responsible, new.officer, due_on, today)
    own = room.dossiers.desk_number
    count = (rows.highest_number(writing.db, writing.seat.desk, own, today) or 0) + 1
    return facts.ComplaintReceived(
        number=number_for(today, own, count),
        topic=new.topic,
        how=new.how,
        name=new.name,
        contact=new.contact,
        procedure=new.procedure,
        dossier=new.dossier,
        officer=new.officer,
        text=new.text,
        responsible=responsible,
        received_on=today,
        due_on=due_on,
    )


def assign(
    room: Surveys,
    *,
    by: str,
    complaint: str,
    responsible: str,
    due_on: date | None = None,
    reason: str = "",
    command_id: str,
) -> Written:
    """Let somebody else answer, perhaps by another day, which needs a reason; for leaders."""
    words = checked_line(reason, field="reason", label="Lý do", longest=300, required=due_on is not None)

    def decide(writing: Writing) -> None:
        now = _open(writing.db, complaint)
        by_day = due_on or now.due_on
        _require_fit(room, writing, responsible, now.received.officer, by_day, now.received.received_on)
        writing.add(complaint, facts.ComplaintAssigned(responsible=responsible, due_on=by_day, reason=words))

    return room.journal.write(by=by, permission=LEAD, command_id=command_id, decide=decide)


def add_step(room: Surveys, *, by: str, complaint: str, text: str, command_id: str) -> Written:
    """Record what was done about a complaint; raises ``NotAllowed`` unless it is theirs, or they lead."""
    words = _text(text, "text", "Việc đã làm")
    return _handled(
        room, by, complaint, command_id, lambda writing: facts.ComplaintStep(text=words, done_on=writing.now.date())
    )


def answer(
    room: Surveys, *, by: str, complaint: str, text: str, printer: str | None = None, command_id: str
) -> Written:
    """Record the answer and print its letter. Raises ``Refused`` when there is one already."""
    words = _text(text, "text", "Nội dung trả lời")

    def decide(writing: Writing) -> None:
        now = _theirs(room, writing, by, complaint)
        if now.answer is not None:
            raise Refused(
                "complaints.answered", f"{now.received.number} đã được trả lời.", "Ghi thêm bằng «việc đã làm»."
            )
        fact = facts.ComplaintAnswered(text=words, answered_on=writing.now.date())
        writing.add(complaint, fact)
        book = room.dossiers.office.book.get(writing.db)
        paper = answer_letter(
            AnswerPaper(
                received=now.received, answer=fact, agency=book.get_agency(), words=book.words_on(fact.answered_on)
            )
        )
        issue(writing, room.dossiers.printing, paper, about=complaint, printer=printer)

    return room.journal.write(by=by, permission=HANDLE, command_id=command_id, decide=decide)


def close(room: Surveys, *, by: str, complaint: str, outcome: Outcome, note: str = "", command_id: str) -> Written:
    """End a complaint with what was found. Raises ``Refused`` before the answer where somebody waits for one."""
    words = checked_line(note, field="note", label="Ghi chú", longest=500)
    if not outcome:
        raise InvalidInput("outcome", "Chưa chọn kết luận.", "Chọn đúng, đúng một phần, không đúng, tiếp thu hoặc rút.")

    def decide(writing: Writing) -> None:
        now = _theirs(room, writing, by, complaint)
        waits = now.received.topic != "praise" and outcome != "withdrawn"
        if waits and now.answer is None:
            raise Refused("complaints.unanswered", f"{now.received.number} chưa được trả lời.", "Ghi trả lời trước.")
        writing.add(complaint, facts.ComplaintClosed(outcome=outcome, note=words, closed_on=writing.now.date()))

    return room.journal.write(by=by, permission=HANDLE, command_id=command_id, decide=decide)


def list_complaints(room: Surveys, by: str, *, is_open: bool = True) -> tuple[Complaint, ...]:
    """Return the complaints that ``by`` may read, the next to answer first.

    A leader reads all; others what they received or answer, and never what is about themselves.
    """
    reader, today = room.accounts.present_book().get(by), room.journal.time.now().date()
    return tuple(
        each for each in rows.list_all(room.journal.reading(), is_open=is_open) if _may_read(reader, each, today)
    )


def complaint_named(room: Surveys, by: str, text: str) -> Complaint:
    """Return the complaint that people mean by its number or the end of its id; raise ``NotFound``."""
    wanted = text.strip()
    for each in list_complaints(room, by, is_open=False):
        if wanted.upper() == each.received.number or (len(wanted) >= _SHORT and each.id.endswith(wanted.lower())):
            return each
    raise NotFound("complaints.unknown", f"Không có phản ánh, kiến nghị «{wanted[:40]}».", "Xem lại số trên phiếu.")


def usual_day(room: Surveys, db: Database, today: date) -> date:
    """Return the day by which a complaint received today is answered."""
    days = room.dossiers.office.book.get(db).number_on(DAYS, today)
    calendar, on = room.dossiers.working_time.calendar.get(db), today
    for _day in range(days):
        on = calendar.working_day_after(on)
    return on


def _may_read(reader: Account, complaint: Complaint, today: date) -> bool:
    if complaint.received.officer == reader.id:
        return False
    return allows(reader, LEAD, today) or reader.id in (complaint.responsible, complaint.received_by)


def _handled(
    room: Surveys, by: str, complaint: str, command_id: str, made: Callable[[Writing], facts.ComplaintStep]
) -> Written:
    def decide(writing: Writing) -> None:
        _theirs(room, writing, by, complaint)
        writing.add(complaint, made(writing))

    return room.journal.write(by=by, permission=HANDLE, command_id=command_id, decide=decide)


def _theirs(room: Surveys, writing: Writing, by: str, complaint: str) -> Complaint:
    now = _open(writing.db, complaint)
    if now.responsible != by:
        require_allowed(room.accounts.book.get(writing.db), by, LEAD, writing.now.date())
    if now.received.officer == by:
        raise NotAllowed("complaints.own", "Phản ánh này nói về chính người đang làm.", "Để người khác giải quyết.")
    return now


def _open(db: Database, id_: str) -> Complaint:
    found = rows.find(db, id_)
    if found is None:
        raise NotFound("complaints.unknown", "Không có phản ánh, kiến nghị này trên máy.", "Xem lại danh sách.")
    if found.closed is not None:
        on = spoken_day(found.closed.closed_on)
        raise Refused("complaints.closed", f"{found.received.number} đã kết thúc ngày {on}.", "Nội dung vẫn nguyên.")
    return found


def _require_fit(room: Surveys, writing: Writing, responsible: str, officer: str, due_on: date, since: date) -> None:
    book = room.accounts.book.get(writing.db)
    person = book.find(responsible)
    if person is None or not allows(person, HANDLE, writing.now.date()):
        raise InvalidInput("responsible", "Người này không giải quyết được phản ánh.", "Chọn cán bộ hoặc lãnh đạo.")
    if officer and responsible == officer:
        raise InvalidInput("responsible", "Không giao cho chính người bị phản ánh.", "Chọn người khác.")
    if officer and book.find(officer) is None:
        raise InvalidInput("officer", "Không có tài khoản cán bộ này.", "Chọn lại cán bộ.")
    if due_on < since:
        raise InvalidInput("due_on", "Hạn trả lời ở trước ngày nhận.", "Sửa lại ngày.")


def _line(new: NewComplaint, name: str) -> str:
    labels = {"name": "Họ tên", "contact": "Liên hệ", "procedure": "Thủ tục", "dossier": "Mã hồ sơ"}
    return checked_line(getattr(new, name), field=name, label=labels[name], longest=200)


def _text(text: str, field: str, label: str) -> str:
    return checked_line(text, field=field, label=label, longest=_LONGEST, required=True)
