"""However journals arrive: the same tables everywhere, one person's two lines found, nothing silent."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.journal.entry import Entry
from desk_app.journal.fold_pass import table_contents
from desk_app.journal.tables import every_entry, list_findings
from desk_app.mobile_sessions import following, planning, running, screening
from desk_app.mobile_sessions.planning import Change
from desk_app.mobile_sessions.reading import look_alikes, people
from desk_app.mobile_sessions.session import State
from desk_app.mobile_sessions.tables import FOLDS
from tests.desks import RehearsalDesk
from tests.mobile_sessions.outing import (
    BINH,
    FRIDAY,
    a_desk,
    a_line,
    a_session,
    act,
    exchanged,
    line_now,
    named,
    pass_minutes,
    session_now,
)

TABLES = ("findings", *(table for fold in FOLDS for table in fold.tables))


def kinds(desk: RehearsalDesk) -> list[str]:
    return sorted(found[1] for found in list_findings(desk.journal.reading()))


def contents(desk: RehearsalDesk) -> dict[str, list[tuple[object, ...]]]:
    found = table_contents(desk.journal.reading(), desk.journal.registry)
    return {name: found[name] for name in TABLES}


def test_two_hamlet_heads_who_enter_one_person_at_two_desks_make_a_finding_that_merging_settles() -> None:
    with a_desk() as one, a_desk(2) as two:
        first = a_line(one)
        second = a_line(two, named("TRAN THI BINH", id_number=BINH.id_number), lacks=("birth",))
        exchanged(one, two)
        for desk in (one, two):
            assert kinds(desk) == ["screened_twice"]
            assert [each.why for each in look_alikes(desk.mobile_sessions)] == [None]
        act(two, screening.merge_lines, line=second, into=first)
        exchanged(one, two)
        for desk in (one, two):
            assert kinds(desk) == []
            assert [each.key for each in line_now(desk, first).lacks] == ["marriage", "birth"]
            assert [each.line.id for each in people(desk.mobile_sessions, which="left")] == [first]
        assert contents(one) == contents(two)


def test_a_person_may_also_decide_that_the_two_are_two() -> None:
    with a_desk() as one, a_desk(2) as two:
        who = named("Nguyễn Văn An", birth_on="1985-03-05")
        first, second = a_line(one, who), a_line(two, who)
        exchanged(one, two)
        assert kinds(two) == ["screened_twice"]
        act(two, screening.keep_apart, line=second, other=first)
        exchanged(one, two)
        assert kinds(one) == kinds(two) == []
        assert look_alikes(one.mobile_sessions) == ()


def test_putting_a_number_right_brings_the_finding_and_takes_it_away() -> None:
    with a_desk() as one, a_desk(2) as two:
        a_line(one)
        other = a_line(two, named("Trần Thị Bình", id_number="093195004399"))
        exchanged(one, two)
        assert kinds(two) == []
        act(two, screening.change_line, line=other, person=named("Trần Thị Bình", id_number=BINH.id_number))
        assert kinds(two) == ["screened_twice"]
        act(two, screening.change_line, line=other, person=named("Trần Thị Bình", id_number="093195004388"))
        assert kinds(two) == []
        assert two.journal.refold() == ()


def test_two_desks_that_follow_one_line_agree() -> None:
    with a_desk() as one, a_desk(2) as two:
        session, line = a_session(one), a_line(one)
        act(one, following.invite, session=session)
        exchanged(one, two)
        for desk in (one, two):
            act(desk, following.record_came, session=session, line=line)
            act(desk, following.settle_lack, line=line, lack="marriage", how="elsewhere")
            pass_minutes(two, 5)
        exchanged(one, two)
        assert contents(one) == contents(two)
        assert kinds(one) == []
        visit = line_now(two, line).visit(session)
        assert visit is not None
        assert visit.came_desk == one.journal.desk_id


def test_a_session_called_off_at_one_desk_and_held_at_another_counts_as_held_and_is_found() -> None:
    with a_desk() as one, a_desk(2) as two:
        session = a_session(one)
        exchanged(one, two)
        act(one, planning.cancel_session, session=session, reason="weather")
        two.time.put(FRIDAY)
        act(two, running.open_session, session=session)
        exchanged(one, two)
        for desk in (one, two):
            assert kinds(desk) == ["session_held_though_cancelled"]
            assert session_now(desk, session).state is State.OPEN


def test_two_desks_that_move_one_session_to_two_days_find_it() -> None:
    with a_desk() as one, a_desk(2) as two:
        session = a_session(one)
        exchanged(one, two)
        for desk, days in ((one, 7), (two, 14)):
            at = FRIDAY + timedelta(days=days)
            act(desk, planning.cancel_session, session=session, reason="weather", hours=(at, at + timedelta(hours=3)))
            pass_minutes(two, 5)
        exchanged(one, two)
        assert kinds(one) == kinds(two) == ["session_moved_twice"]


def test_two_parts_of_a_plan_changed_at_two_desks_both_hold() -> None:
    with a_desk() as one, a_desk(2) as two:
        session = a_session(one)
        exchanged(one, two)
        act(one, planning.change_session, session=session, change=Change(note="mang ô"))
        pass_minutes(two, 5)
        act(two, planning.change_session, session=session, change=Change(kit=("Máy tính",)))
        exchanged(one, two)
        for desk in (one, two):
            plan = session_now(desk, session).plan
            assert (plan.note, plan.kit) == ("mang ô", ("Máy tính",))


def a_day_apart(one: RehearsalDesk, two: RehearsalDesk) -> list[Entry]:
    """Let two desks work a day on one session and one list, apart; return every entry of both."""
    session, line = a_session(one), a_line(one)
    exchanged(one, two)
    a_line(two, named("Lê Thị Cúc", birth_on="2001-09-02"))
    twin = a_line(one, named("Lê Thị Cúc", birth_on="2001-09-02"), lacks=("birth",))
    for desk in (one, two):
        desk.time.put(FRIDAY)
        act(desk, following.invite, session=session)
        act(desk, running.open_session, session=session)
        act(desk, running.tick_kit, session=session, items=session_now(desk, session).plan.kit[:2], way="out")
        act(desk, following.record_came, session=session, line=line)
        pass_minutes(desk, 90)
        act(desk, running.close_session, session=session, cash=0)
    act(one, screening.end_line, line=twin, reason="moved")
    act(one, screening.reopen_line, line=twin)
    entries = (entry for desk in (one, two) for entry in every_entry(desk.journal.reading()))
    return list({entry.name: entry for entry in entries}.values())


@pytest.mark.parametrize("_once", [1])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_the_tables_depend_on_the_entries_and_not_on_their_order(data: st.DataObject, _once: int) -> None:
    with a_desk() as one, a_desk(2) as two:
        entries = a_day_apart(one, two)
    found = []
    for each in (entries, data.draw(st.permutations(entries))):
        with a_desk(3) as hub:
            for entry in each:
                hub.journal.merge([entry])
            found.append(contents(hub))
            assert hub.journal.refold() == ()
            assert kinds(hub) == ["screened_twice"]
            assert [each.closed_at is not None for each in session_now(hub, people_session(hub)).stints] == [
                True,
                True,
            ]
    assert found[0] == found[1]


def people_session(desk: RehearsalDesk) -> str:
    """Return the one session that anybody came to."""
    [session] = {visit.session for each in people(desk.mobile_sessions) for visit in each.line.visits}
    return session
