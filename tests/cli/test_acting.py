from pathlib import Path

import pytest

from tests.cli.command_line import desk, line
from tests.cli.conftest import init
from tests.desks import PASSWORD

OWN = "lúa-chín-vàng-đồng"


def test_in_a_rehearsal_the_first_administrator_acts(home: Path) -> None:
    registered = desk("dossiers", "register", "--home", home, "--json", stdin=line())
    shown = desk("dossiers", "show", registered.only["code"], "--home", home, "--json").only
    assert shown["officer"] == "Trần Thị Thử"


def test_on_a_real_home_somebody_must_act(real_home: Path) -> None:
    ran = desk("dossiers", "find", "--home", real_home, "--json", DESK_PASSWORD=OWN)
    assert (ran.code, ran.only["error"]) == (3, "cli.nobody")
    assert "--as" in ran.only["hint"]


def test_on_a_real_home_the_password_proves_who_acts(real_home: Path) -> None:
    ran = desk(
        "dossiers", "register", "--home", real_home, "--as", "quantri", "--json", stdin=line(), DESK_PASSWORD=OWN
    )
    assert (ran.code, ran.only["status"]) == (0, "accepted")


def test_a_wrong_password_opens_nothing(real_home: Path) -> None:
    ran = desk("check", "--home", real_home, "--as", "quantri", "--json", DESK_PASSWORD="không phải thế")
    assert (ran.code, ran.only["error"]) == (2, "storage.wrong_password")
    ran = desk(
        *("check", "--home", real_home, "--as", "quantri", "--json"),
        DESK_PASSWORD="không phải thế",
        DESK_KEY_PASSWORD=OWN,
    )
    assert (ran.code, ran.only["error"]) == (3, "sign_in.wrong")


@pytest.mark.parametrize("who", [(), ("--as", "quantri")])
def test_without_the_password_that_opens_the_data_it_says_which_variable_is_which(
    real_home: Path, who: tuple[str, ...]
) -> None:
    ran = desk("check", "--home", real_home, *who, "--json")
    assert (ran.code, ran.only["error"]) == (3, "cli.no_password")
    assert "mở dữ liệu ở biến DESK_KEY_PASSWORD" in ran.only["hint"]
    assert "tài khoản (DESK_PASSWORD" in ran.only["hint"]
    opened = desk("check", "--home", real_home, "--as", "quantri", "--json", DESK_KEY_PASSWORD=OWN)
    assert (opened.code, opened.only["error"]) == (3, "cli.no_password")
    assert "tài khoản: biến DESK_PASSWORD" in opened.only["hint"]
    wrong = desk("check", "--home", real_home, "--json", DESK_KEY_PASSWORD="sai", DESK_PASSWORD=OWN)
    assert (wrong.code, wrong.only["error"]) == (2, "storage.wrong_password")
    assert "DESK_KEY_PASSWORD" in wrong.only["hint"]


@pytest.mark.parametrize("asked", [("--help",), ("check", "--help")])
def test_the_help_names_both_passwords(asked: tuple[str, ...]) -> None:
    out = desk(*asked).out
    assert "DESK_KEY_PASSWORD" in out
    assert "DESK_PASSWORD" in out


def test_the_password_may_be_the_first_line_of_the_input(home: Path) -> None:
    stdin = f"{PASSWORD}\n{line('Lê Thị Ví Dụ')}\n"
    ran = desk(
        "dossiers", "register", "-", "--home", home, "--as", "officer", "--password-stdin", "--json", stdin=stdin
    )
    # Somebody else chose that first password.
    assert (ran.code, ran.only["error"]) == (3, "cli.first_password")
    stdin = f"{PASSWORD}\r\n{line('Lê Thị Ví Dụ')}\n"
    ran = desk(
        "dossiers", "register", "-", "--home", home, "--as", "quantri", "--password-stdin", "--json", stdin=stdin
    )
    assert (ran.code, len(ran.lines)) == (0, 1)


def test_a_name_without_a_password_is_refused(home: Path) -> None:
    ran = desk("check", "--home", home, "--as", "quantri", "--json")
    assert (ran.code, ran.only["error"]) == (3, "cli.no_password")


def test_a_password_that_is_no_text_is_refused(home: Path) -> None:
    ran = desk("check", "--home", home, "--as", "quantri", "--password-stdin", "--json", stdin=b"\xff\xfe\n")
    assert (ran.code, ran.only["field"]) == (2, "password")


@pytest.mark.parametrize(
    ("login", "arguments"),
    [
        ("volunteer", ("dossiers", "find", "x")),
        ("volunteer", ("dossiers", "show", "261123-1001")),
        ("volunteer", ("paper", "receipt", "261123-1001", "--to", "out.png")),
        ("volunteer", ("dossiers", "register")),
        ("leader", ("dossiers", "register")),
        ("officer", ("journal", "list")),
        ("officer", ("journal", "refold")),
        ("officer", ("check",)),
        ("leader", ("queue", "run")),
        ("officer", ("printers", "add", "Máy 1", "--kind", "preview")),
        ("officer", ("calendar", "import", __file__)),
        ("officer", ("catalogue", "import", __file__)),
    ],
)
def test_each_role_does_only_its_own_work(
    home: Path, login: str, arguments: tuple[str, ...], own_passwords: dict[str, str]
) -> None:
    more = ("--home", home, "--as", login, "--json")
    ran = desk(*arguments, *more, stdin=line(), DESK_PASSWORD=own_passwords[login])
    assert (ran.code, ran.only["error"]) == (3, "accounts.not_allowed")
    assert login in ran.only["message"]


def test_a_real_home_needs_a_password_when_it_is_made(tmp_path: Path) -> None:
    ran = init(tmp_path / "real")
    assert (ran.code, ran.only["error"]) == (2, "cli.no_password")
    assert not (tmp_path / "real").exists()


def test_changing_a_password_says_that_the_one_which_opens_the_data_stays(real_home: Path) -> None:
    new = "nắng-chiều-đồng"
    as_admin = ("--home", real_home, "--as", "quantri", "--json")
    ran = desk("people", "password", *as_admin, DESK_PASSWORD=OWN, DESK_NEW_PASSWORD=new)
    assert ran.code == 0
    assert "DESK_KEY_PASSWORD" in ran.err
    assert desk("check", *as_admin, DESK_PASSWORD=new).only["error"] == "storage.wrong_password"
    assert desk("check", *as_admin, DESK_PASSWORD=new, DESK_KEY_PASSWORD=OWN).code == 0
