"""What a chart is drawn of, in points counted from the bottom left: alike as vectors and as a picture."""

from dataclasses import dataclass
from typing import Literal

from reportlab.lib.utils import simpleSplit

from desk_app.kernel.texts import quantity
from desk_app.printing.official.chart import Chart
from desk_app.printing.official.chart_scale import Scale
from desk_app.printing.official.look import measured
from desk_app.printing.pdf_look import font_name
from desk_app.printing.pdf_text import checked

WORDS = 9.0
LEADING = 10.5
LEGEND = 16.0
UNIT = 18.0
GAP = 4.0
TONES = (0.25, 0.62, 0.86, 1.0)
DASHES: tuple[tuple[float, ...], ...] = ((), (6, 3), (2, 2), (8, 2, 2, 2))
_MOST_LABEL_LINES = 3

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, kw_only=True)
class Box:
    """A bar with an outline; ``tone`` is 0 for black, 1 for white."""

    x: float
    y: float
    width: float
    height: float
    tone: float


@dataclass(frozen=True, kw_only=True)
class Stroke:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    tone: float = 0
    thick: float = 0.7
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Words:
    """A line of text whose base line begins, has its middle or ends at ``x``."""

    x: float
    y: float
    text: str
    anchor: Anchor = "start"


Shape = Box | Stroke | Words


@dataclass(frozen=True, kw_only=True)
class Sketch:
    """Everything to draw, and the room it takes."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, kw_only=True)
class Plot:
    """The part of the sketch where values stand."""

    left: float
    bottom: float
    right: float
    top: float
    scale: Scale

    def up(self, value: float) -> float:
        """Return how high a value stands."""
        return self.bottom + (self.top - self.bottom) * value / self.scale.most

    def along(self, value: float) -> float:
        """Return how far right a value reaches."""
        return self.left + (self.right - self.left) * value / self.scale.most


def figure_words(value: float) -> str:
    """Return a figure as the office writes it: ``1.285``, ``69,5``."""
    whole, tenths = divmod(round(value * 10), 10)
    return f"{quantity(whole)},{tenths}" if tenths else quantity(whole)


def legend(chart: Chart, width: float, top: float) -> list[Shape]:
    """Return what tells the rows of figures apart, in one line; nothing where there is only one."""
    if len(chart.series) < 2:
        return []
    taken = sum(measured(each.name, WORDS) + 30 for each in chart.series) - 14
    x, y = max(width - taken, 0) / 2, top - LEGEND + 4
    shapes: list[Shape] = []
    for number, each in enumerate(chart.series):
        if chart.kind == "line":
            shapes.append(Stroke(points=((x - 4, y + 3), (x + 12, y + 3)), thick=1.4, dash=DASHES[number]))
            shapes.append(Box(x=x + 2, y=y + 1, width=4, height=4, tone=TONES[number]))
        else:
            shapes.append(Box(x=x, y=y, width=11, height=7, tone=TONES[number]))
        shapes.append(Words(x=x + 15, y=y, text=each.name))
        x += measured(each.name, WORDS) + 30
    return shapes


def unit_words(chart: Chart, x: float, y: float) -> list[Shape]:
    """Return the unit in brackets."""
    return [Words(x=x, y=y, text=f"({chart.unit})")] if chart.unit else []


def label_lines(label: str, width: float) -> list[str]:
    """Return a label in lines of ``width`` points, three at most."""
    lines = simpleSplit(checked(label), font_name(), WORDS, width)
    return lines if len(lines) <= _MOST_LABEL_LINES else [*lines[: _MOST_LABEL_LINES - 1], f"{lines[2][:-1]}…"]
