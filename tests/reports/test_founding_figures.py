"""The figures of the founding reports, entered as journals, come back exactly; each opens what it counts."""

import pytest

from desk_app.kernel.errors import InvalidInput
from desk_app.office.tables import Unit, list_units
from desk_app.reports.figure import Report, figures_of
from desk_app.reports.opening import open_figure
from tests.desks import RehearsalDesk
from tests.reports.asking import AUTUMN, EIGHT_MONTHS, HALF_YEAR, IN_2020, asked, column, said
from tests.reports.founding import (
    DAI_THANH,
    HIEP_LOI,
    HIEP_THANH,
    HOA_MY,
    LAI_HIEU,
    NGA_BAY,
    ON_TIME,
    ORGANISATIONS,
    WRITTEN,
)

TOTAL = "Tổng cộng"


def test_the_linked_procedure_of_2020_is_in_time_278_times_in_six_units(nga_bay: RehearsalDesk) -> None:
    report = asked(nga_bay, "models", IN_2020)
    assert column(report, "linked", "in_time") == {**ON_TIME, TOTAL: 278}
    assert column(report, "linked", "all") == {**ON_TIME, TOTAL: 278}
    assert said(report, "linked", TOTAL, "in_time_share") == "100,0 %"


def test_somebody_wrote_for_citizens_727_times_in_2020(nga_bay: RehearsalDesk) -> None:
    report = asked(nga_bay, "models", IN_2020)
    assert column(report, "writing", "all") == {**WRITTEN, TOTAL: 727}


def test_the_hotline_ward_received_845_and_was_early_587_times(nga_bay: RehearsalDesk) -> None:
    report = asked(nga_bay, "models", HALF_YEAR)
    assert column(report, "guidance", "people") == {HIEP_THANH: 170, TOTAL: 170}
    assert column(report, "guidance", "guided") == {HIEP_THANH: 190, TOTAL: 190}
    assert column(report, "guidance", "all")[HIEP_THANH] == 845
    assert column(report, "guidance", "early")[HIEP_THANH] == 587
    outreach = report.table("outreach").rows[1]
    assert outreach.label == HIEP_THANH
    assert [cell.value for cell in outreach.cells] == [185, 250, 3, 1, 0, 0]


def test_587_of_845_is_69_5_rounded_and_69_4_cut_and_the_rule_says_which(nga_bay: RehearsalDesk) -> None:
    rounded, cut = asked(nga_bay, "models", HALF_YEAR), asked(nga_bay, "models", HALF_YEAR, rounding="cut")
    assert said(rounded, "guidance", HIEP_THANH, "early_share") == "69,5 %"
    assert said(cut, "guidance", HIEP_THANH, "early_share") == "69,4 %"
    assert rounded.rules == ("Tỷ lệ làm tròn đến 0,1 %, nửa thì lên.",)
    assert cut.rules == ("Tỷ lệ cắt bỏ phần lẻ sau 0,1 %, không làm tròn.",)


def test_satisfied_includes_good_97_of_which_64_and_96_of_which_28(nga_bay: RehearsalDesk) -> None:
    report = asked(nga_bay, "models", IN_2020)
    for unit, satisfied, good in ((HIEP_LOI, "97,0 %", "64,0 %"), (NGA_BAY, "96,0 %", "28,0 %")):
        assert said(report, "friendly", unit, "content_share") == satisfied
        assert said(report, "friendly", unit, "good_share") == good


def test_three_more_received_40_and_was_in_time_40_times_across_the_year(nga_bay: RehearsalDesk) -> None:
    report = asked(nga_bay, "models", HALF_YEAR)
    assert column(report, "three_more", "all") == {LAI_HIEU: 40, TOTAL: 40}
    assert column(report, "three_more", "in_time") == {LAI_HIEU: 40, TOTAL: 40}


