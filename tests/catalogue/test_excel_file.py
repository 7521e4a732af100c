"""Workbooks that officers filled in: what is read, and which row is wrong."""

from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.catalogue.excel_reading import read_excel
from desk_app.catalogue.excel_writing import excel_bytes
from desk_app.catalogue.fees import Fixed
from desk_app.catalogue.procedure import PaperAsked, Procedure
from desk_app.kernel.errors import InvalidInput

from .samples import PAPERS, SAMPLE, procedure


def edited(cells: Mapping[tuple[str, str], Any], catalogue: tuple[Procedure, ...] = SAMPLE) -> bytes:
    """Return the workbook of ``catalogue`` with some cells, named by sheet and place, typed over."""
    book = openpyxl.load_workbook(BytesIO(excel_bytes(catalogue)))
    for (sheet, place), value in cells.items():
        book[sheet][place] = value
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def test_the_template_has_the_three_sheets_their_headers_and_lists_to_choose_from() -> None:
    book = openpyxl.load_workbook(BytesIO(excel_bytes(())))

    assert book.sheetnames == ["Thủ tục", "Giấy tờ", "Các bước"]
    assert [cell.value for cell in book["Giấy tờ"][1]] == [
        *("Mã thủ tục", "Hiệu lực từ", "Tên giấy tờ", "Bản chính", "Bản sao", "Bắt buộc", "Điều kiện", "Ghi chú"),
        "Được giữ ảnh",
    ]
    offered = [each.formula1 for each in book["Thủ tục"].data_validations.dataValidation]
    assert '"chưa nêu,miễn,mức cố định,theo trang"' in offered
    assert read_excel(excel_bytes(())).procedures == ()


def test_a_name_that_looks_like_a_formula_stays_a_name() -> None:
    risky = (procedure(name="=1+1", papers=(PaperAsked(name="#N/A"),)),)

    assert openpyxl.load_workbook(BytesIO(excel_bytes(risky)))["Thủ tục"]["D2"].data_type == "s"
    assert read_excel(excel_bytes(risky)).procedures == risky


@pytest.mark.parametrize(
    ("cell", "typed", "field", "read"),
    [
        ("A2", 1.00004, "code", "1.000040"),  # Excel drops the zeros of what it takes for a number
        ("A2", 1000040, "code", "1.000040"),  # ... or takes the point for a thousands mark
        (
            "B2",
            datetime(2026, 7, 1),  # noqa: DTZ001 - Excel knows no time zones
            "valid_from",
            date(2026, 7, 1),
        ),
        ("B2", "1/7/2026", "valid_from", date(2026, 7, 1)),
        ("B2", "2026-07-01", "valid_from", date(2026, 7, 1)),
        ("J2", " CO ", "cutoff_rule", "on"),
        ("O2", "9.000 đ", "fee", Fixed(amount=9_000, per="copy")),
        ("T2", "khong", "signs_register", False),
        ("D2", "  Đăng   ký  ", "name", "Đăng ký"),
        ("E2", 2026.0, "short", "2026"),
    ],
)
def test_cells_are_read_the_way_officers_type_them(cell: str, typed: object, field: str, read: object) -> None:
    alone = (procedure(fee=Fixed(amount=8_000, per="copy")),)
    step_row = {("Các bước", "A2"): "1.000040" if cell == "A2" else "1.000001", ("Các bước", "B2"): None}
    found = read_excel(edited({("Thủ tục", cell): typed, **step_row}, alone))

    assert found.problems == ()
    assert getattr(found.procedures[0], field) == read


@pytest.mark.parametrize(("typed", "half_days"), [(3, 6), ("1,5", 3), (1.5, 3), ("0.5", 1), (0, 0), (None, None)])
def test_terms_are_typed_in_days(typed: object, half_days: int | None) -> None:
    found = read_excel(edited({("Các bước", "F2"): typed}))

    assert found.procedures[0].half_days == half_days


