"""A chart as the shapes it is drawn of."""

from desk_app.printing.official.chart import Chart, checked_chart
from desk_app.printing.official.chart_across import lying
from desk_app.printing.official.chart_shapes import Sketch
from desk_app.printing.official.chart_upright import upright


def sketched(chart: Chart, width: float) -> Sketch:
    """Return the chart ``width`` points wide, as high as it needs; raise ``InvalidInput`` for figures it cannot show."""
    return (lying if checked_chart(chart).kind == "across" else upright)(chart, width)
