"""From the entries of one month to its roster: plans, issues and pins here, single seats in ``seat_fold``."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from desk_app.journal.entry import Recorded
from desk_app.journal.fact import Fact
from desk_app.shifts import facts
from desk_app.shifts.facts import PlannedSeat
from desk_app.shifts.roster import NOBODY, Edition, Pin, Roster, Seat
from desk_app.shifts.seat_fold import Folding, attended, called_off, cancelled, given


def folded_roster(history: Sequence[Recorded]) -> Roster | None:
    """Return the roster that its entries, in clock order, lead to; None while no plan has arrived."""
    first = next((each for each in history if isinstance(each.fact, facts.RosterPlanned)), None)
    if first is None:
        return None
    subject = first.entry.subject
    folding = Folding(roster=Roster(subject=subject, month=facts.month_of(subject), desk=first.entry.desk))
    for each in history:
        _STEPS[type(each.fact)](folding, each, each.fact)
    return folding.roster


def _planned(folding: Folding, _each: Recorded, fact: facts.RosterPlanned) -> None:
    folding.plans[fact.plan] = fact
    folding.change(draft=_edition(fact))


def _issued(folding: Folding, each: Recorded, fact: facts.RosterIssued) -> None:
    roster = folding.roster
    before, plan = roster.issued, folding.plans.get(fact.plan)
    if plan is None:
        folding.find("issued_unknown", each, "", "Lịch được ban hành theo một bản dự kiến không có ở đây.")
        return
    standing = before.plan if before is not None else ""
    if standing != fact.replaces:
        words = f"Hai máy cùng ban hành lịch trực tháng {roster.month:%m/%Y}: bản số {fact.number or '(không số)'} thay bản kia."
        folding.find("issued_twice", each, standing, words)
    draft = roster.draft
    chosen = draft if draft is not None and draft.plan == fact.plan else _edition(plan)
    issued = replace(chosen, name="issued", number=fact.number, issued_on=fact.issued_on, note=fact.note)
    seats = dict(issued.seats)
    for old in before.seats.values() if before is not None else ():
        _carry_over(folding, old, seats)
    rest = None if draft is chosen else draft
    folding.change(issued=replace(issued, seats=seats), draft=rest, version=roster.version + 1)


def _carry_over(folding: Folding, old: Seat, seats: dict[str, Seat]) -> None:
    """Bring what happened on a seat of the replaced roster into the new one; say who holds it no more."""
    new = seats.get(old.id)
    if new is None:
        if old.attendance is not None or old.called_off:
            seats[old.id] = old
        elif old.holder != NOBODY:
            folding.leave(old, "Chỗ trực không còn trong lịch mới.")
        return
    if old.holder not in (new.holder, NOBODY):
        folding.leave(old, "Lịch mới giao chỗ này cho người khác.")
    moved = (old.on, old.place, old.starts, old.ends, old.holder) != (
        new.on,
        new.place,
        new.starts,
        new.ends,
        new.holder,
    )
    seats[old.id] = replace(
        new,
        sequence=old.sequence + moved,
        attendance=old.attendance,
        called_off=old.called_off,
        how=old.how if old.holder == new.holder else None,
    )


def _pinned(folding: Folding, _each: Recorded, fact: facts.SeatPinned) -> None:
    pin = Pin(seat=fact.seat, holder=fact.holder, reason=fact.reason)
    folding.change(pins=(*(each for each in folding.roster.pins if each.seat != fact.seat), pin))


def _unpinned(folding: Folding, _each: Recorded, fact: facts.SeatUnpinned) -> None:
    folding.change(pins=tuple(each for each in folding.roster.pins if each.seat != fact.seat))


_STEPS: dict[type[Fact], Callable[[Folding, Recorded, Any], None]] = {
    facts.RosterPlanned: _planned,
    facts.RosterIssued: _issued,
    facts.SeatPinned: _pinned,
    facts.SeatUnpinned: _unpinned,
    facts.SeatGiven: given,
    facts.SeatCancelled: cancelled,
    facts.ShiftCalledOff: called_off,
    facts.AttendanceNoted: attended,
}


def _edition(fact: facts.RosterPlanned) -> Edition:
    return Edition(
        name="draft",
        plan=fact.plan,
        seats=_seats(fact.seats),
        shares=fact.shares,
        member_shares=fact.member_shares,
        standbys=fact.standbys,
        moved=fact.moved,
        unmet=fact.unmet,
        planned_at=fact.planned_at,
        after=fact.after,
    )


def _seats(planned: Iterable[PlannedSeat]) -> dict[str, Seat]:
    return {
        each.seat: Seat(
            id=each.seat,
            on=each.on,
            place=each.place,
            starts=each.starts,
            ends=each.ends,
            skill=each.skill,
            holder=each.holder,
            hundredths=each.hundredths,
            pinned=each.pinned,
            why=each.why,
        )
        for each in planned
    }
