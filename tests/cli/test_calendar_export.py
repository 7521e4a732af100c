"""A year's calendar as a file: what was written is read back as the same, and a new year has something to start from."""

from pathlib import Path

import pytest

from desk_app.working_time.calendar_file import read_years
from desk_app.working_time.shipped import shipped_years
from tests.cli.command_line import MORNING, desk


@pytest.mark.parametrize("year", [known.year for known in shipped_years()])
def test_a_year_that_was_written_is_read_back_as_the_same(year: int, tmp_path: Path) -> None:
    file = tmp_path / "lich.csv"
    told = desk("calendar", "export", str(year), "--to", file, "--json", DESK_HOME=str(tmp_path)).only
    (known,) = (each for each in shipped_years() if each.year == year)
    assert read_years(file) == (known,)
    assert told == {
        "file": str(file),
        "year": year,
        "days": len(known.days_off) + len(known.worked_days),
        "known": True,
    }
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_written_year_that_is_taken_over_again_changes_nothing(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "lich.csv"
    assert desk("calendar", "export", "2026", "--to", file, "--home", home, "--json").code == 0
    preview = desk("calendar", "import", file, "--dry-run", "--home", home, "--json", "--now", MORNING).only
    assert [(year["year"], year["changes"]) for year in preview["years"]] == [(2026, [])]


def test_a_year_without_a_notice_starts_from_what_the_law_fixes(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "2028.csv"
    ran = desk("calendar", "export", "2028", "--to", file, "--home", home, "--json")
    assert (ran.only["known"], "Tết" in ran.err) == (False, True)
    assert file.read_text(encoding="utf-8-sig").splitlines() == [
        "date,kind,name,makes_up_for,notice",
        "2028-01-01,off,Nghỉ Tết Dương lịch 1/1,,",
        "2028-01-03,off,Nghỉ bù Tết Dương lịch 1/1,,",
        "2028-04-30,off,Nghỉ Ngày Chiến thắng 30/4,,",
        "2028-05-01,off,Nghỉ Quốc tế lao động 1/5,,",
        "2028-05-02,off,Nghỉ bù Ngày Chiến thắng 30/4,,",
        "2028-09-02,off,Nghỉ Quốc khánh 2/9,,",
        "2028-09-04,off,Nghỉ bù Quốc khánh 2/9,,",
    ]
    refused = desk("calendar", "import", file, "--home", home, "--json")
    assert (refused.code, "notice" in refused.only["message"]) == (2, True)
    file.write_text(
        file.read_text(encoding="utf-8-sig").replace("1/1,,\n", "1/1,,Thông báo mẫu\n", 1), encoding="utf-8"
    )
    assert desk("calendar", "import", file, "--home", home, "--json").code == 0
    assert len(desk("calendar", "show", "2028", "--home", home, "--json").only["days_off"]) == 7


def test_no_folder_is_made_for_the_file(tmp_path: Path) -> None:
    ran = desk("calendar", "export", "2026", "--to", tmp_path / "rut" / "x.csv", "--json", DESK_HOME=str(tmp_path))
    assert ran.code == 6
    assert not (tmp_path / "rut").exists()
