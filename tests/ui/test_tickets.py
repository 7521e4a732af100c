"""The page of queue tickets and the kiosk, worked by keys at a real desk."""

from datetime import timedelta

import pytest

from desk_app.dossiers.scan import scanned
from desk_app.printing.commands import configure_printer
from desk_app.printing.printer_settings import Printer
from desk_app.tickets import calling
from desk_app.tickets.own_counter import own_counter
from desk_app.tickets.ticket import State, Ticket
from tests.desks import RehearsalDesk
from tests.tickets.queueing import TWO, called, taken
from tests.ui.counter import fill, page_of, save
from tests.ui.windows import Seat, focused, press
from ui.dossiers.registration.page import RegistrationPage
from ui.shell.happenings import Happenings
from ui.shell.scanning.thing import Heard, ScannedThing
from ui.tickets.moves import TicketMoves
from ui.tickets.page import TicketsPage

CARD = "093085001234|361234567|Nguyễn Văn Mẫu|05031985|Nam|Ấp 1, Hòa Mỹ, Phụng Hiệp, Hậu Giang|12082021"


@pytest.fixture
def counter(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> Seat:
    """Give the page of queue tickets, without the pause against a trembling finger."""
    monkeypatch.setattr(TicketMoves, "CALL_PAUSE_S", 0.0)
    press(seat, "F10")
    return seat


def page(seat: Seat) -> TicketsPage:
    return seat.front(TicketsPage)


def numbers(seat: Seat) -> list[str]:
    return [row.number for row in page(seat).table.rows]


def a_card() -> ScannedThing:
    return ScannedThing(heard=Heard(text=CARD, source="port"), text=CARD, scan=scanned(CARD, b""))


def tickets(desk: RehearsalDesk) -> tuple[Ticket, ...]:
    return calling.list_tickets(desk.tickets)


def heard(happenings: Happenings) -> list[tuple[str, str]]:
    calls: list[tuple[str, str]] = []
    happenings.called.connect(lambda number, counter: calls.append((number, counter)))
    return calls


def test_an_empty_queue_says_how_to_take_the_first_number(counter: Seat) -> None:
    empty = page(counter).table.accessibleDescription()
    assert "Chưa ai lấy số" in empty
    assert not page(counter).hand.again_button.isEnabled()


def test_a_number_is_taken_by_one_key_and_its_slip_is_queued(counter: Seat, desk: RehearsalDesk) -> None:
    press(counter, "Alt+2")
    assert numbers(counter) == ["B001"]
    assert counter.said == "Đã lấy B001 – Chứng thực. Phiếu đang in."
    assert tickets(desk)[0].source == "counter"


def test_a_double_tap_takes_one_number_and_says_that_its_slip_is_coming(counter: Seat, desk: RehearsalDesk) -> None:
    counter.hands.press("Alt+1")
    press(counter, "Alt+1", "Alt+1")
    assert numbers(counter) == ["A001"]
    assert "A001 vừa được lấy, phiếu đang in" in counter.said
    assert len(tickets(desk)) == 1


def test_priority_has_a_reason_and_is_taken_back_for_the_next_person(counter: Seat, desk: RehearsalDesk) -> None:
    press(counter, "Alt+U")
    page(counter).take.reason.setCurrentIndex(2)
    press(counter, "Alt+1", "Alt+2")
    assert [ticket.priority for ticket in tickets(desk)] == ["pregnant", ""]
    assert page(counter).table.rows[0].priority == "Mang thai"


def test_f6_calls_the_next_and_finishes_the_one_before(counter: Seat, desk: RehearsalDesk) -> None:
    calls = heard(counter.workspace.context.happenings)
    taken(desk, "A")
    taken(desk, "B")
    press(counter, "F5", "F6")
    assert page(counter).hand.number.text() == "A001"
    assert counter.said.startswith("Mời A001 đến Quầy 1.")
    press(counter, "F6")
    assert "A001 đã xong" in counter.said
    assert calls == [("A không không một", "Quầy 1"), ("bê không không một", "Quầy 1")]
    assert [ticket.state for ticket in tickets(desk)] == [State.DONE, State.CALLED]


def test_a_trembling_finger_calls_one_number_only(
    counter: Seat, desk: RehearsalDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TicketMoves, "CALL_PAUSE_S", 60.0)
    taken(desk, "A")
    taken(desk, "A")
    press(counter, "F5", "F6")
    press(counter, "F6")
    assert page(counter).hand.number.text() == "A001"
    assert "Vừa gọi xong một số" in counter.said


def test_calling_again_is_heard_again_and_counted(counter: Seat, desk: RehearsalDesk) -> None:
    taken(desk, "A")
    press(counter, "F5", "F6")
    calls = heard(counter.workspace.context.happenings)
    press(counter, "F7")
    assert calls == [("A không không một", "Quầy 1")]
    assert "đã gọi 2 lần" in page(counter).hand.words


def test_whoever_was_absent_stays_in_the_list_and_is_called_by_enter(counter: Seat, desk: RehearsalDesk) -> None:
    taken(desk, "A")
    press(counter, "F5", "F6", "F8")
    assert page(counter).table.rows[0].state == "Vắng · Quầy 1"
    page(counter).table.setFocus()
    press(counter, "Return")
    assert page(counter).hand.number.text() == "A001"
    assert numbers(counter) == []


def test_the_list_says_who_is_next_and_who_waits_too_long(counter: Seat, desk: RehearsalDesk) -> None:
    taken(desk, "A")
    taken(desk, "B", "elderly")
    desk.time.advance(timedelta(minutes=40))
    press(counter, "F5")
    assert [(row.number, row.state, row.is_late) for row in page(counter).table.rows] == [
        ("A001", "Chờ", True),
        ("B001", "Kế tiếp", True),
    ]
    press(counter, "F6")
    assert page(counter).hand.number.text() == "B001"


def test_enter_after_a_call_begins_the_service_and_opens_registration(counter: Seat, desk: RehearsalDesk) -> None:
    ticket = taken(desk, "A")
    press(counter, "F5", "F6")
    assert focused() is page(counter).hand.serve_button
    press(counter, "Return")
    assert counter.front(RegistrationPage).filling.typed.ticket == ticket.id
    assert tickets(desk)[0].state is State.SERVING


def test_a_card_scanned_with_a_number_in_hand_goes_with_it_into_registration(
    counter: Seat, desk: RehearsalDesk
) -> None:
    ticket = taken(desk, "A")
    press(counter, "F5")
    assert not page(counter).scanned(a_card())
    press(counter, "F6")
    assert page(counter).scanned(a_card())
    counter.settle()
    typed = counter.front(RegistrationPage).filling.typed
    assert (typed.ticket, typed.name) == (ticket.id, "Nguyễn Văn Mẫu")
    assert tickets(desk)[0].state is State.SERVING


def test_a_number_is_sent_to_another_field_in_place(counter: Seat, desk: RehearsalDesk) -> None:
    taken(desk, "A")
    press(counter, "F5", "F6", "Ctrl+T", "Return")
    assert (tickets(desk)[0].state, tickets(desk)[0].field) == (State.WAITING, "Chứng thực")
    assert not page(counter).asking.transfer.isVisible()


def test_a_number_is_sent_to_a_named_counter(counter: Seat, desk: RehearsalDesk) -> None:
    taken(desk, "A")
    press(counter, "F5", "F6", "Ctrl+T")
    page(counter).asking.transfer.fields["counter"].take_focus()
    counter.hands.type("Quầy 9")
    press(counter, "Return")
    assert (tickets(desk)[0].field, tickets(desk)[0].for_counter) == ("Hộ tịch", "Quầy 9")
    assert page(counter).table.rows[0].state == "Chờ Quầy 9"


def test_done_leaves_the_counter_empty(counter: Seat, desk: RehearsalDesk) -> None:
    taken(desk, "A")
    press(counter, "F5", "F6", "Ctrl+D")
    assert tickets(desk)[0].state is State.DONE
    assert not page(counter).hand.finish_button.isEnabled()
    assert "Không có ai chờ" in page(counter).hand.words


def test_the_end_of_the_queue_is_no_trouble(counter: Seat) -> None:
    press(counter, "F6")
    assert counter.said.startswith("Không còn ai chờ Quầy 1.")
    assert counter.window.messages.tone == "plain"


def test_a_dossier_registered_with_a_number_in_hand_is_written_down_at_it(counter: Seat, desk: RehearsalDesk) -> None:
    taken(desk, "A")
    press(counter, "F5", "F6", "Return")
    counter.wait(lambda: page_of(counter).filling.counter is not None, "there is no catalogue")
    fill(counter)
    save(counter)
    counter.settle()
    assert len(tickets(desk)[0].dossiers) == 1
    press(counter, "F10")
    assert "đã nhận 1 hồ sơ" in page(counter).hand.words
    assert "đã chờ 1 phút" in page(counter).hand.words


def test_a_number_is_taken_out_with_its_reason(counter: Seat, desk: RehearsalDesk) -> None:
    taken(desk, "A")
    press(counter, "F5")
    page(counter).table.setFocus()
    press(counter, "Delete")
    counter.hands.type("lay nham")
    press(counter, "Return")
    assert tickets(desk)[0].state is State.WITHDRAWN
    assert numbers(counter) == []


def test_the_counter_is_named_and_serves_what_it_ticks(counter: Seat, desk: RehearsalDesk) -> None:
    press(counter, "Alt+Q")
    assert not page(counter).table.isVisible()
    counter.hands.press("Ctrl+A")
    counter.hands.type("Quầy Đất đai")
    page(counter).asking.counter.boxes["Đất đai"].setChecked(True)
    press(counter, "Return")
    assert (own_counter(desk.tickets).name, own_counter(desk.tickets).fields) == ("Quầy Đất đai", ("Đất đai",))
    taken(desk, "A")
    taken(desk, "D")
    press(counter, "F5", "F6")
    assert page(counter).hand.number.text() == "D001"
    assert counter.said.startswith("Mời D001 đến Quầy Đất đai.")


def test_a_counter_without_a_name_is_refused_beside_its_field(counter: Seat) -> None:
    press(counter, "Alt+Q", "Ctrl+A", "Backspace", "Return")
    assert "Tên quầy" in page(counter).asking.counter.name.trouble
    press(counter, "Esc")
    assert not page(counter).asking.counter.isVisible()
    assert page(counter).table.isVisible()


def test_numbers_at_other_counters_are_seen_but_not_called_away(counter: Seat, desk: RehearsalDesk) -> None:
    taken(desk, "A")
    called(desk, TWO)
    press(counter, "F5")
    page(counter).table.setFocus()
    press(counter, "Return")
    assert page(counter).table.rows[0].state == "Ở Quầy 2"
    assert tickets(desk)[0].counter == "Quầy 2"


def test_a_slip_that_never_came_out_is_named(counter: Seat, desk: RehearsalDesk) -> None:
    off = Printer(name="Quầy 1", kind="network", address="127.0.0.1", port=9)
    configure_printer(desk.printing, by=desk.admin, printer=off, command_id=desk.journal.new_id())
    press(counter, "Alt+1")
    counter.wait(lambda: page(counter).table.rows[0].slip == "Máy in tắt", "no trouble is shown")
    assert "A001" in page(counter).queue.unprinted  # type: ignore[union-attr]


def test_a_scanned_slip_stands_out_in_the_list(counter: Seat, desk: RehearsalDesk) -> None:
    taken(desk, "A")
    second = taken(desk, "B")
    counter.workspace.go("home")
    counter.workspace.go("tickets", f"ticket:{second.id}")
    counter.settle()
    current = page(counter).table.current
    assert current is not None
    assert current.number == "B001"
    assert "Enter: gọi số này" in counter.said


def test_the_queue_is_looked_at_again_as_time_goes_by(counter: Seat, desk: RehearsalDesk) -> None:
    taken(desk, "A")
    counter.wait(lambda: numbers(counter) == ["A001"], "nobody looked")


def test_a_volunteer_takes_numbers_and_cannot_call(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("volunteer")
        press(seat, "F10")
        assert not page(seat).hand.next_button.isEnabled()
        press(seat, "F6", "Alt+1")
        assert [ticket.state for ticket in tickets(desk)] == [State.WAITING]


def test_a_leader_only_looks(desk: RehearsalDesk) -> None:
    taken(desk, "A")
    with Seat(desk) as seat:
        seat.sign_in("leader")
        press(seat, "F10", "Alt+1", "F6", "Delete")
        assert numbers(seat) == ["A001"]
        assert [ticket.state for ticket in tickets(desk)] == [State.WAITING]
