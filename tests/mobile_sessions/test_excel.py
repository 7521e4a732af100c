"""Lists as hamlet heads and the police really keep them, built as real workbooks, judged row by row."""

from datetime import date, datetime
from pathlib import Path

import pytest

from desk_app.journal.tables import count_entries
from desk_app.kernel.errors import InvalidInput, NotFound, Refused
from desk_app.mobile_sessions.importing import Judged, take_over
from desk_app.mobile_sessions.progress import every_progress
from desk_app.mobile_sessions.screening import end_line
from tests.desks import RehearsalDesk
from tests.mobile_sessions.outing import a_line, act, judged, line_now, named, workbook

HEAD = ("STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Địa bàn", "Giấy tờ còn thiếu", "Điện thoại", "Ghi chú")


def listed(desk: RehearsalDesk, folder: Path, *rows: tuple[object, ...], **values: object) -> Judged:
    """Judge a plain list with the usual head."""
    return judged(desk, workbook(folder / "danh-sach.xlsx", (HEAD, *rows)), **values)


def row(
    name: str = "Nguyễn Văn An",
    birth: object = "05/03/1985",
    number: object = "093085001234",
    area: object = "Khu vực 3",
    lacks: str = "KS",
    phone: object = None,
    note: object = None,
) -> tuple[object, ...]:
    return (1, name, birth, number, area, lacks, phone, note)


def test_a_clean_row_is_taken_as_it_stands(desk: RehearsalDesk, tmp_path: Path) -> None:
    found = listed(desk, tmp_path, row(lacks="KS, BHYT và đăng ký kết hôn", phone="0907123456"))
    assert [each.outcome for each in found.verdicts] == ["taken"]
    [person] = found.taking
    assert (person.person.birth_on, person.person.phone) == ("1985-03-05", "0907123456")
    assert person.lacks == ("birth", "insurance", "marriage")
    assert person.file_row == "danh-sach.xlsx, Danh sách, dòng 2"


