"""``desk backup``, ``restore``, ``doctor`` and ``journal new-epoch`` as scripts call them."""

from pathlib import Path

import pytest

from tests.cli.command_line import MORNING, desk, line
from tests.upkeep.copying import everything_below, flip_a_bit


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def copy(home: Path, stick: Path) -> Path:
    """Give the file of a copy that holds one dossier."""
    assert desk("dossiers", "register", "-", "--home", home, stdin=line(), DESK_NOW=MORNING).code == 0
    made = desk("backup", "--to", stick, "--home", home, "--json", DESK_NOW=MORNING)
    assert made.code == 0, made.err
    assert made.only["dossiers"] == 1
    return Path(made.only["file"])


def test_a_copy_is_made_listed_verified_and_restored(home: Path, copy: Path, stick: Path, tmp_path: Path) -> None:
    assert [each["file"] for each in desk("backup", "list", stick, "--home", home, "--json").lines] == [str(copy)]
    assert desk("backup", "verify", copy, "--home", home, "--json").only["ok"] is True
    back = tmp_path / "back"
    done = desk("restore", copy, "--home", back, "--json", DESK_NOW="2026-11-23T10:00")
    assert done.code == 0, done.err
    assert (done.only["epoch"], done.only["dossiers"]) == (2611231000, 1)
    assert done.only["missing"]
    found = desk("dossiers", "find", "nguyen van mau", "--home", back, "--json", DESK_NOW=MORNING)
    assert len(found.lines) == 1
    assert desk("check", "--deep", "--home", back, "--json", DESK_NOW=MORNING).only["ok"] is True


def test_the_words_say_where_the_key_is(home: Path, stick: Path) -> None:
    said = desk("backup", "--to", stick, "--home", home)
    assert said.code == 0
    assert "khóa để ngay cạnh bản sao" in said.err
    assert "Đã sao lưu và kiểm tra" in said.out


@pytest.mark.parametrize("gone", ["rút", "rút/rồi"])
def test_the_place_of_a_pulled_stick_is_never_made_on_this_disk(home: Path, tmp_path: Path, gone: str) -> None:
    said = desk("backup", "--to", tmp_path / gone, "--home", home, "--json")
    assert (said.code, said.only["error"]) == (6, "upkeep.no_place")
    assert not (tmp_path / "rút").exists()


def test_who_may_not_back_up_is_told_so_before_the_place_is_looked_at(
    home: Path, tmp_path: Path, own_passwords: dict[str, str]
) -> None:
    who = ("--as", "volunteer", "--home", home)
    assert desk("backup", "--to", tmp_path / "rút", *who, DESK_PASSWORD=own_passwords["volunteer"]).code == 3
    assert not (tmp_path / "rút").exists()


def test_without_a_place_it_says_what_to_add(home: Path) -> None:
    said = desk("backup", "--home", home, "--json")
    assert (said.code, said.only["field"]) == (2, "to")


