"""A receipt from its record to ESC/POS bytes, against bare Pillow drawing and python-escpos encoding of the same picture.

The bare side is told every line, where it stands and in which font, so that it only draws; then it encodes the picture.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch  # noqa: TID251 - the bare side only listens while a slip is drawn

import qrcode
from escpos.printer import Dummy
from PIL import Image, ImageDraw, ImageFont

from desk_app.dossiers.facts import Registered
from desk_app.dossiers.papers import Receipt, receipt
from desk_app.printing import ink, slip
from desk_app.printing.escpos_bytes import FRAGMENT_ROWS, receipt_bytes
from desk_app.printing.fonts import font_file
from desk_app.printing.pen import Pen
from tests.bench.figures import Figure, in_turns, median
from tests.bench.invented import Crowd
from tests.bench.made_up import registered_fact
from tests.desks import AGENCY

_ROUNDS = 150
_WIDTH = 576
_THRESHOLD = 150

Stroke = Callable[[Image.Image, ImageDraw.ImageDraw], object]


def measured() -> list[Figure]:
    """Return the figure of drawing and encoding a receipt of one copy."""
    people = Crowd(_ROUNDS, seed=5).people()
    facts = [registered_fact(person, place) for place, person in enumerate(people)]
    bare = [_bare_drawing(_receipt(fact)) for fact in facts]
    ours_us, bare_us = in_turns(
        _ROUNDS,
        lambda turn: receipt_bytes(receipt(_receipt(facts[turn])), _WIDTH),
        lambda turn: _drawn_and_encoded(*bare[turn]),
    )
    name = "receipt, record to ESC/POS / bare Pillow + python-escpos"
    return [Figure(name=name, ours=median(ours_us), raw=median(bare_us), target=1.3)]


def _receipt(fact: Registered) -> Receipt:
    return Receipt(fact=fact, agency=AGENCY, officer="Trần Thị Thử", scan_text=f"{fact.code}-0123456789", copies=1)


def _drawn_and_encoded(strokes: list[Stroke], height: int) -> bytes:
    page = Image.new("L", (_WIDTH, height), 255)
    draw = ImageDraw.Draw(page)
    for stroke in strokes:
        stroke(page, draw)
    printer = Dummy()
    printer.profile.profile_data["media"]["width"]["pixels"] = _WIDTH
    printer.image(
        page.point(lambda grey: 255 * (grey >= _THRESHOLD), "1"), impl="bitImageRaster", fragment_height=FRAGMENT_ROWS
    )
    printer.cut()
    output: bytes = printer.output
    return output


def _bare_drawing(of: Receipt) -> tuple[list[Stroke], int]:
    """Return every stroke of a receipt's slip as bare Pillow makes it, and the height of the slip."""
    strokes: list[Stroke] = []
    with _traced(strokes, of.scan_text):
        height = slip.slip_picture(receipt(of), _WIDTH).height
    return strokes, height


@contextmanager
def _traced(strokes: list[Stroke], scan_text: str) -> Iterator[None]:
    """Draw slips as always and note each stroke in ``strokes`` meanwhile."""
    texts: dict[int, str] = {}
    usual_inked = ink.inked

    def noted(text: str, face: ink.Face) -> ink.Inked:
        found = usual_inked(text, face)
        texts[id(found.picture)] = text
        return found

    class NotedPen(Pen):
        """A pen that notes what it draws."""

        def line(self, line: ink.Line, left: int, right: int, *, align: Any = "left") -> None:
            """Write one line and note it: one stroke for each face in it."""
            free = right - left - line.width
            start, bottom = left + {"center": free // 2, "right": free}.get(align, 0), self.top + line.height
            for face in dict.fromkeys(placed.face for placed in line.words):
                own = [placed for placed in line.words if placed.face == face]
                words = " ".join(texts[id(placed.inked.picture)] for placed in own)
                strokes.append(_text_stroke(words, face, start + own[0].left, bottom))
            super().line(line, left, right, align=align)

        def rule(self, *, left: int, right: int, thick: int = 2, dash: int = 0) -> None:
            """Draw a rule and note it."""
            top = self.top
            strokes.append(lambda _, draw: draw.rectangle((left, top, right - 1, top + thick - 1), fill=0))
            super().rule(left=left, right=right, thick=thick, dash=dash)

        def paste(self, picture: Image.Image, left: int) -> None:
            """Put the QR down and note it."""
            top, side = self.top, picture.width
            strokes.append(lambda page, _: page.paste(_qr(scan_text, side), (left, top)))
            super().paste(picture, left)

    with patch.object(ink, "inked", noted), patch.object(slip, "Pen", NotedPen):
        yield


def _text_stroke(words: str, face: ink.Face, left: int, bottom: int) -> Stroke:
    font = ImageFont.truetype(font_file(face.name), face.size, layout_engine=ImageFont.Layout.BASIC)
    base = bottom - font.getmetrics()[1]
    return lambda _, draw: draw.text((left, base), words, fill=0, font=font, anchor="ls")


def _qr(text: str, side: int) -> Image.Image:
    made = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0, mask_pattern=2)
    made.add_data(text)
    return made.make_image().get_image().convert("L").resize((side, side), Image.Resampling.NEAREST)