def test_two_rows_of_head_merged_cells_and_crosses_are_understood(desk: RehearsalDesk, tmp_path: Path) -> None:
    rows = (
        ("DANH SÁCH NGƯỜI DÂN CHƯA CÓ GIẤY TỜ NĂM 2026", *[None] * 8),
        (None, *[None] * 8),
        ("STT", "Họ tên công dân", "Năm sinh", None, "Khu vực", "Giấy tờ còn thiếu", None, None, "Ghi chú"),
        (None, None, "Nam", "Nữ", None, "KS", "CCCD", "BHYT", None),
        (1, "NGUYEN VAN AN", "05/03/85", None, 3, "x", None, "X", None),
        (2, "TRẦN THỊ BÌNH", None, 1995, None, None, 1, "không", "đi làm xa"),
        (3, "Lê Thị Cúc", None, date(2001, 9, 2), 4, None, "thiếu", None, None),
    )
    merged = ("A1:I1", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:H3", "I3:I4", "E5:E6")
    found = judged(desk, workbook(tmp_path / "a.xlsx", rows, merged))
    assert [(each.row, each.outcome) for each in found.verdicts] == [(5, "repaired"), (6, "repaired"), (7, "repaired")]
    an, binh, cuc = found.taking
    assert (an.person.name, an.person.sex, an.person.birth_on) == ("Nguyen Van An", "male", "1985-03-05")
    assert (an.area, an.lacks) == ("Khu vực 3", ("birth", "insurance"))
    assert (binh.person.name, binh.person.sex, binh.person.birth_on) == ("Trần Thị Bình", "female", "1995")
    assert (binh.area, binh.lacks, binh.note) == ("Khu vực 3", ("identity",), "đi làm xa")
    assert (cuc.person.birth_on, cuc.area) == ("2001-09-02", "Khu vực 4")
    said = " ".join(found.verdicts[0].repairs)
    assert "tên không có dấu" in said
    assert "hiểu là 1985" in said


def test_headings_sums_remarks_and_repeated_heads_are_no_people(desk: RehearsalDesk, tmp_path: Path) -> None:
    rows = (
        HEAD,
        tuple(f"({number})" for number in range(1, 9)),
        ("KHU VỰC 5", *[None] * 7),
        row(area=None),
        HEAD,
        (None,) * 8,
        ("Ấp Mỹ Hưng", *[None] * 7),
        row(name="Lê Thị Cúc", number=None, area=None),
        ("Tổng cộng: 02 người", *[None] * 7),
        ("Ghi chú: danh sách do Trưởng khu vực lập, còn thiếu hộ ông Tư", *[None] * 7),
    )
    found = judged(desk, workbook(tmp_path / "a.xlsx", rows, ("A3:H3", "A7:H7", "A9:H9", "A10:H10")))
    assert [each.area for each in found.taking] == ["Khu vực 5", "Ấp Mỹ Hưng"]
    assert found.count("skipped") == 6
    assert found.count("refused") == 0


@pytest.mark.parametrize(
    ("typed", "read", "repair"),
    [
        ("05/03/1985", "1985-03-05", ""),
        ("5.3.1985", "1985-03-05", ""),
        ("05-03-85", "1985-03-05", "hai chữ số"),
        ("1/2/26", "2026-02-01", "hiểu là 2026"),
        ("1/2/27", "1927-02-01", "hiểu là 1927"),
        ("03/25/1985", "1985-03-25", "đảo chỗ"),
        ("1985", "1985", ""),
        (1985, "1985", ""),
        (1985.0, "1985", ""),
        ("00/00/1985", "1985", "chỉ ghi năm"),
        ("/5/1985", "1985", "chỉ ghi năm"),
        (31111, "1985-03-05", "Excel"),
        (date(1985, 3, 5), "1985-03-05", ""),
        ("1985-03-05", "1985-03-05", ""),
    ],
)
def test_births_are_read_in_every_way_people_type_them(
    desk: RehearsalDesk, tmp_path: Path, typed: object, read: str, repair: str
) -> None:
    found = listed(desk, tmp_path, row(birth=typed, number=None))
    assert [each.person.birth_on for each in found.taking] == [read]
    said = " ".join(found.verdicts[0].repairs)
    assert (repair in said) if repair else not said


def test_a_year_of_two_digits_follows_the_identity_number(desk: RehearsalDesk, tmp_path: Path) -> None:
    found = listed(desk, tmp_path, row(birth="05/03/15", number="093015001234"))
    assert found.taking[0].person.birth_on == "1915-03-05"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("093085001234", "093085001234"),
        ("093 085 001 234", "093085001234"),
        ("'093085001234", "093085001234"),
        (93085001234, "093085001234"),
        (93085001234.0, "093085001234"),
        (1085001234, "001085001234"),
        (61234567, "061234567"),
        ("361234567", "361234567"),
    ],
)
def test_zeros_that_excel_took_from_numbers_stand_there_again(
    desk: RehearsalDesk, tmp_path: Path, typed: object, read: str
) -> None:
    assert listed(desk, tmp_path, row(number=typed)).taking[0].person.id_number == read


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"name": ""}, "name", "Họ và tên"),
        ({"birth": "31/02/1985"}, "birth_on", "không phải là ngày"),
        ({"birth": "không nhớ"}, "birth_on", "không phải là ngày"),
        ({"birth": "05/03/2031"}, "birth_on", "tương lai"),
        ({"number": "09308500"}, "", ""),
        ({"number": "0930850012"}, "id_number", "12 chữ số"),
        ({"area": ""}, "area", "Địa bàn"),
        ({"lacks": ""}, "lacks", "thiếu giấy tờ gì"),
    ],
)
def test_a_row_that_cannot_be_right_is_refused_with_field_and_reason(
    desk: RehearsalDesk, tmp_path: Path, values: dict[str, object], field: str, said: str
) -> None:
    found = listed(desk, tmp_path, row(**values), row(name="Lê Thị Cúc", number=None))  # type: ignore[arg-type]
    first = found.verdicts[0]
    assert (first.outcome == "refused") is bool(field)
    assert first.field == field
    assert said in first.reason
    assert found.verdicts[1].outcome == "taken"


def test_a_telephone_that_cannot_be_right_is_left_out_and_named(desk: RehearsalDesk, tmp_path: Path) -> None:
    found = listed(desk, tmp_path, row(phone="không có"), row(name="Lê Thị Cúc", number=None, phone=907123456))
    assert [each.person.phone for each in found.taking] == ["", "0907123456"]
    assert all("điện thoại" in " ".join(each.repairs) for each in found.verdicts)


def test_what_the_number_says_otherwise_is_a_doubt_and_stops_nobody(desk: RehearsalDesk, tmp_path: Path) -> None:
    found = listed(desk, tmp_path, row(birth="05/03/1990"))
    assert found.verdicts[0].outcome == "taken"
    assert "1985" in found.verdicts[0].doubts[0]


def test_one_person_twice_in_a_file_is_taken_once_with_all_that_lacks(desk: RehearsalDesk, tmp_path: Path) -> None:
    again = row(name="NGUYEN VAN AN", lacks="CCCD")
    found = listed(desk, tmp_path, row(), again, row())
    assert [each.outcome for each in found.verdicts] == ["taken", "added", "duplicate"]
    assert found.verdicts[2].of == "dòng 2 của tệp"
    assert [each.lacks for each in found.taking] == [("birth", "identity")]


