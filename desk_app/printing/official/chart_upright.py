"""Charts that stand upright: bars beside each other, bars upon each other, lines."""

from collections.abc import Callable
from math import ceil

from desk_app.printing.official.chart import Chart
from desk_app.printing.official.chart_scale import scale_for
from desk_app.printing.official.chart_shapes import (
    DASHES,
    GAP,
    LEADING,
    LEGEND,
    TONES,
    UNIT,
    WORDS,
    Box,
    Plot,
    Shape,
    Sketch,
    Stroke,
    Words,
    figure_words,
    label_lines,
    legend,
    unit_words,
)
from desk_app.printing.official.look import measured

_HEIGHT = 190.0
_GRID_TONE = 0.8


def upright(chart: Chart, width: float) -> Sketch:
    """Return the chart with its axis on the left and its labels below."""
    scale = scale_for(chart)
    left = max(measured(figure_words(tick), WORDS) for tick in scale.ticks) + GAP
    slot = (width - left) / len(chart.labels)
    labels = _labels(chart, slot)
    bottom = max(map(len, labels)) * LEADING + GAP
    above = (LEGEND if len(chart.series) > 1 else 0) + UNIT
    plot = Plot(left=left, bottom=bottom, right=width, top=_HEIGHT - above, scale=scale)
    shapes: list[Shape] = [*legend(chart, width, _HEIGHT), *unit_words(chart, 0, plot.top + 2 * GAP)]
    for tick in scale.ticks:
        y = plot.up(tick)
        shapes += (
            Stroke(points=((left, y), (width, y)), tone=0 if tick == 0 else _GRID_TONE, thick=0.5),
            Words(x=left - GAP, y=y - WORDS * 0.35, text=figure_words(tick), anchor="end"),
        )
    for place, lines in enumerate(labels):
        middle = left + slot * (place + 0.5)
        longest = max((measured(line, WORDS) for line in lines), default=0)
        shapes += (
            Words(x=min(middle, width - longest / 2), y=bottom - (down + 1) * LEADING, text=line, anchor="middle")
            for down, line in enumerate(lines)
        )
    return Sketch(width=width, height=_HEIGHT, shapes=(*shapes, *_KINDS[chart.kind](chart, plot, slot)))


def _labels(chart: Chart, slot: float) -> list[list[str]]:
    """Return each label in lines; below a line with too many of them only every so many, from the newest backwards."""
    if chart.kind != "line":
        return [label_lines(label, slot - 2) for label in chart.labels]
    newest = len(chart.labels) - 1
    widest = max(measured(label, WORDS) for label in chart.labels) + 2 * GAP
    every = ceil(widest / slot)
    # The newest is moved left where it would leave the sheet: the one before it then gives way.
    moved = max((measured(chart.labels[newest], WORDS) - slot) / 2, 0)
    without = newest - every if every * slot - moved < widest else -1
    named = set(range(newest, -1, -every)) - {without}
    return [label_lines(label, widest) if place in named else [] for place, label in enumerate(chart.labels)]


def _bars(chart: Chart, plot: Plot, slot: float) -> list[Shape]:
    many = len(chart.series)
    wide = min(slot * 0.72 / many, 34)
    shapes: list[Shape] = []
    for number, series in enumerate(chart.series):
        for place, value in enumerate(series.values):
            if value is None:
                continue
            x = plot.left + slot * (place + 0.5) + (number - many / 2) * wide
            shapes.append(_bar(x, plot, value, wide, number))
            shapes += _value_above(x + wide / 2, plot.up(value), value, wide + (slot * 0.2 if many == 1 else 0))
    return shapes


def _stacked(chart: Chart, plot: Plot, slot: float) -> list[Shape]:
    wide = min(slot * 0.6, 40)
    shapes: list[Shape] = []
    for place in range(len(chart.labels)):
        x, sum_ = plot.left + slot * (place + 0.5) - wide / 2, 0.0
        for number, series in enumerate(chart.series):
            value = series.values[place] or 0
            low = plot.up(sum_)
            sum_ += value
            if value:
                shapes.append(Box(x=x, y=low, width=wide, height=plot.up(sum_) - low, tone=TONES[number]))
        shapes += _value_above(x + wide / 2, plot.up(sum_), sum_, slot)
    return shapes


def _run(chart: Chart, plot: Plot, slot: float) -> list[Shape]:
    shapes: list[Shape] = []
    for number, series in enumerate(chart.series):
        run: list[tuple[float, float]] = []
        for place, value in enumerate((*series.values, None)):
            if value is not None:
                run.append((plot.left + slot * (place + 0.5), plot.up(value)))
                shapes += _value_above(*run[-1], value, slot) if len(chart.series) == 1 else ()
                continue
            if run:
                shapes.append(Stroke(points=tuple(run), thick=1.4, dash=DASHES[number]))
                shapes += (Box(x=x - 2, y=y - 2, width=4, height=4, tone=TONES[number]) for x, y in run)
            run = []
    return shapes


def _bar(x: float, plot: Plot, value: float, wide: float, number: int) -> Shape:
    return Box(x=x, y=plot.bottom, width=wide, height=plot.up(value) - plot.bottom, tone=TONES[number])


def _value_above(x: float, y: float, value: float, room: float) -> tuple[Shape, ...]:
    """Return the figure over its bar, where it does not run into its neighbour's."""
    text = figure_words(value)
    fits = measured(text, WORDS) <= room
    return (Words(x=x, y=y + 3, text=text, anchor="middle"),) if fits else ()


_KINDS: dict[str, Callable[[Chart, Plot, float], list[Shape]]] = {"bars": _bars, "stacked": _stacked, "line": _run}
