"""However many desks book at once, and however their journals arrive: no slot holds more people than it should."""

import random
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date, datetime, time, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.dossiers.person import Person
from desk_app.guidance.appointments import commands, reading
from desk_app.guidance.appointments.appointment import State
from desk_app.guidance.appointments.line import Plan
from desk_app.guidance.appointments.reading import list_appointments, list_slots, list_without_place
from desk_app.guidance.appointments.seats import Seat, displaced, most_at_once
from desk_app.guidance.tables.appointments import has_place, list_lines, seats_on
from desk_app.journal.entry import Entry
from desk_app.journal.fold_pass import table_contents
from desk_app.journal.tables import every_entry, list_findings
from desk_app.kernel.errors import DeskError
from tests.desks import RehearsalDesk
from tests.guidance.guiding import TODAY, a_desk, a_line, at, booked, now, pass_minutes, said_by

WEDNESDAY = date(2026, 11, 25)
CAPACITY = 2
TABLES = ("appointments", "appointment_lines", "guidance_contacts", "guidance_lists", "outreach", "findings")
HOURS = (at(8, day=WEDNESDAY), at(8, 30, WEDNESDAY), at(9, day=WEDNESDAY))

deeds = st.tuples(
    st.integers(0, 2),
    st.sampled_from(["book", "book", "book", "move", "cancel", "walk_in", "arrive", "plan", "hear"]),
    st.integers(0, 2),
    st.integers(0, 7),
)


def entries_of(*desks: RehearsalDesk) -> list[Entry]:
    found = {entry.name: entry for desk in desks for entry in every_entry(desk.journal.reading())}
    return list(found.values())


def share(*desks: RehearsalDesk) -> None:
    """Let every desk know what every other wrote."""
    entries = entries_of(*desks)
    for desk in desks:
        desk.journal.merge(entries)


def do(desks: Sequence[RehearsalDesk], who: int, deed: str, hour: int, which: int) -> None:
    """Let one desk try one thing by itself; what its rules refuse changes nothing."""
    desk = desks[who]
    pass_minutes(desk, 1)
    room, said = desk.guidance, said_by(desk)
    known = list_appointments(room, first_on=TODAY, last_on=WEDNESDAY)
    one = known[which % len(known)].id if known else ""
    plan = Plan(name="Hộ tịch", valid_from=WEDNESDAY, capacity=1 + which % 3, minutes=(30, 30, 60)[hour])
    works: dict[str, Callable[[], object]] = {
        "book": lambda: commands.book(
            room, booking=commands.Booking(starts_at=HOURS[hour], person=Person(name="Một")), **said
        ),
        "move": lambda: commands.move(room, appointment=one, starts_at=HOURS[hour], **said),
        "cancel": lambda: commands.cancel(room, appointment=one, **said),
        "walk_in": lambda: commands.walk_in(room, person=Person(name="Hai"), **said),
        "arrive": lambda: commands.arrive(room, appointment=one, **said),
        "plan": lambda: commands.put_line(
            room, by=desk.admin, plan=plan, line="ho tich", command_id=said["command_id"]
        ),
        "hear": lambda: desk.journal.merge(entries_of(desks[hour])),
    }
    try:
        works[deed]()
    except DeskError:
        pass_minutes(desk, 0.1)


