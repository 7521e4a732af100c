"""A chart as a picture, for Word and for screens: the very shapes of the PDF, three times as fine."""

from io import BytesIO
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFont

from desk_app.printing.fonts import SERIF, font_file, printable
from desk_app.printing.official.chart import Chart
from desk_app.printing.official.chart_shapes import WORDS, Box, Sketch, Stroke, Words
from desk_app.printing.official.chart_sketch import sketched

_FINE = 4
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def chart_picture(chart: Chart, width: float) -> bytes:
    """Return ``chart`` as PNG, drawn for a width of ``width`` points."""
    sketch = sketched(chart, width)
    picture = _Picture(sketch)
    for shape in sketch.shapes:
        picture.put(shape)
    return picture.png()


class _Picture:
    def __init__(self, sketch: Sketch) -> None:
        self._height = sketch.height
        size = (round(sketch.width * _FINE), round(sketch.height * _FINE))
        self._picture = Image.new("L", size, 255)
        self._draw = ImageDraw.Draw(self._picture)
        self._font = ImageFont.truetype(font_file(SERIF), round(WORDS * _FINE))

    def put(self, shape: Box | Stroke | Words) -> None:
        if isinstance(shape, Words):
            text = printable(shape.text, SERIF)
            self._draw.text(self._at(shape.x, shape.y), text, fill=0, font=self._font, anchor=_ANCHORS[shape.anchor])
        elif isinstance(shape, Box):
            corners = (self._at(shape.x, shape.y + shape.height), self._at(shape.x + shape.width, shape.y))
            self._draw.rectangle(corners, fill=_grey(shape.tone), outline=0, width=2)
        else:
            self._stroke(shape)

    def png(self) -> bytes:
        out = BytesIO()
        self._picture.save(out, "PNG", optimize=True, dpi=(72 * _FINE, 72 * _FINE))
        return out.getvalue()

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return x * _FINE, (self._height - y) * _FINE

    def _stroke(self, stroke: Stroke) -> None:
        thick, tone = max(round(stroke.thick * _FINE), 1), _grey(stroke.tone)
        places = [self._at(*point) for point in stroke.points]
        for start, end in pairwise(places):
            for one, two in _dashes(start, end, stroke.dash):
                self._draw.line((one, two), fill=tone, width=thick)


def _grey(tone: float) -> int:
    return round(255 * tone)


_Point = tuple[float, float]


def _dashes(start: _Point, end: _Point, dash: tuple[float, ...]) -> list[tuple[_Point, _Point]]:
    if not dash:
        return [(start, end)]
    length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
    pieces: list[tuple[_Point, _Point]] = []
    at, place = 0.0, 0
    while at < length:
        stop = min(at + dash[place % len(dash)] * _FINE, length)
        if place % 2 == 0:
            pieces.append((_between(start, end, at / length), _between(start, end, stop / length)))
        at, place = stop, place + 1
    return pieces


def _between(start: _Point, end: _Point, share: float) -> _Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
