"""Charts of figures, in greys that a laser printer and a photocopier keep apart."""

from typing import Literal

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record

MOST_SERIES = 4


class Series(Record):
    """One row of figures: a value per label of the chart; None where there is none."""

    name: str
    values: tuple[float | None, ...]


class Chart(Record):
    """Figures by label: ``bars`` stand upright, ``across`` lie beside long names, ``stacked`` add up, ``line`` runs on.

    Values are not negative; ``unit`` is said once above the axis.
    """

    labels: tuple[str, ...]
    series: tuple[Series, ...]
    kind: Literal["bars", "across", "stacked", "line"] = "bars"
    unit: str = ""


def checked_chart(chart: Chart) -> Chart:
    """Return ``chart``; raise ``InvalidInput`` unless it has labels, 1 to 4 series, and a value ≥ 0 for each label."""
    fits = (
        bool(chart.labels)
        and 1 <= len(chart.series) <= MOST_SERIES
        and all(len(each.values) == len(chart.labels) for each in chart.series)
        and all(value is None or value >= 0 for each in chart.series for value in each.values)
    )
    if not fits:
        raise InvalidInput(
            "chart",
            "Số liệu của biểu đồ không vẽ được.",
            f"Mỗi dãy cần một số không âm cho mỗi nhãn; nhiều nhất {MOST_SERIES} dãy.",
        )
    return chart
