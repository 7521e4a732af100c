"""Reports as files, read back by programs that share no code with those that wrote them."""

import csv
import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from desk_app.kernel.errors import InvalidInput
from desk_app.reports.definitions.register import DEFINITIONS
from desk_app.reports.figure import figures_of
from desk_app.reports.files.writing import report_bytes, write_report
from tests.desks import RehearsalDesk
from tests.reports.asking import AUTUMN, EIGHT_MONTHS, HALF_YEAR, IN_2020, asked
from tests.reports.founding import CITY, HIEP_THANH, ON_TIME, WRITTEN
from tests.reports.units import UnitJournal, day, merged

# Every table of the founding reports, and what must be readable in it.
SAID = (
    (
        IN_2020,
        ("278", "727", "97,0 %", "64,0 %", "96,0 %", "28,0 %", *map(str, (*ON_TIME.values(), *WRITTEN.values()))),
    ),
    (HALF_YEAR, ("845", "587", "69,5 %", "170", "40")),
    (EIGHT_MONTHS, ("1.285",)),
)
SAID_BY_COMMUNE = ("107", "84", "58", "7")


def word_texts(raw: bytes) -> Iterator[str]:
    """Yield every paragraph and every cell of a Word file."""
    document = Document(io.BytesIO(raw))
    yield from (_plain(paragraph.text) for paragraph in document.paragraphs)
    for table in document.tables:
        yield from (_plain(cell.text) for row in table.rows for cell in row.cells)


def pdf_text(raw: bytes, *options: str) -> str:
    """Return the text of a PDF as pdftotext reads it."""
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=raw, capture_output=True, check=True)
    return _plain(done.stdout.decode())


