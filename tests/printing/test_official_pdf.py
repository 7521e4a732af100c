import re
import subprocess
from pathlib import Path

import pytest
from reportlab.lib.units import mm

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import changed
from desk_app.printing.official.document import Column, Head, Margins, Paragraph, Table
from desk_app.printing.official.files import document_pdf
from tests.printing.official_samples import LAST, notice, pages_of, plain, roster_table


def places_of(pdf: bytes, tmp_path: Path) -> list[tuple[int, float, float, float, float, str]]:
    """Return (page, left, top, right, bottom, word) of every word, in points from the top left."""
    file = tmp_path / "document.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, text=True, check=True).stdout
    found, page = [], 0
    for line in done.splitlines():
        page += "<page " in line
        if match := re.search(r'xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*)</word>', line):
            found.append((page, *(float(match[place]) for place in range(1, 5)), match[5]))
    return found  # type: ignore[return-value]


def test_every_part_of_the_notice_can_be_read_back() -> None:
    first, annex = pages_of(document_pdf(notice()))

    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ỦY BAN NHÂN DÂN XÃ HÒA MỸ",
        "Số: 05/TB-UBND", "Hòa Mỹ, ngày 05 tháng 02 năm 2026", "THÔNG BÁO", "Lịch trực «Viết hộ» tháng 02 năm 2026",
        "Kính gửi:", "- Hội Nông dân xã;", "Căn cứ Kế hoạch", "I. THỜI GIAN", "1. Buổi sáng: Sáng từ 07 giờ 00", LAST,
        "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Bùi Văn Mẫu", "Nơi nhận:", "- Lưu: VT.",
    ):  # fmt: skip
        assert words in first
    assert "Phụ lục I" in annex
    assert "LỊCH TRỰC CHI TIẾT" in annex
    assert "Trần Thị Thử" in annex


def test_equal_documents_give_equal_bytes_with_embedded_fonts(tmp_path: Path) -> None:
    file = tmp_path / "document.pdf"
    file.write_bytes(document_pdf(notice()))
    fonts = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout.splitlines()[2:]

    assert document_pdf(notice()) == file.read_bytes()
    assert fonts
    assert all("LiberationSerif" in line and re.search(r"yes\s+yes\s+yes", line) for line in fonts)


def test_the_annex_turns_its_sheet_and_the_text_does_not(tmp_path: Path) -> None:
    file = tmp_path / "document.pdf"
    file.write_bytes(document_pdf(notice()))
    told = subprocess.run(["pdfinfo", "-l", "2", file], capture_output=True, text=True, check=True).stdout

    assert re.search(r"Page\s+1 size:\s+595\.276 x 841\.89", told)
    assert re.search(r"Page\s+2 size:\s+841\.89 x 595\.276", told)


@pytest.mark.parametrize("margins", [Margins(), Margins(top=25, bottom=25, left=35, right=20)])
def test_no_word_stands_outside_the_margins(margins: Margins, tmp_path: Path) -> None:
    document = plain(changed(notice(lines=60), margins=margins))
    words = places_of(document_pdf(document), tmp_path)
    text = [word for word in words if word[5] not in {"2", "3", "4"}]

    assert min(word[1] for word in text) >= margins.left * mm - 0.5
    assert max(word[3] for word in text) <= 595.28 - margins.right * mm + 0.5
    assert min(word[2] for word in text) >= margins.top * mm - 4
    assert max(word[4] for word in text) <= 841.89 - margins.bottom * mm + 4


def test_the_first_page_has_no_number_and_annexes_count_anew() -> None:
    pages = pages_of(document_pdf(notice(lines=60, days=40)))
    firsts = [page.strip().splitlines()[0].split() for page in pages]
    numbers = [int(first[0]) if first[0].isdigit() and len(first) == 1 else 1 for first in firsts]

    annex = next(place for place, page in enumerate(pages) if "Phụ lục I" in page)
    assert numbers[:annex] == list(range(1, annex + 1))
    assert numbers[annex:] == list(range(1, len(pages) - annex + 1))
    assert annex >= 2
    assert len(pages) - annex >= 3


