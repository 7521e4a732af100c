"""Whatever people do, and however journals arrive: no result is lost, and no contradiction is silent."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.dossiers.commands import hand_over
from desk_app.dossiers.status import Status
from desk_app.journal.entry import Entry
from desk_app.journal.fold_pass import table_contents
from desk_app.journal.tables import every_entry, list_findings
from desk_app.kernel.errors import Conflict, Refused
from desk_app.returns import commands, planning, post, reading
from desk_app.returns.planning import Plan
from desk_app.returns.way import Where
from tests.desks import RehearsalDesk
from tests.returns.going import DAY, LAN, a_desk, act, dossier_now, out, pass_hours, planned, ready, way

NAMES = (
    "plan",
    "leave",
    "deliver",
    "fail",
    "back",
    "again",
    "close",
    "pack",
    "pack_all",
    "send",
    "prove",
    "take_back",
    "counter",
)
moves = st.tuples(st.sampled_from(NAMES), st.integers(0, 3))
quick = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
few = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LISTED = {Where.OUT, Where.FAILED, Where.AT_DESK, Where.PACKED, Where.POSTED}


def do(desk: RehearsalDesk, name: str, which: int, dossiers: Sequence[str]) -> None:
    """Try one move; what the rules refuse changes nothing."""
    dossier, rounds = dossiers[which % len(dossiers)], reading.open_rounds(desk.returns)
    round_ = rounds[which % len(rounds)].round.id if rounds else ""
    plan = Plan(going_on=desk.time.now().date(), hamlet="Ấp 2", helper=LAN, dossiers=(dossier,))
    tries: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
        "plan": (planning.plan_round, {"plan": plan}),
        "leave": (planning.leave, {"round_": round_}),
        "deliver": (commands.deliver, {"dossier": dossier}),
        "fail": (commands.fail_attempt, {"dossier": dossier, "reason": "absent"}),
        "back": (commands.bring_back, {"dossier": dossier}),
        "again": (commands.bring_back, {"dossier": dossier, "next_": "again"}),
        "close": (commands.close_round, {"round_": round_}),
        "pack": (post.prepare_parcel, {"dossiers": (dossier,)}),
        "pack_all": (post.prepare_parcel, {"dossiers": tuple(dossiers)}),
        "send": (post.record_posted, {"dossier": dossier, "tracking": "RR1"}),
        "prove": (post.prove_delivered, {"dossier": dossier}),
        "take_back": (post.take_back, {"dossier": dossier, "reason": "hoàn"}),
    }
    try:
        if name == "counter":
            hand_over(desk.dossiers, by=desk.admin, dossier=dossier, command_id=desk.journal.new_id())
        elif round_ or name not in ("leave", "close"):
            command, values = tries[name]
            act(desk, command, **values)
    except (Refused, Conflict):
        pass_hours(desk, 0.1)


def require_found_somewhere(desk: RehearsalDesk, dossiers: Sequence[str]) -> None:
    """Every result is with its owner, or in exactly the lists where people look for it."""
    waiting = {each.dossier.id for each in reading.waiting(desk.returns)}
    listed = {each.dossier.id: each.where for each in reading.outstanding(desk.returns)}
    in_rounds = {
        each.dossier.id for trip in reading.open_rounds(desk.returns) for each in trip.stops if each.way.open_stops
    }
    for dossier in dossiers:
        if dossier_now(desk, dossier).status is Status.HANDED_OVER:
            continue
        assert (dossier in waiting) + (dossier in listed) + (dossier in in_rounds and dossier not in listed) == 1
        if dossier in listed and listed[dossier] in (Where.OUT, Where.FAILED):
            assert dossier in in_rounds


@quick
@given(st.lists(moves, max_size=25))
def test_no_sequence_of_moves_loses_a_result(steps: Sequence[tuple[str, int]]) -> None:
    with a_desk() as desk:
        dossiers = [ready(desk, f"Người Thử {name}") for name in ("Một", "Hai", "Ba")]
        for name, which in steps:
            do(desk, name, which, dossiers)
            require_found_somewhere(desk, dossiers)
        assert list_findings(desk.journal.reading()) == ()
        assert desk.journal.refold() == ()


def exchanged(one: RehearsalDesk, other: RehearsalDesk) -> None:
    mine, theirs = list(every_entry(one.journal.reading())), list(every_entry(other.journal.reading()))
    one.journal.merge(theirs)
    other.journal.merge(mine)


def kinds(desk: RehearsalDesk) -> list[str]:
    return sorted(found[1] for found in list_findings(desk.journal.reading()))


def apart(work: Callable[[RehearsalDesk, RehearsalDesk, str], None]) -> tuple[list[str], Where | None]:
    """Let two desks that both know one result on a round work apart; return what they find together."""
    with a_desk() as one, a_desk(2) as two:
        dossier = ready(one)
        out(one, dossier)
        two.time.put(one.time.now())
        exchanged(one, two)
        work(one, two, dossier)
        exchanged(one, two)
        assert kinds(one) == kinds(two)
        assert way(one, dossier) == way(two, dossier)
        return kinds(one), way(one, dossier).where


def test_two_desks_that_both_record_the_delivery_find_it() -> None:
    def work(one: RehearsalDesk, two: RehearsalDesk, dossier: str) -> None:
        act(one, commands.deliver, dossier=dossier)
        pass_hours(two, 1)
        act(two, commands.deliver, dossier=dossier)

    assert apart(work) == (["delivered_twice", "handed_over_twice"], Where.DELIVERED)


@pytest.mark.parametrize("first", ["deliver", "back"])
def test_delivered_at_one_desk_and_brought_back_at_the_other_is_found_in_either_order(first: str) -> None:
    def work(one: RehearsalDesk, two: RehearsalDesk, dossier: str) -> None:
        pass_hours(one if first == "back" else two, 1)
        act(one, commands.deliver, dossier=dossier)
        act(two, commands.bring_back, dossier=dossier)

    found, where = apart(work)
    assert found == ["back_otherwise" if first == "deliver" else "delivered_otherwise"]
    assert where is Where.DELIVERED


def test_two_desks_that_both_met_nobody_agree_on_one_attempt() -> None:
    def work(one: RehearsalDesk, two: RehearsalDesk, dossier: str) -> None:
        for desk in (one, two):
            act(desk, commands.fail_attempt, dossier=dossier, reason="absent")
        assert way(one, dossier).attempts == 1

    assert apart(work) == ([], Where.FAILED)


def every_entry_of(*desks: RehearsalDesk) -> list[Entry]:
    """Return each entry that any of these desks holds, once."""
    found = (entry for desk in desks for entry in every_entry(desk.journal.reading()))
    return list({entry.name: entry for entry in found}.values())


def a_result_in_two_rounds(one: RehearsalDesk, two: RehearsalDesk) -> tuple[str, list[Entry]]:
    """Let two desks plan one result apart, one of them let it leave; return it and every entry of both."""
    dossier = ready(one)
    exchanged(one, two)
    round_ = planned(one, dossier)
    pass_hours(two, 1)
    planned(two, dossier, hamlet="Ấp 3")
    pass_hours(one, 2)
    act(one, planning.leave, round_=round_)
    return dossier, every_entry_of(one, two)


def test_one_result_planned_at_two_desks_is_found_and_keeps_both_rounds_open() -> None:
    with a_desk() as one, a_desk(2) as two:
        dossier, entries = a_result_in_two_rounds(one, two)
        for desk in (one, two):
            desk.journal.merge(entries)
            assert kinds(desk) == ["planned_twice"]
            assert [trip.open_count for trip in reading.open_rounds(desk.returns)] == [1, 1]
        pass_hours(one, 1)
        with pytest.raises(Conflict):
            act(one, commands.deliver, dossier=dossier)
        here, there = (trip.round for trip in reading.open_rounds(one.returns))
        left, other = (here, there) if here.left_at else (there, here)
        act(one, commands.bring_back, dossier=dossier, round_=other.id, next_="again")
        act(one, commands.deliver, dossier=dossier)
        assert way(one, dossier).stop_of(left.id) is not None
        assert way(one, dossier).where is Where.DELIVERED


def merged_one_by_one(
    entries: Sequence[Entry], tables: Sequence[str], look: Callable[[RehearsalDesk], None]
) -> dict[str, Any]:
    """Let a hub take entries in this order, ``look`` at it, and return what these tables hold."""
    with a_desk(3) as hub:
        for entry in entries:
            hub.journal.merge([entry])
        look(hub)
        found = table_contents(hub.journal.reading(), hub.journal.registry)
    return {name: found[name] for name in tables}


def same_in_any_order(
    data: st.DataObject, entries: list[Entry], tables: Sequence[str], look: Callable[[RehearsalDesk], None]
) -> dict[str, Any]:
    """Return what these tables hold, which must be the same in the entries' own order and in another."""
    orders = (entries, data.draw(st.permutations(entries)))
    as_given, shuffled = (merged_one_by_one(each, tables, look) for each in orders)
    assert as_given == shuffled
    return as_given


