"""Asking for what is missing, and taking it in (Nghị định 61/2018, Điều 19).

A supplement is asked for once, completely, within three working days after receipt. The clock stands still meanwhile; once
the dossier is complete its term begins again, or goes on where the office's reading says so.
"""

from datetime import datetime

from desk_app.accounts.authorise import require_allowed
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.correction_paper import issue_anew
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.facts import PaperHandedIn
from desk_app.dossiers.life.dates import dates_after, mode_of
from desk_app.dossiers.life.facts import SupplementReceived, SupplementRequested
from desk_app.dossiers.life.moving import is_past_due, moved, print_paper
from desk_app.dossiers.life.story import Wait
from desk_app.dossiers.room import Dossiers
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.kernel.texts import checked_line
from desk_app.storage.engine import Database
from desk_app.working_time.due import due
from desk_app.working_time.term import Term

SUPPLEMENT = "dossiers.supplement"
SUPPLEMENT_AGAIN = "dossiers.supplement_again"

_MOST_ITEMS = 30


def request_supplement(
    room: Dossiers,
    *,
    by: str,
    dossier: str,
    missing: tuple[str, ...],
    reason: str,
    advice: str = "",
    again: str = "",
    printer: str | None = None,
    command_id: str,
) -> Written:
    """Ask the citizen for everything that is missing, print form 02, stop the clock.

    ``again`` is a leader's reason for asking a second time, where the office's setting permits it. Raises ``Refused`` for a
    second request and after the due date, ``InvalidInput`` naming the field, ``NotAllowed`` where a leader must do it.
    """
    asked = _checked_missing(missing)
    why = checked_line(reason, field="reason", label="Lý do", longest=500, required=True)
    hint = checked_line(advice, field="advice", label="Hướng dẫn", longest=500)
    leave = checked_line(again, field="again", label="Lý do yêu cầu lần nữa", longest=500)

    def decide(writing: Writing, now: Dossier) -> None:
        _require_first(room, writing, now, leave)
        _require_in_time(room, writing, now)
        fact = SupplementRequested(
            at=writing.now,
            missing=asked,
            reason=why,
            advice=hint,
            late=is_asked_late(room, writing.db, now, writing.now),
            again=leave if now.story.last(SupplementRequested) is not None else "",
        )
        writing.add(dossier, fact)
        print_paper(room, writing, "supplement", dossier, printer)

    move, id_ = "request_supplement", command_id
    return moved(room, actor=by, permission=SUPPLEMENT, move=move, dossier=dossier, command_id=id_, decide=decide)


def complete(
    room: Dossiers,
    *,
    by: str,
    dossier: str,
    papers: tuple[PaperHandedIn, ...] = (),
    note: str = "",
    printer: str | None = None,
    command_id: str,
) -> Written:
    """Record that the dossier is complete, date it anew, print the receipt that takes the old one's place.

    Without ``papers`` everything that was asked for came in as one original each. Raises ``Refused`` when nothing was asked for.
    """
    remark = checked_line(note, field="note", label="Ghi chú", longest=500)
    handed_in = tuple(_checked_paper(place, paper) for place, paper in enumerate(papers))

    def decide(writing: Writing, now: Dossier) -> None:
        request = now.story.last(SupplementRequested)
        asked_at = request.fact.at if request is not None else writing.now
        wait = Wait(mode=mode_of(room, writing.db, now), from_at=asked_at, to_at=max(writing.now, asked_at))
        names = request.fact.missing if request is not None else ()
        fact = SupplementReceived(
            at=wait.to_at,
            papers=handed_in or tuple(PaperHandedIn(name=name) for name in names),
            mode=wait.mode,
            dates=dates_after(room, writing.db, now, wait),
            note=remark,
        )
        writing.add(dossier, fact)
        issue_anew(writing, room, dossier_in(room, writing.db, dossier), now, printer=printer)

    return moved(
        room, actor=by, permission=SUPPLEMENT, move="complete", dossier=dossier, command_id=command_id, decide=decide
    )


def is_asked_late(room: Dossiers, db: Database, dossier: Dossier, now: datetime) -> bool:
    """Tell whether the days in which an incomplete dossier goes back to the citizen are over."""
    days = room.office.book.get(db).number_on("supplement_days", now.date())
    calendar, readings = room.working_time.calendar.get(db), room.working_time.readings.get(db)
    last = due(Term(half_days=2 * days), dossier.registered.received_at, calendar, readings)
    return now.date() > last.due_on


def _require_first(room: Dossiers, writing: Writing, now: Dossier, leave: str) -> None:
    """Raise unless this is the first request, or a leader gives a reason and the office permits a second."""
    if now.story.last(SupplementRequested) is None:
        return
    allowed = room.office.book.get(writing.db).setting_on("supplement_again", writing.now.date()) == "có"
    if not allowed or not leave:
        raise Refused(
            "dossiers.supplement_twice",
            f"Hồ sơ {now.code} đã yêu cầu bổ sung một lần: chỉ được yêu cầu một lần, đầy đủ.",
            "Lãnh đạo ghi lý do để yêu cầu lần nữa."
            if allowed
            else "Hồ sơ vẫn nguyên. Hãy giải quyết, hoặc từ chối và nêu rõ lý do.",
        )
    require_allowed(room.accounts.book.get(writing.db), writing.by, SUPPLEMENT_AGAIN, writing.now.date())


def _require_in_time(room: Dossiers, writing: Writing, now: Dossier) -> None:
    """Raise ``Refused`` after the due date: the term that begins anew would wipe out that it was missed."""
    if is_past_due(room, writing.db, now, writing.now):
        raise Refused(
            "dossiers.supplement_after_due",
            "Hồ sơ đã quá ngày hẹn trả: không yêu cầu bổ sung được nữa.",
            "Hồ sơ vẫn nguyên. Hãy xin lỗi, hẹn lại ngày trả rồi mới yêu cầu bổ sung.",
        )


def _checked_missing(missing: tuple[str, ...]) -> tuple[str, ...]:
    if not missing:
        raise InvalidInput("missing", "Chưa ghi giấy tờ nào còn thiếu.", "Hãy nêu đủ, vì chỉ được yêu cầu một lần.")
    if len(missing) > _MOST_ITEMS:
        raise InvalidInput("missing", f"Quá nhiều mục còn thiếu ({len(missing)}).", f"Tối đa {_MOST_ITEMS} mục.")
    return tuple(
        checked_line(each, field=f"missing[{place}]", label="Giấy tờ còn thiếu", longest=300, required=True)
        for place, each in enumerate(missing)
    )


def _checked_paper(place: int, paper: PaperHandedIn) -> PaperHandedIn:
    name = checked_line(paper.name, field=f"papers[{place}]", label="Giấy tờ bổ sung", longest=300, required=True)
    if not 0 <= paper.originals <= 99 or not 0 <= paper.copies <= 99:
        raise InvalidInput(f"papers[{place}]", "Số bản không hợp lệ.", "Từ 0 đến 99 bản.")
    return PaperHandedIn(name=name, originals=paper.originals, copies=paper.copies)
