"""Whatever counters do, and however journals arrive: no ticket is lost, none is called to two counters unseen."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.journal.entry import Entry
from desk_app.journal.fold_pass import table_contents
from desk_app.journal.tables import every_entry, list_findings
from desk_app.kernel.errors import Conflict, NotFound, Refused
from desk_app.tickets import calling, commands
from desk_app.tickets.counter import Counter
from desk_app.tickets.facts import Called, Skipped, Transferred
from desk_app.tickets.ticket import IN_HAND, State
from tests.desks import RehearsalDesk
from tests.tickets.queueing import ONE, TWO, a_desk, called, now, pass_minutes, taken

COUNTERS = (ONE, TWO, Counter(name="Quầy 3", fields=("Hộ tịch", "Chứng thực")))
ON_A_TICKET = ("call_again", "skip", "begin", "finish", "withdraw", "transfer", "call_ticket")
moves = st.one_of(
    st.tuples(st.just("take"), st.sampled_from("ABDG"), st.sampled_from(["", "elderly"])),
    st.tuples(st.just("next"), st.integers(0, 2), st.just("")),
    st.tuples(st.sampled_from(ON_A_TICKET), st.integers(0, 9), st.sampled_from(["", "Quầy 2", "Quầy 3"])),
)
quick = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def do(desk: RehearsalDesk, name: str, which: str | int, more: str) -> None:
    """Try one move; what the rules refuse changes nothing."""
    room, by, command_id = desk.tickets, desk.admin, desk.journal.new_id()
    tickets = calling.list_tickets(room)
    try:
        if name == "take":
            taken(desk, str(which), "elderly" if more else "")
        elif name == "next":
            commands.call_next(room, by=by, counter=COUNTERS[int(which)], command_id=command_id)
        elif tickets:
            ticket = tickets[int(which) % len(tickets)].id
            values = {"call_ticket": {"counter": more or "Quầy 1"}, "transfer": {"field": "B", "for_counter": more}}
            command = getattr(commands, name)
            command(room, by=by, ticket=ticket, command_id=command_id, **values.get(name, {}))
    except (Refused, NotFound, Conflict):
        pass_minutes(desk, 0.1)


@quick
@given(st.lists(moves, max_size=25))
def test_no_sequence_of_moves_calls_one_ticket_to_two_counters_or_loses_one(
    steps: Sequence[tuple[str, str | int, str]],
) -> None:
    with a_desk() as desk:
        count = 0
        for name, which, more in steps:
            count += name == "take"
            do(desk, name, which, more)
            tickets = calling.list_tickets(desk.tickets)
            assert len(tickets) == count
            held = [ticket.counter for ticket in tickets if ticket.state in IN_HAND]
            assert len(held) == len(set(held))
            assert all(held)
        for ticket in calling.list_tickets(desk.tickets):
            require_let_go_between_calls(desk, ticket.id)
        assert list_findings(desk.journal.reading()) == ()
        assert desk.journal.refold() == ()


def require_let_go_between_calls(desk: RehearsalDesk, ticket: str) -> None:
    """Between two first calls of one ticket its counter must have let it go."""
    is_held = False
    for recorded in desk.journal.history(ticket):
        if isinstance(recorded.fact, Called):
            assert not is_held
            is_held = True
        elif isinstance(recorded.fact, Skipped | Transferred):
            is_held = False


def a_shared_morning(one: RehearsalDesk, two: RehearsalDesk) -> list[Entry]:
    """Let two desks work apart on the same tickets; return every entry of both."""
    for field in ("A", "A", "B", "D"):
        taken(one, field)
    two.journal.merge(every_entry(one.journal.reading()))
    pass_minutes(two, 10)
    taken(two, "A")
    first = called(one, ONE)
    assert called(two, TWO).id == first.id
    pass_minutes(one, 20)
    commands.skip(one.tickets, by=one.admin, ticket=first.id, command_id=one.journal.new_id())
    commands.finish(two.tickets, by=two.admin, ticket=first.id, command_id=two.journal.new_id())
    called(one, ONE)
    ids = (entry for desk in (one, two) for entry in every_entry(desk.journal.reading()))
    return list({entry.name: entry for entry in ids}.values())


@pytest.fixture(scope="module")
def morning() -> list[Entry]:
    with a_desk() as one, a_desk(2) as two:
        return a_shared_morning(one, two)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_the_tables_depend_on_the_entries_and_not_on_their_order(morning: list[Entry], data: st.DataObject) -> None:
    contents = []
    for entries in (morning, data.draw(st.permutations(morning))):
        with a_desk(3) as hub:
            for entry in entries:
                hub.journal.merge([entry])
            found = table_contents(hub.journal.reading(), hub.journal.registry)
            contents.append({name: found[name] for name in ("tickets", "ticket_lines", "findings")})
    assert contents[0] == contents[1]
    assert len(contents[0]["tickets"]) == 5


def test_one_ticket_called_by_two_desks_is_a_finding_on_both() -> None:
    with a_desk() as one, a_desk(2) as two:
        entries = a_shared_morning(one, two)
        for desk in (one, two):
            desk.journal.merge(entries)
        found = [list_findings(desk.journal.reading()) for desk in (one, two)]
        assert found[0] == found[1]
        assert [(line[1], line[4]) for line in found[0]] == [
            ("called_twice", "Số A001 được gọi ở hai nơi: Quầy 1 và Quầy 2.")
        ]
        # The second counter did serve the person: nobody calls the number a third time.
        assert now(one, found[0][0][0]).state is State.DONE


def test_two_desks_never_give_out_one_number() -> None:
    with a_desk() as one, a_desk(2) as two:
        numbers = [taken(desk, "A").text for desk in (one, two, one, two)]
        assert numbers == ["A001", "A2001", "A002", "A2002"]
