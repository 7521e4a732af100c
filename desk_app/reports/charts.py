"""What a table of figures looks like as a chart: the same on screen, on paper and in Word."""

from desk_app.printing.official.chart import Chart, Series
from desk_app.reports.figure import Row, Table

_MOST_BARS = 20


def chart_of(table: Table) -> Chart | None:
    """Return what the table's chart shows; None where it has none, or less than two lines or nothing to draw."""
    rows = telling(table)
    rows = rows if table.lines else _largest(table, rows)
    if not table.drawn or len(rows) < 2:
        return None
    places = [table.column(key) for key in table.drawn]
    series = tuple(
        Series(name=table.columns[place].title, values=tuple(float(row.cells[place].value or 0) for row in rows))
        for place in places
    )
    if not any(value for each in series for value in each.values):
        return None
    return Chart(
        kind="line" if table.lines else "across",
        labels=tuple(row.label for row in rows),
        series=series,
        unit="đồng" if table.columns[places[0]].kind == "money" else "",
    )


def _largest(table: Table, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return those of ``rows`` that a chart has room for, in their order."""
    if not table.drawn or len(rows) <= _MOST_BARS:
        return rows
    place = table.column(table.drawn[0])
    largest = sorted(rows, key=lambda row: row.cells[place].value or 0, reverse=True)[:_MOST_BARS]
    return tuple(row for row in rows if row in largest)


def telling(table: Table) -> tuple[Row, ...]:
    """Return the lines that say anything: documents leave out those of noughts, unless there are no others.

    Steps of time all stand, so that none seems forgotten.
    """
    if table.lines:
        return table.rows
    return tuple(row for row in table.rows if any(cell.value for cell in row.cells)) or table.rows
