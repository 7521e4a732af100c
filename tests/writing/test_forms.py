"""The forms as data: the shipped ones are sound and printed whole, and one new file is there at once."""

import json
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from desk_app.kernel.errors import NotFound
from desk_app.kernel.paths import resource
from desk_app.kernel.texts import is_nfc
from desk_app.printing.pdf import paper_pdf
from desk_app.writing.filled import Filled, Value, with_value
from desk_app.writing.form import Field, Form, Grid, Heading, Line, pieces_of
from desk_app.writing.layout import form_paper, shown_text
from desk_app.writing.shelf import read_shelf, shelf
from tests.desks import RehearsalDesk

FOLDER = resource("official_forms")
FORMS = read_shelf(FOLDER).forms
WANTED = """
khai-sinh ket-hon khai-tu trich-luc tinh-trang-hon-nhan giam-ho ct01 tk1-ts tro-cap-xa-hoi ho-kinh-doanh
chung-thuc-ban-sao giay-uy-quyen don-de-nghi
"""
SAMPLES = {
    "name": "Trần Thị Thử Nghiệm",
    "date": "15/08/2026",
    "amount": "1285000",
    "number": "3",
    "id_number": "093195004321",
    "phone": "0907123456",
    "sex": "Nữ",
}
ids = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)


def words_of(pdf: bytes, folder: Path) -> str:
    """Return the text of a PDF as an independent reader sees it, without the gaps of the layout."""
    file = folder / "form.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True)
    file.unlink()
    return bare(done.stdout)


def bare(text: str) -> str:
    return re.sub(r"[\s…]+", "", text)


def everything(form: Form) -> Filled:
    """Return a form with something in every field."""
    now = Filled(form=form.key)
    for field in form.fields:
        if field.kind == "table":
            row = tuple(SAMPLES.get(column.kind, "Ô thử") for column in field.columns)
            now = with_value(now, Value(key=field.key, rows=(row, row)))
        elif field.kind == "choice":
            now = with_value(now, Value(key=field.key, text=field.options[-1].key))
        elif field.kind not in ("date_words", "amount_words"):
            now = with_value(now, Value(key=field.key, text=SAMPLES.get(field.kind, f"Thử {field.key}")))
    return now


def printed_words(form: Form) -> list[str]:
    """Return every word that the form itself prints."""
    found = [form.title, form.number, *form.notes]
    for part in form.body:
        if isinstance(part, Heading):
            found.append(part.text)
        elif isinstance(part, str | Line):
            found += [words for _key, words in pieces_of(part if isinstance(part, str) else part.text) if words]
        elif isinstance(part, Grid):
            found += [column.title for column in part.columns]
    found += [option.text for field in form.fields for option in field.options]
    return [*found, *(hand.role for hand in form.sign), *(hand.hint for hand in form.sign)]


def test_every_form_that_was_asked_for_is_shipped() -> None:
    assert set(WANTED.split()) <= {form.key for form in FORMS}
    assert read_shelf(FOLDER).unfit == ()


@ids
def test_a_form_says_its_source_and_how_sure_it_is(form: Form) -> None:
    assert form.source
    assert form.valid_from < date(2026, 1, 1)
    assert form.sure == "text" or form.check
    raw = FOLDER.joinpath(f"{form.key}.json").read_text(encoding="utf-8")
    assert is_nfc(raw)


@ids
def test_every_word_of_the_blank_form_is_on_paper(form: Form, tmp_path: Path) -> None:
    text = words_of(paper_pdf(form_paper(form)), tmp_path)
    missing = [words for words in printed_words(form) if any(bare(word) not in text for word in words.split())]
    assert missing == []
    assert "CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM" in text


@ids
def test_everything_that_was_filled_in_is_on_paper(form: Form, tmp_path: Path) -> None:
    filled = everything(form)
    text = words_of(paper_pdf(form_paper(form, filled)), tmp_path)
    for field in form.fields:
        for word in shown_text(field, filled).split():
            assert bare(word) in text, (field.key, word)
    for words in printed_words(form):
        assert all(bare(word) in text for word in words.split()), words


@ids
def test_long_values_go_on_on_further_pages_and_nothing_is_cut(form: Form, tmp_path: Path) -> None:
    lines = " ".join(part if isinstance(part, str) else getattr(part, "text", "") for part in form.body)
    long = [field for field in form.fields if field.kind == "text" and f"{{{field.key}}}" in lines][:4]
    filled = everything(form)
    for field in long:
        words = " ".join(f"{field.key}{number}" for number in range(240))
        filled = with_value(filled, Value(key=field.key, text=words))
    text = words_of(paper_pdf(form_paper(form, filled)), tmp_path)
    assert [field.key for field in long for number in range(240) if f"{field.key}{number}" not in text] == []
    assert all(bare(word) in text for hand in form.sign for word in hand.role.split())


