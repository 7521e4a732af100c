"""Whatever two desks do apart, and however their journals arrive: the tables agree, and no contradiction is silent."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.journal.entry import Entry
from desk_app.journal.fold_pass import table_contents
from desk_app.journal.tables import every_entry, list_findings
from desk_app.shifts import attendance, changes, plan_month
from desk_app.shifts.reading import get_seat
from desk_app.shifts.tables import FOLDS
from tests.desks import RehearsalDesk
from tests.shifts.rota import DECEMBER, a_desk, act, drafted, entered, issued, on, roster, seats

TABLES = ("findings", *(table for fold in FOLDS for table in fold.tables))


def exchanged(one: RehearsalDesk, other: RehearsalDesk) -> None:
    mine, theirs = list(every_entry(one.journal.reading())), list(every_entry(other.journal.reading()))
    one.journal.merge(theirs)
    other.journal.merge(mine)


def kinds(desk: RehearsalDesk) -> list[str]:
    return sorted(found[1] for found in list_findings(desk.journal.reading()))


def apart(work: Callable[[RehearsalDesk, RehearsalDesk], None], *, day: int = 1) -> list[str]:
    """Let two desks that know one issued roster work apart; return what they find together, the same at both."""
    with a_desk() as one, a_desk(2) as two:
        entered(one)
        issued(one)
        for desk in (one, two):
            desk.time.put(on(day))
        exchanged(one, two)
        work(one, two)
        exchanged(one, two)
        contents = [table_contents(desk.journal.reading(), desk.journal.registry) for desk in (one, two)]
        assert {name: contents[0][name] for name in TABLES} == {name: contents[1][name] for name in TABLES}
        return kinds(one)


def test_two_desks_that_change_different_seats_agree() -> None:
    def work(one: RehearsalDesk, two: RehearsalDesk) -> None:
        act(one, changes.cancel_seat, seat=seats(roster(one))[0].seat, reason="ốm")
        act(two, changes.cancel_seat, seat=seats(roster(two))[5].seat, reason="ốm")

    assert apart(work) == []


def test_a_seat_cancelled_here_and_covered_there_is_found() -> None:
    def work(one: RehearsalDesk, two: RehearsalDesk) -> None:
        seat = seats(roster(one))[0]
        on_duty = {each.member for each in seats(roster(one)) if each.on == seat.on}
        free = next(each for each in one.shifts.present().members if each.id not in on_duty)
        act(one, changes.cancel_seat, seat=seat.seat, reason="ốm")
        act(two, changes.cover_seat, seat=seat.seat, organisation=free.organisation, member=free.id)

    assert apart(work) == ["seat_otherwise"]


def test_a_month_issued_at_both_desks_is_found_and_the_later_notice_stands() -> None:
    def work(one: RehearsalDesk, two: RehearsalDesk) -> None:
        for desk, number in ((one, "16/TB"), (two, "17/TB")):
            desk.time.put(on(2, 9 if desk is one else 10))
            drafted(desk, anew=True)
            act(desk, plan_month.issue, month=DECEMBER, number=number, issued_on=date(2026, 12, 2))

    assert apart(work) == ["issued_twice"]


@pytest.mark.parametrize(("other", "found"), [("came", []), ("no_show", ["attended_otherwise"])])
def test_attendance_noted_at_both_desks_is_found_only_when_it_differs(other: str, found: list[str]) -> None:
    def work(one: RehearsalDesk, two: RehearsalDesk) -> None:
        seat = seats(roster(one))[0].seat
        act(one, attendance.note_attendance, seat=seat, attended="came")
        act(two, attendance.note_attendance, seat=seat, attended=other)

    assert apart(work, day=4) == found


def a_busy_month() -> list[Entry]:
    """Return every entry of two desks that planned, issued, swapped and covered in one month."""
    with a_desk() as one, a_desk(2) as two:
        entered(one)
        issued(one)
        exchanged(one, two)
        two.time.put(one.time.now())
        first, *_rest, last = seats(roster(one))
        act(one, changes.cancel_seat, seat=first.seat, reason="ốm")
        act(two, changes.cancel_seat, seat=first.seat, reason="bận")
        act(two, changes.call_off_shift, shift=last.shift, reason="mất điện")
        drafted(two)
        act(two, plan_month.issue, month=DECEMBER, number="16/TB", issued_on=date(2026, 11, 23))
        act(one, attendance.thank, organisation=first.organisation, first_on=DECEMBER, last_on=DECEMBER)
        entries = [entry for desk in (one, two) for entry in every_entry(desk.journal.reading())]
    return list({entry.name: entry for entry in entries}.values())


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_the_tables_depend_on_the_entries_and_not_on_their_order(data: st.DataObject) -> None:
    entries = a_busy_month()
    contents = []
    for each in (entries, data.draw(st.permutations(entries))):
        with a_desk(3) as hub:
            for entry in each:
                hub.journal.merge([entry])
            found = table_contents(hub.journal.reading(), hub.journal.registry)
            contents.append({name: found[name] for name in TABLES})
    assert contents[0] == contents[1]
    assert len(contents[0]["shift_seats"]) == 8
    assert contents[0]["findings"] != []


def test_what_the_replaced_roster_gave_to_another_is_remembered_for_calendars() -> None:
    with a_desk() as desk:
        entered(desk)
        first = seats(issued(desk))[0]
        act(desk, changes.cancel_seat, seat=first.seat, reason="ốm")
        drafted(desk)
        act(desk, plan_month.issue, month=DECEMBER, number="16/TB", issued_on=date(2026, 11, 23))
        now = get_seat(desk.shifts, first.seat)
        assert (now.state, now.sequence) == ("held", 2)
        assert now.member != first.member