def test_sessions_at_the_cultural_house_took_1285_dossiers(nga_bay: RehearsalDesk) -> None:
    report = asked(nga_bay, "models", EIGHT_MONTHS)
    assert column(report, "sessions", "all") == {HIEP_LOI: 1285, TOTAL: 1285}
    assert said(report, "sessions", TOTAL, "all") == "1.285"
    assert column(report, "sessions", "held") == {HIEP_LOI: 35, TOTAL: 35}


def test_four_on_the_spot_served_100_people(nga_bay: RehearsalDesk) -> None:
    report = asked(nga_bay, "models", HALF_YEAR)
    assert column(report, "on_the_spot", "people") == {DAI_THANH: 100, TOTAL: 100}


def test_the_commune_wrote_107_by_four_organisations_settled_84_and_brought_58_and_7_home(
    hoa_my: RehearsalDesk,
) -> None:
    report = asked(hoa_my, "models", AUTUMN)
    assert column(report, "writing", "all") == {HOA_MY: 107, TOTAL: 107}
    by_organisation = column(report, "organisations", "all")
    assert {name: by_organisation[name] for name in ORGANISATIONS} == dict(
        zip(ORGANISATIONS, (27, 27, 27, 26), strict=True)
    )
    assert column(report, "at_once", "at_once") == {HOA_MY: 84, TOTAL: 84}
    assert column(report, "at_home", "cards") == {HOA_MY: 58, TOTAL: 58}
    assert column(report, "at_home", "cases") == {HOA_MY: 7, TOTAL: 7}
    assert column(report, "outreach", "launched") == {HOA_MY: 54, TOTAL: 54}


def test_a_report_of_one_unit_holds_that_unit_alone(nga_bay: RehearsalDesk) -> None:
    code = next(unit.code for unit in units(nga_bay) if unit.name == HIEP_LOI)
    report = asked(nga_bay, "models", IN_2020, code)
    assert report.unit_name == HIEP_LOI
    assert column(report, "linked", "in_time") == {HIEP_LOI: 75, TOTAL: 75}
    assert column(report, "volunteers", "all")[TOTAL] == 204


@pytest.mark.parametrize("definition", ["models", "06", "timeliness", "guided", "on-the-spot", "returns", "sessions"])
def test_every_figure_opens_exactly_what_it_counts(
    nga_bay: RehearsalDesk, hoa_my: RehearsalDesk, definition: str
) -> None:
    opened = 0
    for desk, days in ((nga_bay, HALF_YEAR), (hoa_my, AUTUMN)):
        opened += sum(require_opens(desk, report) for report in (asked(desk, definition, days),))
    assert opened


def require_opens(desk: RehearsalDesk, report: Report) -> int:
    """Open every figure and hold its rows against it; return how many counted something."""
    found = 0
    plain = {
        (table.id, column.key)
        for table in report.tables
        for column in table.columns
        if column.adds_up and column.kind == "count"
    }
    for table, _row, key, figure in figures_of(report):
        if figure.opens and figure.kind == "count":
            rows = open_figure(desk.reports, figure.opens, by=desk.accounts_by_role["leader"], limit=2_000)
            assert rows.number == figure.value, (figure, rows.number)
            if (table, key) in plain and key not in ("forms", "followers", "views", "posts", "launched"):
                assert len(rows.rows) == figure.value
            found += bool(figure.value)
    return found


def test_answers_given_in_confidence_open_nothing(nga_bay: RehearsalDesk) -> None:
    report = asked(nga_bay, "ratings", IN_2020)
    assert report.table("unit").total
    assert not any(figure.opens for *_, figure in figures_of(report))
    with pytest.raises(InvalidInput):
        open_figure(nga_bay.reports, "ratings?from=2020-01-01&to=2020-12-31", by=nga_bay.accounts_by_role["leader"])


def units(desk: RehearsalDesk) -> list[Unit]:
    """Return the offices that the desk's journal knows."""
    return list(list_units(desk.journal.reading()))
