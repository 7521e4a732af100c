"""The cash of a day: sums, waived fees, counting the drawer, and what comes after."""

from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest

from desk_app.fees.commands import cash_day
from desk_app.fees.day import report
from desk_app.fees.papers import day_paper
from desk_app.fees.printing import print_day, print_slip
from desk_app.fees.sheet import write_day
from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.printing.blocks import Field, Highlight, QrCode, Table
from desk_app.printing.pdf import paper_pdf
from desk_app.printing.tables import list_papers
from desk_app.printing.tables.jobs import find_original
from tests.desks import AGENCY, RehearsalDesk
from tests.fees.taking import COPY, DEAL, SIGNATURE, TODAY, closed, officer_of, paid, received, returned, today

NEXT_DAY = date(2026, 11, 25)
"""Tuesday 24/11 is a holiday from 2026 on."""


@pytest.fixture
def busy(desk: RehearsalDesk) -> RehearsalDesk:
    """Give a desk at which four payments were taken and one was given back."""
    dossiers = [received(desk, procedure) for procedure in (COPY, SIGNATURE, DEAL, DEAL)]
    received(desk, COPY, fee=0, fee_reason="hộ nghèo")
    for dossier, way in zip(dossiers, ("cash", "transfer", "cash", "transfer"), strict=True):
        paid(desk, dossier, way=way)  # type: ignore[arg-type]
    returned(desk, dossiers[0])
    return desk


def test_a_day_is_summed_by_field_and_by_way(busy: RehearsalDesk) -> None:
    day = today(busy)
    assert [(each.field, each.payments, each.net) for each in day.fields] == [
        ("Chứng thực", 3, 110_000),
        ("Hộ tịch", 1, 0),
    ]
    assert [(each.way, each.payments, each.net) for each in day.ways] == [("cash", 2, 50_000), ("transfer", 2, 60_000)]
    assert (day.payments, day.paid, day.returned, day.net) == (4, 118_000, 8_000, 110_000)
    assert (day.expected, day.counted, day.closed_at) == (50_000, None, None)


def test_waived_fees_are_counted_with_their_reasons_wherever_they_were_waived(busy: RehearsalDesk) -> None:
    paid(busy, received(busy, DEAL), 0, reason="người khuyết tật")
    received(busy, DEAL, fee=0, fee_reason="hộ nghèo")
    assert [(each.reason, each.count) for each in today(busy).waived] == [("hộ nghèo", 2), ("người khuyết tật", 1)]


def test_the_drawer_that_agrees_is_closed_without_a_word(busy: RehearsalDesk) -> None:
    closed(busy, 550_000, opening=500_000)
    day = today(busy)
    assert (day.opening, day.expected, day.counted, day.difference, day.note) == (500_000, 550_000, 550_000, 0, "")


def test_a_difference_needs_an_explanation(busy: RehearsalDesk) -> None:
    with pytest.raises(InvalidInput) as refused:
        closed(busy, 49_000)
    assert refused.value.field == "note"
    assert today(busy).counted is None
    closed(busy, 49_000, note="trả thừa tiền lẻ")
    assert (today(busy).difference, today(busy).note) == (-1_000, "trả thừa tiền lẻ")


def test_a_day_is_closed_once_and_not_before_it_comes(busy: RehearsalDesk) -> None:
    closed(busy, 50_000)
    for day in (TODAY, TODAY + timedelta(days=4)):
        with pytest.raises(Refused):
            closed(busy, 50_000, day=day)


def test_money_after_the_closing_belongs_to_the_next_working_day(busy: RehearsalDesk) -> None:
    late = received(busy, SIGNATURE)
    closed(busy, 50_000)
    fact = paid(busy, late)
    assert (fact.day, fact.number) == (NEXT_DAY, "PT-261123-1005")
    assert today(busy).net == 110_000
    assert report(busy.fees, day=NEXT_DAY, officer=officer_of(busy)).net == 10_000
    closed(busy, 10_000, day=NEXT_DAY)
    assert cash_day(busy.fees, busy.journal.reading(), officer_of(busy), TODAY) == date(2026, 11, 26)


