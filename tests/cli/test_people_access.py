"""Who looked at a citizen's dossiers: told to those who may read the access log."""

from pathlib import Path

import pytest

from desk_app.accounts.commands import look_up_logged
from desk_app.accounts.facts import about_person
from tests.cli.command_line import MORNING, Ran, desk, line
from tests.desks import opened

NUMBER = "093085001234"


@pytest.fixture
def code(home: Path) -> str:
    """Give the code of a dossier of the person with ``NUMBER``."""
    stdin = line("Nguyễn Thị Huệ", applicant={"id_number": NUMBER})
    return str(desk("dossiers", "register", "--home", home, "--json", "--now", MORNING, stdin=stdin).only["code"])


def access(home: Path, about: str, *more: str, **variables: str) -> Ran:
    asked = ("people", "access", "--about", about, *more, "--json", "--now", "2026-11-23T16:00")
    return desk(*asked, "--home", home, **variables)


def show(home: Path, code: str, now: str = "2026-11-23T09:00") -> None:
    assert desk("dossiers", "show", code, "--home", home, "--json", "--now", now).code == 0


def test_a_dossiers_lookers_are_told_newest_first(home: Path, code: str) -> None:
    assert access(home, code).lines == []
    show(home, code)
    assert desk("dossiers", "find", "Huệ", "--home", home, "--json", "--now", "2026-11-23T09:30").code == 0
    found = access(home, code.lower()).lines
    assert [(each["at"][11:16], each["how"], each["code"], each["sure"]) for each in found] == [
        ("09:30", "search", code, True),
        ("09:00", "card", code, True),
    ]
    assert {(each["login"], each["who"]) for each in found} == {("quantri", "Trần Thị Thử")}


def test_a_number_stands_for_all_dossiers_of_the_person(home: Path, code: str) -> None:
    show(home, code)
    other = line("Lê Văn Khác", applicant={"id_number": "093085009999"})
    another = desk("dossiers", "register", "--home", home, "--json", "--now", MORNING, stdin=other).only["code"]
    show(home, another)
    assert [each["code"] for each in access(home, NUMBER).lines] == [code]
    assert access(home, "001099000111").lines == []


def test_a_search_by_number_is_told_as_unsure_because_others_share_its_last_digits(home: Path) -> None:
    made = opened(home)
    by, id_ = made.accounts_by_role["officer"], made.journal.new_id()
    look_up_logged(made.accounts, by=by, about=about_person(NUMBER), how="search", command_id=id_)
    made.close()
    look = access(home, "093085777234").only
    assert (look["login"], look["code"], look["sure"]) == ("officer", "", False)
    said = desk("people", "access", "--about", NUMBER, "--home", home, "--now", MORNING).out
    assert "tìm, số có ba số cuối trùng, có thể là người khác" in said


def test_one_line_is_the_newest_and_more_are_announced(home: Path, code: str) -> None:
    for minute in range(3):
        show(home, code, f"2026-11-23T09:0{minute}")
    ran = access(home, code, "--limit", "1")
    assert ran.only["at"][11:16] == "09:02"
    assert "--limit" in ran.err


def test_neither_a_code_nor_a_number_is_said(home: Path, code: str) -> None:
    assert access(home, code[:-1] + "9").code == 4
    refused = access(home, "12345")
    assert (refused.code, refused.only["field"]) == (2, "about")


def test_who_may_not_read_the_log_learns_nothing_not_even_whether_there_is_such_a_dossier(
    home: Path, code: str, own_passwords: dict[str, str]
) -> None:
    for about in (code, "000.16.32.H49-261123-9999"):
        assert access(home, about, "--as", "officer", DESK_PASSWORD=own_passwords["officer"]).code == 3
    assert access(home, code, "--as", "leader", DESK_PASSWORD=own_passwords["leader"]).code == 0


def test_people_read_who_when_and_how(home: Path, code: str) -> None:
    show(home, code)
    said = desk("people", "access", "--about", code, "--home", home, "--now", MORNING).out
    assert said == f"09:00 ngày 23/11/2026: Trần Thị Thử (quantri), mở hồ sơ, {code}\n"
    nobody = desk("people", "access", "--about", "001099000111", "--home", home, "--now", MORNING).out
    assert nobody == "Chưa ai xem.\n"
