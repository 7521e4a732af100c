"""What was typed into a strip, as the moves of a dossier's life take it; every function runs on a job's thread."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from desk_app.desk import Desk
from desk_app.dossiers.correction_text import value_of
from desk_app.dossiers.facts import PaperHandedIn
from desk_app.dossiers.life import (
    apology,
    between_agencies,
    control,
    obligation,
    officers,
    refusal,
    stop,
    supplement,
    withdrawal,
)
from desk_app.journal.write_door import Written
from desk_app.kernel.errors import InvalidInput

Typed = Mapping[str, str]


def carried_out(desk: Desk, by: str, dossier: str, name: str, typed: Typed, command_id: str) -> Written:
    """Carry out the move of that name; raises ``InvalidInput`` naming the field, ``Refused``, ``NotAllowed``."""
    return _MOVES[name](desk, by, dossier, typed, command_id)


def several(text: str) -> tuple[str, ...]:
    """Return the parts of a line that semicolons part."""
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _supplement(desk: Desk, by: str, dossier: str, typed: Typed, id_: str) -> Written:
    return supplement.request_supplement(
        desk.dossiers,
        by=by,
        dossier=dossier,
        missing=several(typed["missing"]),
        reason=typed["reason"],
        again=typed.get("again", ""),
        command_id=id_,
    )


def _supplied(desk: Desk, by: str, dossier: str, typed: Typed, id_: str) -> Written:
    papers = tuple(PaperHandedIn(name=name) for name in several(typed["papers"]))
    return supplement.complete(desk.dossiers, by=by, dossier=dossier, papers=papers, note=typed["note"], command_id=id_)


def _pass_on(desk: Desk, by: str, dossier: str, typed: Typed, id_: str) -> Written:
    return between_agencies.pass_on(
        desk.dossiers, by=by, dossier=dossier, taken_by=typed["taken_by"], note=typed["note"], command_id=id_
    )


def _apologise(desk: Desk, by: str, dossier: str, typed: Typed, id_: str) -> Written:
    due_at = _due(typed["due_at"]) if typed["due_at"].strip() else None
    return apology.approve_apology(
        desk.dossiers, by=by, dossier=dossier, reason=typed["reason"], due_at=due_at, command_id=id_
    )


def _propose(desk: Desk, by: str, dossier: str, typed: Typed, id_: str) -> Written:
    due_at = _due(typed["due_at"])
    return apology.propose_apology(
        desk.dossiers, by=by, dossier=dossier, reason=typed["reason"], due_at=due_at, command_id=id_
    )


def _ask_payment(desk: Desk, by: str, dossier: str, typed: Typed, id_: str) -> Written:
    return obligation.ask_payment(
        desk.dossiers,
        by=by,
        dossier=dossier,
        amount=_amount(typed["amount"]),
        purpose=typed["purpose"],
        until=_day("until", typed["until"]),
        command_id=id_,
    )


def _paid(desk: Desk, by: str, dossier: str, typed: Typed, id_: str) -> Written:
    return obligation.pay(desk.dossiers, by=by, dossier=dossier, receipt_number=typed["receipt_number"], command_id=id_)


def _reassign(desk: Desk, by: str, dossier: str, typed: Typed, id_: str) -> Written:
    return officers.reassign(
        desk.dossiers, by=by, dossier=dossier, to=typed["to"], reason=typed["reason"], command_id=id_
    )


def _withdraw(desk: Desk, by: str, dossier: str, typed: Typed, id_: str) -> Written:
    return withdrawal.withdraw(
        desk.dossiers, by=by, dossier=dossier, reason=typed["reason"], returned=typed["returned"], command_id=id_
    )


def _refuse(desk: Desk, by: str, dossier: str, typed: Typed, id_: str) -> Written:
    return refusal.turn_down(
        desk.dossiers,
        by=by,
        dossier=dossier,
        reason=typed["reason"],
        basis=typed["basis"],
        apology=typed["apology"],
        command_id=id_,
    )


def _stop(desk: Desk, by: str, dossier: str, typed: Typed, id_: str) -> Written:
    return stop.stop(
        desk.dossiers, by=by, dossier=dossier, reason=typed["reason"], basis=typed["basis"], command_id=id_
    )


def _control(desk: Desk, by: str, dossier: str, _typed: Typed, id_: str) -> Written:
    return control.print_control_sheet(desk.dossiers, by=by, dossier=dossier, command_id=id_)


_MOVES: Mapping[str, Callable[[Desk, str, str, Typed, str], Written]] = {
    "supplement": _supplement,
    "supplied": _supplied,
    "pass_on": _pass_on,
    "apologise": _apologise,
    "propose": _propose,
    "ask_payment": _ask_payment,
    "paid": _paid,
    "reassign": _reassign,
    "withdraw": _withdraw,
    "refuse": _refuse,
    "stop": _stop,
    "control": _control,
}


def _due(text: str) -> datetime:
    return datetime.fromisoformat(str(value_of("due_at", text)))


def _day(field: str, text: str) -> date:
    try:
        return _due(text).date()
    except InvalidInput as error:
        raise InvalidInput(field, f"«{text[:40]}» không phải là ngày.", "Viết như 15/12/2026.") from error


def _amount(text: str) -> int:
    try:
        return int(str(value_of("fee", text) or 0))
    except InvalidInput as error:
        raise InvalidInput("amount", f"«{text[:40]}» không phải là số tiền.", "Viết như 20.000.") from error
