"""Pictures as ESC/POS bytes: raster fragments of at most 256 rows (``GS v 0``), trimmed, and the cut.

Everything white is left out: the right of every fragment, and blank stretches, which go as a raster one byte wide. That
feeds exactly as many rows on every printer, while ``ESC J`` feeds in units that differ from model to model.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from PIL import Image

from desk_app.printing.blocks import Paper
from desk_app.printing.escpos_library import DEFAULT_PROFILE, printer_classes, quiet
from desk_app.printing.slip import slip_pictures

FRAGMENT_ROWS = 256
_FRAGMENT_COST_BYTES = 320
_BYTE = 8
_INK = [255, *[0] * 255]


def receipt_bytes(paper: Paper, width_dots: int, *, profile: str = DEFAULT_PROFILE, cutter: bool = True) -> bytes:
    """Return what to send to a printer ``width_dots`` wide: every copy (liên) of ``paper``, each cut off."""
    return picture_bytes(slip_pictures(paper, width_dots), profile=profile, cutter=cutter)


def picture_bytes(pictures: Sequence[Image.Image], *, profile: str = DEFAULT_PROFILE, cutter: bool = True) -> bytes:
    """Return ESC/POS bytes that print black and white ``pictures`` dot for dot, each cut off or fed to the tear bar."""
    printer = _encoder(profile or DEFAULT_PROFILE, max(picture.width for picture in pictures))
    printer.hw("INIT")
    for picture in pictures:
        for fragment in fragments(picture):
            printer.image(fragment, impl="bitImageRaster", fragment_height=FRAGMENT_ROWS)
        if cutter:
            printer.cut()
        else:
            printer.print_and_feed(6)
    output: bytes = printer.output
    return output


def fragments(picture: Image.Image) -> Iterator[Image.Image]:
    """Yield ``picture`` from top to bottom in pieces of at most 256 rows, each without the white at its right."""
    stretches: list[_Stretch] = []
    for run in _runs(picture):
        joined = _joined(stretches[-1], run) if stretches else None
        if joined is not None:
            stretches[-1] = joined
        else:
            stretches.append(run)
    for stretch in stretches:
        right = min(stretch.width_bytes * _BYTE, picture.width)
        for top in range(stretch.top, stretch.bottom, FRAGMENT_ROWS):
            yield picture.crop((0, top, right, min(top + FRAGMENT_ROWS, stretch.bottom)))


class _Stretch(NamedTuple):
    """Rows of a picture and how many bytes from the left hold all their ink."""

    top: int
    bottom: int
    width_bytes: int

    @property
    def size(self) -> int:
        return (self.bottom - self.top) * self.width_bytes


def _joined(upper: _Stretch, lower: _Stretch) -> _Stretch | None:
    """Return both as one stretch, unless the white that this adds costs more than a fragment of its own."""
    both = _Stretch(upper.top, lower.bottom, max(upper.width_bytes, lower.width_bytes))
    return both if both.size - upper.size - lower.size <= _FRAGMENT_COST_BYTES else None


def _runs(picture: Image.Image) -> Iterator[_Stretch]:
    """Yield the runs of rows with ink and the blank runs between them (a blank run counts as one byte wide)."""
    raw = picture.convert("L").point(_INK, "1").tobytes()
    row_bytes = -(-picture.width // _BYTE)
    used = [len(raw[start : start + row_bytes].rstrip(b"\0")) for start in range(0, len(raw), row_bytes)]
    top = 0
    for inked, rows in groupby(used, key=bool):
        widths = list(rows)
        yield _Stretch(top, top + len(widths), max(widths) if inked else 1)
        top += len(widths)


def _encoder(profile: str, width: int) -> Any:
    with quiet():
        printer = printer_classes().Dummy(profile=profile)
    data = printer.profile.profile_data
    if not isinstance(data["media"]["width"].get("pixels"), int):
        # Of a profile that does not know its width the library complains on the standard output, once per picture.
        printer.profile.profile_data = {**data, "media": {**data["media"], "width": {"pixels": width}}}
    return printer
