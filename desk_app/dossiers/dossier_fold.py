"""From a dossier's entries to its state: one small function for each thing that can happen to it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from desk_app.dossiers import facts
from desk_app.dossiers.correction_fields import LABELS, corrected, spoken, value_in
from desk_app.dossiers.dossier import Dossier, Finding, Leg, MovedDue, Note
from desk_app.dossiers.facts import Registered
from desk_app.dossiers.life.facts import MOVES, ApologyApproved, ApologyProposed, Reassigned
from desk_app.dossiers.life.life_fold import ended_otherwise, with_move
from desk_app.dossiers.on_the_spot_fold import with_visit
from desk_app.dossiers.reappointment import Reappointment, is_reappointment
from desk_app.dossiers.status import BEING_SOLVED, ENDED, WAITING, Status
from desk_app.journal.entry import Recorded


def folded(history: Sequence[Recorded]) -> Dossier | None:
    """Return the dossier that its entries, in clock order, lead to; None while its registration has not arrived."""
    first = next((each for each in history if isinstance(each.fact, facts.Registered)), None)
    if first is None or not isinstance(first.fact, facts.Registered):
        return None
    dossier = Dossier(
        id=first.entry.subject,
        entry=first.entry,
        registered=first.fact,
        status=Status.ACCEPTED,
        legs=tuple(Leg(plan=plan) for plan in first.fact.legs),
        holder=first.entry.actor,
    )
    if len(history) == 1:
        return dossier
    for each in history:
        step = _STEPS.get(type(each.fact))
        if step is not None:
            dossier = step(dossier, each, each.fact)
        dossier = with_visit(dossier, each)
    return replace(_without_settled(dossier, history), holder=_holder(history))


def _holder(history: Sequence[Recorded]) -> str:
    """Return who made the latest move, or was given it; a remark or an apology takes nothing into anybody's hands."""
    moves = (each for each in reversed(history) if not isinstance(each.fact, _NO_HANDS))
    latest = next(moves)
    return latest.fact.to_account if isinstance(latest.fact, Reassigned) else latest.entry.actor


def _step_done(dossier: Dossier, recorded: Recorded, fact: facts.StepDone) -> Dossier:
    if fact.leg not in {leg.plan.id for leg in dossier.legs}:
        return _step_of_other(dossier, recorded, dossier.corrected_by.get("procedure", dossier.entry.name))
    legs = tuple(
        replace(leg, done_at=fact.done_at) if leg.plan.id == fact.leg and leg.done_at is None else leg
        for leg in dossier.legs
    )
    if dossier.status in ENDED:
        return ended_otherwise(dossier, recorded, "xong một bước")
    status = Status.IN_PROCESS if dossier.status is Status.ACCEPTED else dossier.status
    return replace(dossier, legs=legs, status=status)


def _result_issued(dossier: Dossier, recorded: Recorded, fact: facts.ResultIssued) -> Dossier:
    if dossier.status in ENDED:
        return ended_otherwise(dossier, recorded, "đã có kết quả")
    if dossier.status in WAITING:
        words = f"Một máy ghi «{dossier.status.words}», một máy ghi đã có kết quả: kết quả được giữ."
        dossier = _found(dossier, "result_while_waiting", recorded, dossier.entry.name, words)
    elif dossier.status not in BEING_SOLVED:
        return _found(dossier, "second_result", recorded, dossier.entry.name, "Kết quả được ghi hai lần, ở hai máy.")
    legs = tuple(leg if leg.done_at else replace(leg, done_at=fact.issued_at) for leg in dossier.legs)
    return replace(dossier, status=Status.SETTLED, result=fact, legs=legs)


def _handed_over(dossier: Dossier, recorded: Recorded, fact: facts.HandedOver) -> Dossier:
    if dossier.handed_over is not None:
        words = f"Kết quả được ghi đã trả hai lần: cho {dossier.handed_over.to} và cho {fact.to}."
        return _found(dossier, "handed_over_twice", recorded, dossier.handed_over_entry, words)
    if dossier.status in ENDED:
        return ended_otherwise(dossier, recorded, "đã trả kết quả")
    return replace(dossier, status=Status.HANDED_OVER, handed_over=fact, handed_over_entry=recorded.entry.name)


def _noted(dossier: Dossier, _: Recorded, fact: facts.Noted) -> Dossier:
    note = Note(text=fact.text, at=fact.noted_at, channel=fact.channel)
    return replace(dossier, remarks=(*dossier.remarks, note))


