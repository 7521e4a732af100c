"""Periods, offices, permissions, numbers, words: what surrounds the figures."""

from datetime import date

import pytest

from desk_app.kernel.errors import Cancelled, InvalidInput, NotAllowed, NotFound
from desk_app.kernel.records import changed
from desk_app.reports.asked import Scope, month_period
from desk_app.reports.definitions.register import DEFINITIONS
from desk_app.reports.drill import Drill, drill_of, text_of
from desk_app.reports.figure import Figure, spoken, tenths
from desk_app.reports.making import make_report
from desk_app.reports.opening import open_figure
from desk_app.reports.words import checked_words, filled, shipped_words, words_for
from tests.desks import RehearsalDesk
from tests.dossiers.lists import receive
from tests.reports.asking import HALF_YEAR, IN_2020, asked, column, said, scope_of
from tests.reports.units import UnitJournal, day, merged

NOVEMBER = ("2026-11-01", "2026-11-30")


def test_a_reporting_month_runs_from_the_15th_to_the_14th_or_by_the_calendar() -> None:
    assert month_period(2026, 11, 15) == (date(2026, 10, 15), date(2026, 11, 14))
    assert month_period(2026, 1, 15) == (date(2025, 12, 15), date(2026, 1, 14))
    assert month_period(2026, 2, 1) == (date(2026, 2, 1), date(2026, 2, 28))
    assert month_period(2026, 12, 1) == (date(2026, 12, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("part", "whole", "rounded", "cut"),
    [(587, 845, 695, 694), (1, 2000, 1, 0), (1, 3, 333, 333), (2, 3, 667, 666), (0, 5, 0, 0), (5, 5, 1000, 1000)],
)
def test_shares_are_rounded_half_up_or_cut(part: int, whole: int, rounded: int, cut: int) -> None:
    assert (tenths(part, whole, "half_up"), tenths(part, whole, "cut")) == (rounded, cut)


def test_a_share_of_nothing_is_a_dash_and_not_nought() -> None:
    assert tenths(0, 0, "half_up") is None
    assert spoken(Figure(label="", kind="share", value=0, whole=0)) == "–"
    assert spoken(Figure(label="", kind="money", value=8000)) == "8.000 đ"
    assert spoken(Figure(label="", kind="minutes", value=125)) == "12,5 phút"
    assert spoken(Figure(label="", kind="minutes", value=None)) == "–"


def test_the_way_to_rows_survives_being_written_down() -> None:
    drill = Drill(
        source="received",
        first_on=date(2026, 11, 1),
        last_on=date(2026, 11, 30),
        unit="H30.01",
        of="early",
        equal=(("field", "Đất đai & nhà = 100 %"), ("officer", "")),
    )
    assert drill_of(text_of(drill)) == drill


@pytest.mark.parametrize(
    "text",
    [
        "",
        "received",
        "received?from=2026-11-01",
        "received?from=2026-11-30&to=2026-11-01",
        "nowhere?from=2026-11-01&to=2026-11-30",
        "received?from=2026-11-01&to=2026-11-30&is=1 OR 1",
        "received?from=2026-11-01&to=2026-11-30&nothing=1",
        "writers?from=2026-11-01&to=2026-11-30&is=all' --",
    ],
)
def test_a_line_that_opens_nothing_is_refused(desk: RehearsalDesk, text: str) -> None:
    with pytest.raises(InvalidInput):
        open_figure(desk.reports, text, by=desk.admin)


def test_a_narrowing_with_quotes_is_a_value_and_no_sql(desk: RehearsalDesk) -> None:
    receive(desk, "Nguyễn Văn Mẫu")
    opens = text_of(
        Drill(
            source="received", first_on=date(2026, 11, 1), last_on=date(2026, 11, 30), equal=(("field", "' OR 1=1 --"),)
        )
    )
    assert open_figure(desk.reports, opens, by=desk.admin).number == 0


def test_rows_come_a_page_at_a_time_and_say_that_there_are_more(desk: RehearsalDesk) -> None:
    ids = [receive(desk, f"Người Thử {name}") for name in ("Một", "Hai", "Ba")]
    opens = text_of(Drill(source="received", first_on=date(2026, 11, 1), last_on=date(2026, 11, 30)))
    first = open_figure(desk.reports, opens, by=desk.admin, limit=2)
    rest = open_figure(desk.reports, opens, by=desk.admin, limit=2, skip=2)
    assert (first.number, len(first.rows), first.more, rest.more) == (3, 2, True, False)
    assert [row.dossier for row in (*first.rows, *rest.rows)] == ids
    assert first.rows[0].about == "Đăng ký khai sinh"


def test_an_unknown_office_a_wrong_period_and_an_unknown_report_are_refused(desk: RehearsalDesk) -> None:
    with pytest.raises(NotFound):
        asked(desk, "06", NOVEMBER, "H99.99")
    with pytest.raises(NotFound):
        asked(desk, "07", NOVEMBER)
    with pytest.raises(InvalidInput):
        asked(desk, "06", ("2026-11-30", "2026-11-01"))


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_nobody_reads_a_report_without_the_right(desk: RehearsalDesk, definition: str) -> None:
    with pytest.raises(NotAllowed):
        make_report(
            desk.reports, by=desk.accounts_by_role["volunteer"], definition=definition, scope=scope_of(NOVEMBER)
        )


def test_the_access_log_is_reviewed_by_leader_and_administrator_alone(desk: RehearsalDesk) -> None:
    for role, may in (("leader", True), ("keeper", True), ("officer", False)):
        by = desk.accounts_by_role[role]
        if may:
            report = make_report(desk.reports, by=by, definition="access", scope=scope_of(NOVEMBER))
            assert column(report, "officer", "secrets")["Tổng cộng"] > 0
        else:
            with pytest.raises(NotAllowed):
                make_report(desk.reports, by=by, definition="access", scope=scope_of(NOVEMBER))


def test_a_report_stops_in_the_middle_of_a_question(desk: RehearsalDesk) -> None:
    unit = UnitJournal("H30.01", "UBND xã 1", at=day("2026-01-05"))
    for place in range(300):
        unit.dossier(day("2026-10-20"), result_days=place % 9)
    merged(desk, [unit])
    asked_for = 0

    def stop(done: int, total: int) -> None:
        nonlocal asked_for
        asked_for += 1
        if done >= 2:
            assert total
            raise Cancelled("window.stopped", "Đã dừng.")

    with pytest.raises(Cancelled):
        make_report(desk.reports, by=desk.admin, definition="models", scope=scope_of(NOVEMBER), watch=stop)
    assert asked_for >= 3
    assert asked(desk, "06", ("2026-10-01", "2026-10-31"))


def test_what_desks_without_an_office_did_is_counted_as_of_an_unknown_one(desk: RehearsalDesk) -> None:
    unit = UnitJournal("H30.01", "UBND xã 1", at=day("2026-01-05"))
    unit.dossier(day("2026-11-03"))
    nameless = UnitJournal("H30.02", "UBND xã 2", at=day("2026-01-05"))
    nameless.entries.clear()
    nameless.dossier(day("2026-11-04"))
    merged(desk, [unit, nameless])
    report = asked(desk, "06", NOVEMBER)
    assert column(report, "unit", "all") == {"UBND xã 1": 1, "Chưa rõ đơn vị": 1, "Tổng cộng": 2}
    unknown = next(row for row in report.table("unit").rows if row.label == "Chưa rõ đơn vị")
    assert open_figure(desk.reports, unknown.cells[0].opens, by=desk.admin).number == 1


def test_missing_numbers_and_numbers_given_twice_are_named(desk: RehearsalDesk) -> None:
    unit = UnitJournal("H30.01", "UBND xã 1", at=day("2026-01-05"))
    for _number in range(5):
        unit.dossier(day("2026-11-03"))
    kept = [entry for entry in unit.entries if b"-261103-1003" not in entry.body and b"-261103-1001" not in entry.body]
    other = UnitJournal("H30.01", "UBND xã 1", at=day("2026-01-05"), desk="another-desk")
    for number in (2, 4, 5):
        other._numbers[date(2026, 11, 3)] = number - 1
        other.dossier(day("2026-11-03"))
    assert len(kept) == len(unit.entries) - 2
    merged(desk, [other])
    report = asked(desk, "numbers", NOVEMBER)
    missing = report.table("dossiers_gaps")
    assert [(row.key, row.cells[0].value) for row in missing.rows] == [
        ("H30.01-261103-1001", 1),
        ("H30.01-261103-1003", 1),
    ]
    assert missing.total
    assert missing.total.cells[0].value == 2
    merged(desk, [unit])
    twice = asked(desk, "numbers", NOVEMBER).table("dossiers_twice")
    assert [row.key for row in twice.rows] == [f"H30.01-261103-100{number}" for number in (2, 4, 5)]


def test_every_shipped_wording_fits_its_report(nga_bay: RehearsalDesk) -> None:
    for definition in DEFINITIONS:
        report = asked(nga_bay, definition, IN_2020)
        words = checked_words(words_for(definition, report.made_at.date()), report)
        assert "{" not in words.about + "".join(text for table in words.tables for text in table.paragraphs)
    assert {each.definition for each in shipped_words()} >= {"models", "06", "*"}


def test_number_words_are_the_writers_and_the_figure_is_not(nga_bay: RehearsalDesk) -> None:
    report = asked(nga_bay, "models", HALF_YEAR)
    assert filled("với hơn {guidance.total.people} người", report) == "với hơn 170 người"
    assert filled("từ {from} đến {to} tại {unit}", report) == "từ 01/08/2020 đến 31/01/2021 tại toàn địa bàn"
    for place in ("{guidance.total.nobody}", "{nothing.total.all}", "{guidance}", "{}"):
        with pytest.raises(InvalidInput):
            filled(f"hơn {place} người", report)


def test_a_wording_of_another_report_or_too_long_a_text_is_refused(nga_bay: RehearsalDesk) -> None:
    report = asked(nga_bay, "models", HALF_YEAR)
    with pytest.raises(InvalidInput):
        checked_words(words_for("06", date(2026, 1, 1)), report)
    with pytest.raises(InvalidInput):
        checked_words(changed(words_for("models", date(2026, 1, 1)), closing="dài " * 2000), report)


def test_shares_follow_the_rounding_asked_for(nga_bay: RehearsalDesk) -> None:
    report = make_report(
        nga_bay.reports,
        by=nga_bay.accounts_by_role["leader"],
        definition="guided",
        scope=Scope(first_on=date(2020, 8, 1), last_on=date(2021, 1, 31), rounding="cut"),
    )
    assert said(report, "guided", "Đã được hướng dẫn trước", "early_share") == "–"
    assert report.rounding == "cut"
