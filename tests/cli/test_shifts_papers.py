"""The papers of ``desk shifts`` as scripts ask for them."""

import subprocess
from pathlib import Path

import docx
import pytest

from tests.cli.command_line import MORNING, Ran, desk

DECEMBER = "2026-12"


def shifts(home: Path, *arguments: str | Path, now: str = MORNING) -> Ran:
    return desk("shifts", *arguments, "--home", home, "--json", "--now", now)


@pytest.fixture
def issued(home: Path) -> Path:
    """Give a home whose roster of December is issued: two organisations, a table on Fridays."""
    for step in (
        ("organisations", "--add", "Hội Nông dân"),
        ("organisations", "--add", "Hội Phụ nữ"),
        ("members", "--add", "Người Thử Anh", "--organisation", "Hội Nông dân"),
        ("places", "--add", "Bàn viết hộ", "--agency", "000.16.32.H49"),
        ("patterns", "--add", "Thứ sáu", "--weekday", "thứ sáu", "--seats", "1", "--from", "2026-01-01"),
        ("plan", DECEMBER),
        ("issue", DECEMBER, "--number", "5"),
    ):
        ran = shifts(home, *step)
        assert ran.code == 0, ran.err
    return home


def text_of(file: Path) -> str:
    done = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


def test_the_notice_is_written_as_word_and_as_pdf(issued: Path, tmp_path: Path) -> None:
    word, pdf = tmp_path / "tb.docx", tmp_path / "tb.pdf"

    assert shifts(issued, "notice", DECEMBER, "--signer", "Bùi Văn Mẫu", "--out", word).code == 0
    assert shifts(issued, "notice", DECEMBER, "--out", pdf).code == 0
    cells = "\n".join(
        cell.text for table in docx.Document(str(word)).tables for row in table.rows for cell in row.cells
    )
    assert "Bùi Văn Mẫu" in cells
    assert "Người Thử Anh" in cells
    assert "Số: 05/TB-UBND" in text_of(pdf)


def test_a_file_of_another_kind_is_refused(issued: Path, tmp_path: Path) -> None:
    ran = shifts(issued, "notice", DECEMBER, "--out", tmp_path / "tb.txt")

    assert ran.code == 2
    assert ".docx hoặc .pdf" in ran.err


def test_the_sheets_for_the_wall_are_written(issued: Path, tmp_path: Path) -> None:
    out = tmp_path / "tuong.pdf"

    assert shifts(issued, "wall", DECEMBER, "--place", "Bàn viết hộ", "--size", "A3", "--out", out).code == 0
    assert "LỊCH TRỰC THÁNG 12/2026" in text_of(out)


def test_slips_and_sheets_to_sign_are_queued(issued: Path) -> None:
    assert shifts(issued, "slips", DECEMBER).only["papers"] == 2
    assert shifts(issued, "slips", DECEMBER, "--organisation", "Hội Phụ nữ").only["papers"] == 1
    assert shifts(issued, "sign-in", "2026-12-04").only["papers"] == 1
    assert shifts(issued, "sign-in", "2026-12-05").code != 0


def test_the_slip_of_a_swap_is_queued_and_none_without_one(issued: Path) -> None:
    assert shifts(issued, "slip", "2026-12-04/1").code != 0
    assert shifts(issued, "swap", "2026-12-04/1", "2026-12-11/1").code == 0
    assert shifts(issued, "slip", "2026-12-04/1").only["papers"] == 1


def test_a_letter_of_thanks_tells_the_hours(issued: Path, tmp_path: Path) -> None:
    evening = "2026-12-31T16:00"
    assert shifts(issued, "attend", "2026-12-04/1", "came", now=evening).code == 0
    out, period = tmp_path / "thu.pdf", ("--from", "2026-12-01", "--to", "2026-12-31")
    written = [
        shifts(issued, "letter", "--organisation", name, *period, "--out", out, now=evening).code
        for name in ("Hội Nông dân", "Hội Phụ nữ")
    ]

    assert sorted(written)[0] == 0
    assert sorted(written)[1] != 0
    assert "THƯ CẢM ƠN" in text_of(out)
    assert "đã trực 1 lượt" in text_of(out)


def test_whoever_is_on_the_roster_gets_their_own_slip_and_calendar(
    issued: Path, own_passwords: dict[str, str], tmp_path: Path
) -> None:
    shifts(issued, "members", "--change", "Người Thử Anh", "--account", "volunteer")
    me = ("--home", issued, "--json", "--now", MORNING, "--as", "volunteer")
    password = {"DESK_PASSWORD": own_passwords["volunteer"]}

    assert desk("shifts", "slips", DECEMBER, *me, **password).code == 3
    assert desk("shifts", "slips", DECEMBER, "--own", *me, **password).only == {"papers": 1}
    assert desk("shifts", "ics", "--out", tmp_path, *me, **password).code == 3
    assert desk("shifts", "ics", "--own", "--out", tmp_path, *me, **password).code == 0
    text = (tmp_path / "lich-truc-cua-toi.ics").read_text(encoding="utf-8")
    assert "Người Thử Anh" in text
    assert "Hội Phụ nữ" not in text
    refused = desk("shifts", "ics", "--own", "--member", "Người Thử Anh", "--out", tmp_path, *me, **password)
    assert refused.code == 2