def test_the_page_number_stands_top_centre(tmp_path: Path) -> None:
    words = places_of(document_pdf(plain(notice(lines=60))), tmp_path)
    number = next(word for word in words if word[0] == 2 and word[5] == "2")

    assert (number[1] + number[3]) / 2 == pytest.approx((30 * mm + 595.28 - 15 * mm) / 2, abs=1)
    assert number[4] < 20 * mm


def test_the_lines_under_agency_and_motto_have_the_prescribed_length() -> None:
    from desk_app.printing.official import look

    agency = "ỦY BAN NHÂN DÂN XÃ HÒA MỸ"
    whole = look.measured(agency, look.AGENCY, bold=True)

    assert whole / 3 <= look.agency_line(agency, 300) <= whole / 2
    assert look.motto_line() == pytest.approx(look.measured("Độc lập - Tự do - Hạnh phúc", look.MOTTO_SIZE, bold=True))


@pytest.mark.parametrize("lines", range(14, 30))
def test_a_signature_never_stands_alone_on_a_page(lines: int) -> None:
    pages = pages_of(document_pdf(plain(notice(lines=lines))))
    signed = next(page for page in pages if "Bùi Văn Mẫu" in page)

    assert "TM. ỦY BAN NHÂN DÂN" in signed
    assert LAST in signed


@pytest.mark.parametrize("days", [5, 8, 9, 10, 11, 12, 40])
def test_a_table_that_ends_a_document_sends_rows_along_with_the_signature(days: int) -> None:
    document = plain(notice())
    document = changed(document, body=(*document.body[:-1], roster_table(days)))
    signed = next(page for page in pages_of(document_pdf(document)) if "Bùi Văn Mẫu" in page)

    assert "Cộng" in signed
    assert "Người trực" in signed
    assert "TM. ỦY BAN NHÂN DÂN" in signed


def test_table_heads_repeat_on_every_page_and_no_row_is_lost() -> None:
    pages = pages_of(document_pdf(notice(days=40)))
    annex = pages[next(place for place, page in enumerate(pages) if "Phụ lục I" in page) :]

    assert len(annex) > 2
    assert all("Người trực" in page for page in annex)
    assert "".join(annex).count("Trần Thị Thử") == 40


def test_figures_are_aligned_right(tmp_path: Path) -> None:
    words = places_of(document_pdf(notice()), tmp_path)
    ends = [word[3] for word in words if word[0] == 2 and word[5] in {"4", "3,5", "7,5"}]

    assert len(ends) == 7
    assert max(ends) - min(ends) < 0.1


def test_a_wide_table_takes_smaller_letters_before_it_breaks_a_word() -> None:
    columns = tuple(Column(title=f"Nghiêng{place}") for place in range(9))
    table = Table(columns=columns, rows=(tuple("12.345" for _ in columns),))
    text = pages_of(document_pdf(plain(notice(table))))[0]

    assert all(f"Nghiêng{place}" in text for place in range(9))


def test_a_letter_without_kind_says_what_it_is_about_under_its_number() -> None:
    head = Head(agency="UBND XÃ HÒA MỸ", number="Số: 07/UBND", about="V/v cử người trực")
    document = changed(plain(notice()), head=head, kind="", about="", greeting=("Hội Nông dân xã.",))
    text = pages_of(document_pdf(document))[0]

    assert "V/v cử người trực" in text
    assert "Kính gửi: Hội Nông dân xã." in text


def test_a_letter_that_the_font_lacks_is_refused() -> None:
    with pytest.raises(InvalidInput, match="U\\+4E00"):
        document_pdf(plain(notice(Paragraph(text="họ tên 一"))))


def test_signs_of_markup_are_printed_as_they_are() -> None:
    assert "A < B & <b>C</b>" in pages_of(document_pdf(plain(notice(Paragraph(text="A < B & <b>C</b>")))))[0]