@few
@given(data=st.data())
def test_the_tables_depend_on_the_entries_and_not_on_their_order(data: st.DataObject) -> None:
    with a_desk() as one, a_desk(2) as two:
        _dossier, entries = a_result_in_two_rounds(one, two)

    def planned_twice(hub: RehearsalDesk) -> None:
        assert kinds(hub) == ["planned_twice"]

    tables = ("return_rounds", "return_ways", "return_stops", "findings")
    assert len(same_in_any_order(data, entries, tables, planned_twice)["return_stops"]) == 2


def a_parcel_of_two_at_two_desks(one: RehearsalDesk, two: RehearsalDesk) -> tuple[tuple[str, ...], list[Entry]]:
    """Let one desk post and prove a parcel of two while the other takes it back; return them and every entry."""
    household = tuple(ready(one, return_by="post", return_to="12 Phố Thử") for _place in range(2))
    act(one, post.prepare_parcel, dossiers=household)
    two.time.put(one.time.now())
    exchanged(one, two)
    act(two, post.take_back, dossier=household[1], reason="chưa gửi")
    pass_hours(one, 1)
    act(one, post.record_posted, dossier=household[0], tracking="RR1", cost=28500)
    pass_hours(one, 1)
    act(one, post.prove_delivered, dossier=household[1])
    return household, every_entry_of(one, two)


