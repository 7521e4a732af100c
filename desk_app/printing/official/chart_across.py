"""Charts of bars that lie beside long names."""

from desk_app.printing.official.chart import Chart
from desk_app.printing.official.chart_scale import scale_for
from desk_app.printing.official.chart_shapes import (
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

_BAR = 11.0
_BETWEEN_ROWS = 7.0
_LABELS_SHARE = 0.38


def lying(chart: Chart, width: float) -> Sketch:
    """Return the chart with its labels on the left, as high as its rows need."""
    scale, many = scale_for(chart), len(chart.series)
    room = min(max(measured(label, WORDS) for label in chart.labels), width * _LABELS_SHARE) + 1
    labels = [label_lines(label, room) for label in chart.labels]
    deep = [max(many * _BAR, len(lines) * LEADING) + _BETWEEN_ROWS for lines in labels]
    above = (LEGEND if many > 1 else 0) + (UNIT if chart.unit else 0)
    height = sum(deep) + above
    written = max(measured(figure_words(value or 0), WORDS) for each in chart.series for value in each.values)
    plot = Plot(left=room + GAP, bottom=0, right=width - written - 2 * GAP, top=height - above, scale=scale)
    shapes: list[Shape] = [*legend(chart, width, height), *unit_words(chart, plot.left, plot.top + GAP)]
    middle = plot.top
    for place, lines in enumerate(labels):
        middle -= deep[place] / 2
        shapes += _row_across(chart, plot, place, middle, lines)
        middle -= deep[place] / 2
    shapes.append(Stroke(points=((plot.left, 0), (plot.left, plot.top))))
    return Sketch(width=width, height=height, shapes=tuple(shapes))


def _row_across(chart: Chart, plot: Plot, place: int, middle: float, lines: list[str]) -> list[Shape]:
    first = middle + len(lines) * LEADING / 2 - WORDS * 0.85
    shapes: list[Shape] = [
        Words(x=plot.left - GAP, y=first - down * LEADING, text=line, anchor="end") for down, line in enumerate(lines)
    ]
    top = middle + len(chart.series) * _BAR / 2
    for number, series in enumerate(chart.series):
        value, y = series.values[place], top - (number + 1) * _BAR
        if value is not None:
            end = plot.along(value)
            box = Box(x=plot.left, y=y + 1, width=end - plot.left, height=_BAR - 2, tone=TONES[number])
            shapes += (box, Words(x=end + GAP, y=y + _BAR * 0.24, text=figure_words(value)))
    return shapes
