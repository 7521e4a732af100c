"""Files for LED controllers: what is shown on a day, drawn at the panel's own pixels."""

import re
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from desk_app.kernel.errors import InvalidInput, NotFound, Refused
from desk_app.kernel.records import Record
from desk_app.printing.signage_pictures import (
    LEAST_PX,
    MOST_HIGH_PX,
    MOST_WIDE_PX,
    Panel,
    preview,
    write_gif,
    write_pngs,
)
from desk_app.signage.room import Signage
from desk_app.signage.slogans import shown_on
from desk_app.storage import media
from desk_app.storage.whole_file import whole_file

FileFormat = Literal["gif", "png"]
GIF_NAME, PNG_FOLDER = "khau-hieu.gif", "khau-hieu"

_SIZE = re.compile(r"(\d{2,4})\s*[x×]\s*(\d{2,4})", re.ASCII)
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}", re.ASCII)


class Exported(Record):
    """What was written: the file or folder, how many slogans in how many pictures."""

    path: str
    slogans: int
    frames: int


def panel_of(size: str, *, hold_s: int = 6, ink: str = "#ffb000") -> Panel:
    """Return the panel of a size typed as ``128x32``; raise ``InvalidInput`` for one that no controller has."""
    found = _SIZE.fullmatch(size.strip().lower())
    width, height = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (LEAST_PX <= width <= MOST_WIDE_PX and LEAST_PX <= height <= MOST_HIGH_PX):
        raise InvalidInput(
            "size",
            f"«{size.strip()[:20]}» không phải cỡ màn hình LED.",
            f"Gõ rộng x cao như 128x32, từ {LEAST_PX} đến {MOST_WIDE_PX}x{MOST_HIGH_PX} điểm ảnh.",
        )
    if not 1 <= hold_s <= 600:
        raise InvalidInput("hold", "Mỗi câu đứng yên từ 1 đến 600 giây.", "Sửa lại số giây.")
    if not _COLOUR.fullmatch(ink):
        raise InvalidInput("ink", f"«{ink[:20]}» không phải mã màu.", "Gõ như #ffb000.")
    return Panel(width_px=width, height_px=height, hold_ms=1000 * hold_s, ink=ink)


def export(
    room: Signage,
    *,
    on: date,
    panel: Panel,
    to: Path,
    file_format: FileFormat,
    watch: Callable[[int, int], None] | None = None,
) -> Exported:
    """Write the slogans of a day into the folder ``to``; ``watch`` is told of each and may raise to stop.

    Raises ``NotFound`` without the folder, ``Refused`` without a slogan.
    """
    if not to.is_dir():
        raise NotFound("signage.no_folder", f"Không có thư mục {to}.", "Chọn thư mục hoặc cắm USB rồi làm lại.")
    texts = shown_on(room, on)
    if not texts:
        raise Refused("signage.no_slogans", "Ngày này không có khẩu hiệu nào.", "Thêm khẩu hiệu trước khi xuất tệp.")
    if file_format == "png":
        place = to / PNG_FOLDER
        frames = _put_pngs(texts, panel, place, watch)
    else:
        place = to / GIF_NAME
        # A controller must never read half a file.
        with whole_file(place) as part:
            frames = write_gif(texts, panel, part, watch)
    return Exported(path=str(place), slogans=len(texts), frames=frames)


def _put_pngs(texts: Sequence[str], panel: Panel, place: Path, watch: Callable[[int, int], None] | None) -> int:
    """Write the pictures beside ``place`` and move them into it once all are there; return their number."""
    with (
        media.disk_trouble(place.parent, room="signage"),
        tempfile.TemporaryDirectory(prefix=".mot-cua-", dir=place.parent, ignore_cleanup_errors=True) as beside,
    ):
        frames = write_pngs(texts, panel, Path(beside), watch)
        place.mkdir(exist_ok=True)
        for each in sorted(Path(beside).iterdir()):
            each.replace(place / each.name)
    return frames


def panel_preview(text: str, panel: Panel) -> bytes:
    """Return a PNG of one slogan as its panel would show it."""
    return preview(text, panel)
