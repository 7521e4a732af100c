"""Calling, skipping, transferring, serving at a real desk."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from desk_app.journal.tables import count_entries
from desk_app.kernel.errors import Conflict, DeskError, InvalidInput, NotFound, Refused
from desk_app.kernel.records import changed
from desk_app.office.commands import put_setting
from desk_app.tickets import calling, commands
from desk_app.tickets.counter import Counter
from desk_app.tickets.own_counter import keep_own_counter, own_counter
from desk_app.tickets.ticket import State, Ticket
from tests.desks import RehearsalDesk
from tests.tickets.queueing import ONE, TWO, called, now, pass_minutes, taken


def move(desk: RehearsalDesk, name: str, ticket: Ticket, **values: str) -> Ticket:
    command = getattr(commands, name)
    command(desk.tickets, by=desk.admin, ticket=ticket.id, command_id=desk.journal.new_id(), **values)
    return now(desk, ticket.id)


def test_a_visit_from_the_number_to_the_end(desk: RehearsalDesk) -> None:
    ticket = taken(desk)
    pass_minutes(desk, 11)
    first = called(desk)
    assert (first.id, first.state, first.counter, first.times_called) == (ticket.id, State.CALLED, "Quầy 1", 1)
    assert move(desk, "call_again", ticket).times_called == 2
    assert move(desk, "begin", ticket).state is State.SERVING
    assert move(desk, "link_dossier", ticket, dossier="d-1").dossiers == ("d-1",)
    assert move(desk, "link_dossier", ticket, dossier="d-2").dossiers == ("d-1", "d-2")
    done = move(desk, "finish", ticket)
    assert (done.state, done.ended_at) == (State.DONE, desk.time.now())
    assert calling.figures(desk.tickets)[0].median_wait_s == 12 * 60


def test_calling_the_next_finishes_what_is_in_hand(desk: RehearsalDesk) -> None:
    first, second = taken(desk), taken(desk)
    called(desk)
    assert called(desk).id == second.id
    assert now(desk, first.id).state is State.DONE
    held = calling.in_hand(desk.tickets, ONE.name)
    assert held is not None
    assert held.id == second.id


def test_when_nobody_waits_the_number_in_hand_stays(desk: RehearsalDesk) -> None:
    ticket = taken(desk)
    called(desk)
    with pytest.raises(NotFound, match="Không còn ai chờ Quầy 1"):
        called(desk)
    assert now(desk, ticket.id).state is State.CALLED


def test_a_repeated_call_calls_nobody_else(desk: RehearsalDesk) -> None:
    taken(desk)
    taken(desk)
    command_id = desk.journal.new_id()
    subjects = {
        commands.call_next(desk.tickets, by=desk.admin, counter=ONE, command_id=command_id).subject for _ in range(3)
    }
    assert len(subjects) == 1
    assert calling.waiting(desk.tickets).count == 1


def test_whoever_was_absent_can_be_called_later_at_any_counter(desk: RehearsalDesk) -> None:
    ticket = taken(desk)
    called(desk)
    assert move(desk, "skip", ticket).state is State.ABSENT
    back = move(desk, "call_ticket", ticket, counter="Quầy 2")
    assert (back.state, back.counter, back.times_called) == (State.CALLED, "Quầy 2", 2)


def test_two_counters_cannot_call_one_ticket(desk: RehearsalDesk) -> None:
    ticket = taken(desk)
    called(desk)
    with pytest.raises(Conflict, match="A001 đang ở Quầy 1"):
        move(desk, "call_ticket", ticket, counter="Quầy 2")
    with pytest.raises(NotFound):
        called(desk, TWO)


def test_counters_that_call_in_one_and_the_same_moment_get_different_numbers(desk: RehearsalDesk) -> None:
    for _ in range(12):
        taken(desk)
    counters = [Counter(name=f"Quầy {place}") for place in range(1, 13)]
    with ThreadPoolExecutor(6) as hands:
        tickets = list(hands.map(lambda counter: called(desk, counter), counters))
    assert len({ticket.id for ticket in tickets}) == 12
    assert [ticket.counter for ticket in tickets] == [counter.name for counter in counters]


def test_a_transferred_ticket_keeps_its_place_by_time(desk: RehearsalDesk) -> None:
    first = taken(desk, "A")
    later = taken(desk, "D")
    called(desk, Counter(name="Quầy 1", fields=("Hộ tịch",)))
    sent = move(desk, "transfer", first, field="Đất đai")
    assert (sent.state, sent.field, sent.text) == (State.WAITING, "Đất đai", "A001")
    land = Counter(name="Quầy 3", fields=("Đất đai",))
    assert [called(desk, land).id, called(desk, land).id] == [first.id, later.id]


def test_a_ticket_sent_to_a_counter_is_called_there_only(desk: RehearsalDesk) -> None:
    ticket = taken(desk)
    move(desk, "transfer", ticket, for_counter="Quầy 2")
    with pytest.raises(NotFound):
        called(desk, ONE)
    assert called(desk, TWO).id == ticket.id


def test_priority_comes_first_but_not_for_ever(desk: RehearsalDesk) -> None:
    numbers = [taken(desk, "A", priority).text for priority in ("", "", "elderly", "elderly", "elderly")]
    assert [called(desk).text for _ in numbers] == ["A003", "A004", "A001", "A005", "A002"]


def test_the_office_sets_how_many_with_priority_come_in_a_row(desk: RehearsalDesk) -> None:
    today, new_id = desk.time.now().date(), desk.journal.new_id()
    key = "ticket_priority_run"
    put_setting(desk.office, by=desk.admin, key=key, value="0", valid_from=today, command_id=new_id)
    taken(desk)
    taken(desk, "A", "pregnant")
    assert called(desk).text == "A001"


MOVES = ("call_again", "skip", "begin", "finish")


@pytest.mark.parametrize("name", MOVES)
def test_a_number_that_was_not_called_allows_no_move_of_a_called_one(desk: RehearsalDesk, name: str) -> None:
    ticket = taken(desk)
    with pytest.raises(Refused, match="A001 đang chờ"):
        move(desk, name, ticket)


@pytest.mark.parametrize("name", [*MOVES, "transfer", "withdraw"])
def test_a_number_that_is_over_stays_as_it_is(desk: RehearsalDesk, name: str) -> None:
    ticket = taken(desk)
    move(desk, "withdraw", ticket, reason="lấy nhầm")
    with pytest.raises(Refused, match="đã bỏ"):
        move(desk, name, ticket)
    assert now(desk, ticket.id).state is State.WITHDRAWN


def test_whoever_is_being_served_cannot_be_withdrawn(desk: RehearsalDesk) -> None:
    ticket = taken(desk)
    called(desk)
    move(desk, "begin", ticket)
    with pytest.raises(Refused):
        move(desk, "withdraw", ticket)


@pytest.mark.parametrize("name", [*MOVES, "transfer", "withdraw", "link_dossier", "call_ticket"])
def test_an_id_that_is_no_ticket_is_not_found(desk: RehearsalDesk, name: str) -> None:
    more = {"link_dossier": {"dossier": "d"}, "call_ticket": {"counter": "Quầy 1"}}.get(name, {})
    with pytest.raises(NotFound):
        getattr(commands, name)(desk.tickets, by=desk.admin, ticket="x", command_id=desk.journal.new_id(), **more)


def test_the_display_shows_numbers_and_counters_newest_first_and_no_name(desk: RehearsalDesk) -> None:
    for field in ("A", "B", "D"):
        taken(desk, field)
    for counter in (ONE, TWO):
        called(desk, counter)
    ticket = calling.in_hand(desk.tickets, "Quầy 1")
    assert ticket is not None
    assert [call.number for call in calling.now_calling(desk.tickets)] == ["B001", "A001"]
    move(desk, "call_again", ticket)
    first = calling.now_calling(desk.tickets)[0]
    assert (first.number, first.spoken, first.counter, first.times_called) == ("A001", "A không không một", "Quầy 1", 2)
    waits = calling.waiting(desk.tickets)
    assert (waits.count, {line.letter: line.count for line in waits.lines if line.count}) == (1, {"D": 1})


def test_a_done_number_leaves_the_display(desk: RehearsalDesk) -> None:
    ticket = taken(desk)
    called(desk)
    move(desk, "finish", ticket)
    assert calling.now_calling(desk.tickets) == ()


def test_the_counter_is_this_computers_own_and_never_in_the_journal(desk: RehearsalDesk) -> None:
    before = count_entries(desk.journal.reading())
    assert own_counter(desk.tickets) == Counter(name="Quầy 1")
    land = Counter(name="  Quầy   Đất đai ", fields=("Đất đai",))
    keep_own_counter(desk.tickets, by=desk.admin, counter=land)
    assert own_counter(desk.tickets) == changed(land, name="Quầy Đất đai")
    assert count_entries(desk.journal.reading()) == before
    with pytest.raises(InvalidInput):
        keep_own_counter(desk.tickets, by=desk.admin, counter=Counter(name=" "))
    with pytest.raises(DeskError):
        keep_own_counter(desk.tickets, by=desk.accounts_by_role["leader"], counter=land)


@pytest.mark.parametrize("letter", ["B", "?"])
def test_two_fields_cannot_have_one_letter(desk: RehearsalDesk, letter: str) -> None:
    with pytest.raises(InvalidInput):
        commands.put_line(desk.tickets, by=desk.admin, field="Hộ tịch", letter=letter, command_id=desk.journal.new_id())


def test_a_new_letter_begins_its_own_series(desk: RehearsalDesk) -> None:
    taken(desk, "Hộ tịch")
    commands.put_line(desk.tickets, by=desk.admin, field="Hộ tịch", letter="x", command_id=desk.journal.new_id())
    assert taken(desk, "Hộ tịch").text == "X001"
