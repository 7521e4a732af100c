from pathlib import Path

import pytest

from tests.cli.command_line import MORNING, Ran, desk, line

DEAL = "2.001035"


def fees(home: Path, *arguments: str | Path, json: bool = True) -> Ran:
    plain = ("--json",) if json else ()
    return desk("fees", *arguments, "--home", home, *plain, "--now", "2026-11-23T10:00")


@pytest.fixture
def code(home: Path) -> str:
    """Give the code of a dossier that costs 50.000 đ."""
    taken = desk("dossiers", "register", "--home", home, "--json", "--now", MORNING, stdin=line(procedure=DEAL))
    return str(taken.only["code"])


def test_a_payment_is_taken_once_and_is_gone_from_the_unpaid(home: Path, code: str) -> None:
    assert [(each["code"], each["due"]) for each in fees(home, "unpaid").lines] == [(code, 50_000)]
    told = fees(home, "pay", code, "--way", "transfer", "--slip").only
    assert told == {
        "number": "PT-261123-1001",
        "code": code,
        "payer": "Nguyễn Văn Mẫu",
        "amount": 50_000,
        "due": 50_000,
        "way": "transfer",
        "reason": "",
        "day": "2026-11-23",
        "paid_at": "2026-11-23T10:00:00+07:00",
    }
    again = fees(home, "pay", code)
    assert (again.code, again.only["error"]) == (2, "fees.already_paid")
    assert fees(home, "unpaid").lines == []
    queued = desk("queue", "list", "--home", home, "--json")
    assert [each["code"] for each in queued.lines if each["title"].startswith("Phiếu thu")] == ["PT-261123-1001"]


def test_the_same_key_is_the_same_payment(home: Path, code: str) -> None:
    numbers = {fees(home, "pay", code, "--key", "A1").only["number"] for _again in range(2)}
    assert numbers == {"PT-261123-1001"}


def test_money_given_back_is_owed_again(home: Path, code: str) -> None:
    fees(home, "pay", code, "--amount", "40000", "--reason", "giảm")
    told = fees(home, "return", code.split("-", 1)[1], "--reason", "thu nhầm").only
    assert (told["number"], told["amount"], told["mistake"]) == ("PT-261123-1001", 40_000, False)
    assert [each["code"] for each in fees(home, "unpaid", "--from", "2026-11-01").lines] == [code]
    assert fees(home, "day").only["net"] == 0


def test_a_day_is_closed_with_what_was_counted_and_reported_to_a_file(home: Path, code: str, tmp_path: Path) -> None:
    fees(home, "pay", code)
    short = fees(home, "close", "--counted", "49000")
    assert (short.code, short.only["error"]) == (2, "input.note")
    told = fees(home, "close", "--counted", "149000", "--opening", "100000", "--note", "thiếu một tờ").only
    assert (told["expected"], told["counted"], told["difference"]) == (150_000, 149_000, -1_000)
    for name in ("ngay.pdf", "ngay.png", "ngay.xlsx"):
        assert fees(home, "day", "--date", "2026-11-23", "--to", tmp_path / name).only["net"] == 50_000
        assert (tmp_path / name).stat().st_size > 1_000
    strange = fees(home, "day", "--to", tmp_path / "ngay.doc")
    assert (strange.code, strange.only["error"]) == (2, "input.to")


def test_people_read_a_day_in_plain_words(home: Path, code: str) -> None:
    fees(home, "pay", code)
    shown = fees(home, "day", json=False).out
    assert "Chứng thực: 1 phiếu, 50.000 đ" in shown
    assert "Chưa chốt. Tiền mặt phải có: 50.000 đ" in shown


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (("pay", "261123-9999"), 4, "dossiers.unknown_code"),
        (("day", "--officer", "khong-co"), 4, "accounts.unknown"),
        (("unpaid", "--from", "2026-11-24", "--to", "2026-11-23"), 2, "input.to"),
        (("close",), 2, "cli.usage"),
    ],
)
def test_what_does_not_exist_is_named(home: Path, arguments: tuple[str, ...], code: int, error: str) -> None:
    told = fees(home, *arguments)
    assert (told.code, told.only["error"]) == (code, error)