def _corrected(dossier: Dossier, recorded: Recorded, fact: facts.Corrected) -> Dossier:
    """Put right what the fact names; of two desks that changed one field the later clock stands, and it is a finding."""
    before, entry = dossier.registered, recorded.entry
    for change in fact.changes:
        present = value_in(before, change.field)
        if present not in (change.old, change.new):
            dossier = _corrected_twice(dossier, recorded, change, present)
    named = [change for change in fact.changes if change.field.endswith(".name")]
    names = [str(name) for change in named for name in (change.old, value_in(before, change.field)) if name]
    after = corrected(before, fact)
    legs = {leg.plan.id: leg for leg in dossier.legs}
    if {id_ for id_, leg in legs.items() if leg.done_at} - {plan.id for plan in after.legs}:
        dossier = _step_of_other(dossier, recorded, dossier.entry.name)
    dossier = replace(
        dossier,
        registered=after,
        legs=tuple(replace(legs.get(plan.id, Leg(plan=plan)), plan=plan) for plan in after.legs),
        former_names=tuple(dict.fromkeys((*dossier.former_names, *names))),
        corrected_by={**dossier.corrected_by, **dict.fromkeys((each.field for each in fact.changes), entry.name)},
        moved_due=_moved_due(dossier, recorded, fact),
        reappointments=(*dossier.reappointments, *_reappointed(before, recorded, fact)),
    )
    if fact.reissued:
        dossier = replace(dossier, edition=dossier.edition + 1, reissued_at=fact.corrected_at)
    return dossier


def _corrected_twice(dossier: Dossier, recorded: Recorded, change: facts.Change, present: facts.Correctable) -> Dossier:
    label = LABELS.get(change.field, change.field)
    words = (
        f"{label} được sửa khác nhau ở hai máy: «{spoken(change.field, present)}» và "
        f"«{spoken(change.field, change.new)}»; đang dùng cách sửa sau."
    )
    against = dossier.corrected_by.get(change.field, dossier.entry.name)
    return _found(dossier, "corrected_twice", recorded, against, words, field=change.field)


def _step_of_other(dossier: Dossier, recorded: Recorded, against: str) -> Dossier:
    """Keep that one desk finished a step while another chose the procedure anew, to which that step is strange."""
    words = "Một máy ghi xong bước, một máy đổi thủ tục của hồ sơ: hãy xem lại các bước."
    return _found(dossier, "step_of_other_procedure", recorded, against, words)


def _reappointed(before: Registered, recorded: Recorded, fact: facts.Corrected) -> Iterator[Reappointment]:
    """Yield the later date that a correction set by hand, where it counts as another appointment."""
    due_at = _set_by_hand(fact)
    if due_at is not None and is_reappointment(before, due_at, fact.corrected_at):
        yield Reappointment(
            at=fact.corrected_at,
            by=recorded.entry.actor,
            was_due_at=before.due_at,
            due_at=due_at,
            reason=fact.reason,
            by_letter=False,
        )


def _set_by_hand(fact: facts.Corrected) -> datetime | None:
    """Return the due date a correction set by hand; None where it set none, or the one that its procedure leads to."""
    due_at = next((datetime.fromisoformat(str(each.new)) for each in fact.changes if each.field == "due_at"), None)
    return None if fact.replanned is not None and due_at == fact.replanned.due_at else due_at


def _moved_due(dossier: Dossier, recorded: Recorded, fact: facts.Corrected) -> MovedDue | None:
    if _set_by_hand(fact) is None:
        return dossier.moved_due if fact.replanned is None else None
    return MovedDue(at=fact.corrected_at, by=recorded.entry.actor, reason=fact.reason)


def _found(dossier: Dossier, kind: str, recorded: Recorded, against: str, words: str, *, field: str = "") -> Dossier:
    finding = Finding(kind=kind, entry=recorded.entry.name, against=against, words=words, field=field)
    return replace(dossier, findings=(*dossier.findings, finding))


def _without_settled(dossier: Dossier, history: Sequence[Recorded]) -> Dossier:
    """Return the dossier without the findings that somebody has settled, wherever in the history that stands."""
    settled: set[str] = set()
    for fact in (each.fact for each in history):
        if isinstance(fact, facts.FindingSettled):
            settled.add(fact.finding)
        elif isinstance(fact, facts.Corrected):
            settled.update(fact.settles)
    return replace(dossier, findings=tuple(each for each in dossier.findings if each.entry not in settled))


_STEPS: dict[type[Any], Callable[[Dossier, Recorded, Any], Dossier]] = {
    facts.StepDone: _step_done,
    facts.ResultIssued: _result_issued,
    facts.HandedOver: _handed_over,
    facts.Noted: _noted,
    facts.Corrected: _corrected,
    **dict.fromkeys(MOVES, with_move),
}
_NO_HANDS = (facts.Noted, facts.FindingSettled, ApologyProposed, ApologyApproved)
