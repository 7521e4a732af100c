import os
from pathlib import Path

import pytest

from desk_app.cli.command import Group
from tests.cli.command_line import MORNING, desk, ran_in


@pytest.mark.parametrize(
    "arguments",
    [
        ("--home", "HOME", "--json", "dossiers", "find"),
        ("dossiers", "--home", "HOME", "--json", "find"),
        ("dossiers", "find", "--home", "HOME", "--json"),
        ("--json", "dossiers", "find", "x", "--home", "HOME"),
    ],
)
def test_common_options_stand_before_or_after_the_sub_command(home: Path, arguments: tuple[str, ...]) -> None:
    ran = desk(*(str(home) if each == "HOME" else each for each in arguments))
    assert (ran.code, ran.out) == (0, "")


def test_the_home_may_come_from_the_environment(home: Path) -> None:
    assert desk("journal", "verify", "--json", DESK_HOME=str(home)).only["ok"]


def test_a_home_that_is_none_is_not_found(tmp_path: Path) -> None:
    ran = desk("check", "--home", tmp_path / "nowhere", "--json")
    assert ran.code == 4
    assert ran.only["error"] == "desk.no_home"
    assert set(ran.only) == {"error", "message", "hint"}


def test_messages_go_to_the_other_stream() -> None:
    ran = desk("check", "--home", "/nowhere/at/all")
    assert ran.out == ""
    assert "chưa có dữ liệu" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nope",), "Không có lệnh «nope»."),
        (("due", "--nope"), "Không có tùy chọn --nope."),
        (("due",), "Thiếu tùy chọn --received."),
        (("dossiers", "show"), "Thiếu phần MÃ_HỒ_SƠ."),
        (
            ("dossiers", "find", "--limit", "0"),
            "Tùy chọn --limit không nhận giá trị này. Nhập số nguyên từ 1 đến 1000.",
        ),
        (("dossiers", "find", "--limit"), "Tùy chọn --limit thiếu hoặc thừa giá trị."),
        (("dossiers", "find", "a", "b"), "Lệnh gõ chưa đúng: thừa hoặc thiếu phần."),
        (("dossiers", "find", "--status", "gone"), "Chọn một trong: submitted, accepted"),
    ],
)
def test_a_wrong_line_is_refused_in_vietnamese(arguments: tuple[str, ...], said: str) -> None:
    ran = desk("--json", *arguments)
    assert ran.code == 2
    assert said in ran.only["message"]
    assert ran.only["error"] == "cli.usage"


def test_help_is_vietnamese_and_complete() -> None:
    ran = desk("--help")
    assert ran.code == 0
    for word in ("Cách dùng", "Tùy chọn", "dossiers", "queue", "--home", "Tiếp nhận".lower()):
        assert word.lower() in ran.out.lower()
    assert "Options" not in ran.out


@pytest.mark.parametrize("family", ["calendar", "catalogue", "dossiers", "printers", "queue", "journal"])
def test_a_family_alone_tells_its_commands_and_is_refused(family: str) -> None:
    ran = desk(family)
    assert ran.code == 2
    assert "Lệnh" in ran.err


def test_broken_bytes_on_the_line_are_refused() -> None:
    ran = desk("dossiers", "find", os.fsdecode(b"Nguy\xff"), "--json")
    assert ran.code == 2
    assert ran.only["error"] == "input.arguments"


def test_the_clock_of_a_rehearsal_can_be_set(home: Path) -> None:
    assert desk("dossiers", "find", "--home", home, "--now", MORNING).code == 0


def test_a_moment_that_is_none_is_refused(home: Path) -> None:
    ran = desk("dossiers", "find", "--home", home, "--now", "hôm qua", "--json")
    assert (ran.code, ran.only["field"]) == (2, "now")


def test_the_clock_of_a_real_home_cannot_be_set(real_home: Path) -> None:
    password = {"DESK_PASSWORD": "lúa-chín-vàng-đồng"}
    for more in (("--now", MORNING), ()):
        variables = password if more else {**password, "DESK_NOW": MORNING}
        ran = desk("check", "--home", real_home, "--as", "quantri", "--json", *more, **variables)
        assert (ran.code, ran.only["error"]) == (2, "cli.now_refused")


@pytest.fixture
def troubles() -> Group:
    """Give commands in which things go wrong that nobody foresaw."""
    names = ("interrupted", "broken", "unreadable")
    return Group("desk", members={name: f"tests.cli.troubles:{name}" for name in names})


def test_an_interrupt_is_130(troubles: Group) -> None:
    ran = ran_in(troubles, "interrupted", "--json")
    assert (ran.code, ran.only["error"]) == (130, "cli.cancelled")


def test_a_file_that_cannot_be_read_is_trouble_with_a_device(troubles: Group) -> None:
    ran = ran_in(troubles, "unreadable", "--json")
    assert (ran.code, ran.only["error"]) == (6, "cli.file")
    assert "giay-hen.pdf" in ran.only["message"]


def test_a_bug_is_told_without_a_traceback_and_logged_without_data(home: Path, troubles: Group) -> None:
    ran = ran_in(troubles, "broken", "--home", home, "--json")
    assert (ran.code, ran.only["error"]) == (1, "cli.fault")
    assert "Traceback" not in ran.err
    log = (home / "desk.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in log
    assert "Mẫu" not in log + ran.out + ran.err
