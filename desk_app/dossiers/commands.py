"""The moves of a dossier's life after its registration."""

from collections.abc import Callable

from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.dossier_fold import folded
from desk_app.dossiers.facts import FindingSettled, Noted, Relation, ResultIssued, StepDone, Told
from desk_app.dossiers.hand_over import Collecting, checked_collecting, given_out
from desk_app.dossiers.hand_over_slip import issue_slip
from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.status import require
from desk_app.dossiers.tables import queries
from desk_app.dossiers.turns import require_turn
from desk_app.journal import tables as journal_tables
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import NotFound, Refused
from desk_app.kernel.texts import checked_line
from desk_app.storage.engine import Database

STEP = "dossiers.step"
ISSUE_RESULT = "dossiers.issue_result"
HAND_OVER = "dossiers.hand_over"
NOTE = "dossiers.note"
SETTLE_FINDING = "dossiers.settle_finding"


def finish_step(room: Dossiers, *, by: str, dossier: str, agency: str = "", note: str = "", command_id: str) -> Written:
    """Record that an agency (the next one, when none is named) has done its part; the last part makes the result.

    Raises ``Refused`` when the dossier's state forbids it, ``agency`` has no open part, or a part before it is still open.
    """
    remark = checked_line(note, field="note", label="Ghi chú", longest=1000)

    def decide(writing: Writing, now: Dossier) -> None:
        require(now.status, "finish_step", now.code)
        leg = now.leg_of(agency)
        if leg is None:
            names = ", ".join(each.plan.agency for each in now.open_legs) or "không còn bước nào"
            raise Refused("dossiers.no_such_step", f"Không có bước đang chờ của «{agency}».", f"Đang chờ: {names}.")
        require_turn(room, writing.db, now, leg, not_yet=f"chưa ghi {leg.plan.agency} xong được")
        writing.add(dossier, StepDone(leg=leg.plan.id, done_at=writing.now, note=remark))
        if len(now.open_legs) == 1:
            writing.add(dossier, ResultIssued(issued_at=writing.now, number="", note=""))

    return _moved(room, by, STEP, dossier, command_id, decide)


def issue_result(
    room: Dossiers, *, by: str, dossier: str, number: str = "", note: str = "", command_id: str
) -> Written:
    """Record that the result exists, whatever steps are still open; raise ``Refused`` when the state forbids it."""
    numbered = checked_line(number, field="number", label="Số kết quả", longest=60)
    remark = checked_line(note, field="note", label="Ghi chú", longest=1000)

    def decide(writing: Writing, now: Dossier) -> None:
        require(now.status, "issue_result", now.code)
        writing.add(dossier, ResultIssued(issued_at=writing.now, number=numbered, note=remark))

    return _moved(room, by, ISSUE_RESULT, dossier, command_id, decide)


def hand_over(
    room: Dossiers,
    *,
    by: str,
    dossier: str,
    relation: Relation = "self",
    to: str = "",
    paper_shown: str = "",
    note: str = "",
    slip: bool | None = None,
    command_id: str,
) -> Written:
    """Record who took the result; the applicant when ``relation`` is self and nobody is named.

    Raises what ``hand_over_together`` raises.
    """
    collecting = Collecting(relation=relation, to=to, paper_shown=paper_shown, note=note)
    return hand_over_together(room, by=by, dossiers=(dossier,), collecting=collecting, slip=slip, command_id=command_id)


def hand_over_together(
    room: Dossiers,
    *,
    by: str,
    dossiers: tuple[str, ...],
    collecting: Collecting,
    slip: bool | None = None,
    printer: str | None = None,
    command_id: str,
) -> Written:
    """Record who took several results at once: all of them or none; ``slip`` None prints what the office's setting says.

    Raises ``Refused`` before there is a result or after it was handed over, and ``InvalidInput`` when somebody else collects
    without a name or, authorised, without the paper that says so.
    """
    who = checked_collecting(collecting)

    def decide(writing: Writing) -> None:
        given = []
        for dossier in dict.fromkeys(dossiers):
            now = dossier_in(room, writing.db, dossier)
            require(now.status, "hand_over", now.code)
            fact = given_out(now, who, writing.now)
            writing.add(dossier, fact)
            given.append((now, fact))
        if given:
            issue_slip(writing, room, given, wanted=slip, printer=printer)

    return room.journal.write(by=by, permission=HAND_OVER, command_id=command_id, decide=decide)


def add_note(room: Dossiers, *, by: str, dossier: str, text: str, channel: Told = "", command_id: str) -> Written:
    """Write a remark on the dossier, perhaps about a call to the citizen; raise ``InvalidInput`` for an empty one."""
    line = checked_line(text, field="text", label="Ghi chú", longest=1000, required=True)

    def decide(writing: Writing, _: Dossier) -> None:
        writing.add(dossier, Noted(text=line, noted_at=writing.now, channel=channel))

    return _moved(room, by, NOTE, dossier, command_id, decide)


def settle_finding(room: Dossiers, *, by: str, dossier: str, finding: str, reason: str, command_id: str) -> Written:
    """Record how a contradiction between two desks, named by its entry, was resolved; it is shown no more.

    Raises ``NotFound`` when the dossier has no such open finding, ``InvalidInput`` without a reason.
    """
    words = checked_line(reason, field="reason", label="Cách giải quyết", longest=500, required=True)

    def decide(writing: Writing, now: Dossier) -> None:
        if finding not in {each.entry for each in now.findings}:
            raise NotFound(
                "dossiers.no_finding", "Điểm mâu thuẫn này không còn.", "Có người đã giải quyết; xem lịch sử hồ sơ."
            )
        writing.add(dossier, FindingSettled(finding=finding, reason=words, settled_at=writing.now))

    return _moved(room, by, SETTLE_FINDING, dossier, command_id, decide)


def dossier_in(room: Dossiers, db: Database, id_: str) -> Dossier:
    """Return a dossier as its entries make it; raise ``NotFound`` for an id that is none."""
    registry = room.journal.registry
    state = folded([registry.read(entry) for entry in journal_tables.history(db, id_)])
    if state is None:
        raise NotFound("dossiers.unknown", "Không có hồ sơ này trên máy.", "Hãy tìm lại theo tên hoặc số điện thoại.")
    return state


def id_of(room: Dossiers, code: str) -> str:
    """Return the id of the dossier with that code; raise ``NotFound`` when there is none."""
    found = queries.find_id(room.journal.reading(), code.strip().upper())
    if found is None:
        raise NotFound(
            "dossiers.unknown_code",
            f"Không có hồ sơ mã {code.strip()[:60]}.",
            "Hãy xem lại mã, hoặc tìm theo tên, số điện thoại.",
        )
    return found


def _moved(
    room: Dossiers, by: str, permission: str, dossier: str, command_id: str, decide: Callable[[Writing, Dossier], None]
) -> Written:
    def within(writing: Writing) -> None:
        decide(writing, dossier_in(room, writing.db, dossier))

    return room.journal.write(by=by, permission=permission, command_id=command_id, decide=within)
