"""The register book as PDF and as Excel: every line is there, every page is numbered, nothing half written is left."""

import re
import subprocess
from pathlib import Path

import openpyxl
import pytest

from desk_app.accounts.facts import ABOUT_LIST
from desk_app.dossiers.book.counted import require_rows
from desk_app.dossiers.book.rows import Wanted
from desk_app.dossiers.book.write import Written, write_book
from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from desk_app.journal.tables import every_entry
from desk_app.kernel.errors import Cancelled, Damaged, InvalidInput, NotAllowed
from desk_app.printing.blocks import Letterhead, Signatures
from desk_app.printing.long_table import Across, LongTable
from desk_app.printing.pdf_long_table import write_long_table
from tests.desks import RehearsalDesk, form

YEAR = Wanted(year=2026)
PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")


def said(_done: int, _total: int) -> None:
    """Nobody listens."""


def text_of(pdf: bytes) -> str:
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def written(desk: RehearsalDesk, file: Path, by: str = "") -> Written:
    return write_book(desk.dossiers, YEAR, by=by or desk.accounts_by_role["officer"], file=file, say=said)


def fill(desk: RehearsalDesk, count: int) -> None:
    for number in range(count):
        person = Person(name=f"Nguyễn Văn Mẫu {number}", address="Ấp Long Trường, xã Hòa Mẫu", phone="0912345678")
        by = desk.accounts_by_role["officer"]
        register(desk.dossiers, by=by, form=form(applicant=person), command_id=desk.journal.new_id())


def test_the_book_on_paper_has_every_line_and_numbers_its_pages(desk: RehearsalDesk, tmp_path: Path) -> None:
    fill(desk, 40)
    done = written(desk, tmp_path / "sổ.pdf")
    content = done.file.read_bytes()
    assert (done.lines, done.first, done.last) == (40, 1, 40)
    assert done.pages == len(PAGE.findall(content)) > 2
    pages = text_of(content).split("\f")[: done.pages]
    for number, page in enumerate(pages, start=1):
        assert f"Trang {number:02d}/{done.pages:02d}" in page
    assert all("Cơ quan chủ trì" in page for page in pages[:-1])
    assert f"Mở sổ ngày 01/01/2026. Sổ này gồm {done.pages:02d} trang" in pages[0]
    assert f"Có 40 hồ sơ, trên {done.pages:02d} trang, lập ngày 23/11/2026." in pages[-1]
    numbers = re.findall(r"^ *(\d\d) +000\.16\.32", "".join(pages), re.MULTILINE)
    assert numbers == [f"{number:02d}" for number in range(1, 41)]


def test_the_excel_book_is_counted_and_keeps_zeros_and_formulas_as_text(desk: RehearsalDesk, tmp_path: Path) -> None:
    fill(desk, 3)
    by = desk.accounts_by_role["officer"]
    strange = form(applicant=Person(name="Nguyễn Văn Mẫu", address="=1+1"))
    register(desk.dossiers, by=by, form=strange, command_id=desk.journal.new_id())
    done = written(desk, tmp_path / "so.xlsx")
    sheet = openpyxl.load_workbook(done.file).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:2] == ("STT", "Mã hồ sơ")
    assert [row[0] for row in rows[1:]] == ["01", "02", "03", "04"]
    assert rows[4][5] == "=1+1"
    assert (done.lines, done.pages) == (4, 0)


def test_an_empty_year_is_a_book_of_one_page(desk: RehearsalDesk, tmp_path: Path) -> None:
    done = written(desk, tmp_path / "so.pdf")
    assert (done.lines, done.first, done.last, done.pages) == (0, 0, 0, 1)


def test_the_same_book_gives_the_same_bytes(desk: RehearsalDesk, tmp_path: Path) -> None:
    fill(desk, 5)
    files = [written(desk, tmp_path / name).file.read_bytes() for name in ("a.pdf", "b.pdf")]
    assert files[0] == files[1]


def test_stopping_leaves_no_file(desk: RehearsalDesk, tmp_path: Path) -> None:
    fill(desk, 5)

    def stop(done: int, total: int) -> None:
        if (done, total) == (3, 5):
            raise Cancelled("test.stopped", "Thôi.")

    for name in ("so.pdf", "so.xlsx"):
        by = desk.accounts_by_role["leader"]
        with pytest.raises(Cancelled):
            write_book(desk.dossiers, YEAR, by=by, file=tmp_path / name, say=stop)
    assert not [each for each in tmp_path.iterdir() if "so" in each.name]


def test_taking_the_book_is_logged_and_not_for_everybody(desk: RehearsalDesk, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        written(desk, tmp_path / "so.pdf", by=desk.accounts_by_role["volunteer"])
    assert not (tmp_path / "so.pdf").exists()
    written(desk, tmp_path / "so.pdf", by=desk.accounts_by_role["leader"])
    logged = [each for each in every_entry(desk.journal.reading()) if ABOUT_LIST in each.body.decode()]
    assert "Sổ theo dõi hồ sơ năm 2026: 0 hồ sơ" in logged[-1].body.decode()


@pytest.mark.parametrize("name", ["so.doc", "no-such-folder/so.pdf"])
def test_a_file_that_cannot_be_is_refused(desk: RehearsalDesk, tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidInput):
        written(desk, tmp_path / name)


def test_a_file_with_a_missing_row_is_found_out(desk: RehearsalDesk, tmp_path: Path) -> None:
    fill(desk, 2)
    file = written(desk, tmp_path / "so.xlsx").file
    require_rows(file, 3)
    with pytest.raises(Damaged):
        require_rows(file, 4)


def test_long_words_and_strange_letters_do_not_stop_a_book(tmp_path: Path) -> None:
    table = LongTable(
        code="thu",
        title="SỔ THỬ",
        subtitle="Quyển số 2026",
        head=Letterhead(agency="BỘ PHẬN MỘT CỬA"),
        opening="Sổ này gồm {pages} trang.",
        columns=(Across(title="STT", share=1, align="center"), Across(title="Tên", share=3)),
        closing="Có {pages} trang.",
        signatures=Signatures(),
        nothing="Không có.",
    )
    rows = [("01", "x" * 400), ("02", "\u4e2d Nguyễn"), ("03", "từ " * 900)]
    file = tmp_path / "thu.pdf"
    assert write_long_table(file, table, rows) == 1
    assert file.read_bytes().startswith(b"%PDF")
