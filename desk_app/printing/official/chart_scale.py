"""The axis of a chart: from nothing to a round figure above the largest value."""

from dataclasses import dataclass
from math import ceil, floor, log10

from desk_app.printing.official.chart import Chart

_STEPS = 5


@dataclass(frozen=True, kw_only=True)
class Scale:
    """The figure at the end of the axis, and those that are written along it."""

    most: float
    ticks: tuple[float, ...]


def scale_for(chart: Chart) -> Scale:
    """Return an axis in steps of 1, 2 or 5 times a power of ten; whole numbers where all values are whole."""
    largest = max((value for row in _heights(chart) for value in row), default=0) or 1
    whole = all(value is None or float(value).is_integer() for each in chart.series for value in each.values)
    step = _round_up(largest / _STEPS)
    step = max(step, 1) if whole else step
    # Above the largest bar stands its figure.
    count = ceil(largest * 1.04 / step)
    return Scale(most=count * step, ticks=tuple(round(step * place, 6) for place in range(count + 1)))


def _heights(chart: Chart) -> list[list[float]]:
    rows = [[value or 0 for value in each.values] for each in chart.series]
    return [[sum(column) for column in zip(*rows, strict=True)]] if chart.kind == "stacked" else rows


def _round_up(value: float) -> float:
    power = 10.0 ** floor(log10(value))
    return next(power * step for step in (1, 2, 5, 10) if value <= power * step * 1.000001)
