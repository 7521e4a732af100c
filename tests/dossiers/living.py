"""Dossiers led through their lives at a rehearsal desk, each move at its own time."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from desk_app.dossiers.commands import dossier_in, finish_step, hand_over, issue_result
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.life.apology import approve_apology, propose_apology
from desk_app.dossiers.life.between_agencies import pass_on
from desk_app.dossiers.life.obligation import ask_payment, pay
from desk_app.dossiers.life.officers import reassign
from desk_app.dossiers.life.refusal import turn_down
from desk_app.dossiers.life.stop import stop
from desk_app.dossiers.life.supplement import complete, request_supplement
from desk_app.dossiers.life.withdrawal import withdraw
from desk_app.dossiers.register import register
from desk_app.journal.write_door import Written
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import VIETNAM
from desk_app.office.commands import put_setting
from desk_app.printing.tables import list_papers
from desk_app.working_time.commands import put_reading
from tests.desks import RehearsalDesk, form

LINKED = "2.000986"
THREE_DAYS = "1.004194"
TEN_DAYS = "1.001776"

MOVES: Mapping[str, Callable[..., Written]] = {
    "step": finish_step,
    "result": issue_result,
    "hand_over": hand_over,
    "supplement": request_supplement,
    "supplied": complete,
    "refuse": turn_down,
    "propose": propose_apology,
    "apologise": approve_apology,
    "withdraw": withdraw,
    "stop": stop,
    "ask_payment": ask_payment,
    "paid": pay,
    "reassign": reassign,
    "pass_on": pass_on,
}


def at(text: str) -> datetime:
    """Return a moment of Vietnamese time."""
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def received(
    desk: RehearsalDesk, procedure: str = THREE_DAYS, when: str = "2026-11-23T08:15", extended: bool = False
) -> str:
    """Register a dossier at a moment and return its id."""
    desk.time.put(at(when))
    what = form(procedure=procedure, extended=extended)
    officer = desk.accounts_by_role["officer"]
    return register(desk.dossiers, by=officer, form=what, command_id=desk.journal.new_id()).subject


def led(desk: RehearsalDesk, dossier: str, do: str, when: str, by: str = "officer", **values: Any) -> Written:
    """Make one move at a moment, with values as plain data has them."""
    desk.time.put(at(when))
    named = {"due": "due_at", "receipt": "receipt_number"}
    values = {named.get(name, name): value for name, value in values.items()}
    if "due_at" in values:
        values["due_at"] = at(values["due_at"])
    if "until" in values:
        values["until"] = date.fromisoformat(values["until"])
    if "missing" in values:
        values["missing"] = tuple(values["missing"])
    if "to" in values:
        values["to"] = desk.accounts_by_role[values["to"]]
    return MOVES[do](
        desk.dossiers,
        by=desk.accounts_by_role[by],
        dossier=dossier,
        command_id=desk.journal.new_id(),
        **values,
    )


def arranged(desk: RehearsalDesk, do: str, when: str, **values: str) -> None:
    """Put a setting or a reading of the office that holds before the dossier comes."""
    desk.time.put(at(when))
    new_id = desk.journal.new_id()
    if do == "setting":
        put_setting(desk.office, by=desk.admin, valid_from=at(when).date(), command_id=new_id, **values)
    else:
        first = desk.working_time.present_readings()[-1]
        reading = changed(first, valid_from=at(when).date(), **values)
        put_reading(desk.working_time, by=desk.admin, reading=reading, command_id=new_id)


def now(desk: RehearsalDesk, dossier: str) -> Dossier:
    """Return the dossier as it stands."""
    return dossier_in(desk.dossiers, desk.journal.reading(), dossier)


def papers(desk: RehearsalDesk, dossier: str) -> list[str]:
    """Return the kinds of the papers issued for a dossier, oldest first."""
    return [paper.kind for paper in list_papers(desk.journal.reading(), dossier)]
