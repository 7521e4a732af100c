"""What the preview shows is what is printed: the same words at the same places, on as many pages."""

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desk_app.kernel.paths import resource
from desk_app.printing.page_picture import page_pictures
from desk_app.printing.pdf import paper_ink, paper_pdf
from desk_app.writing.form import Form
from desk_app.writing.layout import form_paper
from desk_app.writing.shelf import read_shelf
from tests.writing.test_forms import bare, everything

FORMS = read_shelf(resource("official_forms")).forms
ids = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)


@ids
def test_the_ink_holds_every_word_of_the_pdf_and_no_other(form: Form, tmp_path: Path) -> None:
    paper = form_paper(form, everything(form))
    file = tmp_path / "form.pdf"
    file.write_bytes(paper_pdf(paper))
    read = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, text=True, check=True).stdout
    inked = "".join(ink.text for page in paper_ink(paper) for ink in page if ink.kind == "text")
    assert sorted(bare(inked)) == sorted(bare(read.replace("\f", "")))
    assert read.count("\f") == len(paper_ink(paper))


@ids
def test_a_picture_is_as_dark_as_the_pdf_where_the_pdf_is_dark(form: Form, tmp_path: Path) -> None:
    paper = form_paper(form, everything(form))
    file = tmp_path / "form.pdf"
    file.write_bytes(paper_pdf(paper))
    subprocess.run(["pdftoppm", "-r", "60", "-gray", "-png", str(file), str(tmp_path / "page")], check=True)
    pages = page_pictures(paper, 60)
    others = sorted(tmp_path.glob("page*.png"))
    assert len(others) == len(pages)
    for mine, other in zip(pages, others, strict=True):
        # Seen from afar, as a grid of 30 by 42 fields, the two must have the same grey.
        one, two = (
            Image.open(each).convert("L").resize((30, 42), Image.Resampling.BOX) for each in (BytesIO(mine), other)
        )
        away = [abs(a - b) for a, b in zip(one.tobytes(), two.tobytes(), strict=True)]
        assert max(away) < 60
        assert sum(away) / len(away) < 4