@pytest.mark.parametrize(
    ("sheet", "cell", "typed", "place", "said"),
    [
        ("Thủ tục", "A2", "1.01", "Trang «Thủ tục», dòng 2, cột «Mã thủ tục»", "Mã thủ tục «1.01» không đúng dạng."),
        ("Thủ tục", "B2", "31/02/2026", "Trang «Thủ tục», dòng 2, cột «Hiệu lực từ»", "không phải là ngày"),
        ("Thủ tục", "D2", None, "Trang «Thủ tục», dòng 2, cột «Tên thủ tục»", "chưa có nội dung"),
        ("Thủ tục", "M2", "tùy tâm", "Trang «Thủ tục», dòng 2, cột «Loại lệ phí»", "không nằm trong các lựa chọn"),
        (
            "Thủ tục",
            "M2",
            None,
            "Trang «Thủ tục», dòng 2",
            "Loại lệ phí là «chưa nêu» nhưng có ghi: Mức thu (đ), Thu theo",
        ),
        ("Thủ tục", "O2", None, "Trang «Thủ tục», dòng 2", "nhưng thiếu: Mức thu (đ)"),
        ("Thủ tục", "O2", "-5", "Trang «Thủ tục», dòng 2, cột «Mức thu (đ)»", "không phải là số nguyên"),
        ("Giấy tờ", "D3", "một", "Trang «Giấy tờ», dòng 3, cột «Bản chính»", "không phải là số nguyên"),
        ("Giấy tờ", "C3", "tờ khai", "Trang «Giấy tờ», dòng 3", "Giấy tờ «tờ khai» đã có ở trên."),
        ("Các bước", "F2", "1,25", "Trang «Các bước», dòng 2, cột «Thời hạn (ngày)»", "không phải là số ngày"),
        ("Các bước", "G2", "b9", "Trang «Các bước», dòng 2", "chờ bước «b9»"),
    ],
)
def test_a_bad_row_is_named_and_the_other_procedure_goes_on(
    sheet: str, cell: str, typed: object, place: str, said: str
) -> None:
    found = read_excel(edited({(sheet, cell): typed}))

    assert (found.problems[0].place, said in found.problems[0].message) == (place, True), found.problems
    assert found.procedures == SAMPLE[1:]


def test_every_bad_row_is_reported_not_only_the_first() -> None:
    cells = {("Thủ tục", "B2"): "hôm qua", ("Thủ tục", "T3"): "nhiều", ("Giấy tờ", "E4"): "ba"}

    places = [problem.place for problem in read_excel(edited(cells)).problems]

    assert places == [
        "Trang «Thủ tục», dòng 2, cột «Hiệu lực từ»",
        "Trang «Thủ tục», dòng 3, cột «Phải ký sổ»",
        "Trang «Giấy tờ», dòng 4, cột «Bản sao»",
    ]


def test_a_paper_of_a_procedure_that_is_not_there_is_reported() -> None:
    found = read_excel(edited({("Giấy tờ", "A9"): "9.999999", ("Giấy tờ", "C9"): "Tờ khai"}))

    assert [problem.place for problem in found.problems] == ["Trang «Giấy tờ», dòng 9"]
    assert found.procedures == SAMPLE


def test_a_version_written_twice_is_not_guessed_at() -> None:
    found = read_excel(edited({("Thủ tục", "A3"): "1.000001"}))

    assert "đã có ở dòng 2" in found.problems[0].message
    assert found.procedures == ()


def test_a_paper_without_its_version_is_not_guessed_at_where_there_are_two() -> None:
    two = (procedure(), procedure(valid_from=date(2027, 1, 1), papers=PAPERS))
    found = read_excel(edited({("Giấy tờ", "B2"): None}, two))

    assert "nhiều phiên bản" in found.problems[0].message
    assert found.procedures == ()


def test_a_workbook_from_before_the_columns_about_images_is_still_read() -> None:
    older = edited({("Giấy tờ", "I1"): None, ("Thủ tục", "Y1"): None})

    assert read_excel(older).procedures == SAMPLE


def test_a_sheet_or_a_column_that_is_gone_is_named() -> None:
    with pytest.raises(InvalidInput, match="Trang «Giấy tờ» thiếu cột: Bản chính"):
        read_excel(edited({("Giấy tờ", "D1"): "Số bản"}))
    book = openpyxl.load_workbook(BytesIO(excel_bytes(SAMPLE)))
    book.remove(book["Các bước"])
    written = BytesIO()
    book.save(written)
    with pytest.raises(InvalidInput, match="không có trang «Các bước»"):
        read_excel(written.getvalue())


def test_columns_may_be_moved_and_own_columns_added() -> None:
    book = openpyxl.load_workbook(BytesIO(excel_bytes(SAMPLE)))
    book["Giấy tờ"].insert_cols(1)
    book["Giấy tờ"]["A1"] = "Của riêng xã"
    written = BytesIO()
    book.save(written)

    assert read_excel(written.getvalue()).procedures == SAMPLE


DAMAGEABLE = excel_bytes(SAMPLE)


@settings(max_examples=80, deadline=None)
@given(
    places=st.lists(st.integers(0, len(DAMAGEABLE) - 1), min_size=1, max_size=4, unique=True),
    bits=st.integers(1, 255),
    kept=st.integers(0, len(DAMAGEABLE)) | st.just(len(DAMAGEABLE)),
)
def test_a_damaged_workbook_is_refused_or_read_whole(places: list[int], bits: int, kept: int) -> None:
    damaged = bytearray(DAMAGEABLE)
    for place in places:
        damaged[place] ^= bits

    try:
        found = read_excel(bytes(damaged[:kept]))
    except InvalidInput as refusal:
        assert refusal.message  # noqa: PT017 - being refused is as good as being read
    else:
        assert found.procedures == SAMPLE
