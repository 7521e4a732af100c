"""Calendar and catalogue on the command line."""

from pathlib import Path

import pytest

from tests.cli.command_line import MORNING, desk, line

STORM = "date,kind,name,makes_up_for,notice\n{days}"


@pytest.fixture
def storm(tmp_path: Path) -> Path:
    """Give a notice by which the office is closed on 26/11/2026, besides the day the law gives."""
    file = tmp_path / "storm.csv"
    days = "2026-11-24,off,Ngày Văn hóa,,Công điện 1\n2026-11-26,off,Nghỉ tránh bão,,\n"
    file.write_text(STORM.format(days=days), encoding="utf-8")
    return file


def test_a_year_is_shown_without_a_home(tmp_path: Path) -> None:
    shown = desk("calendar", "show", "2026", "--json", DESK_HOME=str(tmp_path)).only
    assert {"on": "2026-11-24", "name": "Ngày Văn hóa Việt Nam 24/11"} in [
        {"on": each["on"], "name": each["name"].removeprefix("Nghỉ ")} for each in shown["days_off"]
    ]
    assert [each["on"] for each in shown["worked_days"]] == ["2026-01-10", "2026-08-22"]
    assert shown["working_days"] == 261 - 14 + 2


def test_a_year_without_a_notice_is_not_found(tmp_path: Path) -> None:
    assert desk("calendar", "show", "2044", "--json", DESK_HOME=str(tmp_path)).code == 4


def test_a_dry_run_names_the_dossiers_that_would_move_and_writes_nothing(home: Path, storm: Path) -> None:
    lines = "\n".join((line("Người Một", procedure="1.004873"), line("Người Hai")))
    first, _ = desk("dossiers", "register", "--home", home, "--json", "--now", MORNING, stdin=lines).lines
    preview = desk("calendar", "import", storm, "--dry-run", "--home", home, "--json").only
    assert preview["imported"] is False
    assert preview["dossiers"] == [
        {
            "code": first["code"],
            "due_at": "2026-11-27T17:00:00+07:00",
            "would_be_due_at": "2026-11-30T17:00:00+07:00",
        }
    ]
    changed = {each["on"]: each["kind"] for each in preview["years"][0]["changes"]}
    assert changed["2026-11-26"] == "added"
    assert changed["2026-01-01"] == "removed"
    asked = ("due", "--half-days", "6", "--received", MORNING, "--json", "--home", home)
    assert desk(*asked).only["due_on"] == "2026-11-27"
    assert desk("calendar", "import", storm, "--home", home, "--json").only["imported"] is True
    assert desk(*asked).only["due_on"] == "2026-11-30"
    shown = desk("dossiers", "show", first["code"], "--home", home, "--json").only
    assert shown["due_at"] == "2026-11-27T17:00:00+07:00"


def test_an_extended_dossier_is_counted_with_its_extension(home: Path, storm: Path) -> None:
    stdin = line(procedure="1.004873", extended=True)
    desk("dossiers", "register", "--home", home, "--json", "--now", MORNING, stdin=stdin)
    moved = desk("calendar", "import", storm, "--dry-run", "--home", home, "--json").only["dossiers"]
    assert [(each["due_at"][:10], each["would_be_due_at"][:10]) for each in moved] == [("2026-12-02", "2026-12-03")]


def test_a_wrong_calendar_file_is_refused_by_its_lines(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text(STORM.format(days="2026-13-45,off,Gì đó,,Công điện 1\n"), encoding="utf-8")
    ran = desk("calendar", "import", file, "--home", home, "--json")
    assert ran.code == 2
    assert "Dòng 2" in ran.only["message"]
    assert desk("calendar", "import", tmp_path / "none.csv", "--home", home, "--json").code == 4


def test_the_catalogue_is_listed_and_shown_without_a_home(tmp_path: Path) -> None:
    listed = desk("catalogue", "list", "--json", DESK_HOME=str(tmp_path)).lines
    birth = next(each for each in listed if each["code"] == "1.001193")
    assert birth["name"] == "Đăng ký khai sinh"
    assert birth["signs_register"] is True
    shown = desk("catalogue", "show", "1.001193", "--json", DESK_HOME=str(tmp_path)).only
    assert shown["procedure"]["code"] == "1.001193"
    assert [way["allowed"] for way in shown["return_ways"]] == [True, False, False]
    assert desk("catalogue", "show", "9.999999", "--json", DESK_HOME=str(tmp_path)).code == 4


def test_a_catalogue_file_is_previewed_then_published(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "new.json"
    step = '{"id": "a", "agency": "UBND xã", "name": "Giải quyết", "half_days": 4}'
    good = (
        f'{{"code": "1.999001", "name": "Thủ tục mới", "field": "Thử", "valid_from": "2026-01-01", "steps": [{step}]}}'
    )
    bad = good.replace("1.999001", "1.99")
    file.write_text(f'{{"procedures": [{good}, {bad}]}}', encoding="utf-8")
    preview = desk("catalogue", "import", file, "--dry-run", "--home", home, "--json")
    assert preview.code == 2
    assert [(each["code"], each["kind"]) for each in preview.only["changes"]] == [("1.999001", "new")]
    assert len(preview.only["problems"]) == 1
    assert desk("catalogue", "show", "1.999001", "--home", home, "--json").code == 4
    assert desk("catalogue", "import", file, "--home", home, "--json").only["imported"] is True
    assert desk("catalogue", "show", "1.999001", "--home", home, "--json").code == 0
