import logging
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from desk_app.kernel.errors import InvalidInput
from desk_app.printing.blocks import Paper
from desk_app.printing.escpos_bytes import FRAGMENT_ROWS, fragments, picture_bytes, receipt_bytes
from desk_app.printing.escpos_library import printer_classes, profile_names, profile_width
from desk_app.printing.slip import slip_pictures
from tests.printing.papers import papers
from tests.printing.raster_decoder import sheets
from tests.printing.samples import receipt

FULL_CUT, PARTIAL_CUT = b"\x1dV\x00", b"\x1dV\x01"


@pytest.mark.parametrize(
    ("profile", "width"),
    [("default", 576), ("default", 384), ("TM-T20II", 576), ("TM-T20II", 384), ("POS-5890", 384), ("TUP500", 576)],
)
def test_the_printer_puts_the_very_same_dots_on_paper(profile: str, width: int) -> None:
    pictures = slip_pictures(receipt(), width)
    printed = sheets(receipt_bytes(receipt(), width, profile=profile))

    if profile == "POS-5890":
        # A model without a cutter feeds to the tear bar instead: one long sheet.
        assert printed[0].picture(width).tobytes() == b"".join(picture.tobytes() for picture in pictures)
    else:
        assert [sheet.picture(width).tobytes() for sheet in printed] == [picture.tobytes() for picture in pictures]


@settings(max_examples=30, deadline=None)
@given(papers(most_blocks=4))
def test_nothing_is_lost_in_trimming(paper: Paper) -> None:
    pictures = slip_pictures(paper, 384)
    printed = sheets(receipt_bytes(paper, 384))

    assert [sheet.picture(384).tobytes() for sheet in printed] == [picture.tobytes() for picture in pictures]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 90), min_size=1, max_size=600))
def test_any_pattern_of_rows_comes_back(widths: list[int]) -> None:
    picture = Image.new("1", (96, len(widths)), 1)
    for row, width in enumerate(widths):
        picture.paste(0, (0, row, width, row + 1))
    (sheet,) = sheets(picture_bytes([picture]))

    assert sheet.picture(96).tobytes() == picture.tobytes()


def test_no_fragment_is_taller_than_256_rows() -> None:
    (sheet, _) = sheets(receipt_bytes(receipt(), 576))

    assert max(height for _, height in sheet.fragments) <= FRAGMENT_ROWS
    assert sum(height for _, height in sheet.fragments) == slip_pictures(receipt(), 576)[0].height


def test_white_is_left_out() -> None:
    (picture, *_) = slip_pictures(receipt(), 576)
    sent = sum(-(-piece.width // 8) * piece.height for piece in fragments(picture))

    assert sent < 0.65 * 72 * picture.height


def test_a_blank_stretch_is_one_byte_wide() -> None:
    picture = Image.new("1", (576, 900), 1)
    picture.paste(0, (0, 0, 576, 1))
    picture.paste(0, (0, 899, 576, 900))

    assert [piece.width for piece in fragments(picture)] == [576, 8, 8, 8, 8, 576]


def test_each_copy_is_cut_off_where_there_is_a_cutter() -> None:
    assert receipt_bytes(receipt(), 576, profile="TM-T20II").count(FULL_CUT) == 2
    assert FULL_CUT not in receipt_bytes(receipt(), 384, profile="POS-5890")
    assert FULL_CUT not in receipt_bytes(receipt(), 576, profile="TM-T20II", cutter=False)


def test_an_unknown_model_is_refused() -> None:
    with pytest.raises(InvalidInput) as refusal:
        profile_width("máy lạ")

    assert refusal.value.field == "printer.profile"


def test_a_narrower_model_is_known_by_its_dots() -> None:
    assert profile_width("TM-T88V") == 512
    assert profile_width("default") is None
    assert {"TM-T20II", "POS-5890"} <= set(profile_names())


def test_the_library_leaves_the_root_logger_and_the_temporary_folder_alone(tmp_path: Path) -> None:
    script = (
        "import logging, tempfile\n"
        "from desk_app.printing.escpos_bytes import receipt_bytes\n"
        "from tests.printing.samples import receipt\n"
        "import sys\n"
        "assert 'escpos' not in sys.modules\n"
        "receipt_bytes(receipt(), 576)\n"
        "assert logging.getLogger().handlers == [], logging.getLogger().handlers\n"
    )
    env = {"TMPDIR": str(tmp_path), "TEMP": str(tmp_path), "PATH": "", "SYSTEMROOT": "C:\\Windows"}
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        env=env,
        cwd=Path(__file__).resolve().parents[2],
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


def test_loading_the_library_restores_where_temporary_files_go() -> None:
    before = tempfile.tempdir, list(logging.getLogger().handlers)
    printer_classes()

    assert (tempfile.tempdir, list(logging.getLogger().handlers)) == before