def _plain(text: str) -> str:
    """Return a text with plain spaces: a figure and its sign stay on one line by a space that does not break."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def sheet_of(raw: bytes, title: str) -> Any:
    """Return the sheet whose first line speaks of ``title``."""
    book = load_workbook(io.BytesIO(raw), data_only=True)
    return next(sheet for sheet in book.worksheets if title in str(sheet["A1"].value))


@pytest.mark.parametrize(("days", "figures"), SAID)
def test_the_word_file_says_every_figure_of_the_city(
    nga_bay: RehearsalDesk, days: tuple[str, str], figures: tuple[str, ...]
) -> None:
    found = set(word_texts(report_bytes(nga_bay.reports, asked(nga_bay, "models", days), "docx")))
    assert not set(figures) - found
    assert any("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text for text in found)


@pytest.mark.parametrize(("days", "figures"), SAID)
def test_the_pdf_says_every_figure_of_the_city(
    nga_bay: RehearsalDesk, days: tuple[str, str], figures: tuple[str, ...]
) -> None:
    text = pdf_text(report_bytes(nga_bay.reports, asked(nga_bay, "models", days), "pdf"), "-layout")
    for figure in figures:
        assert re.search(rf"(?<![\d.,]){re.escape(figure)}(?![\d])", text), figure


def test_the_communes_report_says_107_84_58_and_7_in_word_and_pdf(hoa_my: RehearsalDesk) -> None:
    report = asked(hoa_my, "models", AUTUMN)
    words = " ".join(word_texts(report_bytes(hoa_my.reports, report, "docx")))
    text = " ".join(pdf_text(report_bytes(hoa_my.reports, report, "pdf")).split())
    for found in (words, text):
        assert "trả tại nhà 58 thẻ bảo hiểm y tế và 7 trường hợp khác" in found
        assert "tổng số 84 hồ sơ thủ tục hành chính các loại" in found
        assert "hướng dẫn 107 hồ sơ thủ tục hành chính các loại" in found


def test_a_sentence_names_every_unit_with_its_figure_as_the_city_did(nga_bay: RehearsalDesk) -> None:
    words = " ".join(word_texts(report_bytes(nga_bay.reports, asked(nga_bay, "models", IN_2020), "docx")))
    named = "; ".join(f"{name} ({ON_TIME[name]})" for name in CITY)
    assert f"đúng hẹn 278 hồ sơ, trong đó: {named}." in words


def test_the_excel_file_holds_the_table_of_278_with_live_sums(nga_bay: RehearsalDesk) -> None:
    raw = report_bytes(nga_bay.reports, asked(nga_bay, "models", IN_2020), "xlsx")
    values, formulas = sheet_of(raw, "3 trong 1"), load_workbook(io.BytesIO(raw)).worksheets[0]
    lines = {row[0].value: [cell.value for cell in row[1:]] for row in values.iter_rows(min_row=5, max_row=12)}
    assert {name: lines[name][5] for name in CITY} == ON_TIME
    assert lines["Tổng cộng"][5] == 278
    assert lines["Tổng cộng"][6] == 1
    assert formulas["B12"].value == "=SUM(B5:B11)"
    assert formulas["C5"].value == "=D5+E5+F5"
    assert formulas["H5"].value == '=IF(B5=0,"–",ROUND(G5/B5,3))'


def test_the_excel_file_says_how_everything_is_counted(nga_bay: RehearsalDesk) -> None:
    book = load_workbook(io.BytesIO(report_bytes(nga_bay.reports, asked(nga_bay, "models", IN_2020), "xlsx")))
    said = {str(row[1].value) for row in book["Cách tính"].iter_rows()}
    assert "Tỷ lệ làm tròn đến 0,1 %, nửa thì lên." in said
    assert "Một hồ sơ liên thông qua nhiều cơ quan được tính một lần." in said
    assert any(words.startswith("Kiểm tra Đã giải quyết = ") and words.endswith(": đúng") for words in said)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_libreoffice_computes_the_same_figures_as_the_report(nga_bay: RehearsalDesk, tmp_path: Path) -> None:
    report = asked(nga_bay, "models", HALF_YEAR)
    file = write_report(nga_bay.reports, report, tmp_path / "models.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    # Converting computes every formula anew; the file's own values are thrown away first.
    convert = ["soffice", profile, "--headless", "--convert-to", "ods", "--outdir", str(tmp_path), str(file)]
    subprocess.run(convert, check=True, capture_output=True)
    again = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(tmp_path / "again"),
    ]
    subprocess.run([*again, str(tmp_path / "models.ods")], check=True, capture_output=True)
    ours, theirs = (
        load_workbook(file, data_only=True),
        load_workbook(tmp_path / "again" / "models.xlsx", data_only=True),
    )
    compared = 0
    for one, other in zip(ours.worksheets, theirs.worksheets, strict=True):
        for row in one.iter_rows():
            for cell in row:
                if isinstance(cell.value, int | float):
                    assert other[cell.coordinate].value == pytest.approx(cell.value), (one.title, cell.coordinate)
                    compared += 1
    assert compared > 300


def test_the_csv_holds_every_figure_once_and_no_formula(nga_bay: RehearsalDesk) -> None:
    report = asked(nga_bay, "models", HALF_YEAR)
    rows = list(csv.DictReader(io.StringIO(report_bytes(nga_bay.reports, report, "csv").decode("utf-8-sig"))))
    assert len(rows) == len(figures_of(report))
    of_ward = [row for row in rows if row["bang"] == "guidance" and row["ten_con_so"].endswith(HIEP_THANH)]
    (early,) = (row for row in of_ward if row["cot"] == "early_share")
    assert (early["gia_tri"], early["tren_tong"], early["doc_la"]) == ("587", "845", "69,5 %")
    assert not [row for row in rows if any(value[:1] in "=+@" for value in row.values() if value)]


def test_the_json_is_the_report_itself(nga_bay: RehearsalDesk) -> None:
    report = asked(nga_bay, "06", HALF_YEAR)
    plain = json.loads(report_bytes(nga_bay.reports, report, "json"))
    assert plain["definition"] == "06"
    assert [table["id"] for table in plain["tables"]] == ["field", "procedure", "unit", "ended"]
    assert all(check["holds"] for table in plain["tables"] for check in table["checks"])


def test_form_06_has_thirteen_columns_under_merged_heads_in_word_and_pdf(nga_bay: RehearsalDesk) -> None:
    report = asked(nga_bay, "06", ("2020-10-15", "2020-11-14"))
    document = Document(io.BytesIO(report_bytes(nga_bay.reports, report, "docx")))
    table = next(
        table for table in document.tables if table.rows[0].cells[0].text == "STT" and len(table.columns) == 13
    )
    assert [cell.text for cell in table.rows[2].cells] == [f"({number})" for number in range(1, 14)]
    assert len({cell.text for cell in table.rows[0].cells}) == 5
    text = pdf_text(report_bytes(nga_bay.reports, report, "pdf"), "-layout")
    assert all(f"({number})" in text for number in range(1, 14))


@pytest.mark.parametrize("kind", ["docx", "pdf", "xlsx", "csv", "json"])
def test_a_report_of_nothing_is_still_a_file(desk: RehearsalDesk, tmp_path: Path, kind: str) -> None:
    for definition in DEFINITIONS:
        report = asked(desk, definition, ("2026-11-01", "2026-11-30"))
        assert write_report(desk.reports, report, tmp_path / f"{definition}.{kind}").stat().st_size > 50


def test_a_strange_ending_is_refused_and_leaves_no_file(desk: RehearsalDesk, tmp_path: Path) -> None:
    report = asked(desk, "06", ("2026-11-01", "2026-11-30"))
    for name in ("report.odt", "none/report.csv"):
        with pytest.raises(InvalidInput):
            write_report(desk.reports, report, tmp_path / name)
    assert not list(tmp_path.glob("*.odt"))


def test_a_week_without_results_stands_in_the_paper_too(desk: RehearsalDesk) -> None:
    unit = UnitJournal("H30.01", "UBND xã 1", at=day("2026-01-05"))
    for on in ("2026-11-03", "2026-11-17"):
        unit.dossier(day(on), result_days=0)
    merged(desk, [unit])
    words = set(word_texts(report_bytes(desk.reports, asked(desk, "timeliness", ("2026-11-02", "2026-11-22")), "docx")))
    assert {"02/11–08/11", "09/11–15/11", "16/11–22/11"} <= words
