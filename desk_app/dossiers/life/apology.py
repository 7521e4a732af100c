"""Apologising for a date that will be missed and promising another one (Nghị định 61/2018, Điều 19.9; form 04).

An officer proposes, a leader approves, once for each dossier and at least a day ahead. Letters are numbered
``01/PXL`` from the first of the year. Desks work without knowing of each other, so each counts for itself and, but for the
first desk, puts its own number beside it (``01.2/PXL``): no two letters of an office ever bear the same number.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.life.dates import moved_dates
from desk_app.dossiers.life.facts import ApologyApproved, ApologyProposed
from desk_app.dossiers.life.moving import hours_of, moved, print_paper
from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.status import BEING_SOLVED
from desk_app.dossiers.tables import apologies, queries
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.kernel.texts import checked_line
from desk_app.kernel.time_source import VIETNAM, spoken_day
from desk_app.storage.engine import Database

PROPOSE = "dossiers.propose_apology"
APPROVE = "dossiers.approve_apology"

_LONG_AGO = datetime(1900, 1, 1, tzinfo=VIETNAM)
_MOST = 1000


@dataclass(frozen=True, kw_only=True)
class DueApology:
    """A dossier whose date is about to be missed, or was: somebody should apologise.

    ``proposed``: an officer has asked the leader. ``late_notice``: the days ahead that the office owes are over.
    """

    id: str
    code: str
    name: str
    due_at: datetime
    proposed: bool
    late_notice: bool


def propose_apology(
    room: Dossiers, *, by: str, dossier: str, reason: str, due_at: datetime, command_id: str
) -> Written:
    """Ask the leader to apologise for ``reason`` and to promise ``due_at``; a newer proposal takes the older one's place.

    Raises ``Refused`` after an apology, ``InvalidInput`` for a date that is not later or on a day off.
    """
    why = _checked_reason(reason)

    def decide(writing: Writing, now: Dossier) -> None:
        _require_first(now)
        _require_later(room, writing, now, due_at)
        writing.add(dossier, ApologyProposed(at=writing.now, reason=why, due_at=due_at))

    return moved(
        room, actor=by, permission=PROPOSE, move="apologise", dossier=dossier, command_id=command_id, decide=decide
    )


def approve_apology(
    room: Dossiers,
    *,
    by: str,
    dossier: str,
    reason: str = "",
    due_at: datetime | None = None,
    printer: str | None = None,
    command_id: str,
) -> Written:
    """Apologise, move the dates and print form 04; what is not given is as it was proposed.

    Less than the office's days ahead it is allowed and marked. Raises ``Refused`` after an apology, ``InvalidInput`` without a
    reason or a later working day.
    """
    given = checked_line(reason, field="reason", label="Lý do xin lỗi", longest=500)

    def decide(writing: Writing, now: Dossier) -> None:
        _require_first(now)
        why, to = _promised(now, given, due_at)
        _require_later(room, writing, now, to)
        writing.add(dossier, _letter(room, writing, now, why, to))
        print_paper(room, writing, "apology", dossier, printer)

    return moved(
        room, actor=by, permission=APPROVE, move="apologise", dossier=dossier, command_id=command_id, decide=decide
    )


def _promised(now: Dossier, reason: str, due_at: datetime | None) -> tuple[str, datetime]:
    """Return reason and date of an apology, those of the open proposal where none are given."""
    proposal = now.story.open_proposal
    why = reason or (proposal.fact.reason if proposal is not None else "")
    to = due_at or (proposal.fact.due_at if proposal is not None else None)
    if to is None:
        raise InvalidInput("due_at", "Chưa có ngày hẹn mới.", "Hãy ghi ngày hẹn trả kết quả mới.")
    return _checked_reason(why), to


def _letter(room: Dossiers, writing: Writing, now: Dossier, reason: str, due_at: datetime) -> ApologyApproved:
    year = writing.now.year
    number = apologies.highest_number(writing.db, room.journal.desk_id, year) + 1
    calendar, hours = room.working_time.calendar.get(writing.db), hours_of(room, writing.db, due_at)
    return ApologyApproved(
        at=writing.now,
        year=year,
        number=number,
        mark=letter_mark(number, room.desk_number),
        reason=reason,
        was_due_at=now.registered.due_at,
        dates=moved_dates(now, due_at, calendar, hours),
        late_notice=is_late_notice(room, writing.db, now.registered.due_at, writing.now),
    )


def letter_mark(number: int, desk_number: int) -> str:
    """Return the number of a letter as it is printed: ``01/PXL`` at the first desk, ``01.2/PXL`` at the second."""
    return f"{number:02d}/PXL" if desk_number == 1 else f"{number:02d}.{desk_number}/PXL"


def due_apologies(room: Dossiers, now: datetime) -> tuple[DueApology, ...]:
    """Return the dossiers whose date would be missed by the end of the next working day, the earliest due first.

    Those that have another date already are left out: there is no second one.
    """
    db = room.journal.reading()
    last = room.working_time.present_calendar().working_day_after(now.date())
    before = datetime.combine(last + timedelta(days=1), datetime.min.time(), VIETNAM)
    listed = queries.due_between(db, tuple(str(each) for each in BEING_SOLVED), _LONG_AGO, before, _MOST)
    found = (dossier_in(room, db, each.id) for each in listed)
    return tuple(
        DueApology(
            id=dossier.id,
            code=dossier.code,
            name=dossier.registered.applicant.name,
            due_at=dossier.registered.due_at,
            proposed=dossier.story.open_proposal is not None,
            late_notice=is_late_notice(room, db, dossier.registered.due_at, now),
        )
        for dossier in found
        if not dossier.reappointments and not _came_today(dossier, now)
    )


def is_late_notice(room: Dossiers, db: Database, due_at: datetime, now: datetime) -> bool:
    """Tell whether an apology said now comes less than the office's days ahead of the due date."""
    days = room.office.book.get(db).number_on("apology_notice_days", now.date())
    return now.date() + timedelta(days=days) > due_at.astimezone(VIETNAM).date()


def _came_today(dossier: Dossier, now: datetime) -> bool:
    """Tell whether it came today to be settled today: nothing is missed yet."""
    return dossier.registered.due_on == dossier.registered.received_at.date() == now.date()


def _checked_reason(reason: str) -> str:
    return checked_line(reason, field="reason", label="Lý do xin lỗi", longest=500, required=True)


def _require_first(now: Dossier) -> None:
    if now.reappointments:
        raise Refused(
            "dossiers.apology_twice",
            f"Hồ sơ {now.code} đã hẹn lại một lần: chỉ được hẹn lại một lần.",
            "Ngày hẹn vẫn giữ nguyên. Hãy trả kết quả sớm nhất có thể.",
        )


def _require_later(room: Dossiers, writing: Writing, now: Dossier, due_at: datetime) -> None:
    """Raise ``InvalidInput`` unless the new date is later than the old one and than now, on a working day."""
    if due_at <= max(now.registered.due_at, writing.now):
        raise InvalidInput("due_at", "Ngày hẹn mới phải sau ngày hẹn cũ và sau lúc này.", "Hãy chọn ngày muộn hơn.")
    on, calendar = due_at.astimezone(VIETNAM).date(), room.working_time.calendar.get(writing.db)
    if not calendar.is_working(on):
        following = spoken_day(calendar.working_day_after(on))
        raise InvalidInput("due_at", f"{spoken_day(on)} là ngày nghỉ.", f"Ngày làm việc gần nhất: {following}.")