@few
@given(data=st.data())
def test_a_shared_parcel_ends_the_same_in_whatever_order_its_entries_come(data: st.DataObject) -> None:
    with a_desk() as one, a_desk(2) as two:
        household, entries = a_parcel_of_two_at_two_desks(one, two)

    def delivered(hub: RehearsalDesk) -> None:
        assert [way(hub, dossier).where for dossier in household] == [Where.DELIVERED] * 2
        assert "delivered_otherwise" in kinds(hub)

    same_in_any_order(data, entries, ("return_ways", "return_parcels", "findings"), delivered)


def test_a_round_called_off_at_one_desk_but_gone_at_the_other_is_open_again() -> None:
    with a_desk() as one, a_desk(2) as two:
        dossier = ready(one)
        round_ = planned(one, dossier)
        exchanged(one, two)
        act(one, commands.bring_back, dossier=dossier)
        act(one, commands.close_round, round_=round_)
        pass_hours(two, 1)
        act(two, planning.leave, round_=round_)
        exchanged(one, two)
        for desk in (one, two):
            assert kinds(desk) == ["left_otherwise"]
            assert [trip.round.id for trip in reading.open_rounds(desk.returns)] == [round_]
            assert way(desk, dossier).where is Where.OUT


def test_a_round_out_at_the_other_desk_stays_open_here_until_it_says_more() -> None:
    with a_desk() as one, a_desk(2) as two:
        dossier = ready(one)
        round_ = out(one, dossier)
        exchanged(one, two)
        assert [trip.round.id for trip in reading.open_rounds(two.returns)] == [round_]
        assert reading.open_rounds(two.returns)[0].round.going_on == DAY
