"""Sending an incomplete dossier back at intake: the request and its slip in one durable transaction, no dossier code used.

A supplement is asked for once, completely (Nghị định 61/2018, Điều 19): what was asked of the person before is looked up
and stands in the fact.
"""

from datetime import datetime

from desk_app.catalogue.procedure import Procedure
from desk_app.dossiers.earlier import open_request
from desk_app.dossiers.form import Form, cleaned
from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.sent_back_facts import SentBack
from desk_app.dossiers.sent_back_paper import supplement_slip
from desk_app.journal import tables as journal_tables
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.kernel.records import Record
from desk_app.kernel.texts import checked_line
from desk_app.printing.commands import issue
from desk_app.storage.engine import Database

SEND_BACK = "dossiers.send_back"
USUAL_REASON = "Thành phần hồ sơ chưa đầy đủ theo quy định của thủ tục."

_MOST_MISSING = 30


class SendBack(Record):
    """A visit to send back: the form as far as it could be filled in, and what is missing from the papers.

    ``form.papers`` are those that the citizen had; none is allowed. An empty ``reason`` means the usual one.
    """

    form: Form
    missing: tuple[str, ...]
    reason: str = ""
    advice: str = ""


def send_back(room: Dossiers, *, by: str, request: SendBack, command_id: str, printer: str | None = None) -> Written:
    """Record that a visit was sent back and queue the slip; the request's id is the subject of what was written.

    Raises ``InvalidInput`` naming the field, ``NotFound`` for an unknown procedure or printer. Then nothing is written.
    """
    missing = _checked_missing(request.missing)
    reason = checked_line(request.reason, field="reason", label="Lý do", longest=500) or USUAL_REASON
    advice = checked_line(request.advice, field="advice", label="Hướng dẫn", longest=500)

    def decide(writing: Writing) -> None:
        form = cleaned(request.form, now=writing.now, needs_papers=False)
        asked_at = form.received_at or writing.now.replace(microsecond=0)
        procedure = room.catalogue.book.get(writing.db).procedure_on(form.procedure, asked_at.date())
        before = open_request(writing.db, form.applicant, procedure.code, form.subject.name if form.subject else "")
        fact = _sent_back(form, procedure, asked_at, writing.now, missing, reason, advice, before.id if before else "")
        request_id = writing.new_id()
        writing.add(request_id, fact)
        office = room.office.book.get(writing.db)
        officer = room.accounts.book.get(writing.db).get(writing.by).name
        slip = supplement_slip(fact, office.get_agency(), officer, office.words_on(asked_at.date()))
        issue(writing, room.printing, slip, about=request_id, printer=printer)

    return room.journal.write(by=by, permission=SEND_BACK, command_id=command_id, decide=decide)


def request_in(room: Dossiers, db: Database, id_: str) -> SentBack:
    """Return the request of that id; raise ``NotFound`` when there is none."""
    for entry in journal_tables.history(db, id_):
        fact = room.journal.registry.read(entry).fact
        if isinstance(fact, SentBack):
            return fact
    raise NotFound(
        "dossiers.unknown_request",
        "Không có phiếu yêu cầu bổ sung này trên máy.",
        "Hãy tìm theo tên hoặc số định danh.",
    )


def _sent_back(
    form: Form,
    procedure: Procedure,
    asked_at: datetime,
    now: datetime,
    missing: tuple[str, ...],
    reason: str,
    advice: str,
    earlier: str,
) -> SentBack:
    return SentBack(
        asked_at=asked_at,
        entered_at=now,
        procedure=procedure.code,
        procedure_name=procedure.name,
        procedure_field=procedure.field,
        procedure_from=procedure.valid_from,
        applicant=form.applicant,
        subject=form.subject,
        authorised=form.authorised,
        papers=form.papers,
        missing=missing,
        reason=reason,
        advice=advice,
        channel=form.channel,
        note=form.note,
        earlier=earlier,
    )


def _checked_missing(missing: tuple[str, ...]) -> tuple[str, ...]:
    if not missing:
        raise InvalidInput("missing", "Chưa ghi giấy tờ nào còn thiếu.", "Hãy nêu đủ những gì cần bổ sung.")
    if len(missing) > _MOST_MISSING:
        raise InvalidInput("missing", f"Quá nhiều mục còn thiếu ({len(missing)}).", f"Tối đa {_MOST_MISSING} mục.")
    return tuple(
        checked_line(each, field=f"missing[{place}]", label="Giấy tờ còn thiếu", longest=300, required=True)
        for place, each in enumerate(missing)
    )
