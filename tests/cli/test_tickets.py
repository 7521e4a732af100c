"""``desk tickets``: numbers, calls and figures for scripts."""

from pathlib import Path

import pytest

from tests.cli.command_line import MORNING, Ran, desk

LATER = "2026-11-23T08:45"


def tickets(home: Path, *arguments: str, at: str = MORNING, **variables: str) -> Ran:
    return desk("tickets", *arguments, "--home", home, "--json", DESK_NOW=at, **variables)


def numbers(ran: Ran) -> list[str]:
    return [line["number"] for line in ran.lines]


def test_a_number_is_taken_called_and_done(home: Path) -> None:
    made = tickets(home, "take", "Hộ tịch", "--priority", "elderly").only
    assert (made["number"], made["spoken"], made["state"], made["priority"]) == (
        "A001",
        "A không không một",
        "waiting",
        "elderly",
    )
    called = tickets(home, "call", at=LATER).only
    assert (called["id"], called["counter"], called["wait_seconds"]) == (made["id"], "Quầy 1", 1800)
    assert tickets(home, "again", at=LATER).only["times_called"] == 2
    assert tickets(home, "begin", at=LATER).only["state"] == "serving"
    assert tickets(home, "done", at=LATER).only["state"] == "done"


def test_scripts_may_take_numbers_in_one_and_the_same_second(home: Path) -> None:
    assert [tickets(home, "take", field).only["number"] for field in ("A", "a", "chứng thực")] == [
        "A001",
        "A002",
        "B001",
    ]
    assert numbers(tickets(home, "list")) == ["A001", "A002", "B001"]
    assert numbers(tickets(home, "list", "--state", "done")) == []


def test_whoever_is_absent_is_called_again_by_number(home: Path) -> None:
    tickets(home, "take", "A")
    tickets(home, "call")
    assert tickets(home, "skip").only["state"] == "absent"
    assert tickets(home, "call", "a1", "--counter", "Quầy 5").only["counter"] == "Quầy 5"


def test_a_number_is_sent_on_to_another_field(home: Path) -> None:
    tickets(home, "take", "A")
    tickets(home, "call")
    sent = tickets(home, "transfer", "--field", "D", "--to", "Quầy 2").only
    assert (sent["field"], sent["for_counter"], sent["state"]) == ("Đất đai", "Quầy 2", "waiting")
    assert tickets(home, "call", "--counter", "Quầy 2", "--field", "Hộ tịch").only["number"] == "A001"


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (("take", "thuế"), 4, "tickets.unknown_field"),
        (("call", "--counter", "Quầy 2"), 4, "tickets.nobody_waits"),
        (("call", "A001", "--counter", "Quầy 2"), 5, "tickets.called_elsewhere"),
        (("skip", "B001"), 4, "tickets.unknown"),
        (("done", "--counter", "Quầy 9"), 4, "tickets.nothing_in_hand"),
        (("withdraw", "Nguyễn"), 4, "tickets.unknown"),
        (("line", "Hộ tịch", "--letter", "B"), 2, "input.letter"),
        (("list", "--date", "hôm nay"), 2, "input.date"),
        (("take", "A", "--priority", "vội"), 2, "cli.usage"),
    ],
)
def test_what_cannot_be_done_has_its_code_and_its_exit_code(
    home: Path, arguments: tuple[str, ...], code: int, error: str
) -> None:
    tickets(home, "take", "A")
    tickets(home, "call")
    ran = tickets(home, *arguments)
    assert (ran.code, ran.only["error"]) == (code, error)
    assert ran.only["message"]


def test_a_withdrawn_number_is_over(home: Path) -> None:
    tickets(home, "take", "A")
    assert tickets(home, "withdraw", "A001", "--reason", "lấy nhầm").only["state"] == "withdrawn"
    assert tickets(home, "skip", "A001").code == 2


def test_a_leader_reads_the_figures_and_calls_nobody(home: Path, own_passwords: dict[str, str]) -> None:
    tickets(home, "take", "A")
    mine = {"DESK_PASSWORD": own_passwords["leader"]}
    assert tickets(home, "figures", "--as", "leader", **mine).lines[0]["waiting"] == 1
    assert tickets(home, "call", "--as", "leader", **mine).code == 3


def test_the_figures_say_how_long_people_waited(home: Path) -> None:
    tickets(home, "take", "A")
    tickets(home, "take", "B")
    tickets(home, "call", at=LATER)
    whole, *fields = tickets(home, "figures", at=LATER).lines
    assert (whole["taken"], whole["in_hand"], whole["waiting"]) == (2, 1, 1)
    assert (whole["median_wait_seconds"], whole["p90_wait_seconds"], whole["longest_wait_seconds"]) == (
        1800,
        1800,
        1800,
    )
    assert [each["field"] for each in fields] == ["Hộ tịch", "Chứng thực"]


def test_a_line_gets_another_letter_or_is_closed(home: Path) -> None:
    assert tickets(home, "line", "Cư trú", "--letter", "k").only == {
        "letter": "K",
        "field": "Cư trú",
        "is_open": True,
        "waiting": 0,
    }
    assert not tickets(home, "line", "Cư trú", "--closed").only["is_open"]
    assert tickets(home, "take", "Cư trú").only["error"] == "tickets.line_closed"
    assert [each["letter"] for each in tickets(home, "lines").lines] == ["A", "B", "D", "E", "H", "K", "G"]


def test_numbers_of_earlier_days_are_closed(home: Path) -> None:
    tickets(home, "take", "A")
    assert tickets(home, "close", at="2026-11-25T08:00").only == {"closed": 1}
    assert tickets(home, "list", "--date", "2026-11-23").only["state"] == "not_served"


def test_people_are_answered_in_words(home: Path) -> None:
    desk("tickets", "take", "A", "--priority", "policy", "--home", home, DESK_NOW=MORNING)
    said = desk("tickets", "list", "--home", home, DESK_NOW=LATER)
    assert said.out == "A001  Hộ tịch  đang chờ, ưu tiên (gia đình chính sách), chờ 30 phút\n"
    figures = desk("tickets", "figures", "--home", home, DESK_NOW=LATER)
    assert figures.out.startswith("Cả ngày: 1 số, đang chờ 1, đã xong 0")
