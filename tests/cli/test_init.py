import json
from pathlib import Path

import pytest

from tests.cli.command_line import desk
from tests.cli.conftest import init


def test_a_rehearsal_makes_its_own_password_and_tells_it_once(tmp_path: Path) -> None:
    made = init(tmp_path / "home", "--rehearsal")
    assert made.code == 0
    assert made.only["office_code"] == "000.16.32.H49"
    assert made.only["home"] == str(tmp_path / "home")
    assert set(made.only) >= {"home", "desk_id", "office_code"}
    password = made.err.rpartition(": ")[2].strip()
    checked = desk("check", "--home", tmp_path / "home", "--as", made.only["login"], "--json", DESK_PASSWORD=password)
    assert checked.code == 0
    for file in (tmp_path / "home").iterdir():
        if file.is_file():
            assert password.encode() not in file.read_bytes()


def test_the_founding_may_lie_in_the_past_of_a_rehearsal(tmp_path: Path) -> None:
    init(tmp_path / "home", "--rehearsal", "--now", "2026-09-01T07:00")
    entries = desk("journal", "list", "--home", tmp_path / "home", "--json").lines
    assert entries[-1]["at"].startswith("2026-09-01T07:00")
    refused = init(tmp_path / "real", "--now", "2026-09-01T07:00", DESK_PASSWORD="lúa-chín-vàng-đồng")
    assert (refused.code, refused.only["error"]) == (2, "cli.now_refused")


def test_the_first_administrator_may_be_named(tmp_path: Path) -> None:
    made = init(tmp_path / "home", "--rehearsal", "--admin", "Trần Thị Lan")
    assert made.only["login"] == "tran.thi.lan"


def test_a_folder_in_use_is_a_conflict(tmp_path: Path) -> None:
    folder = tmp_path / "home"
    assert init(folder, "--rehearsal").code == 0
    again = init(folder, "--rehearsal")
    assert (again.code, again.only["error"]) == (5, "desk.home_taken")


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        (("--office-code", "xã Hòa Mẫu", "--office-name", "UBND", "--desk-number", "1"), "code"),
        (("--office-code", "H49", "--office-name", " ", "--desk-number", "1"), "name"),
        (("--office-code", "H49", "--office-name", "UBND", "--desk-number", "1000"), "desk_number"),
        (("--office-code", "H49", "--office-name", "UBND", "--desk-number", "1", "--email", "x"), "email"),
        (("--office-code", "H49", "--office-name", "UBND", "--desk-number", "1", "--admin", "x"), "login"),
    ],
)
def test_what_is_told_wrongly_is_refused_and_leaves_nothing(
    tmp_path: Path, arguments: tuple[str, ...], field: str
) -> None:
    ran = desk("init", *arguments, "--rehearsal", "--home", tmp_path / "home", "--json")
    assert (ran.code, ran.only["field"]) == (2, field)
    assert list(tmp_path.iterdir()) == []


def test_a_weak_password_is_refused(tmp_path: Path) -> None:
    ran = init(tmp_path / "home", "--rehearsal", DESK_PASSWORD="12345678")
    assert (ran.code, ran.only["field"]) == (2, "password")


def test_the_office_stands_on_its_papers(tmp_path: Path) -> None:
    home = tmp_path / "home"
    contact = ("--upper-name", "Thành phố Ví Dụ", "--place", "Hòa Mẫu", "--phone", "0293 3999999")
    init(home, "--rehearsal", *contact)
    described = [
        each["body"]["agency"]
        for each in desk("journal", "list", "--subject", "office", "--home", home, "--json").lines
    ]
    assert json.dumps(described[0], ensure_ascii=False).count("Hòa Mẫu") == 2
    assert described[0]["upper_name"] == "Thành phố Ví Dụ"


def test_the_key_may_have_a_password_of_its_own(real_home: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    made = init(other, DESK_PASSWORD="lúa-chín-vàng-đồng", DESK_KEY_PASSWORD="chìa-khóa-riêng")
    assert made.code == 0
    command = ("check", "--home", other, "--as", "quantri", "--json")
    assert desk(*command, DESK_PASSWORD="lúa-chín-vàng-đồng").only["error"] == "storage.wrong_password"
    both = {"DESK_PASSWORD": "lúa-chín-vàng-đồng", "DESK_KEY_PASSWORD": "chìa-khóa-riêng"}
    assert desk(*command, **both).code == 0
    assert real_home.exists()
