"""Who is called next."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desk_app.kernel.time_source import VIETNAM
from desk_app.tickets.counter import Counter
from desk_app.tickets.facts import Priority
from desk_app.tickets.fair import next_of
from desk_app.tickets.ticket import State, Ticket

START = datetime(2026, 11, 23, 7, 30, tzinfo=VIETNAM)
ALL = Counter(name="Quầy 1")


def waiting(number: int, priority: Priority = "", field: str = "Hộ tịch", for_counter: str = "") -> Ticket:
    """Return a ticket taken ``number`` minutes after half past seven."""
    return Ticket(
        id=f"{number:04d}",
        desk="desk",
        day=START.date(),
        field=field,
        letter="A",
        number=number,
        priority=priority,
        source="counter",
        taken_at=START + timedelta(minutes=number),
        for_counter=for_counter,
    )


def order(tickets: list[Ticket], counter: Counter = ALL, most: int = 2) -> list[Ticket]:
    """Call until nobody waits."""
    left, called = list(tickets), list[Ticket]()
    while True:
        last = [bool(each.priority) for each in reversed(called)]
        found = next_of(left, counter, last, most_in_a_row=most)
        if found is None:
            return called
        left.remove(found)
        called.append(found)


def test_without_priority_everybody_comes_by_time() -> None:
    assert [each.number for each in order([waiting(3), waiting(1), waiting(2)])] == [1, 2, 3]


def test_priority_goes_first_but_at_most_two_in_a_row() -> None:
    tickets = [waiting(1), waiting(2), waiting(3, "elderly"), waiting(4, "pregnant"), waiting(5, "policy")]
    assert [each.number for each in order(tickets)] == [3, 4, 1, 5, 2]


def test_the_office_may_set_how_many_in_a_row_and_nought_switches_priority_off() -> None:
    tickets = [waiting(1), waiting(2), waiting(3, "elderly"), waiting(4, "disabled")]
    assert [each.number for each in order(tickets, most=1)] == [3, 1, 4, 2]
    assert [each.number for each in order(tickets, most=0)] == [1, 2, 3, 4]


def test_with_nobody_else_waiting_priority_is_called_all_the_same() -> None:
    assert [each.number for each in order([waiting(n, "elderly") for n in (1, 2, 3, 4)])] == [1, 2, 3, 4]


def test_a_counter_calls_only_the_fields_it_serves() -> None:
    land = Counter(name="Quầy 3", fields=("Đất đai",))
    tickets = [waiting(1), waiting(2, field="Đất đai"), waiting(3, "elderly")]
    assert [each.number for each in order(tickets, land)] == [2]


def test_a_ticket_sent_to_one_counter_waits_for_that_one_alone() -> None:
    sent = waiting(1, field="Đất đai", for_counter="Quầy 2")
    assert order([sent]) == []
    assert order([sent], Counter(name="Quầy 2", fields=("Hộ tịch",))) == [sent]


@given(st.lists(st.booleans(), max_size=30), st.integers(1, 4))
def test_nobody_is_forgotten_and_nobody_waits_behind_a_long_row_of_priority(flags: list[bool], most: int) -> None:
    tickets = [waiting(place, "elderly" if flag else "") for place, flag in enumerate(flags)]
    called = order(tickets, most=most)
    assert sorted(each.id for each in called) == [each.id for each in tickets]
    others = [place for place, each in enumerate(called) if not each.priority]
    for before, place in zip([-1, *others], others, strict=False):
        assert place - before - 1 <= most
    for kind in (True, False):
        ids = [each.id for each in called if bool(each.priority) is kind]
        assert ids == sorted(ids)


def test_a_ticket_that_does_not_wait_is_never_next() -> None:
    others = [replace(waiting(1), state=state) for state in State if state is not State.WAITING]
    assert order(others) == []