def require_no_slot_too_full(desk: RehearsalDesk) -> None:
    """At no moment do more people have a place than the plan says; who has none is a finding, and nobody is lost."""
    db = desk.journal.reading()
    findings = {each[0] for each in list_findings(db) if each[1] == "appointment_without_place"}
    for line in list_lines(db, desk.guidance.own_desks(db)):
        for day in (TODAY, WEDNESDAY):
            plan = line.plan_on(day)
            assert plan is not None
            seats = seats_on(db, line.id, day)
            start = at(0, day=day)
            assert most_at_once(seats, start, start + timedelta(days=1)) <= plan.capacity
    active = [
        each.id
        for each in list_appointments(desk.guidance, first_on=TODAY, last_on=WEDNESDAY)
        if each.state is not State.CANCELLED
    ]
    assert {id_ for id_ in active if not has_place(db, id_)} == findings


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(deeds, max_size=25), seed=st.integers(0, 999))
def test_desks_that_book_apart_never_double_book_whatever_order_their_journals_arrive_in(
    steps: list[tuple[int, str, int, int]], seed: int
) -> None:
    with ExitStack() as stack:
        desks = [stack.enter_context(a_desk(number)) for number in (1, 2, 3)]
        a_line(desks[0], capacity=CAPACITY)
        share(*desks)
        for step in steps:
            do(desks, *step)
            # At one desk by itself nothing is ever double-booked, unless somebody made the plan smaller.
            require_no_slot_too_full(desks[step[0]])
        entries, contents = entries_of(*desks), []
        share(*desks)
        hub = stack.enter_context(a_desk(4))
        random.Random(seed).shuffle(entries)
        for entry in entries:
            hub.journal.merge([entry])
            hub.journal.merge([entry])
        for desk in (*desks, hub):
            require_no_slot_too_full(desk)
            found = table_contents(desk.journal.reading(), desk.journal.registry)
            contents.append({name: found[name] for name in TABLES})
            assert desk.journal.refold() == ()
        assert all(each == contents[0] for each in contents)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 12), st.integers(1, 4), st.integers(0, 20)), max_size=14),
    st.integers(0, 3),
)
def test_the_earlier_claim_keeps_its_place_and_nobody_loses_one_without_need(
    wanted: list[tuple[int, int, int]], capacity: int
) -> None:
    seats = [
        Seat(
            id=str(place),
            starts_at=moment(start),
            ends_at=moment(start + length),
            claimed=(clock, "d", str(place)),
            entry="",
        )
        for place, (start, length, clock) in enumerate(wanted)
    ]
    without = {each.seat.id for each in displaced(seats, capacity)}
    kept = [each for each in seats if each.id not in without]
    assert most_at_once(kept, moment(0), moment(20)) <= capacity
    for each in seats:
        earlier = [other for other in kept if other.claimed < each.claimed]
        full = most_at_once(earlier, each.starts_at, each.ends_at) >= capacity
        assert full is (each.id in without)


def moment(quarters: int) -> datetime:
    return at(7) + timedelta(minutes=15 * quarters)


def test_the_later_of_two_bookings_is_a_finding_with_a_free_slot_on_both_desks() -> None:
    with a_desk() as one, a_desk(2) as two:
        a_line(one, opens_at=time(8), closes_at=time(10))
        share(one, two)
        first = booked(one, at(8, day=WEDNESDAY), "Một")
        pass_minutes(two, 5)
        second = booked(two, at(8, day=WEDNESDAY), "Hai")
        share(one, two)
        for desk in (one, two):
            (found,) = list_without_place(desk.guidance)
            assert found.appointment.id == second.id
            assert found.suggestion is not None
            assert found.suggestion.starts_at == at(8, 30, WEDNESDAY)
        ((subject, kind, _entry, _against, words),) = list_findings(one.journal.reading())
        assert (subject, kind) == (second.id, "appointment_without_place")
        assert "LH-261123-2001" in words
        assert "Hai" not in words
        commands.move(two.guidance, appointment=second.id, starts_at=at(8, 30, WEDNESDAY), **said_by(two))
        share(one, two)
        assert list_findings(one.journal.reading()) == ()
        assert now(one, first).starts_at == at(8, day=WEDNESDAY)


def test_an_appointment_moved_at_two_desks_keeps_the_later_hour_and_says_so() -> None:
    with a_desk() as one, a_desk(2) as two:
        a_line(one)
        made = booked(one, at(8, day=WEDNESDAY))
        share(one, two)
        pass_minutes(two, 5)
        commands.move(one.guidance, appointment=made.id, starts_at=at(9, day=WEDNESDAY), **said_by(one))
        commands.move(two.guidance, appointment=made.id, starts_at=at(10, day=WEDNESDAY), **said_by(two))
        share(one, two)
        for desk in (one, two):
            assert now(desk, made).starts_at == at(10, day=WEDNESDAY)
            assert [each[1] for each in list_findings(desk.journal.reading())] == ["appointment_moved_twice"]


def test_who_came_has_come_though_another_desk_had_called_it_off() -> None:
    with a_desk() as one, a_desk(2) as two:
        a_line(one)
        made = booked(one, at(9))
        share(one, two)
        pass_minutes(two, 60)
        commands.cancel(one.guidance, appointment=made.id, **said_by(one))
        commands.arrive(two.guidance, appointment=made.id, **said_by(two))
        share(one, two)
        for desk in (one, two):
            assert now(desk, made).state is State.ARRIVED
            assert [each[1] for each in list_findings(desk.journal.reading())] == ["appointment_came_though_cancelled"]


def test_lines_of_one_name_laid_down_apart_stay_two_lines() -> None:
    with a_desk() as one, a_desk(2) as two:
        a_line(one)
        a_line(two)
        booked(one, at(9))
        booked(two, at(9))
        share(one, two)
        assert list_without_place(one.guidance) == ()
        lines = reading.list_lines(one.guidance)
        assert [len(list_slots(one.guidance, line, TODAY)) for line in lines] == [16, 16]
