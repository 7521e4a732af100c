from pathlib import Path

import pytest

from tests.cli.command_line import Ran, desk


def due(tmp_path: Path, *arguments: str) -> Ran:
    # No home there: the calendar and the catalogue that ship are counted with.
    return desk("due", *arguments, "--json", DESK_HOME=str(tmp_path / "none"))


@pytest.mark.parametrize(
    ("half_days", "received", "due_at", "half"),
    [
        (20, "2026-11-23T08:15", "2026-12-08T17:00:00+07:00", "afternoon"),
        (3, "2026-11-23T08:15", "2026-11-26T11:30:00+07:00", "morning"),
        (0, "2026-11-23T08:15", "2026-11-23T17:00:00+07:00", "afternoon"),
        (0, "2026-11-23T15:00:01", "2026-11-25T17:00:00+07:00", "afternoon"),
        (2, "2026-02-13T08:00", "2026-02-23T17:00:00+07:00", "afternoon"),
        (2, "2026-11-23T01:15Z", "2026-11-25T17:00:00+07:00", "afternoon"),
    ],
)
def test_a_term_ends_where_the_calendar_says(
    tmp_path: Path, half_days: int, received: str, due_at: str, half: str
) -> None:
    found = due(tmp_path, "--half-days", str(half_days), "--received", received).only
    assert (found["due_at"], found["half"], found["due_on"]) == (due_at, half, due_at[:10])


@pytest.mark.parametrize("received", ["9999-12-31T08:15", "2201-01-01T08:00", "1989-12-31T08:00", "0001-01-01T08:15"])
@pytest.mark.parametrize("length", [("--half-days", "20"), ("--procedure", "2.000986")])
def test_a_year_that_no_calendar_reaches_is_refused(tmp_path: Path, received: str, length: tuple[str, str]) -> None:
    ran = due(tmp_path, *length, "--received", received)
    assert (ran.code, ran.only["field"]) == (2, "received")
    assert "1990" in ran.only["hint"]


@pytest.mark.parametrize("half_days", ["-1", "2001", "99999999999999999999"])
def test_a_term_of_absurd_length_is_refused(tmp_path: Path, half_days: str) -> None:
    ran = due(tmp_path, "--half-days", half_days, "--received", "2026-11-23T08:15")
    assert (ran.code, ran.only["field"]) == (2, "term")


def test_the_longest_term_of_the_last_year_still_ends(tmp_path: Path) -> None:
    assert due(tmp_path, "--half-days", "2000", "--received", "2200-12-30T08:15").code == 0


def test_every_half_day_is_accounted_for(tmp_path: Path) -> None:
    why = due(tmp_path, "--half-days", "3", "--received", "2026-11-23T08:15").only["why"]
    assert [(step["on"], step["half"], step["counted"]) for step in why] == [
        ("2026-11-23", None, False),
        ("2026-11-24", None, False),
        ("2026-11-25", "morning", True),
        ("2026-11-25", "afternoon", True),
        ("2026-11-26", "morning", True),
    ]
    assert "24/11" in why[1]["reason"]
    assert set(why[0]) == {"on", "half", "counted", "reason"}


def test_a_linked_procedure_says_every_agency_s_date(tmp_path: Path) -> None:
    found = due(tmp_path, "--procedure", "2.000986", "--received", "2026-11-23T08:15").only
    assert [leg["due_at"][:16] for leg in found["legs"]] == [
        "2026-11-26T11:30",
        "2026-11-27T17:00",
        "2026-12-07T17:00",
        "2026-12-08T17:00",
    ]


def test_the_extension_counts_when_it_is_asked_for(tmp_path: Path) -> None:
    asked = ("--procedure", "1.004873", "--received", "2026-11-23T08:15")
    assert due(tmp_path, *asked).only["due_on"] == "2026-11-27"
    assert due(tmp_path, *asked, "--extended").only["due_on"] == "2026-12-02"


def test_a_home_counts_by_its_own_calendar(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "2026.csv"
    file.write_text("date,kind,name,makes_up_for,notice\n2026-11-25,off,Bão,,Công điện 1\n", encoding="utf-8")
    assert desk("calendar", "import", file, "--home", home, "--json").code == 0
    asked = ("due", "--half-days", "2", "--received", "2026-11-23T08:15", "--json")
    assert desk(*asked, "--home", home).only["due_on"] == "2026-11-24"
    assert due(tmp_path, *asked[1:-1]).only["due_on"] == "2026-11-25"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--half-days", "2", "--procedure", "1.001193", "--received", "2026-11-23"), 2),
        (("--received", "2026-11-23"), 2),
        (("--half-days", "-1", "--received", "2026-11-23"), 2),
        (("--half-days", "2001", "--received", "2026-11-23"), 2),
        (("--half-days", "2", "--received", "mai"), 2),
        (("--procedure", "9.999999", "--received", "2026-11-23"), 4),
        (("--procedure", "1.011606", "--received", "2026-11-23"), 2),
        (("--half-days", "2", "--received", "1995-01-03"), 4),
    ],
)
def test_what_cannot_be_counted_is_refused(tmp_path: Path, arguments: tuple[str, ...], code: int) -> None:
    ran = due(tmp_path, *arguments)
    assert ran.code == code
    assert ran.only["message"]


def test_a_year_without_a_notice_is_said(tmp_path: Path) -> None:
    found = due(tmp_path, "--half-days", "2", "--received", "2035-03-01").only
    said = (
        "Chưa có lịch nghỉ năm 2035: chỉ trừ thứ bảy, chủ nhật và 1/1, 30/4, 1/5, 2/9, chưa trừ Tết và ngày nghỉ khác"
    )
    assert found["warnings"] == [said]


def test_people_read_the_date_first(tmp_path: Path) -> None:
    ran = desk("due", "--half-days", "2", "--received", "2026-11-27T08:00", DESK_HOME=str(tmp_path))
    assert ran.out.splitlines()[0] == "Hẹn trả: 17:00 ngày 30/11/2026"
    assert "Chủ nhật" in ran.out
