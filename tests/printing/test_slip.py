from itertools import pairwise

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pyzbar import pyzbar

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import changed
from desk_app.printing.blocks import CheckItem, Field, Highlight, Paper, QrCode, Text, Title
from desk_app.printing.ink import advance, face, lines, words
from desk_app.printing.pen import Pen
from desk_app.printing.slip import DOTS_58_MM, DOTS_80_MM, slip_picture, slip_pictures
from tests.printing.papers import papers
from tests.printing.samples import QR, receipt

WIDTHS = (DOTS_80_MM, DOTS_58_MM)


def paper(*blocks: Text | Field | Title | QrCode | Highlight | CheckItem) -> Paper:
    return Paper(kind="sample", code="1", title="Mẫu", blocks=blocks)


def ink_box(picture: Image.Image) -> tuple[int, int, int, int] | None:
    return picture.convert("L").point([255, *[0] * 255]).getbbox()


@pytest.mark.parametrize("width", WIDTHS)
def test_both_readers_read_the_qr_code_of_a_receipt(width: int) -> None:
    grey = slip_picture(receipt(), width).convert("L")

    assert [code.text for code in zxingcpp.read_barcodes(grey)] == [QR]
    assert [code.data.decode() for code in pyzbar.decode(grey)] == [QR]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_slip_is_black_and_white_and_as_wide_as_the_roll(width: int) -> None:
    picture = slip_picture(receipt(), width)

    assert (picture.mode, picture.width) == ("1", width)
    assert picture.height > 1000


def test_the_same_paper_gives_the_same_dots() -> None:
    assert slip_picture(receipt(), 576).tobytes() == slip_picture(receipt(), 576).tobytes()


def test_every_copy_is_a_slip_of_its_own_and_says_which_it_is() -> None:
    first, second = slip_pictures(receipt(), 576)

    assert first.tobytes() != second.tobytes()


def test_a_marked_copy_is_taller_by_its_mark() -> None:
    marked = changed(receipt(), mark="BẢN SAO lần 2")

    assert slip_picture(marked, 576).height > slip_picture(receipt(), 576).height + 40


def test_a_character_that_the_font_lacks_is_refused() -> None:
    with pytest.raises(InvalidInput, match="U\\+4E00"):
        slip_picture(paper(Text(text="Họ tên 一")), 576)


def test_a_roll_too_narrow_to_print_on_is_refused() -> None:
    with pytest.raises(InvalidInput):
        slip_picture(receipt(), 100)


def test_a_qr_code_that_is_too_long_for_the_roll_is_refused() -> None:
    with pytest.raises(InvalidInput):
        slip_picture(paper(QrCode(payload="đ" * 501)), 384)


@settings(max_examples=80, deadline=None)
@given(papers(most_blocks=12), st.sampled_from([*WIDTHS, 512, 640, 256]))
def test_no_printed_block_is_cut_at_any_width(any_paper: Paper, width: int) -> None:
    picture = slip_picture(changed(any_paper, copies=()), width)
    box = ink_box(picture)

    # Two dots at the edges stay white: nothing ran over them. The same on paper of endless height.
    assert picture.width == width
    assert box is None or (box[0] >= 2 and box[2] <= width - 2)


@settings(max_examples=60, deadline=None)
@given(st.text("aắWmịp ĐỘ\u00a0-", max_size=200), st.integers(40, 560))
def test_wrapping_loses_no_letter_and_keeps_to_the_width(text: str, width: int) -> None:
    broken = lines(words(text, face(24)), width)
    set_letters = sum(placed.inked.width for line in broken for placed in line.words)
    letters = sum(advance(letter, face(24)) for letter in text if letter != " ")

    assert set_letters == letters
    assert all(line.width <= width for line in broken)


def test_a_line_of_words_looks_like_the_line_drawn_at_once() -> None:
    words_pen, line_pen = Pen(576), Pen(576)
    text = "Nội dung yêu cầu giải quyết: AVA Tờ khai"
    words_pen.text(text, face(24))
    line_pen.text(text.replace(" ", "\u00a0"), face(24))

    assert words_pen.picture().tobytes() == line_pen.picture().tobytes()


def test_no_line_touches_the_one_below_it() -> None:
    pen = Pen(576)
    pen.text("ẴẶỘỆ\nẤỖỂẪ", face(24))
    rows = [row for row in range(pen.top) if ink_box(pen.picture().crop((0, row, 576, row + 1)))]
    gaps = [below - above for above, below in pairwise(rows)]

    assert max(gaps) > 1


def test_a_ticked_box_has_more_ink_than_an_empty_one() -> None:
    ticked, empty = (slip_picture(paper(CheckItem(text="", checked=state)), 576) for state in (True, False))

    assert ticked.histogram()[0] > empty.histogram()[0] + 20


def test_a_short_highlight_is_drawn_larger_than_a_long_one() -> None:
    short = slip_picture(paper(Highlight(label="", value="A017")), 576)
    long = slip_picture(paper(Highlight(label="", value="17 giờ 00, ngày 08/12/2026")), 576)

    assert short.height > long.height + 40


def test_a_field_without_a_value_leaves_a_line_to_write_on() -> None:
    empty, filled = (slip_picture(paper(Field(label="Lý do", value=value)), 576) for value in ("", "có"))

    assert (ink_box(empty) or (0, 0, 0, 0))[2] > 500
    assert (ink_box(filled) or (0, 0, 0, 0))[2] < 300


def test_a_paper_without_anything_for_the_slip_is_still_a_picture() -> None:
    assert slip_picture(paper(Text(text="A5", only="page")), 576).height == 1


def test_a_long_paper_grows_beyond_any_first_strip() -> None:
    many = paper(*(Field(label="Dòng", value=str(number)) for number in range(300)))

    assert slip_picture(many, 576).height > 300 * 30