def test_who_is_on_the_list_of_an_earlier_year_is_not_entered_twice(desk: RehearsalDesk, tmp_path: Path) -> None:
    line = a_line(desk, named("Nguyễn Văn An", birth_on="1985-03-05"), lacks=("birth",))
    desk.time.put(datetime(2027, 3, 1, 8, 0, tzinfo=desk.time.now().tzinfo))
    found = listed(desk, tmp_path, row(name="NGUYEN VAN AN", number=None), row(name="nguyễn văn an", lacks="bhyt"))
    assert [each.outcome for each in found.verdicts] == ["duplicate", "added"]
    assert line[-6:] in found.verdicts[0].of
    assert "23/11/2026" in found.verdicts[0].of
    act(desk, take_over, judged=found)
    assert [each.key for each in line_now(desk, line).lacks] == ["birth", "insurance"]


def test_who_is_followed_no_more_comes_back_with_the_reason(desk: RehearsalDesk, tmp_path: Path) -> None:
    line = a_line(desk, named("Nguyễn Văn An", id_number="093085001234"))
    act(desk, end_line, line=line, reason="died")
    [verdict] = listed(desk, tmp_path, row()).verdicts
    assert (verdict.outcome, verdict.reason) == ("duplicate", "dòng đó đã mất")


def test_another_name_under_a_known_number_is_refused(desk: RehearsalDesk, tmp_path: Path) -> None:
    a_line(desk, named("Nguyễn Văn An", id_number="093085001234"))
    [verdict] = listed(desk, tmp_path, row(name="Phạm Thị Dung")).verdicts
    assert (verdict.outcome, verdict.field) == ("refused", "id_number")


def test_people_who_are_only_alike_are_taken_and_suggested(desk: RehearsalDesk, tmp_path: Path) -> None:
    a_line(desk, named("Nguyễn Văn An", birth_on="1985-03-05"), area="Khu vực 4")
    a_line(desk, named("Lê Thị Cúc", birth_on="2001-09-02"))
    found = listed(
        desk,
        tmp_path,
        row(number=None),
        row(name="Lê Thị Cút", birth="02/09/2001", number=None),
        row(name="Phạm Dung", number=None),
    )
    assert [each.outcome for each in found.verdicts] == ["taken"] * 3
    assert [len(each.alike) for each in found.verdicts] == [1, 1, 0]
    assert "khác địa bàn" in found.verdicts[0].alike[0]
    assert "gần giống" in found.verdicts[1].alike[0]


def test_a_look_writes_nothing_and_taking_over_is_one_write(desk: RehearsalDesk, tmp_path: Path) -> None:
    before = count_entries(desk.journal.reading())
    found = listed(desk, tmp_path, row(), row(name="Lê Thị Cúc", number=None), row(birth="31/02/1985", number=None))
    assert count_entries(desk.journal.reading()) == before
    written = act(desk, take_over, judged=found)
    assert len({entry.command_id for entry in written.entries}) == 1
    assert len(every_progress(desk.journal.reading())) == 2


def test_the_same_file_again_brings_nothing_and_says_so(desk: RehearsalDesk, tmp_path: Path) -> None:
    act(desk, take_over, judged=listed(desk, tmp_path, row()))
    again = listed(desk, tmp_path, row())
    assert again.count("duplicate") == 1
    with pytest.raises(Refused):
        act(desk, take_over, judged=again)


def test_who_was_entered_between_look_and_taking_over_is_not_doubled(desk: RehearsalDesk, tmp_path: Path) -> None:
    found = listed(desk, tmp_path, row(), row(name="Lê Thị Cúc", number=None))
    line = a_line(desk, named("Nguyễn Văn An", id_number="093085001234"), lacks=("identity",))
    act(desk, take_over, judged=found)
    assert len(every_progress(desk.journal.reading())) == 2
    assert [each.key for each in line_now(desk, line).lacks] == ["identity", "birth"]


def test_what_a_row_does_not_say_the_whole_file_may(desk: RehearsalDesk, tmp_path: Path) -> None:
    found = listed(desk, tmp_path, row(area=None, lacks=""), area="kv 7", lacks=("identity",), told_by="Ông Thử")
    assert [(each.area, each.lacks, each.told_by) for each in found.taking] == [("Khu vực 7", ("identity",), "Ông Thử")]


def test_papers_that_no_list_knows_are_kept_in_words(desk: RehearsalDesk, tmp_path: Path) -> None:
    found = listed(desk, tmp_path, row(lacks="Sổ hộ nghèo, KS"))
    assert (found.taking[0].lacks, found.taking[0].other) == (("birth", "other"), "Sổ hộ nghèo")


@pytest.mark.parametrize("content", [b"", b"no workbook", b"PK\x03\x04broken"])
def test_what_is_no_workbook_is_refused(desk: RehearsalDesk, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(content)
    with pytest.raises(InvalidInput):
        judged(desk, file)


def test_a_workbook_without_a_head_says_what_a_list_needs(desk: RehearsalDesk, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="Họ và tên"):
        judged(desk, workbook(tmp_path / "a.xlsx", (("a", "b"), (1, 2))))


def test_a_file_that_is_not_there_is_not_found(desk: RehearsalDesk, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        judged(desk, tmp_path / "none.xlsx")
