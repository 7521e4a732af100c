"""Files for LED controllers: the panel's own pixels, read back by another program."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageSequence

from desk_app.kernel.errors import Cancelled, InvalidInput, NotFound
from desk_app.printing.signage_pictures import Panel, frames_of, preview
from desk_app.signage.commands import NewSlogan, put_slogan
from desk_app.signage.export import export, panel_of
from tests.desks import RehearsalDesk

TODAY = date(2026, 11, 23)
LONG = "Cải cách hành chính góp phần mang lại sự hài lòng của tổ chức, cá nhân"


def put(desk: RehearsalDesk, *texts: str) -> None:
    for text in texts:
        slogan = NewSlogan(text=text, valid_from=TODAY)
        put_slogan(desk.signage, by=desk.admin, slogan=slogan, command_id=desk.journal.new_id())


def lit(picture: Image.Image) -> int:
    """Return how many of a picture's pixels are not dark."""
    return sum(count for count, colour in picture.convert("RGB").getcolors(1_000_000) or () if colour != (0, 0, 0))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Give an empty folder, as a stick is one."""
    made = tmp_path / "stick"
    made.mkdir()
    return made


def test_a_short_slogan_stands_still_and_fills_the_panel() -> None:
    (frame,) = frames_of("Xin chào", Panel(width_px=128, height_px=32))
    assert frame.picture.size == (128, 32)
    box = frame.picture.getbbox()
    assert box is not None
    assert box[2] - box[0] > 90
    assert 0 < box[1] < box[3] <= 32


SHIPPED = ("Hành chính phục vụ, lấy người dân làm trung tâm", "Ngày thứ sáu: viết hộ hồ sơ miễn phí tại bàn viết", LONG)


@pytest.mark.parametrize("text", SHIPPED)
@pytest.mark.parametrize(("wide", "high"), [(192, 64), (256, 128), (320, 160), (128, 96)])
def test_a_slogan_stands_in_the_middle_with_no_letter_cut(text: str, wide: int, high: int) -> None:
    (frame,) = frames_of(text, Panel(width_px=wide, height_px=high))
    box = frame.picture.getbbox()
    assert box is not None
    above, below = box[1], high - box[3]
    assert abs(above - below) <= 1
    assert min(above, below, box[0], wide - box[2]) >= 0
    assert above + below > 0


def test_no_word_stands_alone_below_a_full_line() -> None:
    (frame,) = frames_of(SHIPPED[1], Panel(width_px=192, height_px=64))
    rows = [frame.picture.crop((0, top, 192, top + 1)).getbbox() for top in range(64)]
    widths = [row[2] - row[0] for row in rows if row is not None]
    # The last line is nearly as long as the longest: its letters reach over more than half of that.
    assert max(widths[-8:]) > max(widths) / 2


def test_a_long_slogan_on_a_low_panel_runs_and_leaves_it_dark() -> None:
    frames = list(frames_of(LONG, Panel(width_px=64, height_px=16)))
    assert len(frames) > 100
    assert {frame.picture.size for frame in frames} == {(64, 16)}
    assert lit(frames[0].picture) == 0
    assert lit(frames[40].picture) > 0
    assert lit(frames[-1].picture) == 0


def test_the_same_slogan_stands_still_where_there_is_room() -> None:
    assert len(list(frames_of(LONG, Panel(width_px=320, height_px=160)))) == 1


@settings(max_examples=12, deadline=None)
@given(st.integers(16, 300), st.integers(16, 120))
def test_no_letter_is_cut_at_the_edge_of_a_still_picture(width: int, height: int) -> None:
    frames = list(frames_of("Ủy ban", Panel(width_px=width, height_px=height, ink="#ffffff")))
    if len(frames) == 1:
        box = frames[0].picture.getbbox()
        assert box is not None
        assert 0 <= box[0] < box[2] <= width
        plain = list(frames_of("Ủy ban", Panel(width_px=width * 3, height_px=height * 3, ink="#ffffff")))
        assert len(plain) == 1


def test_lamps_are_on_or_off() -> None:
    (frame,) = frames_of("Xin chào", Panel(width_px=128, height_px=32, ink="#ff0000"))
    colours = {colour for _count, colour in frame.picture.getcolors() or ()}
    assert colours == {(0, 0, 0), (255, 0, 0)}


def test_a_gif_is_read_back_with_its_times(desk: RehearsalDesk, stick: Path) -> None:
    put(desk, "Xin chào", "Xin cảm ơn")
    made = export(desk.signage, on=TODAY, panel=panel_of("128x32", hold_s=4), to=stick, file_format="gif")
    assert (made.slogans, made.frames) == (2, 2)
    with Image.open(made.path) as picture:
        assert (picture.size, len(list(ImageSequence.Iterator(picture)))) == ((128, 32), 2)
        assert picture.info["duration"] == 4000
        assert picture.info["loop"] == 0
    assert [each.name for each in stick.iterdir()] == ["khau-hieu.gif"]


def test_pictures_come_in_order_with_a_list_of_their_times(desk: RehearsalDesk, stick: Path) -> None:
    put(desk, "Xin chào", LONG)
    made = export(desk.signage, on=TODAY, panel=panel_of("64x16"), to=stick, file_format="png")
    files = sorted(Path(made.path).glob("*.png"))
    lines = (Path(made.path) / "thoi-gian.csv").read_text(encoding="utf-8").splitlines()
    assert made.frames == len(files) == len(lines) - 1 > 100
    assert lines[1] == "00001.png,6000"
    with Image.open(files[5]) as picture:
        assert picture.size == (64, 16)


def test_a_person_may_stop_between_two_slogans(desk: RehearsalDesk, stick: Path) -> None:
    put(desk, "Xin chào", "Xin cảm ơn")

    def stop(done: int, of: int) -> None:
        raise Cancelled("window.stopped", f"{done}/{of}")

    with pytest.raises(Cancelled):
        export(desk.signage, on=TODAY, panel=panel_of("128x32"), to=stick, file_format="gif", watch=stop)
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize("size", ["", "128", "8x8", "4000x32", "128x", "axb"])
def test_a_size_that_no_panel_has_is_refused(size: str) -> None:
    with pytest.raises(InvalidInput, match="không phải cỡ"):
        panel_of(size)


@pytest.mark.parametrize("given", [{"hold_s": 0}, {"ink": "red"}])
def test_other_nonsense_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(InvalidInput):
        panel_of("128x32", **given)  # type: ignore[arg-type]


def test_a_folder_that_is_not_there_is_named(desk: RehearsalDesk, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="Không có thư mục"):
        export(desk.signage, on=TODAY, panel=panel_of("128x32"), to=tmp_path / "usb", file_format="gif")


def test_a_preview_shows_lamps(tmp_path: Path) -> None:
    (tmp_path / "led.png").write_bytes(preview(LONG, Panel(width_px=128, height_px=32)))
    with Image.open(tmp_path / "led.png") as picture:
        assert picture.size == (640, 160)
        assert lit(picture) > 500
