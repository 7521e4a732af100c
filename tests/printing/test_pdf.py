import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import HealthCheck, given, settings
from PIL import Image
from pyzbar import pyzbar

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import changed, to_plain
from desk_app.printing.blocks import PageSize, Paper, Text
from desk_app.printing.pdf import paper_pdf
from tests.printing.papers import papers
from tests.printing.samples import ALPHABET, CODE, EVERY_SAMPLE, QR, receipt, supplement, trial_page

NOT_PRINTED = {"kind", "code", "page", "only", "align", "size", "type", "payload", "title"}


def text_of(pdf: bytes, *options: str) -> str:
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode().replace("\u00a0", " ")


def pages_of(pdf: bytes) -> list[str]:
    return text_of(pdf, "-layout").split("\f")[:-1]


def rendered(pdf: bytes, folder: Path) -> Image.Image:
    subprocess.run(["pdftoppm", "-r", "200", "-png", "-", str(folder / "page")], input=pdf, check=True)
    pages = [Image.open(file).convert("L") for file in sorted(folder.glob("page*.png"))]
    whole = Image.new("L", (pages[0].width, sum(page.height for page in pages)), 255)
    top = 0
    for page in pages:
        whole.paste(page, (0, top))
        top += page.height
    return whole


def texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for key, part in value.items() if key not in NOT_PRINTED for text in texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in texts(part)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("page", ["A5", "A4"])
@pytest.mark.parametrize("sample", EVERY_SAMPLE)
def test_every_word_can_be_searched_and_copied(sample: Callable[[], Paper], page: PageSize) -> None:
    paper = changed(sample(), page=page)
    on_page = [to_plain(block) for block in paper.blocks if block.only != "slip"]
    found = set(text_of(paper_pdf(paper)).split())
    wanted = {word for text in texts(on_page) for word in text.replace("\u00a0", " ").split() if len(word) < 40}

    assert {word for word in wanted if word not in found and not any(word in one for one in found)} == set()


def test_every_vietnamese_letter_comes_back() -> None:
    found = re.sub(r"\s", "", text_of(paper_pdf(trial_page())))

    assert ALPHABET in found
    assert ALPHABET.upper() in found


def test_equal_papers_give_equal_bytes() -> None:
    assert paper_pdf(receipt()) == paper_pdf(receipt())


@pytest.mark.parametrize("sample", EVERY_SAMPLE)
def test_fonts_are_embedded_as_subsets(sample: Callable[[], Paper], tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(paper_pdf(sample()))
    listed = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout.splitlines()[2:]

    assert listed
    assert all("LiberationSerif" in line and re.search(r"yes\s+yes\s+yes", line) for line in listed)
    assert file.stat().st_size < 100_000


@pytest.mark.parametrize(("page", "size"), [("A5", "419.528 x 595.276"), ("A4", "595.276 x 841.89")])
def test_pages_have_the_size_that_was_asked_for(page: PageSize, size: str, tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(paper_pdf(changed(supplement(), page=page)))

    assert size in subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout


def test_both_readers_read_the_qr_code_of_every_copy(tmp_path: Path) -> None:
    picture = rendered(paper_pdf(receipt()), tmp_path)

    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [QR, QR]
    assert [code.data.decode() for code in pyzbar.decode(picture)] == [QR, QR]


def test_each_copy_begins_on_a_page_of_its_own_and_counts_its_pages_anew() -> None:
    pages = pages_of(paper_pdf(receipt()))
    heads = [page.strip().splitlines()[0].split() for page in pages]

    assert len(pages) == 4
    assert ["Liên 1" in pages[0], "Liên 2" in pages[2]] == [True, True]
    assert heads[1] == heads[3] == ["2", CODE]
    assert "2" not in heads[0]


def test_a_receipt_with_few_papers_fits_on_one_page() -> None:
    short = changed(
        receipt(), blocks=tuple(b for b in receipt().blocks if type(b).__name__ != "KeepTogether"), copies=()
    )

    assert len(pages_of(paper_pdf(short))) == 1


def test_a_marked_copy_says_so_on_every_page() -> None:
    pages = pages_of(paper_pdf(changed(receipt(), mark="BẢN SAO lần 2")))

    assert ["BẢN SAO lần 2" in page for page in pages] == [True] * 4


def test_the_line_under_the_motto_is_as_long_as_the_motto(tmp_path: Path) -> None:
    paper = changed(supplement(), blocks=supplement().blocks[:1])
    page = rendered(paper_pdf(paper), tmp_path)
    right = page.crop((page.width // 2, 0, page.width, page.height // 4))
    runs = [longest_black_run(right, row) for row in range(right.height)]
    motto = text_width("Độc lập - Tự do - Hạnh phúc", 9.5) * 200 / 72

    assert max(runs) == pytest.approx(motto, abs=4)


def longest_black_run(picture: Image.Image, row: int) -> int:
    dots = picture.crop((0, row, picture.width, row + 1)).point([255 if grey < 160 else 0 for grey in range(256)])
    return max(map(len, dots.tobytes().split(b"\0")))


def text_width(text: str, points: float) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return stringWidth(text, "DeskSerif-Bold", points)


def test_a_character_that_the_font_lacks_is_refused() -> None:
    with pytest.raises(InvalidInput):
        paper_pdf(Paper(kind="x", code="1", title="x", blocks=(Text(text="họ tên 一"),)))


def test_signs_of_markup_are_printed_as_they_are() -> None:
    paper = Paper(kind="x", code="1", title="x", blocks=(Text(text="A < B & <b>C</b>"),))

    assert "A < B & <b>C</b>" in text_of(paper_pdf(paper))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(papers())
def test_any_paper_becomes_pages(paper: Paper) -> None:
    assert paper_pdf(paper).startswith(b"%PDF")


def test_papers_drawn_on_several_threads_at_once_are_the_same_as_one_by_one() -> None:
    papers = [changed(receipt(), code=f"000.16.32.H49-261123-{number}") for number in range(1001, 1009)]
    one_by_one = [paper_pdf(paper) for paper in papers]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(max_workers=4) as threads:
            assert list(threads.map(paper_pdf, papers)) == one_by_one
    finally:
        sys.setswitchinterval(before)
