"""What the page of queue tickets says, decided without a window."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk_app.tickets.calling import UnprintedSlip
from desk_app.tickets.counter import Counter
from desk_app.tickets.ticket import State
from desk_app.tickets.times import figures_of
from tests.tickets.test_fair import START, waiting
from ui.tickets.rows import minutes_words, row_of
from ui.tickets.state import Seen, counter_words, figure_words, queue_of, transfer_choices

NOW = START + timedelta(minutes=30)


def seen(**values: object) -> Seen:
    """Return an ordinary moment: A001 is at this counter, A002 waits and is next, A003 was absent."""
    held = replace(waiting(1), state=State.CALLED, counter="Quầy 1", times_called=1, first_called_at=NOW)
    absent = replace(waiting(3), state=State.ABSENT, counter="Quầy 2", times_called=1, first_called_at=NOW)
    tickets = (held, waiting(2), absent)
    usual = {
        "counter": Counter(name="Quầy 1"),
        "next": tickets[1],
        "in_hand": held,
        "tickets": tickets,
        "lines": (),
        "day": figures_of(tickets, NOW)[0],
        "waiting_for_me": 1,
        "slips": (),
        "now": NOW,
    }
    return Seen(**{**usual, **values})  # type: ignore[arg-type]


def test_the_list_holds_who_waits_then_who_was_absent_and_not_the_number_in_hand() -> None:
    queue = queue_of(seen())
    assert [(row.number, row.state) for row in queue.rows] == [("A002", "Kế tiếp"), ("A003", "Vắng · Quầy 2")]
    assert queue.hand is not None
    assert (queue.hand.number, queue.hand.words) == ("A001", "đã gọi · đã chờ 29 phút")


def test_other_counters_of_today_are_offered_for_a_transfer() -> None:
    assert transfer_choices(queue_of(seen())) == (("counter:Quầy 2", "Quầy 2"),)


def test_an_idle_counter_is_told_how_many_wait_for_it() -> None:
    assert queue_of(seen(in_hand=None)).next_words == "1 người đang chờ quầy này. F6: gọi số tiếp."
    assert queue_of(seen(in_hand=None, waiting_for_me=0)).next_words == "Không có ai chờ quầy này."


def test_the_day_is_told_in_one_line() -> None:
    assert figure_words(seen().day) == (
        "Hôm nay: 3 số · đang chờ 1 · đã xong 0 · vắng 1 · một nửa chờ dưới 28 phút · "
        "9 trong 10 người chờ dưới 29 phút · chờ lâu nhất lúc này 28 phút"
    )


def test_a_day_without_a_call_has_no_waiting_times_to_tell() -> None:
    assert figure_words(figures_of((), NOW)[0]) == "Hôm nay: 0 số · đang chờ 0 · đã xong 0 · vắng 0"


@pytest.mark.parametrize(("seconds", "words"), [(0, "0 phút"), (1, "1 phút"), (60, "1 phút"), (61, "2 phút")])
def test_a_minute_that_has_begun_counts(seconds: int, words: str) -> None:
    assert minutes_words(seconds) == words


@pytest.mark.parametrize(
    ("state", "age_s", "words"),
    [
        ("waiting", 5, ""),
        ("waiting", 30, "Chưa in"),
        ("offline", 5, "Máy in tắt"),
        ("failed", 5, "In hỏng"),
        ("unconfirmed", 5, "Chưa rõ đã in"),
    ],
)
def test_a_slip_just_sent_to_the_printer_is_no_trouble_yet(state: str, age_s: int, words: str) -> None:
    ticket = waiting(1)
    slip = UnprintedSlip(ticket=ticket.id, number="A001", state=state, reason="")  # type: ignore[arg-type]
    row = row_of(ticket, slip, ticket.taken_at + timedelta(seconds=age_s), is_next=False)
    assert row.slip == words


def test_only_the_first_few_unprinted_slips_are_named() -> None:
    tickets = tuple(waiting(number) for number in range(1, 8))
    slips = tuple(UnprintedSlip(ticket=each.id, number=each.text, state="failed", reason="") for each in tickets)
    queue = queue_of(seen(tickets=tickets, in_hand=None, slips=slips))
    assert queue.unprinted.startswith("Phiếu chưa ra giấy: A001, A002, A003, A004 và 3 phiếu nữa.")


def test_a_counter_says_which_fields_it_serves() -> None:
    assert counter_words(Counter(name="Quầy 1")) == "Quầy 1 – mọi lĩnh vực"
    assert counter_words(Counter(name="Quầy 2", fields=("Đất đai", "Cư trú"))) == "Quầy 2 – Đất đai, Cư trú"
