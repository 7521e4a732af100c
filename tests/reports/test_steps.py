"""Weeks, months, quarters and years: which is chosen, what their lines are called, and that they open what they count."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.kernel.errors import InvalidInput
from desk_app.reports.comparing import compare
from desk_app.reports.definitions.register import DEFINITIONS
from desk_app.reports.facts import report_id_of
from desk_app.reports.files.writing import file_name
from desk_app.reports.freezing import freeze
from desk_app.reports.opening import open_figure
from desk_app.reports.steps import STEP_WORDS, Step, begins_on, following, key_of, keys_between, spoken_step, step_for
from tests.desks import RehearsalDesk
from tests.reports.asking import IN_2020, asked, scope_of
from tests.reports.units import UnitJournal, day, merged

OCTOBER = (date(2026, 10, 15), date(2026, 11, 14))
days = st.dates(date(1990, 1, 1), date(2999, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "step"),
    [
        ("2026-11-01", "2026-11-30", "week"),
        ("2026-10-01", "2026-12-31", "week"),
        ("2026-01-01", "2026-12-31", "month"),
        ("2025-01-01", "2026-12-31", "month"),
        ("2022-01-01", "2026-12-31", "quarter"),
        ("2001-01-01", "2026-12-31", "year"),
    ],
)
def test_a_month_is_told_by_weeks_a_year_by_months_and_years_by_quarters(first: str, last: str, step: str) -> None:
    assert step_for(date.fromisoformat(first), date.fromisoformat(last)) == step


def test_lines_are_called_as_people_write_them() -> None:
    def told(step: Step) -> list[str]:
        return [spoken_step(key, step, *OCTOBER) for key in keys_between(*OCTOBER, step)]

    assert told("week") == ["15/10–18/10", "19/10–25/10", "26/10–01/11", "02/11–08/11", "09/11–14/11"]
    assert told("month") == ["10/2026", "11/2026"]
    assert told("quarter") == ["Quý IV/2026"]
    assert told("year") == ["2026"]
    assert spoken_step("2026-12-28", "week", date(2026, 12, 1), date(2027, 1, 31)) == "28/12–03/01/2027"
    assert spoken_step("2026-11-30", "week", date(2026, 11, 1), date(2026, 11, 30)) == "30/11"


@given(days, st.sampled_from(list(STEP_WORDS)))
def test_steps_follow_one_another_without_a_gap(on: date, step: Step) -> None:
    first, then = begins_on(on, step), following(on, step)
    assert first <= on < then
    assert begins_on(then, step) == then
    assert begins_on(then - timedelta(days=1), step) == first
    assert key_of(first, step) == key_of(on, step) < key_of(then, step)


def test_a_table_has_a_line_for_every_step_that_has_begun(desk: RehearsalDesk) -> None:
    unit = UnitJournal("H30.01", "UBND xã 1", at=day("2026-01-05"))
    unit.dossier(day("2026-11-03"), result_days=0)
    merged(desk, [unit])
    table = asked(desk, "timeliness", ("2026-11-01", "2026-12-31")).table("week")
    assert [row.label for row in table.rows] == ["01/11", "02/11–08/11", "09/11–15/11", "16/11–22/11", "23/11–29/11"]
    assert [row.cells[0].value for row in table.rows] == [0, 1, 0, 0, 0]
    opened = open_figure(desk.reports, table.rows[1].cells[0].opens, by=desk.admin)
    assert [row.code for row in opened.rows] == ["H30.01-261103-1001"]


def test_another_step_may_be_wanted_but_not_one_that_makes_endless_tables(desk: RehearsalDesk) -> None:
    quarters = asked(desk, "cash", ("2026-01-01", "2026-11-23"), step="quarter").table("quarter")
    assert [row.label for row in quarters.rows] == ["Quý I/2026", "Quý II/2026", "Quý III/2026", "Quý IV/2026"]
    with pytest.raises(InvalidInput) as refused:
        asked(desk, "cash", ("2006-01-01", "2026-11-23"), step="week")
    assert refused.value.field == "step"


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_a_report_says_whether_it_goes_by_steps(desk: RehearsalDesk, definition: str) -> None:
    tables = asked(desk, definition, ("2026-11-01", "2026-11-23")).tables
    assert any(table.lines for table in tables) is DEFINITIONS[definition].goes_by_steps


def test_a_frozen_copy_is_made_again_by_the_same_steps(desk: RehearsalDesk) -> None:
    scope = scope_of(("2026-11-01", "2026-11-23"), step="month")
    leader, id_ = desk.accounts_by_role["leader"], desk.journal.new_id()
    frozen = freeze(desk.reports, by=leader, definition="timeliness", scope=scope, command_id=id_)
    found = compare(desk.reports, by=leader, id_=report_id_of(frozen.subject))
    assert found.is_same
    assert found.now.table("month").head == "Tháng"


@pytest.mark.parametrize(
    ("definition", "first", "last", "name"),
    [
        ("models", *IN_2020, "bao-cao-mo-hinh-cai-cach-hanh-chinh-2020"),
        ("06", "2026-10-15", "2026-11-14", "bao-cao-mau-06-vpcp-kstt-2026-10-15-den-2026-11-14"),
        ("cash", "2026-11-01", "2026-11-30", "bao-cao-thu-phi-le-phi-2026-11"),
        ("timeliness", "2026-10-01", "2026-12-31", "bao-cao-truoc-han-dung-han-qua-han-2026-quy-4"),
        ("access", "2026-11-23", "2026-11-23", "bao-cao-nhat-ky-tra-cuu-2026-11-23"),
    ],
)
def test_a_file_is_named_after_what_it_is_its_period_and_its_office(
    desk: RehearsalDesk, definition: str, first: str, last: str, name: str
) -> None:
    unit = UnitJournal("H30.01", "UBND phường Hiệp Thành", at=day("2019-01-05"))
    merged(desk, [unit])
    report = asked(desk, definition, (first, last), "H30.01")
    assert file_name(report, "docx") == f"{name}-ubnd-phuong-hiep-thanh.docx"


def test_no_two_reports_have_files_of_one_name() -> None:
    assert len({each.stem for each in DEFINITIONS.values()}) == len(DEFINITIONS)
