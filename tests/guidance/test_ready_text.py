"""The texts that officers paste, print and show as a code."""

import subprocess
from datetime import date
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageFilter

from desk_app.guidance.contacts.facts import PaperChecked
from desk_app.guidance.contacts.papers import leaflet
from desk_app.guidance.contacts.printing import print_leaflet
from desk_app.guidance.contacts.ready_text import place_on, ready_text, short_text
from desk_app.kernel.errors import NotFound
from desk_app.kernel.texts import is_nfc
from desk_app.office.commands import put_setting
from desk_app.printing.blocks import CheckItem
from desk_app.printing.pdf import paper_pdf
from desk_app.printing.slip import DOTS_80_MM, slip_picture
from desk_app.printing.tables import list_papers
from tests.desks import RehearsalDesk
from tests.guidance.guiding import BIRTH, TODAY, guided, said_by

LINKED = "2.000986"
# Three dots a millimetre: what the viewfinder of a telephone, 1,920 dots across, sees of a sheet 50 cm away.
A_VIEW_FROM_HALF_A_METRE = "76"


def text_of(desk: RehearsalDesk, code: str = BIRTH, *checked: PaperChecked) -> str:
    procedure = desk.catalogue.present().procedure_on(code, TODAY)
    return ready_text(procedure, place_on(desk.guidance, TODAY), checked)


def test_the_text_says_papers_fee_term_place_hours_and_telephone(desk: RehearsalDesk) -> None:
    text = text_of(desk)
    assert text.startswith("HƯỚNG DẪN: ĐĂNG KÝ KHAI SINH")
    assert "1. " in text
    assert "Giấy chứng sinh" in text
    assert "Lệ phí: miễn" in text
    assert "Thời hạn: ngay trong ngày" in text
    assert "Nhận kết quả: tại quầy, phải ký sổ." in text
    assert "Nơi nộp: Ủy ban nhân dân xã Hòa Mẫu – Ấp 1, xã Hòa Mẫu." in text
    assert "Giờ làm việc: sáng 07:00–11:30, chiều 13:30–17:00 các ngày làm việc." in text
    assert "Điện thoại: 0293 3999999." in text
    assert is_nfc(text)


def test_holidays_ahead_are_named(desk: RehearsalDesk) -> None:
    assert "Nghỉ: 24/11/2026 (" in text_of(desk)


def test_papers_that_were_asked_about_are_marked(desk: RehearsalDesk) -> None:
    procedure = desk.catalogue.present().procedure_on(BIRTH, TODAY)
    first, second = (paper.name for paper in procedure.papers[:2])
    text = text_of(desk, BIRTH, PaperChecked(name=first, has=True), PaperChecked(name=second, has=False))
    assert text.count(" – đã có") == 1
    assert text.count(" – CÒN THIẾU") == 1


def test_the_offices_own_last_line_ends_the_text(desk: RehearsalDesk) -> None:
    command_id = desk.journal.new_id()
    values = {"key": "guidance_closing", "value": "Trân trọng cảm ơn!", "valid_from": date(2026, 11, 1)}
    put_setting(desk.office, by=desk.admin, command_id=command_id, **values)  # type: ignore[arg-type]
    assert text_of(desk).endswith("\nTrân trọng cảm ơn!")


@pytest.mark.parametrize("place", range(37))
def test_every_procedure_of_the_catalogue_has_texts_that_fit(desk: RehearsalDesk, place: int) -> None:
    procedure = desk.catalogue.present().current(TODAY)[place]
    where = place_on(desk.guidance, TODAY)
    short = short_text(procedure, where)
    assert len(short.encode()) <= 367
    assert short.startswith(procedure.name)
    assert procedure.name.upper() in ready_text(procedure, where)


def test_a_telephone_reads_the_leaflet_at_arms_length(desk: RehearsalDesk, tmp_path: Path) -> None:
    procedure = desk.catalogue.present().procedure_on(LINKED, TODAY)
    where = place_on(desk.guidance, TODAY)
    seen = ["pdftoppm", "-r", A_VIEW_FROM_HALF_A_METRE, "-gray", "-png", "-", str(tmp_path / "page")]
    subprocess.run(seen, input=paper_pdf(leaflet(procedure, where)), check=True)
    (file,) = tmp_path.glob("*.png")
    blurred = Image.open(file).filter(ImageFilter.GaussianBlur(0.6)).rotate(7, fillcolor=255)
    assert [each.text for each in zxingcpp.read_barcodes(blurred)] == [short_text(procedure, where)]


def test_a_telephone_reads_the_printed_code(desk: RehearsalDesk) -> None:
    procedure = desk.catalogue.present().procedure_on(LINKED, TODAY)
    where = place_on(desk.guidance, TODAY)
    picture = slip_picture(leaflet(procedure, where), DOTS_80_MM, "")
    read = zxingcpp.read_barcodes(picture.convert("L"))
    assert [each.text for each in read] == [short_text(procedure, where)]


def test_boxes_of_the_leaflet_are_ticked_for_what_the_person_has(desk: RehearsalDesk) -> None:
    procedure = desk.catalogue.present().procedure_on(BIRTH, TODAY)
    name = procedure.papers[0].name
    made = leaflet(procedure, place_on(desk.guidance, TODAY), (PaperChecked(name=name, has=True),))
    boxes = [block for block in made.blocks if isinstance(block, CheckItem)]
    assert len(boxes) == len(procedure.papers)
    assert sum(box.checked for box in boxes) == 1


def test_a_leaflet_is_queued_with_its_entry(desk: RehearsalDesk) -> None:
    kept = guided(desk)
    print_leaflet(desk.guidance, procedure=BIRTH, contact=kept.id, **said_by(desk))
    assert [(paper.kind, paper.code) for paper in list_papers(desk.journal.reading(), kept.id)] == [("leaflet", BIRTH)]
    with pytest.raises(NotFound):
        print_leaflet(desk.guidance, procedure=BIRTH, contact="khong-co", **said_by(desk))
