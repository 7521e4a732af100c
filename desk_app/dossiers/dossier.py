"""A dossier as its history makes it: what is shown, printed, and asked before each move."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from desk_app.dossiers import facts
from desk_app.dossiers.status import BEING_SOLVED, Status
from desk_app.journal.entry import Entry, Recorded


@dataclass(frozen=True, kw_only=True)
class Leg:
    """One agency's part, planned and as it went."""

    plan: facts.PlannedLeg
    done_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A contradiction that a merge revealed, for a person to settle."""

    kind: str
    entry: str
    against: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """The state of one dossier."""

    id: str
    entry: Entry
    registered: facts.Registered
    status: Status
    legs: tuple[Leg, ...]
    result: facts.ResultIssued | None = None
    handed_over: facts.HandedOver | None = None
    handed_over_entry: str = ""
    notes: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def code(self) -> str:
        """Return the dossier's code, which never changes."""
        return self.registered.code

    @property
    def officer(self) -> str:
        """Return the account of the officer who received it."""
        return self.entry.actor

    @property
    def open_legs(self) -> tuple[Leg, ...]:
        """Return the legs that are not done yet, in their order."""
        return tuple(leg for leg in self.legs if leg.done_at is None)

    def leg_of(self, agency: str) -> Leg | None:
        """Return the first open leg of ``agency`` (its name or the leg's id); of anybody when ``agency`` is empty."""
        wanted = agency.strip().lower()
        return next(
            (leg for leg in self.open_legs if not wanted or wanted in (leg.plan.agency.lower(), leg.plan.id)), None
        )


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
    )
    for each in history:
        step = _STEPS.get(type(each.fact))
        if step is not None:
            dossier = step(dossier, each, each.fact)
    return dossier


def _step_done(dossier: Dossier, _: Recorded, fact: facts.StepDone) -> Dossier:
    legs = tuple(
        replace(leg, done_at=fact.done_at) if leg.plan.id == fact.leg and leg.done_at is None else leg
        for leg in dossier.legs
    )
    status = Status.IN_PROCESS if dossier.status is Status.ACCEPTED else dossier.status
    return replace(dossier, legs=legs, status=status)


def _result_issued(dossier: Dossier, recorded: Recorded, fact: facts.ResultIssued) -> Dossier:
    if dossier.status not in BEING_SOLVED:
        return _found(dossier, "second_result", recorded, dossier.entry.name, "Kết quả được ghi hai lần, ở hai máy.")
    legs = tuple(leg if leg.done_at else replace(leg, done_at=fact.issued_at) for leg in dossier.legs)
    return replace(dossier, status=Status.SETTLED, result=fact, legs=legs)


def _handed_over(dossier: Dossier, recorded: Recorded, fact: facts.HandedOver) -> Dossier:
    if dossier.handed_over is not None:
        words = f"Kết quả được ghi đã trả hai lần: cho {dossier.handed_over.to} và cho {fact.to}."
        return _found(dossier, "handed_over_twice", recorded, dossier.handed_over_entry, words)
    return replace(dossier, status=Status.HANDED_OVER, handed_over=fact, handed_over_entry=recorded.entry.name)


def _noted(dossier: Dossier, _: Recorded, fact: facts.Noted) -> Dossier:
    return replace(dossier, notes=(*dossier.notes, fact.text))


def _found(dossier: Dossier, kind: str, recorded: Recorded, against: str, words: str) -> Dossier:
    finding = Finding(kind=kind, entry=recorded.entry.name, against=against, words=words)
    return replace(dossier, findings=(*dossier.findings, finding))


_STEPS: dict[type[Any], Callable[[Dossier, Recorded, Any], Dossier]] = {
    facts.StepDone: _step_done,
    facts.ResultIssued: _result_issued,
    facts.HandedOver: _handed_over,
    facts.Noted: _noted,
}
