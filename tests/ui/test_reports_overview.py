"""The overview of leaders and the list of reports, worked by keys at a real desk."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.dossiers.commands import hand_over, issue_result
from desk_app.kernel.errors import Cancelled
from desk_app.reports.steps import Step, keys_between
from tests.desks import RehearsalDesk
from tests.dossiers.living import received
from tests.reports.units import UnitJournal, day, days, merged
from tests.ui.windows import Seat, focused
from ui.dossiers.card.page import CardPage
from ui.reports.overview import TRENDS, Overview, overview, spans_of, trend_scope
from ui.reports.page import ReportsPage
from ui.shell.dress import dress


@pytest.fixture
def dossiers(desk: RehearsalDesk) -> list[str]:
    """Give three dossiers: one of last Monday, two of today, of which one is settled."""
    desk.time.advance(timedelta(days=-7))
    found = [received(desk, when="2026-11-16T08:00")]
    desk.time.advance(timedelta(days=7))
    found += [received(desk), received(desk, when="2026-11-23T08:10")]
    desk.time.advance(timedelta(minutes=5))
    for command in (issue_result, hand_over):
        command(desk.dossiers, by=desk.admin, dossier=found[1], command_id=desk.journal.new_id())
    return found


@pytest.fixture
def units(desk: RehearsalDesk) -> None:
    """Give the journals of two offices over a year."""
    made = [UnitJournal("H30.01", "UBND xã Một", at=day("2025-11-01"))]
    made.append(UnitJournal("H30.02", "UBND xã Hai", at=day("2025-11-01")))
    for place, unit in enumerate(made):
        for number, at in enumerate(days("2025-12-02", "2026-10-15", 20 + 4 * place)):
            unit.dossier(at, result_days=3 + 9 * (number % 2))
    made[0].dossier(day("2026-11-03"), result_days=2)
    made[1].dossier(day("2026-11-04"), result_days=None)
    merged(desk, made)


def press(seat: Seat, *keys: str) -> None:
    for key in keys:
        seat.hands.press(key)
        seat.settle()


def page(seat: Seat) -> ReportsPage:
    return seat.front(ReportsPage)


def told(seat: Seat) -> dict[str, str]:
    """Return each figure of the overview by its line and words."""
    shown = page(seat).views.overview.shown
    assert shown is not None
    return {f"{line.title}/{tile.words}": f"{tile.number} {tile.remark}" for line in shown.lines for tile in line.tiles}


def test_the_page_begins_with_today_this_week_and_this_month(seat: Seat, dossiers: list[str]) -> None:
    press(seat, "Shift+F4")
    assert focused() is page(seat).choosing.list
    found = told(seat)
    assert found["Hôm nay/Tiếp nhận"] == "2 trước 1 (+1)"
    assert found["Hôm nay/Đã giải quyết"] == "1 trước 0 (+1)"
    assert found["Tháng này/Tiếp nhận"] == "3 trước 0 (+3)"
    assert found["Bây giờ/Đang giải quyết"] == "2 trước 1 (+1)"
    assert found["Hôm nay/Quá hạn"] == "0 trước 0 (như nhau)"
    assert dossiers


def test_a_figure_of_the_overview_opens_its_dossiers_and_leads_back(seat: Seat, dossiers: list[str]) -> None:
    press(seat, "Shift+F4", "Return", "Right", "Right", "Right")
    assert "Hôm nay, Tiếp nhận: 2" in focused().accessibleName()
    tile = focused()
    press(seat, "Return")
    assert {each.dossier for each in page(seat).views.rows.table.rows} == set(dossiers[1:])
    press(seat, "Return")
    assert seat.front(CardPage)
    press(seat, "Escape")
    assert focused() is page(seat).views.rows.table
    press(seat, "Escape")
    assert focused() is tile
    assert page(seat).views.front.currentWidget() is page(seat).views.overview


def test_the_overview_counts_anew_when_something_was_written(
    seat: Seat, desk: RehearsalDesk, dossiers: list[str]
) -> None:
    press(seat, "Shift+F4")
    received(desk, when="2026-11-23T08:12")
    press(seat, "F5")
    assert told(seat)["Hôm nay/Tiếp nhận"] == "3 trước 1 (+2)"
    assert dossiers


@pytest.mark.usefixtures("units")
def test_the_trend_is_walked_by_keys_and_a_month_opens_its_dossiers(seat: Seat) -> None:
    press(seat, "Shift+F4")
    chart = page(seat).views.overview.chart
    chart.setFocus()
    assert chart.said.startswith("11/2026: Trước hạn 1")
    press(seat, "Left")
    assert chart.said.startswith("10/2026:")
    assert chart.accessibleDescription() == chart.said
    press(seat, "End", "Right", "Return")
    assert [each.code for each in page(seat).views.rows.table.rows] == ["H30.01-261103-1001"]
    press(seat, "Escape")
    assert focused() is chart


@pytest.mark.usefixtures("units")
def test_offices_stand_side_by_side_and_one_may_be_chosen(seat: Seat) -> None:
    press(seat, "Shift+F4")
    made = page(seat)
    shown = made.views.overview.shown
    assert shown is not None
    assert shown.units is not None
    settled = {row.label: row.cells[0].value for row in shown.units.rows}
    assert (settled["UBND xã Một"], settled["UBND xã Hai"]) == (1, 0)
    assert made.views.overview.units.isVisible()
    made.choosing.bar.unit.setFocus()
    press(seat, "Down", "Down")
    assert made.views.overview.shown is not None
    assert made.views.overview.shown.unit_name in ("UBND xã Một", "UBND xã Hai")
    assert made.views.overview.shown.units is None
    assert not made.views.overview.units.isVisible()


def test_reports_are_chosen_by_arrows_and_by_their_first_letter(seat: Seat, dossiers: list[str]) -> None:
    press(seat, "Shift+F4", "Down")
    made = page(seat)
    assert made.shown is not None
    assert made.shown.report.definition == "models"
    assert focused() is made.choosing.list
    seat.hands.type("đ")
    seat.settle()
    assert made.shown.report.definition == "ratings"
    seat.hands.type("g")
    seat.settle()
    assert made.shown.report.definition == "timeliness"
    press(seat, "Return")
    assert focused() is made.views.table.figures
    press(seat, "Ctrl+B")
    assert focused() is made.choosing.list
    assert dossiers


def test_a_report_stands_on_the_present_reporting_period_and_follows_another(seat: Seat, dossiers: list[str]) -> None:
    press(seat, "Shift+F4", "Down")
    made = page(seat)
    assert made.shown is not None
    assert (made.shown.report.first_on, made.shown.report.last_on) == (date(2026, 11, 15), date(2026, 12, 14))
    made.choosing.bar.span.setFocus()
    press(seat, "Down")
    assert made.shown.report.first_on == date(2026, 10, 15)
    made.choosing.bar.rounding.setFocus()
    press(seat, "Down")
    assert made.shown.report.rounding == "cut"
    assert dossiers


def test_walking_on_ends_the_making_before_and_only_the_last_report_comes(seat: Seat, dossiers: list[str]) -> None:
    seat.hands.press("Shift+F4")
    seat.settle()
    made = page(seat)
    came: list[str] = []
    made.moves.made.connect(lambda shown: came.append(shown.report.definition))
    for _step in range(4):
        seat.hands.press("Down")
    seat.settle()
    assert came[-1] == "guided"
    assert made.shown is not None
    assert made.shown.report.definition == "guided"
    assert "Đã" not in seat.said
    assert dossiers


@pytest.mark.usefixtures("units")
def test_a_making_that_is_stopped_says_so_and_what_to_do(seat: Seat) -> None:
    press(seat, "Shift+F4")
    made = page(seat)
    made.choosing.list.setCurrentRow(1)
    seat.hands.press("Escape")
    seat.settle()
    assert "Đã dừng" in seat.said
    assert "việc lập đã dừng" in made.views.empty.text
    assert not made.views.table.write_button.isEnabled()
    press(seat, "Ctrl+R")
    assert made.views.front.currentWidget() is made.views.table


def test_an_officer_is_offered_no_review_of_the_access_log(seat: Seat) -> None:
    press(seat, "Shift+F4")
    names = [page(seat).choosing.list.item(place).text() for place in range(page(seat).choosing.list.count())]
    assert names[0] == "Tổng quan"
    assert "Thu phí, lệ phí" in names
    assert "Rà soát nhật ký tra cứu" not in names


@pytest.mark.usefixtures("units")
def test_checks_are_told_in_words_and_a_bar_leads_to_its_figure(seat: Seat) -> None:
    seat.workspace.go("reports", "06:2026-01-01:2026-11-30")
    seat.settle()
    made = page(seat)
    assert "(3) = (7) + (11): khớp" in made.views.table.checks.accessibleName()
    press(seat, "Ctrl+PgDown", "Ctrl+PgDown")
    seat.workspace.go("reports", "timeliness:2026-01-01:2026-11-30")
    seat.settle()
    made.views.table.chart.setFocus()
    press(seat, "Down", "Return")
    assert focused() is made.views.table.figures
    at = made.views.table.figures.currentIndex()
    assert made.views.table.figures.figures.figure(at).label == "Trước hạn · UBND xã Hai"  # type: ignore[union-attr]


@pytest.mark.usefixtures("units")
def test_at_twice_the_text_size_a_box_stands_for_the_list(seat: Seat, qapp: QApplication) -> None:
    dress(qapp, 200)
    press(seat, "Shift+F4")
    made = page(seat)
    assert not made.choosing.list.isVisible()
    assert focused() is made.choosing.bar.report
    press(seat, "Down")
    assert made.shown is not None
    assert made.shown.report.definition == "models"
    assert all(tile.width() <= made.width() for tile in made.views.overview.tiles)


def test_the_overview_stops_where_it_is_asked_to(desk: RehearsalDesk) -> None:
    heard: list[int] = []

    def watch(done: int, _total: int) -> None:
        heard.append(done)
        if done == 3:
            raise Cancelled("test.stop", "Dừng.", "")

    with pytest.raises(Cancelled):
        overview(desk, desk.admin, "", None, watch)
    assert heard[-1] == 3


def test_an_empty_desk_has_an_overview_of_noughts(desk: RehearsalDesk) -> None:
    found = overview(desk, desk.admin, "", None, lambda _done, _total: None)
    assert isinstance(found, Overview)
    assert {tile.number for line in found.lines for tile in line.tiles} == {"0"}
    assert not any(tile.alarms for line in found.lines for tile in line.tiles)
    assert found.units is None


@pytest.mark.parametrize(
    ("today", "before"),
    [
        ("2026-11-23", ("2026-10-01", "2026-10-23")),
        ("2026-03-31", ("2026-02-01", "2026-02-28")),
        ("2026-01-05", ("2025-12-01", "2025-12-05")),
    ],
)
def test_a_month_is_compared_with_the_same_days_of_the_one_before(today: str, before: tuple[str, str]) -> None:
    month = spans_of(date.fromisoformat(today))[2]
    assert (month.first_before.isoformat(), month.last_before.isoformat()) == before


def test_a_week_begins_on_monday_and_stands_beside_the_same_weekdays() -> None:
    week = spans_of(date(2026, 11, 26))[1]
    assert (week.first_on, week.last_on) == (date(2026, 11, 23), date(2026, 11, 26))
    assert (week.first_before, week.last_before) == (date(2026, 11, 16), date(2026, 11, 19))


@pytest.mark.parametrize(
    ("step", "first", "last"),
    [
        ("week", "2026-09-07", "2026-11-29"),
        ("month", "2025-12-01", "2026-11-30"),
        ("quarter", "2024-01-01", "2026-12-31"),
        ("year", "2022-01-01", "2026-12-31"),
    ],
)
def test_the_trend_holds_whole_steps(step: Step, first: str, last: str) -> None:
    scope = trend_scope(date(2026, 11, 23), "", step)
    assert (scope.first_on, scope.last_on) == (date.fromisoformat(first), date.fromisoformat(last))
    assert len(list(keys_between(scope.first_on, scope.last_on, step))) == TRENDS[step][0]


@pytest.mark.usefixtures("units")
def test_the_trend_goes_by_weeks_where_they_are_wanted(seat: Seat) -> None:
    press(seat, "Shift+F4")
    made = page(seat)
    made.choosing.bar.step.setFocus()
    press(seat, "Down")
    assert made.views.overview.chart.said.startswith("23/11–29/11: ")
    assert made.views.overview.chart.accessibleName() == "Biểu đồ 12 tuần qua"
    assert made.views.is_overview
