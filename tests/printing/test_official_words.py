from datetime import date

import pytest

from desk_app.kernel.errors import InvalidInput
from desk_app.office.agency import Agency
from desk_app.office.rules import DatedSetting, checked_value
from desk_app.printing.official.document import Cell, Column, Margins, Table
from desk_app.printing.official.files import document_pdf
from desk_app.printing.official.grid import placed_cells
from desk_app.printing.official.words import dated, head_of, margins_on, number_line, place_and_date
from tests.printing.official_samples import notice, plain


@pytest.mark.parametrize(("number", "line"), [(5, "Số: 05/TB-UBND"), (12, "Số: 12/TB-UBND")])
def test_a_number_below_ten_has_a_leading_zero(number: int, line: str) -> None:
    assert number_line(number, "TB-UBND") == line


def test_a_number_not_given_yet_leaves_room_for_the_clerk() -> None:
    assert number_line(None, "TB-UBND") == f"Số: {chr(0xA0) * 8}/TB-UBND"


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 1, 9), "ngày 09 tháng 01 năm 2026"),
        (date(2026, 2, 10), "ngày 10 tháng 02 năm 2026"),
        (date(2026, 3, 1), "ngày 01 tháng 3 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_small_days_and_the_first_two_months_have_a_leading_zero(on: date, words: str) -> None:
    assert dated(on) == words


def test_an_unsigned_document_leaves_room_for_day_and_month() -> None:
    room = chr(0xA0) * 6

    assert place_and_date("Hòa Mỹ", None, year=2026) == f"Hòa Mỹ, ngày{room}tháng{room}năm 2026"
    assert place_and_date("", date(2026, 5, 4)) == "Ngày 04 tháng 5 năm 2026"


def test_the_head_names_the_agency_and_the_one_above_it_in_capitals() -> None:
    agency = Agency(code="H15.50", name="Ủy ban nhân dân xã Hòa Mỹ", upper_name="UBND thành phố", place="Hòa Mỹ")
    head = head_of(agency, number="Số: 05/TB-UBND", on=date(2026, 2, 5))

    assert (head.agency, head.upper) == ("ỦY BAN NHÂN DÂN XÃ HÒA MỸ", "UBND THÀNH PHỐ")
    assert head.place_and_date == "Hòa Mỹ, ngày 05 tháng 02 năm 2026"


def test_margins_are_those_the_office_chose_for_the_day() -> None:
    chosen = (
        DatedSetting(key="official_margin_left_mm", valid_from=date(2026, 1, 1), value="35"),
        DatedSetting(key="official_margin_ends_mm", valid_from=date(2027, 1, 1), value="25"),
    )

    assert margins_on(chosen, date(2026, 6, 1)) == Margins(top=20, bottom=20, left=35, right=15)


def test_margins_outside_the_decree_are_refused() -> None:
    with pytest.raises(InvalidInput, match="Lề trái"):
        checked_value("official_margin_left_mm", "20")


COLUMNS = (Column(title="A"), Column(title="B"), Column(title="C"))


def test_merged_cells_push_their_neighbours_aside() -> None:
    table = Table(columns=COLUMNS, rows=((Cell(text="x", down=2), Cell(text="y", across=2)), ("z", "w")))
    found = {cell.text: (cell.row, cell.column, cell.across, cell.down) for cell in placed_cells(table)}

    assert found["x"] == (1, 0, 1, 2)
    assert found["y"] == (1, 1, 2, 1)
    assert (found["z"], found["w"]) == ((2, 1, 1, 1), (2, 2, 1, 1))


@pytest.mark.parametrize(
    "rows",
    [
        (("một", "hai"),),
        (("một", "hai", "ba", "bốn"),),
        ((Cell(text="một", down=2), "hai", "ba"),),
        ((Cell(text="một", across=4),),),
    ],
)
def test_a_crooked_table_is_refused_and_not_drawn(rows: tuple[tuple[str | Cell, ...], ...]) -> None:
    with pytest.raises(InvalidInput, match="Bảng có hàng 2 thừa hoặc thiếu ô"):
        placed_cells(Table(columns=COLUMNS, rows=rows))


def test_a_merged_head_does_not_reach_into_the_figures() -> None:
    heads = ((Cell(text="A", down=2), "B", "C"),)

    with pytest.raises(InvalidInput):
        placed_cells(Table(columns=COLUMNS, rows=(("hai", "ba"),), heads=heads))


def test_a_merged_cell_deeper_than_a_page_says_its_text_again_and_again() -> None:
    rows = ((Cell(text="ngày", down=30), "b", "c"), *(("b", "c"),) * 29)
    days = [cell for cell in placed_cells(Table(columns=COLUMNS, rows=rows)) if cell.text == "ngày"]

    assert sum(cell.down for cell in days) == 30
    assert max(cell.down for cell in days) <= 12
    assert len(document_pdf(plain(notice(Table(columns=COLUMNS, rows=rows))))) > 0
