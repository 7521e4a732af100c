"""Calendar files: written and read back, wrong lines named, differences shown."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.paths import resource
from desk_app.kernel.records import changed
from desk_app.working_time.calendar import DayOff, WorkedDay, WorkingYear
from desk_app.working_time.calendar_file import read_years, years_as_text, years_in
from desk_app.working_time.shipped import shipped_years
from desk_app.working_time.year_changes import changes
from tests.working_time.office import CALENDAR

HEADING = "date,kind,name,makes_up_for,notice\n"
words = st.text(alphabet="aăâđêôơưAĐ 1/(),;\"'-ệờ", min_size=1, max_size=30).map(str.strip).filter(bool)


@st.composite
def working_years(draw: st.DrawFn) -> WorkingYear:
    """Give any year that may be imported: days off, and Saturdays worked for some of them."""
    number = draw(st.integers(2000, 2100))
    days = st.dates(date(number, 1, 1), date(number, 12, 31))
    off = sorted(draw(st.sets(days.filter(lambda on: on.weekday() < 5), min_size=1, max_size=15)))
    saturdays = sorted(draw(st.sets(days.filter(lambda on: on.weekday() == 5), max_size=len(off))))
    return WorkingYear(
        year=number,
        notice=" ".join(draw(words).split()),
        days_off=tuple(DayOff(on=on, name=" ".join(draw(words).split())) for on in off),
        worked_days=tuple(
            WorkedDay(on=on, name=" ".join(draw(words).split()), makes_up_for=missed)
            for on, missed in zip(saturdays, off, strict=False)
        ),
    )


@given(year=working_years())
def test_what_is_written_is_read_back_the_same(year: WorkingYear) -> None:
    assert years_in(years_as_text((year,))) == (year,)


def test_all_shipped_years_fit_into_one_file() -> None:
    assert years_in(years_as_text(shipped_years())) == shipped_years()
    assert [year.year for year in shipped_years()] == [2020, 2021, 2022, 2023, 2024, 2025, 2026]


@pytest.mark.parametrize("year", range(2020, 2027))
def test_a_shipped_file_is_written_as_the_program_writes_it(year: int) -> None:
    file = resource("calendars", f"{year}.csv")

    assert years_as_text(read_years(file)) == file.read_text(encoding="utf-8")


def test_a_file_saved_by_a_vietnamese_spreadsheet_is_read(tmp_path: Path) -> None:
    file = tmp_path / "lich.csv"
    rows = (
        "date;kind;name;makes_up_for;notice\r\n2/1/2026;off;Nghỉ hoán đổi;;TB mẫu\r\n"
        "10/01/2026;worked;Làm bù;2/1/2026;TB mẫu\r\n;;;;\r\n"
    )
    file.write_bytes(b"\xef\xbb\xbf" + rows.encode())

    (year,) = read_years(file)
    assert year.worked_days == (WorkedDay(on=date(2026, 1, 10), name="Làm bù", makes_up_for=date(2026, 1, 2)),)
    assert year.notice == "TB mẫu"


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("2026-13-01,off,Nghỉ,,TB\n", "Dòng 2: «2026-13-01» không phải là ngày"),
        ("20260101,off,Nghỉ,,TB\n2026-01-00,off,Nghỉ,,TB\n", "Dòng 3: «2026-01-00» không phải là ngày"),
        ("1026-01-01,off,Nghỉ,,TB\n", "Dòng 2: «1026-01-01» không phải là ngày"),
        ("2026-01-01,holiday,Nghỉ,,TB\n", "Dòng 2: loại ngày «holiday» không có"),
        ("2026-01-01,off,,,TB\n", "Dòng 2: Tên ngày: chưa có nội dung"),
        ("2026-01-01,off,Nghỉ\n", "Dòng 2: có 3 cột, phải có 5"),
        ("2026-01-10,worked,Bù,,TB\n", "Dòng 2: ngày làm bù phải ghi bù cho ngày nào"),
        ("2026-01-01,off,Nghỉ,2026-01-10,TB\n", "Dòng 2: chỉ ngày làm bù mới ghi"),
        ("2026-01-01,off,Nghỉ,,\n", "Dòng 2: năm 2026 phải ghi đúng một văn bản làm căn cứ .*có 0"),
        ("2026-01-01,off,Nghỉ,,TB 1\n2026-01-02,off,Nghỉ,,TB 2\n", "Dòng 2: năm 2026 phải ghi đúng một văn bản .*có 2"),
        ("2026-01-01,off,Nghỉ,,TB\n\n2026-01-01,off,Nghỉ,,TB\n", "Dòng 4: ghi hai lần"),
        ("2026-01-10,worked,Bù,2026-01-02,TB\n", "Dòng 2: làm bù cho 02/01/2026, nhưng ngày đó không nghỉ"),
        ("2026-01-09,worked,Bù,2025-12-31,TB\n", "Dòng 2: là thứ sáu, vốn là ngày làm việc"),
        ("", "không có ngày nào"),
    ],
)
def test_a_wrong_line_is_named_by_its_number(rows: str, says: str) -> None:
    with pytest.raises(InvalidInput, match=says):
        years_in(HEADING + rows)


def test_every_wrong_line_is_named_in_order() -> None:
    with pytest.raises(InvalidInput) as caught:
        years_in(HEADING + "x,off,Nghỉ,,TB\n2026-01-01,off,Nghỉ,,TB\n2026-01-01,off,Nghỉ,,\ny,off,Nghỉ,,\n")
    assert [line.partition(":")[0] for line in caught.value.message.splitlines()] == ["Dòng 2", "Dòng 4", "Dòng 5"]


def test_a_hopeless_file_does_not_fill_the_screen() -> None:
    with pytest.raises(InvalidInput) as caught:
        years_in(HEADING + "x,off,Nghỉ,,TB\n" * 50)
    assert len(caught.value.message.splitlines()) == 21
    assert caught.value.message.endswith("và 30 lỗi nữa.")


def test_wrong_columns_bytes_and_names_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="Dòng 1: tên cột"):
        years_in("ngày,loại\n")
    with pytest.raises(InvalidInput, match="Dòng 1: tên cột"):
        years_in("")
    file = tmp_path / "lich.csv"
    file.write_bytes("date,kind,name\n2026-01-01,off,Nghỉ lễ".encode("utf-16"))
    with pytest.raises(InvalidInput, match="UTF-8"):
        read_years(file)
    with pytest.raises(InvalidInput, match="không-có.csv"):
        read_years(tmp_path / "không-có.csv")


def test_a_new_calendar_shows_which_days_it_adds_removes_and_changes() -> None:
    before = CALENDAR.year(2026)
    kept = tuple(day for day in before.days_off if day.on != date(2026, 11, 24))
    after = changed(
        before,
        days_off=(
            *kept[1:],
            DayOff(on=date(2026, 1, 1), name="Năm mới"),
            DayOff(on=date(2026, 12, 26), name="Nghỉ thêm"),
        ),
        worked_days=before.worked_days[1:],
    )

    found = changes(before, after)
    assert [(each.on.isoformat(), each.kind, each.works_differs) for each in found] == [
        ("2026-01-01", "changed", False),
        ("2026-01-10", "removed", True),
        ("2026-11-24", "removed", True),
        ("2026-12-26", "added", False),  # a Saturday: named now, off as ever
    ]
    assert found[0].before == "nghỉ: Nghỉ Tết Dương lịch 1/1"
    assert found[0].after == "nghỉ: Năm mới"
    assert found[1].before == "làm việc: Làm bù cho ngày 2/1 (bù cho 02/01/2026)"


def test_the_same_calendar_changes_nothing_and_a_first_one_adds_all_its_days() -> None:
    year = CALENDAR.year(2026)

    assert changes(year, year) == ()
    assert [each.kind for each in changes(None, year)] == ["added"] * (14 + 2)
