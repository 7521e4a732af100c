from pathlib import Path

import pytest

from tests.cli.command_line import MORNING, Ran, desk
from tests.desks import PASSWORD

FIRST = "bông súng trắng"


def people(home: Path, *arguments: str, stdin: str = "", **variables: str) -> Ran:
    return desk("people", *arguments, "--home", home, "--json", "--now", MORNING, stdin=stdin, **variables)


def add(home: Path, login: str = "lan.tran", *more: str, password: str = FIRST) -> Ran:
    return people(home, "add", login, "--name", "Trần Thị Lan", *more, DESK_NEW_PASSWORD=password)


def test_a_second_person_can_be_added_and_must_change_the_first_password(home: Path) -> None:
    made = add(home, "Lan.Tran", "--role", "officer", "--title", "Công chức").only
    assert (made["login"], made["roles"], made["valid_until"]) == ("lan.tran", ["officer"], None)
    refused = desk("queue", "list", "--home", home, "--json", "--as", "lan.tran", DESK_PASSWORD=FIRST)
    assert (refused.code, refused.only["error"]) == (3, "cli.first_password")


def test_the_new_password_follows_that_of_who_acts_on_the_input(home: Path) -> None:
    ran = people(
        *(home, "add", "lan.tran", "--name", "Trần Thị Lan", "--role", "officer"),
        *("--as", "quantri", "--password-stdin"),
        stdin=f"{PASSWORD}\n{FIRST}\n",
    )
    assert ran.code == 0, ran.err


def test_without_a_password_nobody_is_added(home: Path) -> None:
    ran = people(home, "add", "lan.tran", "--name", "Trần Thị Lan", "--role", "officer")
    assert (ran.code, ran.only["field"]) == (2, "password")
    assert "lan.tran" not in {line["login"] for line in people(home, "list").lines}


def test_a_volunteers_account_ends_with_the_year_unless_it_is_said_otherwise(home: Path) -> None:
    assert add(home, "mot.nguoi", "--role", "volunteer").only["valid_until"] == "2026-12-31"
    assert add(home, "hai.nguoi", "--role", "volunteer", "--until", "none").only["valid_until"] is None
    assert add(home, "ba.nguoi", "--role", "volunteer", "--until", "2027-06-30").only["valid_until"] == "2027-06-30"


def test_only_what_is_named_is_changed(home: Path) -> None:
    add(home, "lan.tran", "--role", "officer")
    changed = people(home, "change", "lan.tran", "--role", "officer", "--role", "leader", "--until", "2027-01-31").only
    assert (changed["name"], changed["roles"]) == ("Trần Thị Lan", ["officer", "leader"])
    assert people(home, "change", "lan.tran", "--login", "lan").only["login"] == "lan"
    assert people(home, "change", "lan", "--until", "none").only["valid_until"] is None


def test_an_ended_account_stays_in_the_list_and_works_no_more(home: Path) -> None:
    add(home, "lan.tran", "--role", "officer")
    assert people(home, "end", "lan.tran", "--reason", "chuyển công tác").only["ended_on"] == "2026-11-23"
    assert {line["login"]: line["standing"] for line in people(home, "list").lines}["lan.tran"] == "ended"
    assert people(home, "end", "lan.tran", "--reason", "lần nữa").code == 2


def test_a_password_is_set_anew_from_the_input(home: Path) -> None:
    add(home, "lan.tran", "--role", "officer")
    assert people(home, "reset-password", "lan.tran", stdin="cây đa bến nước\n").code == 0
    wrong = people(home, "reset-password", "lan.tran", stdin="12345678\n")
    assert (wrong.code, wrong.only["field"]) == (2, "password")
    told = desk("queue", "list", "--home", home, "--json", "--as", "lan.tran", DESK_PASSWORD="cây đa bến nước")
    assert told.only["error"] == "cli.first_password"


def test_whoever_waits_after_wrong_tries_is_let_in_again(home: Path) -> None:
    add(home, "lan.tran", "--role", "officer")
    for _ in range(5):
        desk("queue", "list", "--home", home, "--now", MORNING, "--as", "lan.tran", DESK_PASSWORD="đoán mò thôi")
    assert {line["login"]: line["standing"] for line in people(home, "list").lines}["lan.tran"] == "waits"
    assert people(home, "unlock", "lan.tran").code == 0
    assert people(home, "unlock", "lan.tran").code == 2


def test_a_name_nobody_has_is_not_found_and_who_may_not_never_learns_that(
    home: Path, own_passwords: dict[str, str]
) -> None:
    assert people(home, "end", "khong.co", "--reason", "x").code == 4
    ran = people(home, "end", "khong.co", "--reason", "x", "--as", "officer", DESK_PASSWORD=own_passwords["officer"])
    assert ran.code == 3


def test_people_read_words(home: Path) -> None:
    said = desk("people", "list", "--home", home, "--now", MORNING).out
    assert "quantri – Trần Thị Thử (cán bộ một cửa, lãnh đạo, quản trị; đang dùng)" in said


def test_who_was_added_sets_a_password_of_their_own_and_works(home: Path) -> None:
    add(home, "lan.tran", "--role", "officer")
    as_lan = ("--as", "lan.tran", "--home", home, "--json")
    waiting = desk("dossiers", "find", "x", *as_lan, DESK_PASSWORD=FIRST)
    assert (waiting.code, waiting.only["error"]) == (3, "cli.first_password")
    assert "desk people password --as lan.tran" in waiting.only["hint"]
    done = desk("people", "password", *as_lan, DESK_PASSWORD=FIRST, DESK_NEW_PASSWORD="nắng-chiều-đồng")
    assert (done.code, done.only["login"]) == (0, "lan.tran"), done.out
    assert desk("dossiers", "find", "x", *as_lan, DESK_PASSWORD="nắng-chiều-đồng").code == 0
    assert desk("dossiers", "find", "x", *as_lan, DESK_PASSWORD=FIRST).code == 3


def test_old_and_new_password_may_both_come_from_the_input(home: Path, own_passwords: dict[str, str]) -> None:
    stdin = f"{own_passwords['officer']}\nnắng-chiều-đồng\n"
    as_officer = ("--as", "officer", "--home", home, "--json")
    assert desk("people", "password", "--password-stdin", *as_officer, stdin=stdin).code == 0
    assert desk("dossiers", "find", "x", *as_officer, DESK_PASSWORD="nắng-chiều-đồng").code == 0


@pytest.mark.parametrize(
    ("who", "old", "new", "code", "error"),
    [
        ((), "", "nắng-chiều-đồng", 3, "cli.nobody"),
        (("--as", "officer"), "", "nắng-chiều-đồng", 3, "cli.no_password"),
        (("--as", "officer"), "không phải thế", "nắng-chiều-đồng", 3, "sign_in.wrong"),
        (("--as", "officer"), "riêng-của-officer", "", 2, "input.password"),
        (("--as", "officer"), "riêng-của-officer", "ngắn", 2, "input.password"),
        (("--as", "officer"), "riêng-của-officer", "riêng-của-officer", 2, "input.password"),
    ],
)
def test_a_password_is_not_changed_without_the_old_one_or_to_a_poor_one(
    home: Path, own_passwords: dict[str, str], who: tuple[str, ...], old: str, new: str, code: int, error: str
) -> None:
    ran = desk("people", "password", *who, "--home", home, "--json", DESK_PASSWORD=old, DESK_NEW_PASSWORD=new)
    assert (ran.code, ran.only["error"]) == (code, error)
    again = desk("dossiers", "find", "x", "--as", "officer", "--home", home, DESK_PASSWORD=own_passwords["officer"])
    assert again.code == 0
