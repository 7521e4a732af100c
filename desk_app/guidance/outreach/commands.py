"""Taking down outreach, and taking an entry back."""

from datetime import date

from desk_app.guidance.outreach.facts import Kind, OutreachRecorded, OutreachWithdrawn
from desk_app.guidance.outreach.item import OutreachItem
from desk_app.guidance.room import Guidance
from desk_app.guidance.tables import outreach as table
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, NotFound, Refused
from desk_app.kernel.records import Record
from desk_app.kernel.texts import checked_line, quantity

RECORD, READ = "outreach.record", "outreach.read"

_MOST = 10_000_000


class Outreach(Record):
    """The form of one entry; see ``OutreachRecorded``."""

    kind: Kind
    on: date
    count: int = 1
    title: str = ""
    evidence: str = ""


def record_outreach(room: Guidance, *, by: str, outreach: Outreach, command_id: str) -> Written:
    """Enter what was done on a day; raise ``InvalidInput`` naming the field that does not fit."""
    needs_title = outreach.kind == "followers"
    title = checked_line(outreach.title, field="title", label="Tên trang, tên việc", longest=200, required=needs_title)
    evidence = checked_line(outreach.evidence, field="evidence", label="Minh chứng", longest=500)
    if not 0 <= outreach.count <= _MOST:
        raise InvalidInput("count", "Số lượng không đúng.", f"Ghi từ 0 đến {quantity(_MOST)}.")

    def decide(writing: Writing) -> None:
        if outreach.on > writing.now.date():
            raise InvalidInput("on", "Ngày ở tương lai.", "Ghi việc đã làm; việc sắp làm thì ghi sau khi xong.")
        fact = OutreachRecorded(
            kind=outreach.kind, on=outreach.on, count=outreach.count, title=title, evidence=evidence
        )
        writing.add(writing.new_id(), fact)

    return room.journal.write(by=by, permission=RECORD, command_id=command_id, decide=decide)


def withdraw_outreach(room: Guidance, *, by: str, item: str, reason: str, command_id: str) -> Written:
    """Take back an entry that was a mistake; raise ``NotFound`` for an unknown one, ``Refused`` the second time."""
    words = checked_line(reason, field="reason", label="Lý do", longest=200, required=True)

    def decide(writing: Writing) -> None:
        now = table.find_item(writing.db, item)
        if now is None:
            raise NotFound("outreach.unknown", "Không có dòng truyền thông này.", "Hãy xem lại danh sách.")
        if now.withdrawn:
            raise Refused("outreach.withdrawn", "Dòng này đã bỏ.", "Không cần làm gì thêm.")
        writing.add(now.id, OutreachWithdrawn(reason=words, withdrawn_at=writing.now))

    return room.journal.write(by=by, permission=RECORD, command_id=command_id, decide=decide)


def list_outreach(room: Guidance, *, first_on: date, last_on: date) -> tuple[OutreachItem, ...]:
    """Return this office's entries of a period, both days included, newest first; those taken back left out."""
    db = room.journal.reading()
    return table.list_between(db, first_on, last_on, room.own_desks(db))