def test_another_officers_drawer_is_not_closed_with_mine(busy: RehearsalDesk) -> None:
    closed(busy, 50_000)
    assert cash_day(busy.fees, busy.journal.reading(), "somebody-else", TODAY) == TODAY
    whole = report(busy.fees, day=TODAY)
    assert (whole.officer, whole.cash_days, whole.closed_days, whole.net) == ("", 1, 1, 110_000)


def test_a_day_without_money_is_an_empty_report_and_can_be_closed(desk: RehearsalDesk) -> None:
    assert (today(desk).fields, today(desk).payments, today(desk).expected) == ((), 0, 0)
    closed(desk, 0)
    assert today(desk).difference == 0


def test_the_report_on_paper_says_what_the_report_says(busy: RehearsalDesk) -> None:
    closed(busy, 49_000, note="trả thừa tiền lẻ")
    paper = day_paper(today(busy), AGENCY, page="A4")
    tables = [block for block in paper.blocks if isinstance(block, Table)]
    assert tables[0].rows[-1] == ("Cộng", "4", "58.000", "60.000", "8.000", "110.000")
    assert tables[1].rows[-1] == ("Cộng", "4", "118.000", "8.000", "110.000")
    fields = {block.label: block.value for block in paper.blocks if isinstance(block, Field)}
    assert (fields["Phải có"], fields["Đếm được"], fields["Chênh lệch"]) == ("50.000 đ", "49.000 đ", "-1.000 đ")
    assert fields["3. Miễn, 1 hồ sơ"] == "hộ nghèo: 1"
    assert paper_pdf(paper).startswith(b"%PDF")


def test_a_report_that_is_printed_waits_in_the_queue_once_for_each_time(busy: RehearsalDesk) -> None:
    for _again in range(2):
        by, id_ = officer_of(busy), busy.journal.new_id()
        print_day(busy.fees, by=by, day=TODAY, officer=by, command_id=id_)
    about = f"fee_day:{busy.journal.desk_id}:{officer_of(busy)}:2026-11-23"
    assert [each.kind for each in list_papers(busy.journal.reading(), about)] == ["fee_day", "fee_day"]


def test_the_slip_shows_amount_and_number_and_is_issued_once(desk: RehearsalDesk) -> None:
    dossier = received(desk, DEAL)
    with pytest.raises(Refused):
        print_slip(desk.fees, by=officer_of(desk), dossier=dossier, command_id=desk.journal.new_id())
    paid(desk, dossier, way="transfer")
    print_slip(desk.fees, by=officer_of(desk), dossier=dossier, command_id=desk.journal.new_id())
    issued = next(each for each in list_papers(desk.journal.reading(), dossier) if each.kind == "fee_slip")
    paper = find_original(desk.journal.reading(), issued.id)
    assert paper is not None
    shown = next(block for block in paper.blocks if isinstance(block, Highlight))
    assert (shown.value, shown.note) == ("50.000 đ", "Chuyển khoản")
    assert next(block for block in paper.blocks if isinstance(block, QrCode)).caption == "PT-261123-1001"
    with pytest.raises(Refused) as refused:
        print_slip(desk.fees, by=officer_of(desk), dossier=dossier, command_id=desk.journal.new_id())
    assert refused.value.code == "fees.slip_issued"


def test_the_excel_file_holds_every_payment_and_every_return(busy: RehearsalDesk, tmp_path: Path) -> None:
    file = tmp_path / "ngày.xlsx"
    assert write_day(today(busy), file) == 5
    book = openpyxl.load_workbook(file)
    rows = list(book["Từng phiếu"].iter_rows(min_row=2, values_only=True))
    assert sum(int(str(row[5])) for row in rows) == 110_000
    assert [row[2] for row in rows].count("Trả lại") == 1
    sums = {row[0]: row[1:] for row in book["Tổng hợp"].iter_rows(values_only=True)}
    assert sums["Phải có"][0] == 50_000
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".xlsx"] == ["ngày.xlsx"]
