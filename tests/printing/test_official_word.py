import re
import shutil
import subprocess
from pathlib import Path

import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import changed
from desk_app.printing.official.document import Figure, Margins, Paragraph
from desk_app.printing.official.files import document_word
from tests.printing.official_samples import CHART, LAST, notice, opened, pages_of, plain, roster_table, xml_of


def test_the_text_stands_in_named_styles() -> None:
    word = opened(document_word(notice()))
    found = {paragraph.text: paragraph.style.name for paragraph in word.paragraphs}

    assert found["THÔNG BÁO"] == "Title"
    assert found["Lịch trực «Viết hộ» tháng 02 năm 2026"] == "Subtitle"
    assert found["I. Thời gian"] == "Heading 1"
    assert found[LAST] == "Body Text"


def test_the_head_stands_in_a_table_without_lines() -> None:
    head = opened(document_word(notice())).tables[0]
    texts = [cell.text for row in head.rows for cell in row.cells]

    assert "ỦY BAN NHÂN DÂN XÃ HÒA MỸ" in texts[0]
    assert "Độc lập - Tự do - Hạnh phúc" in texts[1]
    assert texts[2] == "Số: 05/TB-UBND"
    assert texts[3] == "Hòa Mỹ, ngày 05 tháng 02 năm 2026"
    assert head.style.name == "Normal Table"


def test_every_style_is_vietnamese_and_in_black_times() -> None:
    word = opened(document_word(notice()))
    defaults = xml_of(word.styles.element).partition("</w:docDefaults>")[0]

    assert 'w:lang w:val="vi-VN"' in defaults
    assert word.core_properties.language == "vi-VN"
    for name in (
        "Normal",
        "Body Text",
        "Title",
        "Subtitle",
        "Heading 1",
        "Heading 2",
        "Heading 3",
        "Caption",
        "Nơi nhận",
    ):
        style = word.styles[name]
        assert style.font.name == "Times New Roman"
        assert str(style.font.color.rgb) == "000000"
        assert "w:asciiTheme" not in xml_of(style.element)


def test_nothing_floats() -> None:
    body = xml_of(opened(document_word(notice(Figure(chart=CHART)))).element)

    assert "wp:inline" in body
    assert "wp:anchor" not in body
    assert "v:shape" not in body
    assert "w:framePr" not in body


def test_pages_are_numbered_by_a_field_and_not_on_the_first() -> None:
    text, annex = opened(document_word(notice())).sections

    assert re.search(r"<w:instrText>\s*PAGE\s*</w:instrText>", xml_of(text.header._element))
    assert "instrText" not in xml_of(text.first_page_header._element)
    assert text.different_first_page_header_footer
    assert annex.different_first_page_header_footer
    assert annex.header.is_linked_to_previous
    assert 'w:pgNumType w:start="1"' in xml_of(annex._sectPr)


def test_sheets_have_the_margins_of_the_office_and_the_annex_is_turned() -> None:
    margins = Margins(top=25, bottom=25, left=35, right=20)
    text, annex = opened(document_word(changed(notice(), margins=margins))).sections

    assert text.orientation == WD_ORIENT.PORTRAIT
    assert annex.orientation == WD_ORIENT.LANDSCAPE
    assert annex.page_width > annex.page_height
    for section in (text, annex):
        assert section.left_margin == pytest.approx(Mm(35), abs=Mm(0.1))
        assert section.right_margin == pytest.approx(Mm(20), abs=Mm(0.1))
        assert section.top_margin == section.bottom_margin == pytest.approx(Mm(25), abs=Mm(0.1))


def test_tables_repeat_their_heads_and_no_row_is_torn() -> None:
    table = opened(document_word(notice())).tables[-1]

    assert table.style.name == "Table Grid"
    assert ["w:tblHeader" in xml_of(row._tr) for row in table.rows] == [True] + [False] * 7
    assert all("w:cantSplit" in xml_of(row._tr) for row in table.rows)


def test_merged_cells_are_merged_and_figures_aligned_right() -> None:
    table = opened(document_word(notice())).tables[-1]

    assert table.cell(1, 0)._tc is table.cell(2, 0)._tc
    assert table.cell(7, 0)._tc is table.cell(7, 2)._tc
    assert table.cell(7, 0).text == "Cộng"
    assert 'w:jc w:val="right"' in xml_of(table.cell(1, 3)._tc)


def test_the_last_words_stay_with_the_signature() -> None:
    word = opened(document_word(plain(notice())))
    last = next(paragraph for paragraph in word.paragraphs if paragraph.text == LAST)

    assert last.paragraph_format.keep_with_next
    assert "w:cantSplit" in xml_of(word.tables[-1].rows[0]._tr)
    assert "Bùi Văn Mẫu" in word.tables[-1].rows[0].cells[1].text


def test_the_last_rows_of_a_table_stay_with_the_signature() -> None:
    document = plain(notice())
    word = opened(document_word(changed(document, body=(*document.body[:-1], roster_table(3)))))
    rows = word.tables[-2].rows

    assert all(paragraph.paragraph_format.keep_with_next for paragraph in rows[-1].cells[-1].paragraphs)
    assert not any(paragraph.paragraph_format.keep_with_next for paragraph in rows[2].cells[-1].paragraphs)


def test_a_chart_is_described_to_whoever_cannot_see_it() -> None:
    word = opened(document_word(plain(notice(Figure(chart=CHART, caption="Biểu đồ 1")))))

    assert "Tiếp nhận: Lái Hiếu 1.285, Hiệp Thành 80; Sớm hạn: Lái Hiếu 120,5, Hiệp Thành –" in xml_of(word.element)


def test_a_letter_that_no_paper_can_show_is_refused_here_too() -> None:
    with pytest.raises(InvalidInput):
        document_word(plain(notice(Paragraph(text="họ tên 一"))))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_an_office_program_opens_it_with_the_same_pages(tmp_path: Path) -> None:
    file = tmp_path / "document.docx"
    file.write_bytes(document_word(notice(Figure(chart=CHART, caption="Biểu đồ 1"), days=40)))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    pages = pages_of((tmp_path / "document.pdf").read_bytes())
    annex = pages[next(place for place, page in enumerate(pages) if "Phụ lục I" in page) :]

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in pages[0]
    assert "I. THỜI GIAN" in pages[0]
    assert all("Người trực" in page for page in annex)
    assert [page.strip().splitlines()[0].strip() for page in annex[1:]] == [str(n) for n in range(2, len(annex) + 1)]
    assert "".join(annex).count("Trần Thị Thử") == 40
