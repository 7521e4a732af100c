"""A pen on an endless strip of paper: it draws grey at the present height and moves down; the strip grows as needed."""

from collections.abc import Sequence

from PIL import Image, ImageDraw

from desk_app.printing.blocks import Align
from desk_app.printing.ink import Face, Line, Word, balanced, lines, words

MARGIN = 8
_FIRST_STRIP = 2048
_THRESHOLD = 150
_BLACK_OR_WHITE = [255 if grey >= _THRESHOLD else 0 for grey in range(256)]


class Pen:
    """Draws on a strip ``width`` dots wide; ``top`` is where the next block begins."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.left = MARGIN
        self.right = width - MARGIN
        self.top = 0
        self._strip = Image.new("L", (width, _FIRST_STRIP), 255)
        self._draw = ImageDraw.Draw(self._strip)

    @property
    def inner(self) -> int:
        """Return the dots between the margins."""
        return self.right - self.left

    def picture(self) -> Image.Image:
        """Return what was drawn so far as black and white dots."""
        drawn = self._strip.crop((0, 0, self.width, max(self.top, 1)))
        return drawn.point(_BLACK_OR_WHITE, "1")

    def skip(self, dots: int) -> None:
        """Leave ``dots`` rows white."""
        self._reach(self.top + dots)
        self.top += dots

    def text(self, text: str, face: Face, *, align: Align = "left", indent: int = 0) -> None:
        """Write ``text`` in lines between the margins; line breaks start new lines, empty lines keep their height."""
        for row in text.split("\n"):
            self.run(words(row, face), align=align, indent=indent)
            if not row.strip():
                self.skip(face.height if text.strip() else 0)

    def run(self, parts: Sequence[Word], *, align: Align = "left", indent: int = 0) -> None:
        """Write words, perhaps of several faces, in lines between the margins, ``indent`` dots further right."""
        breaking = balanced if align == "center" else lines
        for line in breaking(parts, self.inner - indent):
            self.line(line, self.left + indent, self.right, align=align)

    def line(self, line: Line, left: int, right: int, *, align: Align = "left") -> None:
        """Write one line between ``left`` and ``right`` and move below it."""
        free = right - left - line.width
        start = left + {"center": free // 2, "right": free}.get(align, 0)
        height = line.height
        self._reach(self.top + height)
        for placed in line.words:
            drop = height - placed.inked.picture.height
            self._strip.paste(0, (start + placed.left - placed.inked.overhang, self.top + drop), placed.inked.picture)
        self.top += height

    def rule(self, *, left: int, right: int, thick: int = 2, dash: int = 0) -> None:
        """Draw a line from ``left`` to ``right`` and move below it; ``dash`` is the length of its strokes and gaps."""
        self._reach(self.top + thick)
        step = 2 * dash if dash else max(right - left, 1)
        for start in range(left, right, step):
            end = min(start + (dash or step), right)
            self._draw.rectangle((start, self.top, end - 1, self.top + thick - 1), fill=0)
        self.top += thick

    def frame(self, box: tuple[int, int, int, int], *, thick: int) -> None:
        """Draw a frame inside ``box`` (left, top, right, bottom)."""
        self._reach(box[3])
        left, top, right, bottom = box
        self._draw.rectangle((left, top, right - 1, bottom - 1), outline=0, width=thick)

    def stroke(self, points: Sequence[tuple[int, int]], *, thick: int) -> None:
        """Draw a line through ``points``."""
        self._draw.line(list(points), fill=0, width=thick, joint="curve")

    def paste(self, picture: Image.Image, left: int) -> None:
        """Put a picture down and move below it."""
        self._reach(self.top + picture.height)
        self._strip.paste(picture, (left, self.top))
        self.top += picture.height

    def _reach(self, height: int) -> None:
        if height <= self._strip.height:
            return
        longer = Image.new("L", (self.width, max(height, 2 * self._strip.height)), 255)
        longer.paste(self._strip, (0, 0))
        self._strip = longer
        self._draw = ImageDraw.Draw(longer)
