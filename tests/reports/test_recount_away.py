"""Reports on returns and on sessions equal a naive recount from the journal."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desk_app.dossiers.facts import Registered
from desk_app.mobile_sessions.facts import (
    Place,
    PlacePut,
    Plan,
    SessionCancelled,
    SessionClosed,
    SessionOpened,
    SessionPlanned,
)
from desk_app.returns import facts as returns
from tests.reports.asking import asked
from tests.reports.recount import PERIOD, START, Said, check, desk_of, few, inside, of_unit, said, when, which
from tests.reports.units import UnitJournal

ENDS = ("delivered", "failed", "posted", "post_delivered")


@few
@given(st.lists(st.tuples(which, when, st.sampled_from(ENDS), st.integers(0, 30))), st.booleans())
def test_returns_equal_a_recount(went: list[tuple[int, int, str, int]], backwards: bool) -> None:
    def write(units: Sequence[UnitJournal]) -> None:
        for place, (unit, on, end, cost) in enumerate(sorted(went, key=lambda each: each[1])):
            at = START + timedelta(days=on, minutes=place)
            if end == "delivered":
                units[unit].brought_home(at - timedelta(days=4))
            else:
                _underway(units[unit], at, end, cost * 1000)

    with desk_of(write, backwards=backwards) as desk:
        report = asked(desk, "returns", PERIOD)
        found = said(desk, returns.Delivered, returns.AttemptFailed, returns.Posted, returns.PostDelivered)

    def on(each: Said) -> date:
        fact: Any = each.fact
        names = ("delivered_at", "failed_at", "posted_at")
        moment = next(getattr(fact, name) for name in names if hasattr(fact, name))
        return date(moment.year, moment.month, moment.day)

    def count(of: Sequence[Said]) -> dict[str, int]:
        by_kind = {kind: [each.fact for each in of if type(each.fact) is kind] for kind in KINDS}
        home: list[Any] = by_kind[returns.Delivered]
        posted: list[Any] = by_kind[returns.Posted]
        return {
            "home": len(home),
            "failed": len(by_kind[returns.AttemptFailed]),
            "rounds": len({each.round for each in home}),
            "post": len(by_kind[returns.PostDelivered]),
            "posted": len(posted),
            "postage": sum(each.cost or 0 for each in posted),
        }

    check(report, "unit", [each for each in found if inside(on(each))], of_unit, count)


KINDS = (returns.Delivered, returns.AttemptFailed, returns.Posted, returns.PostDelivered)


def _underway(unit: UnitJournal, at: datetime, end: str, cost: int) -> None:
    """Write a result that was not met at its door, or went by post."""
    id_ = unit.dossier(at - timedelta(days=4), handed=False, return_by="home" if end == "failed" else "post")
    way = returns.way_subject(id_)
    if end == "failed":
        round_ = unit.new_id(at)
        helper = returns.Helper(name="Lê Thị Thử", organisation="Hội Phụ nữ")
        plan = returns.RoundPlanned(going_on=at.date(), hamlet="Ấp 1", helper=helper, note="", planned_at=at)
        unit.add(at, round_, plan)
        unit.add(at, way, returns.StopPlanned(round=round_, place=1, kit=(), planned_at=at))
        unit.add(at, round_, returns.RoundLeft(carrier="Lê Thị Thử", left_at=at))
        unit.add(at, way, returns.StopLeft(round=round_, left_at=at))
        unit.add(at, way, returns.AttemptFailed(round=round_, reason="absent", note="", failed_at=at))
        return
    parcel = unit.new_id(at)
    prepared = returns.PostPrepared(parcel=parcel, to="Người Thử", address="Ấp 1", phone="", prepared_at=at)
    unit.add(at, way, prepared)
    unit.add(at, way, returns.Posted(parcel=parcel, tracking="", cost=cost, posted_at=at))
    if end == "post_delivered":
        there = at + timedelta(days=2)
        unit.add(there, way, returns.PostDelivered(parcel=parcel, to="", proof="", delivered_at=there))


@few
@given(
    st.lists(st.tuples(which, when, st.sampled_from(["planned", "cancelled", "open", "closed"]))),
    st.lists(st.tuples(which, when, st.integers(0, 5), st.booleans())),
)
def test_sessions_and_what_was_received_there_equal_a_recount(
    held: list[tuple[int, int, str]], came: list[tuple[int, int, int, bool]]
) -> None:
    def write(units: Sequence[UnitJournal]) -> None:
        happened = [(on, 0, unit, end) for unit, on, end in held]
        happened += [(on, hour, unit, mobile) for unit, on, hour, mobile in came]  # type: ignore[misc]
        for on, hour, unit, what in sorted(happened, key=lambda each: each[:2]):
            at = START + timedelta(days=on, hours=hour)
            if isinstance(what, bool):
                units[unit].dossier(at, channel="mobile" if what else "counter", result_days=None)
            else:
                _session(units[unit], at, what)

    with desk_of(write) as desk:
        report = asked(desk, "sessions", PERIOD)
        planned, registered = said(desk, SessionPlanned), said(desk, Registered)
        opened, closed = said(desk, SessionOpened), said(desk, SessionClosed)
        cancelled = {each.entry.subject for each in said(desk, SessionCancelled)}
    ended: dict[str, Any] = {each.entry.subject: each.fact.closed_at for each in closed}

    def at_session(each: Said) -> bool:
        fact: Any = each.fact
        return fact.channel == "mobile" and any(
            stint.entry.desk == each.entry.desk
            and stint.fact.opened_at <= fact.received_at <= ended.get(stint.entry.subject, fact.received_at)
            for stint in opened
        )

    def count(of: Sequence[Said]) -> dict[str, int]:
        sessions = [each.entry.subject for each in of if isinstance(each.fact, SessionPlanned)]
        begun = {each.entry.subject for each in opened}
        return {
            "all": len(sessions),
            "held": sum(each in begun for each in sessions),
            "cancelled": sum(each in cancelled for each in sessions),
            "taken": sum(isinstance(each.fact, Registered) for each in of),
            "settled": 0,
            "in_time": 0,
            "late": 0,
        }

    found = [each for each in planned if inside(each.fact.plan.starts_at.date())]
    found += [each for each in registered if inside(each.fact.received_at.date()) and at_session(each)]
    check(report, "unit", found, of_unit, count)


def _session(unit: UnitJournal, at: datetime, end: str) -> None:
    """Write a session as far as it came."""
    if end == "closed":
        unit.session(at)
        return
    place, id_ = unit.new_id(at), unit.new_id(at)
    unit.add(at, place, PlacePut(place=Place(name="Nhà văn hóa", area="Ấp 1"), put_at=at))
    plan = Plan(place=place, starts_at=at, ends_at=at + timedelta(hours=3))
    unit.add(at, id_, SessionPlanned(plan=plan, moved_from="", planned_at=at))
    if end == "open":
        unit.add(at, id_, SessionOpened(opened_at=at))
    if end == "cancelled":
        unit.add(at, id_, SessionCancelled(reason="weather", note="", moved_to="", cancelled_at=at))