def test_a_spoilt_copy_is_eight_for_verify_restore_and_rehearsal(home: Path, copy: Path, tmp_path: Path) -> None:
    flip_a_bit(copy, copy.stat().st_size // 2)
    assert desk("backup", "verify", copy, "--home", home).code == 8
    assert desk("restore", copy, "--home", tmp_path / "back").code == 8
    assert not (tmp_path / "back").exists()
    red = desk("backup", "rehearse", copy, "--home", home, "--json")
    assert (red.code, red.only["ok"]) == (8, False)


def test_a_rehearsal_is_green_and_the_doctor_knows(home: Path, copy: Path) -> None:
    assert copy.is_file()
    assert desk("backup", "rehearse", "--home", home, "--json", DESK_NOW=MORNING).only["ok"] is True
    rows = desk("doctor", "--home", home, "--json", DESK_NOW=MORNING).only["rows"]
    assert {row["code"]: row["state"] for row in rows}["rehearsal"] == "good"


def test_restoring_asks_for_an_empty_home_or_leave_to_set_aside(home: Path, copy: Path) -> None:
    before = everything_below(home)
    taken = desk("restore", copy, "--home", home, "--json")
    assert (taken.code, taken.only["error"]) == (5, "desk.home_taken")
    assert everything_below(home) == before
    done = desk("restore", copy, "--home", home, "--set-aside", "--json")
    assert done.code == 0, done.err
    kept = everything_below(Path(done.only["set_aside"]))
    assert kept["desk.db"] == before["desk.db"]


def test_nothing_to_restore_is_four(home: Path, stick: Path) -> None:
    assert desk("restore", stick, "--home", home.with_name("back")).code == 4
    assert desk("restore", stick / "none.db", "--home", home.with_name("back")).code == 4


def test_the_place_of_daily_copies(home: Path, stick: Path, own_passwords: dict[str, str]) -> None:
    assert desk("backup", "place", "--home", home, "--json").only == {"folder": ""}
    assert desk("backup", "place", stick, "--home", home, "--json").only == {"folder": str(stick)}
    officer = ("--as", "officer", "--home", home, "--json")
    refused = desk("backup", "place", "--none", *officer, DESK_PASSWORD=own_passwords["officer"])
    assert refused.code == 3
    assert desk("backup", "list", *officer, DESK_PASSWORD=own_passwords["officer"]).code == 0
    assert desk("backup", "place", "--none", "--home", home, "--json").only == {"folder": ""}


@pytest.mark.parametrize(("login", "code"), [("officer", 3), ("leader", 3), ("volunteer", 3), ("keeper", 0)])
def test_only_an_administrator_restores(
    tmp_path: Path, home: Path, stick: Path, login: str, code: int, own_passwords: dict[str, str]
) -> None:
    desk("backup", "--to", stick, "--home", home)
    ran = desk("restore", stick, "--home", tmp_path / "back", "--as", login, DESK_PASSWORD=own_passwords[login])
    assert ran.code == code, ran.err


def test_a_new_epoch_is_an_administrators_with_a_reason(home: Path, own_passwords: dict[str, str]) -> None:
    asked = ("journal", "new-epoch", "--home", home, "--json")
    assert desk(*asked).code == 2
    assert desk(*asked, "--reason", "chép máy", "--as", "leader", DESK_PASSWORD=own_passwords["leader"]).code == 3
    began = desk(*asked, "--reason", "chép máy", DESK_NOW=MORNING)
    assert (began.code, began.only["previous"], began.only["epoch"]) == (0, 1, 2611230815)
    assert desk("journal", "verify", "--home", home, "--json").only["ok"] is True


def test_the_doctor_is_eight_when_data_are_damaged(home: Path) -> None:
    assert desk("doctor", "--full", "--home", home, "--json", DESK_NOW=MORNING).code == 0
    database = home / "desk.db"
    flip_a_bit(database, 100)
    ran = desk("doctor", "--home", home, "--json", DESK_NOW=MORNING)
    assert ran.code == 8
    assert ran.only["damaged"] is True
    assert [row["code"] for row in ran.only["rows"]] == ["opens"]


def test_a_set_clock_is_for_rehearsals_alone(real_home: Path, stick: Path) -> None:
    password = {"DESK_PASSWORD": "lúa-chín-vàng-đồng"}
    made = desk("backup", "--to", stick, "--home", real_home, "--as", "quantri", "--json", **password)
    assert made.code == 0, made.err
    assert made.only["key"] == "password"
    back = real_home.with_name("back")
    ran = desk("restore", stick, "--home", back, "--as", "quantri", "--now", MORNING, **password)
    assert ran.code == 2
    assert desk("restore", stick, "--home", back, "--as", "quantri", **password).code == 0
    wrong = desk("restore", stick, "--home", back.with_name("b2"), "--as", "quantri", DESK_PASSWORD="sai-mật-khẩu")
    assert wrong.code == 2
