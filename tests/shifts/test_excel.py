"""Excel out, read back; and last year's list in, as messy as offices have it."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from desk_app.kernel.errors import Conflict, InvalidInput
from desk_app.kernel.records import changed
from desk_app.shifts import attendance, keeping
from desk_app.shifts.book import Member, Place
from desk_app.shifts.excel_out import hours_excel, roster_excel
from desk_app.shifts.hours import hours_of
from desk_app.shifts.import_keeping import keep_list
from desk_app.shifts.import_list import ListRead, read_list
from desk_app.shifts.list_cells import day_of
from desk_app.shifts.name_matching import bare_name
from desk_app.shifts.reading import seats_between
from tests.desks import RehearsalDesk
from tests.shifts.rota import act, entered, issued, on, previewed, seats


def workbook(rows: Sequence[Sequence[Any]], *, merged: str = "", title: str = "Sheet") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    if merged:
        sheet.merge_cells(merged)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


EXCEL_DAY = datetime(2026, 12, 4)  # noqa: DTZ001 - Excel knows no offsets

MESSY: list[list[Any]] = [
    ["DANH SÁCH TRỰC NĂM 2025", None, None, None],
    [],
    ["STT", "HỌ VÀ TÊN", "Ngày trực", "Đơn vị"],
    [1, "NGUOI THU ANH 0", "Thứ sáu, 07/11/2025", "ĐOÀN THANH NIÊN"],
    [2, "Đ/c Người Thử Bình 1", None, "Hội Nông dân"],
    [3, "Người Thử Anh 2", date(2025, 11, 14), "Hoi Phu nu"],
    [4, "Người Thử Anh 2", "14.11.2025", "Hội Phụ nữ"],
    [5, None, "21-11-25", "Hội Cựu chiến binh"],
    [6, "Người Thử Anhh 3", "28/11/2025", "Hội Cựu chiến binh"],
    [7, "Ai Đó Lạ", "28/11/2025", "Hội Làm vườn"],
    [8, "Người Thử Anh 0", "31/11/2025", "Đoàn Thanh niên"],
    [None, None, None, None],
]


def messy(desk: RehearsalDesk) -> ListRead:
    # One day stands merged over the first two rows.
    return read_list(desk.shifts, workbook(MESSY, merged="C4:C5"), file="truc-2025.xlsx")


def test_every_row_of_a_messy_list_gets_a_verdict(desk: RehearsalDesk) -> None:
    entered(desk)
    read = messy(desk)
    assert [(each.row, each.verdict) for each in read.rows] == [
        (4, "person"), (5, "person"), (6, "person"), (7, "twice"), (8, "organisation"), (9, "similar"), (10, "unknown"),
        (11, "bad_day"),
    ]  # fmt: skip
    assert [each.on for each in read.rows[:5]] == [
        date(2025, 11, 7), date(2025, 11, 7), date(2025, 11, 14), date(2025, 11, 14), date(2025, 11, 21),
    ]  # fmt: skip
    assert read.rows[1].name == "Người Thử Bình 1"
    assert read.kept == 4
    assert seats_between(desk.shifts, date(2025, 1, 1), date(2025, 12, 31)) == ()


def test_the_clear_rows_are_kept_and_count_for_the_next_plan(desk: RehearsalDesk) -> None:
    entered(desk)
    act(desk, keep_list, read=messy(desk), similar=True)
    kept = seats_between(desk.shifts, date(2025, 11, 1), date(2025, 11, 30))
    assert [(each.on.day, each.member_name or each.organisation_name) for each in kept] == [
        (7, "Người Thử Anh 0"), (7, "Người Thử Bình 1"), (14, "Người Thử Anh 2"), (21, "Hội Cựu chiến binh"),
        (28, "Người Thử Anh 3"),
    ]  # fmt: skip
    shares = {desk.shifts.present().name_of(each.organisation): each.carried for each in previewed(desk).shares}
    assert shares["Hội Cựu chiến binh"] == -75
    assert {each.verdict for each in messy(desk).rows if each.member or each.organisation} <= {
        "month_taken", "bad_day", "unknown",
    }  # fmt: skip
    with pytest.raises(InvalidInput, match="Không có dòng nào"):
        act(desk, keep_list, read=messy(desk))
    assert desk.journal.refold() == ()


def test_a_month_planned_since_the_file_was_read_is_not_overwritten(desk: RehearsalDesk) -> None:
    entered(desk)
    read = messy(desk)
    act(desk, keep_list, read=read)
    with pytest.raises(Conflict, match="đã có lịch trực"):
        act(desk, keep_list, read=read)


def test_two_people_of_one_name_are_told_apart_by_their_organisation(desk: RehearsalDesk) -> None:
    rota = entered(desk)
    act(desk, keeping.put_member, member=Member(id="", organisation=rota.organisations[1], name="Người Thử Anh 0"))
    unclear = workbook([["Tên", "Ngày"], ["Người Thử Anh 0", "07/11/2025"]])
    assert [each.verdict for each in read_list(desk.shifts, unclear).rows] == ["several"]
    clear = workbook([["Tổ chức", "Ngày", "Tên"], ["Hội Nông dân", "07/11/2025", "NGUOI THU ANH 0"]])
    (row,) = read_list(desk.shifts, clear).rows
    assert (row.verdict, row.organisation) == ("person", rota.organisations[1])


def test_a_place_must_be_clear_where_there_are_several(desk: RehearsalDesk) -> None:
    entered(desk)
    act(desk, keeping.put_place, place=Place(id="", name="Bàn thành phố"))
    rows: list[list[Any]] = [
        ["Ngày trực", "Họ tên", "Địa điểm", "Có mặt"],
        ["07/11/2025", "Người Thử Anh 0", "BAN THANH PHO", "x"],
        ["07/11/2025", "Người Thử Anh 1", None, "vắng"],
    ]
    read = read_list(desk.shifts, workbook(rows))
    assert [each.verdict for each in read.rows] == ["person", "unknown_place"]
    act(desk, keep_list, read=read)
    (kept,) = seats_between(desk.shifts, date(2025, 11, 1), date(2025, 11, 30))
    assert (kept.place_name, kept.state) == ("Bàn thành phố", "came")
    assert hours_of(desk.shifts, date(2025, 11, 1), date(2025, 11, 30)).members[0].minutes == 240


@pytest.mark.parametrize("raw", [b"", b"PK", b"khong phai excel", workbook([["A", "B"], [1, 2]])])
def test_what_is_no_list_is_refused(desk: RehearsalDesk, raw: bytes) -> None:
    with pytest.raises(InvalidInput):
        read_list(desk.shifts, raw)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("07/11/2025", date(2025, 11, 7)),
        ("T6 7.11.2025", date(2025, 11, 7)),
        ("ngày 7-11-25 (sáng)", date(2025, 11, 7)),
        (45968, date(2025, 11, 7)),
        (45968.5, date(2025, 11, 7)),
        ("31/02/2025", None),
        ("sáng thứ sáu", None),
        (7, None),
        (None, None),
        (True, None),
    ],
)
def test_days_are_read_as_offices_write_them(cell: object, day: date | None) -> None:
    assert day_of(cell) == day


def test_titles_capitals_and_marks_do_not_matter_in_a_name() -> None:
    assert bare_name("Đ/c NGUYỄN THỊ MẪU") == bare_name("Bà Nguyen Thi Mau") == "nguyen thi mau"
    assert bare_name("Bà Mẫu") == "ba mau"


def test_a_roster_is_written_to_excel_with_its_reasons(desk: RehearsalDesk) -> None:
    entered(desk)
    roster = issued(desk)
    book = openpyxl.load_workbook(BytesIO(roster_excel(roster)))
    assert book.sheetnames == ["Lịch trực", "Dự phòng", "Công bằng", "Ghi chú"]
    first = [cell.value for cell in book["Lịch trực"][2]]
    seat = roster.shifts[0].seats[0]
    assert first == [
        EXCEL_DAY, "Thứ sáu", "07:30–11:30", "Bàn viết hộ", 1, seat.organisation_name, seat.member_name,
        seat.phone, "sẽ trực", seat.why,
    ]  # fmt: skip
    assert [row[3].value for row in book["Công bằng"].iter_rows(min_row=2)] == [2, 2, 2, 2]


def test_hours_are_written_to_excel_and_a_formula_stays_text(desk: RehearsalDesk) -> None:
    rota = entered(desk)
    member = desk.shifts.present().get_member(rota.members[rota.organisations[0]][0])
    seat = next(each for each in seats(issued(desk)) if each.organisation == rota.organisations[0])
    desk.time.put(on(seat.on.day, 12))
    act(desk, attendance.note_attendance, seat=seat.seat, attended="came")
    act(desk, keeping.put_member, member=changed(member, id=seat.member, name="=1+1"))
    book = openpyxl.load_workbook(BytesIO(hours_excel(hours_of(desk.shifts, on(1).date(), on(31).date()))))
    rows = [[cell.value for cell in row] for row in book["Từng người"].iter_rows(min_row=2)]
    assert ["Đoàn Thanh niên", "=1+1", 1, 4, 0, 0, 0, 0] in rows
    assert book["Từng người"]["B2"].data_type == "s"