def test_a_choice_ticks_one_box_and_no_other() -> None:
    form = next(form for form in FORMS if form.key == "khai-sinh")
    filled = with_value(Filled(form=form.key), Value(key="copies", text="co"))
    drawn = str(form_paper(form, filled))
    assert drawn.count("Tick(ticked=True)") == 1
    assert str(form_paper(form)).count("Tick(ticked=True)") == 0


def test_a_blank_form_may_be_copied_and_a_filled_one_may_not_stay() -> None:
    form = FORMS[0]
    assert not form_paper(form).fleeting
    assert form_paper(form, everything(form)).fleeting


def test_the_title_of_a_filled_form_names_nobody() -> None:
    for form in FORMS:
        paper = form_paper(form, everything(form))
        assert "Trần" not in paper.title + paper.code


def own_form(**changes: object) -> dict[str, object]:
    """Return the simplest form that an office could write."""
    return {
        "key": "phieu-thu-nghiem",
        "title": "PHIẾU THỬ NGHIỆM",
        "area": "other",
        "source": "Mẫu của cơ quan",
        "sure": "text",
        "valid_from": "2026-01-01",
        "fields": [{"key": "name", "label": "Họ và tên", "kind": "name", "fill": "applicant.name"}],
        "body": ["Tôi tên là: {name}"],
        **changes,
    }


def put(desk: RehearsalDesk, name: str, form: object) -> None:
    desk.writing.own_forms.mkdir(exist_ok=True)
    text = form if isinstance(form, str) else json.dumps(form, ensure_ascii=False)
    desk.writing.own_forms.joinpath(name).write_text(text, encoding="utf-8")


def test_one_new_file_is_there_at_once_and_can_be_found_without_marks(desk: RehearsalDesk) -> None:
    today = desk.time.now().date()
    assert shelf(desk.writing).find("phieu thu nghiem", today) == ()
    put(desk, "thu.json", own_form())
    found = shelf(desk.writing).find("phieu thu nghiem", today)
    assert [form.key for form in found] == ["phieu-thu-nghiem"]
    assert paper_pdf(form_paper(found[0])).startswith(b"%PDF")


def test_the_offices_own_form_takes_the_place_of_the_shipped_one(desk: RehearsalDesk) -> None:
    put(desk, "ct01.json", own_form(key="ct01", title="TỜ KHAI CT01 MỚI"))
    assert shelf(desk.writing).get("ct01", desk.time.now().date()).title == "TỜ KHAI CT01 MỚI"


def test_a_newer_version_waits_for_its_day(desk: RehearsalDesk) -> None:
    put(desk, "moi.json", own_form(key="ct01", title="TỜ KHAI CT01 MỚI", valid_from="2027-01-01"))
    assert shelf(desk.writing).get("ct01", date(2026, 12, 31)).title == "TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ"
    assert shelf(desk.writing).get("ct01", date(2027, 1, 1)).title == "TỜ KHAI CT01 MỚI"


def test_a_form_past_its_last_day_is_not_offered(desk: RehearsalDesk) -> None:
    put(desk, "cu.json", own_form(valid_to="2026-06-30"))
    with pytest.raises(NotFound):
        shelf(desk.writing).get("phieu-thu-nghiem", date(2026, 7, 1))


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("không phải JSON", "Nội dung"),
        (own_form(title=""), "title"),
        (own_form(body=["Tôi tên là: {ten}"]), "{ten}"),
        (own_form(body=["Không có chỗ điền."]), "không đứng ở đâu"),
        (own_form(key="Có Dấu"), "key"),
        (own_form(valid_to="2025-01-01"), "valid_to"),
        (own_form(fields=[{"key": "name", "label": "x", "kind": "choice"}]), "options"),
        (own_form(fields=[{"key": "name", "label": "x", "kind": "table"}]), "columns"),
        (own_form(fields=[{"key": "name", "label": "x", "kind": "date_words", "of": "name"}]), "of"),
        (own_form(fields=[{"key": "name", "label": "x", "màu": "đỏ"}]), "màu"),
    ],
)
def test_a_bad_file_is_named_with_its_fault_and_hurts_no_other_form(
    desk: RehearsalDesk, form: object, said: str
) -> None:
    put(desk, "hong.json", form)
    found = shelf(desk.writing)
    assert [each.file for each in found.unfit] == ["hong.json"]
    assert said in found.unfit[0].why
    assert len(found.forms) == len(FORMS)


def test_the_readme_explains_every_field_a_file_may_have() -> None:
    readme = FOLDER.joinpath("README.md").read_text(encoding="utf-8")
    for record in (Form, Field):
        for name in record.__struct_fields__:
            assert f"`{name}`" in readme, name
    for tag in ("line", "heading", "options", "rows", "grid"):
        assert f"`{tag}`" in readme, tag


def test_the_readmes_example_is_a_form(desk: RehearsalDesk) -> None:
    readme = FOLDER.joinpath("README.md").read_text(encoding="utf-8")
    example = re.search(r"```json\n(.*?)```", readme, re.DOTALL)
    assert example is not None
    put(desk, "vi-du.json", example[1])
    assert shelf(desk.writing).unfit == ()
    assert len(shelf(desk.writing).forms) == len(FORMS) + 1
