"""A figure of a report and the same figure of the room that it comes from never differ."""

from datetime import date

from desk_app.dossiers.on_the_spot_figures import on_the_spot_figures
from desk_app.mobile_sessions.figures import figures as session_figures
from desk_app.returns.figures import figures as return_figures
from desk_app.surveys.figures import figures as rating_figures
from desk_app.writing.figures import figures as writing_figures
from tests.desks import RehearsalDesk
from tests.fees.taking import COPY, paid, received, returned
from tests.reports.asking import AUTUMN, EIGHT_MONTHS, HALF_YEAR, IN_2020, asked, column

TOTAL = "Tổng cộng"
FIRST, LAST = (date.fromisoformat(day) for day in AUTUMN)
NEW_YEAR, NEW_YEARS_EVE = (date.fromisoformat(day) for day in IN_2020)


def test_returns_say_what_the_room_of_returns_says(hoa_my: RehearsalDesk) -> None:
    report, own = asked(hoa_my, "returns", AUTUMN), return_figures(hoa_my.returns, first_on=FIRST, last_on=LAST)
    assert column(report, "unit", "home")[TOTAL] == own.delivered_home == 65
    by_hamlet = column(report, "hamlet", "home")
    assert {share.name: share.delivered for share in own.hamlets} == {"Ấp 1": by_hamlet["Ấp 1"]}


def test_sittings_say_what_the_room_of_dossiers_says(nga_bay: RehearsalDesk) -> None:
    report = asked(nga_bay, "on-the-spot", HALF_YEAR)
    own = on_the_spot_figures(nga_bay.dossiers, date(2020, 8, 1), date(2021, 1, 31))
    assert column(report, "unit", "settled")[TOTAL] == own.settled == 100
    whole = next(row for row in report.table("times").rows if row.key == "whole")
    assert [cell.value for cell in whole.cells] == [100, 300, 300]


def test_the_writing_table_says_what_its_room_says(nga_bay: RehearsalDesk) -> None:
    report, own = (
        asked(nga_bay, "models", IN_2020),
        writing_figures(nga_bay.writing, first_on=NEW_YEAR, last_on=NEW_YEARS_EVE),
    )
    assert column(report, "writing", "all")[TOTAL] == own.cases == 727
    assert column(report, "writing", "forms")[TOTAL] == own.forms_written


def test_sessions_say_what_their_room_says(nga_bay: RehearsalDesk) -> None:
    report = asked(nga_bay, "sessions", EIGHT_MONTHS)
    own = session_figures(nga_bay.mobile_sessions, first_on=date(2020, 6, 1), last_on=date(2021, 1, 31))
    assert column(report, "unit", "taken")[TOTAL] == own.dossiers == 1285
    assert column(report, "unit", "held")[TOTAL] == own.held == 35


def test_ratings_say_what_their_room_says(nga_bay: RehearsalDesk) -> None:
    report, own = (
        asked(nga_bay, "ratings", IN_2020),
        rating_figures(nga_bay.surveys, first_on=NEW_YEAR, last_on=NEW_YEARS_EVE),
    )
    assert column(report, "unit", "all")[TOTAL] == own.total == 200
    assert column(report, "unit", "content")[TOTAL] == own.satisfied.count
    assert column(report, "unit", "good")[TOTAL] == own.good.count


def test_cash_is_counted_by_way_and_what_went_back_is_taken_off(desk: RehearsalDesk) -> None:
    paid(desk, received(desk, COPY, "Nguyễn Văn An", copies=3), 6_000, reason="giảm")
    given_back = received(desk, COPY, "Trần Thị Bình")
    paid(desk, given_back)
    returned(desk, given_back)
    report = asked(desk, "cash", ("2026-11-01", "2026-11-30"))
    assert column(report, "field", "net")[TOTAL] == 6_000
    assert column(report, "way", "cash")[TOTAL] - column(report, "way", "returned")[TOTAL] == 6_000
    assert column(report, "officer", "payments")[TOTAL] == 2
