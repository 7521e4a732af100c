"""The folder on its way from agency to agency: who gave it, who took it, when; a slip that both sign."""

from collections.abc import Sequence
from datetime import datetime

from desk_app.dossiers.dossier import Dossier, Leg
from desk_app.dossiers.life.dates import owed_at
from desk_app.dossiers.life.facts import PassedOn
from desk_app.dossiers.life.moving import hours_of, moved, print_paper
from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.turns import require_turn
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Refused
from desk_app.kernel.texts import checked_line
from desk_app.working_time.marks import Mark, mark

PASS_ON = "dossiers.pass_on"


def pass_on(
    room: Dossiers,
    *,
    by: str,
    dossier: str,
    agency: str = "",
    taken_by: str = "",
    given_by: str = "",
    papers: str = "",
    note: str = "",
    printer: str | None = None,
    command_id: str,
) -> Written:
    """Record that the folder went to the agency whose turn it is, or to the one named, and print the slip.

    ``given_by`` empty means who acts. Raises ``Refused`` when that agency has it already, has no open part, or must wait.
    """
    taker = checked_line(taken_by, field="taken_by", label="Người nhận", longest=120)
    giver = checked_line(given_by, field="given_by", label="Người giao", longest=120)
    what = checked_line(papers, field="papers", label="Giấy tờ kèm theo", longest=500)
    remark = checked_line(note, field="note", label="Ghi chú", longest=500)

    def decide(writing: Writing, now: Dossier) -> None:
        leg, before = _turn_of(room, writing, now, agency)
        fact = PassedOn(
            at=writing.now,
            leg=leg.plan.id,
            agency=leg.plan.agency,
            given_by=giver or room.accounts.book.get(writing.db).get(writing.by).name,
            taken_by=taker,
            papers=what,
            note=remark,
            due_at=_owed_at(room, writing, now, leg, before),
        )
        writing.add(dossier, fact)
        print_paper(room, writing, "transfer", dossier, printer)

    return moved(
        room, actor=by, permission=PASS_ON, move="pass_on", dossier=dossier, command_id=command_id, decide=decide
    )


def leg_mark(leg: Leg) -> Mark | None:
    """Return how an agency's part stands to its own date: early, on time, late; None while it is not done."""
    return None if leg.done_at is None else mark(leg.due_at, leg.done_at)


def _turn_of(room: Dossiers, writing: Writing, now: Dossier, agency: str) -> tuple[Leg, tuple[Leg, ...]]:
    """Return the leg whose turn it is, and those it waited for."""
    leg = _leg_to(now, agency)
    return leg, require_turn(room, writing.db, now, leg, not_yet=f"chưa chuyển cho {leg.plan.agency} được")


def _owed_at(room: Dossiers, writing: Writing, now: Dossier, leg: Leg, before: Sequence[Leg]) -> datetime:
    calendar, hours = room.working_time.calendar.get(writing.db), hours_of(room, writing.db, writing.now)
    return owed_at(now, leg, before, writing.now, calendar, hours)


def _leg_to(dossier: Dossier, agency: str) -> Leg:
    wanted = agency.strip().lower()
    fitting: Sequence[Leg] = [
        leg for leg in dossier.open_legs if not wanted or wanted in (leg.plan.agency.lower(), leg.plan.id)
    ]
    if not fitting:
        names = ", ".join(leg.plan.agency for leg in dossier.open_legs) or "không còn bước nào"
        raise Refused("dossiers.no_such_step", f"Không có bước đang chờ của «{agency}».", f"Đang chờ: {names}.")
    waiting = next((leg for leg in fitting if leg.received_at is None), None)
    if waiting is None:
        raise Refused(
            "dossiers.passed_on_already",
            f"{fitting[0].plan.agency} đã nhận hồ sơ này rồi.",
            "Hồ sơ vẫn nguyên. Xem phiếu giao nhận trên thẻ hồ sơ.",
        )
    return waiting
