"""``desk signage``: slogans, schedule, files for LED panels, proof of play."""

from pathlib import Path

import pytest
from PIL import Image

from desk_app.signage.slogans import shipped_slogans
from tests.cli.command_line import Ran, desk
from tests.desks import opened
from tests.signage.test_played import entered
from tests.signage.test_played import ran as played

DAYS = ("--from", "2026-11-23", "--to", "2026-11-23")


def signage(home: Path, *arguments: str, now: str = "2026-11-23T10:05", **variables: str) -> Ran:
    return desk("signage", *arguments, "--home", home, "--json", "--now", now, **variables)


def test_the_offices_slogan_takes_the_place_of_the_shipped_ones_for_its_days(home: Path) -> None:
    assert len(signage(home, "slogans", "list").lines) == len(shipped_slogans().slogans)
    made = signage(home, "slogans", "add", "Câu của xã", "--from", "2026-12-01", "--to", "2026-12-31").only
    assert signage(home, "slogans", "list", "--on", "2026-12-05").lines == [made]
    assert len(signage(home, "slogans", "list", "--all").lines) == len(shipped_slogans().slogans) + 1
    ended = signage(home, "slogans", "end", str(made["id"])[-6:], "--on", "2026-12-10").only
    assert ended["valid_until"] == "2026-12-10"
    assert signage(home, "slogans", "end", "zzzzzz").code == 4
    assert signage(home, "slogans", "add", "").code == 2


def test_the_schedule_tells_the_windows_of_a_day(home: Path) -> None:
    shown = signage(home, "schedule").only
    assert (len(shown["windows"]), shown["is_playing"]) == (10, True)
    assert signage(home, "schedule", now="2026-11-23T10:15").only["is_playing"] is False
    assert desk("office", "set", "signage_days", "ngày làm việc", "--home", home, "--now", "2026-11-23T08:00").code == 0
    assert signage(home, "schedule", "--on", "2026-11-29").only["windows"] == []
    assert "Ngày 29/11/2026 không chiếu" in desk("signage", "schedule", "--on", "2026-11-29", "--home", home).out


def test_files_for_a_panel_are_written(home: Path, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    signage(home, "slogans", "add", "Xin chào")
    made = signage(home, "export", "--size", "128x32", "--to", str(stick)).only
    assert (made["slogans"], made["frames"]) == (1, 1)
    with Image.open(made["path"]) as picture:
        assert picture.size == (128, 32)
    assert signage(home, "export", "--size", "64x32", "--to", str(stick), "--format", "png").only["frames"] > 0
    assert (stick / "khau-hieu" / "00001.png").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("--size", "8x8"), 2), (("--size", "128x32", "--ink", "red"), 2), (("--size", "128x32", "--hold", "0"), 2)],
)
def test_a_panel_that_makes_no_sense_is_refused(
    home: Path, tmp_path: Path, arguments: tuple[str, ...], code: int
) -> None:
    assert signage(home, "export", *arguments, "--to", str(tmp_path)).code == code
    assert signage(home, "export", "--size", "128x32", "--to", str(tmp_path / "khong")).code == 6


def test_a_volunteer_writes_no_files(home: Path, tmp_path: Path, own_passwords: dict[str, str]) -> None:
    password = {"DESK_PASSWORD": own_passwords["volunteer"]}
    ran = signage(home, "export", "--size", "128x32", "--to", str(tmp_path), "--as", "volunteer", **password)
    assert ran.code == 3


def test_what_was_played_is_told_and_printed(home: Path) -> None:
    assert signage(home, "played", *DAYS).only["days"] == []
    assert signage(home, "print", *DAYS).code == 2
    there = opened(home)
    try:
        played(there)
        entered(there)
    finally:
        there.close()
    found = signage(home, "played", *DAYS).only
    assert [(each["screen"], each["seconds"], each["asked_seconds"]) for each in found["days"]] == [
        ("Màn hình gọi số", 600, 6000)
    ]
    assert "Câu một: 3 lần, 5 phút" in desk("signage", "played", *DAYS, "--home", home).out
    assert signage(home, "print", *DAYS).code == 0
    assert signage(home, "played", "--from", "2026-11-24", "--to", "2026-11-23").code == 2
