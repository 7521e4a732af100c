"""``desk returns`` as scripts call it: a round from proposal to figures, a parcel, and the exit codes."""

from pathlib import Path

import pytest

from tests.cli.command_line import MORNING, Ran, desk, line


def returns(home: Path, *arguments: str, now: str = "2026-11-23T10:00") -> Ran:
    return desk("returns", *arguments, "--home", home, "--json", "--now", now)


def taken(home: Path, **values: str) -> str:
    """Register a dossier whose result exists; return its code."""
    applicant = {"address": "Ấp 2, xã Hòa Mẫu", "phone": "0907123456"}
    given = line(applicant=applicant, **{"procedure": "2.000635", "return_by": "home", **values})
    code = str(desk("dossiers", "register", "--home", home, "--json", "--now", MORNING, stdin=given).only["code"])
    assert desk("dossiers", "step", code, "--done", "--home", home, "--json", "--now", "2026-11-23T09:00").code == 0
    return code


def plan(home: Path, *codes: str, hamlet: str = "Ấp 2") -> Ran:
    who = ("--helper", "Lê Thị Thử", "--organisation", "Hội Phụ nữ", "--phone", "0907000111")
    return returns(home, "plan", *codes, "--hamlet", hamlet, *who)


def test_a_round_goes_from_planning_to_its_figures(home: Path) -> None:
    given, met_nobody = taken(home), taken(home)
    made = plan(home, given, met_nobody).only
    assert [stop["code"] for stop in made["stops"]] == [given, met_nobody]
    round_ = str(made["round"])
    assert returns(home, "leave", round_[-6:]).only["left_at"] == "2026-11-23T10:00:00+07:00"
    told = returns(home, "delivered", given, "--relation", "relative", "--to", "Trần Hai", "--kinship", "vợ").only
    assert (told["where"], told["round"]) == ("delivered", round_)
    refused = returns(home, "close", round_)
    assert (refused.code, refused.only["error"]) == (2, "returns.stops_open")
    assert returns(home, "failed", met_nobody, "--reason", "absent").only["where"] == "failed"
    assert returns(home, "close", round_).only["open"] == 0
    assert [each["code"] for each in returns(home, "list", "--waiting").lines] == [met_nobody]
    found = returns(home, "figures", "--from", "2026-11-23", "--to", "2026-11-23").only
    assert (found["delivered_home"], found["failed"], found["median_days_tenths"]) == (1, 1, 0)
    assert found["helpers"] == [{"name": "Lê Thị Thử (Hội Phụ nữ)", "delivered": 1, "failed": 1}]
    shown = desk("dossiers", "show", given, "--home", home, "--json", "--now", "2026-11-23T10:00").only
    assert shown["status"] == "handed_over"


def test_the_same_key_answers_a_repeated_move_at_the_door_with_its_first_outcome(home: Path) -> None:
    code = taken(home)
    round_ = str(plan(home, code).only["round"])
    returns(home, "leave", round_)
    first, again = (returns(home, "failed", code, "--reason", "absent", "--key", "a1") for _ in range(2))
    assert (first.code, again.code, again.only) == (0, 0, first.only)
    found = returns(home, "figures", "--from", "2026-11-23", "--to", "2026-11-23").only
    assert found["failed"] == 1
    assert returns(home, "failed", code, "--reason", "absent", "--key", "a2").code == 2


def test_what_is_out_is_listed_until_it_is_brought_back(home: Path) -> None:
    code = taken(home)
    round_ = str(plan(home, code).only["round"])
    returns(home, "leave", round_)
    assert [each["where"] for each in returns(home, "list").lines] == ["out"]
    assert returns(home, "back", code, "--reason", "mưa").only["where"] == "at_desk"
    assert [each["where"] for each in returns(home, "list").lines] == ["at_desk"]


def test_a_proposal_is_answered_with_one_option(home: Path) -> None:
    code = taken(home, procedure="1.001613", return_by="counter")
    assert [each["code"] for each in returns(home, "proposals").lines] == [code]
    assert returns(home, "proposals", "--accept", code).lines == []
    assert [each["code"] for each in returns(home, "list", "--waiting").lines] == [code]


def test_a_parcel_goes_out_and_its_proof_hands_over(home: Path) -> None:
    code = taken(home, return_by="post")
    assert returns(home, "post", code, "--address", "12 Trần Hưng Đạo").only["where"] == "packed"
    assert returns(home, "posted", code, "--tracking", "RR1", "--cost", "28500").only["tracking"] == "RR1"
    assert [each["code"] for each in returns(home, "list", "--late", now="2026-12-02T08:00").lines] == [code]
    assert returns(home, "proof", code, "--proof", "báo phát").only["where"] == "delivered"
    assert returns(home, "list").lines == []


def test_a_household_goes_in_one_parcel(home: Path) -> None:
    one, other = taken(home, return_by="post"), taken(home, return_by="post")
    packed = returns(home, "post", one, "--together").only
    assert (packed["where"], packed["together"]) == ("packed", [other])
    returns(home, "posted", other, "--tracking", "RR1", "--cost", "28500")
    assert {each["tracking"] for each in returns(home, "list").lines} == {"RR1"}
    assert returns(home, "proof", one, "--returned", "sai địa chỉ").only["where"] == "at_desk"
    assert {each["code"] for each in returns(home, "list").lines} == {one, other}
    figures = returns(home, "figures", "--from", "2026-11-23", "--to", "2026-11-30").only
    assert (figures["posted"], figures["postage"]) == (1, 28500)


def test_the_papers_of_a_round_are_queued(home: Path) -> None:
    round_ = str(plan(home, taken(home)).only["round"])
    assert returns(home, "print", round_).code == 0
    queue = desk("queue", "list", "--home", home, "--json", "--now", "2026-11-23T10:00").lines
    assert {"Danh sách trả kết quả tại nhà", "Phiếu ký nhận kết quả tại nhà"} <= {each["title"] for each in queue}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("show", "ffffff"), 4),
        (("failed", "000.16.32.H49-261123-9999", "--reason", "absent"), 4),
        (("failed", "x", "--reason", "rain"), 2),
        (("figures", "--from", "2026-11-24", "--to", "2026-11-23"), 2),
        (("list", "--waiting", "--rounds"), 2),
    ],
)
def test_what_cannot_be_is_refused_with_its_code(home: Path, arguments: tuple[str, ...], code: int) -> None:
    assert returns(home, *arguments).code == code


def test_a_volunteer_sees_no_round(home: Path, own_passwords: dict[str, str]) -> None:
    ran = desk(
        *("returns", "list", "--home", home, "--json", "--as", "volunteer", "--now", MORNING),
        DESK_PASSWORD=own_passwords["volunteer"],
    )
    assert ran.code == 3


def test_people_read_words(home: Path) -> None:
    code = taken(home)
    plan(home, code)
    told = desk("returns", "list", "--rounds", "--home", home, "--now", "2026-11-23T10:00")
    assert "Lê Thị Thử (Hội Phụ nữ)" in told.out
    assert "chưa đi" in told.out
