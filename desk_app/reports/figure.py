"""Figures, and the tables they stand in: what every report is made of, on screen, on paper and in files."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

from desk_app.kernel.records import Record
from desk_app.kernel.texts import dong, quantity
from desk_app.reports.steps import Step

Kind = Literal["count", "money", "share", "minutes", "hours", "days"]
"""What a figure's number is: a whole number, đồng, a part of a whole, or tenths of minutes, hours or days."""

Rounding = Literal["half_up", "cut"]

ROUNDING_WORDS: dict[Rounding, str] = {
    "half_up": "Tỷ lệ làm tròn đến 0,1 %, nửa thì lên.",
    "cut": "Tỷ lệ cắt bỏ phần lẻ sau 0,1 %, không làm tròn.",
}
"""How shares are rounded; printed under every table that has one."""

NOTHING = "–"
EVERYBODY = "Toàn địa bàn"
"""Whose figures a report of every office holds."""
_UNITS: dict[Kind, str] = {"minutes": "phút", "hours": "giờ", "days": "ngày"}
_HEAD_UNITS: dict[Kind, str] = {**_UNITS, "money": "đồng"}


class Figure(Record):
    """One figure: ``value`` in the sense of ``kind``, for a share the part, with ``whole`` as what it is a part of.

    ``value`` None is a figure of nothing, as the middle of no times. ``opens`` asks for the rows it counts
    (``opening.open_figure``); empty where a figure has none of its own.
    """

    label: str
    kind: Kind
    value: int | None
    whole: int | None = None
    opens: str = ""


class Column(Record):
    """A column: ``number`` as forms print it, ``sum_of`` the columns it adds up, ``share_of`` part and whole of a share.

    ``adds_up`` says that the last line is the sum of the lines; people who came twice, or the middle of times, do not
    add up.
    """

    key: str
    title: str
    kind: Kind = "count"
    number: str = ""
    sum_of: tuple[str, ...] = ()
    share_of: tuple[str, str] | None = None
    adds_up: bool = True


class Row(Record):
    """A line: what it is about, and one figure for each column."""

    key: str
    label: str
    cells: tuple[Figure, ...]


class Check(Record):
    """Something that must be true of a table, in words, and whether it is."""

    words: str
    holds: bool


class Table(Record):
    """A table of figures; ``head`` is the title of its first column, ``total`` its last line.

    ``drawn`` names the columns that a chart shows, ``lines`` that it joins them by lines, as steps of time are.
    ``rules`` are printed below it.
    """

    id: str
    title: str
    head: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None = None
    rules: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    drawn: tuple[str, ...] = ()
    lines: bool = False

    def column(self, key: str) -> int:
        """Return the place of the column of that key."""
        return next(place for place, column in enumerate(self.columns) if column.key == key)


class Report(Record):
    """A report as made at one moment; ``unit`` is an office's code, empty for every office of the journal.

    ``step`` is the step of time that its tables go by; copies frozen before there was a choice went by months.
    """

    definition: str
    title: str
    first_on: date
    last_on: date
    unit: str
    unit_name: str
    rounding: Rounding
    made_at: datetime
    tables: tuple[Table, ...]
    rules: tuple[str, ...] = ()
    step: Step = "month"

    def table(self, id_: str) -> Table:
        """Return the table of that id."""
        return next(table for table in self.tables if table.id == id_)


def tenths(part: int, whole: int, rounding: Rounding) -> int | None:
    """Return ``part`` of ``whole`` in tenths of a percent, None of nothing: no dossier is not 0 %."""
    if not whole:
        return None
    return (2000 * part + whole) // (2 * whole) if rounding == "half_up" else 1000 * part // whole


def spoken_tenths(value: int | None) -> str:
    """Return tenths of a percent as offices write them, as in ``69,5 %``."""
    return NOTHING if value is None else f"{quantity(value // 10)},{value % 10} %"


def spoken(figure: Figure, rounding: Rounding = "half_up") -> str:
    """Return a figure as offices write it: ``1.285``, ``69,5 %``, ``8.000 đ``, ``12,5 phút``."""
    if figure.value is None:
        return NOTHING
    if figure.kind == "share":
        return spoken_tenths(tenths(figure.value, figure.whole or 0, rounding))
    if figure.kind == "money":
        return dong(figure.value)
    if figure.kind == "count":
        return quantity(figure.value)
    return f"{quantity(figure.value // 10)},{figure.value % 10} {_UNITS[figure.kind]}"


def titled(column: Column) -> str:
    """Return a column's title with the unit of its figures, as in ``Thời gian trực (phút)``."""
    unit = _HEAD_UNITS.get(column.kind)
    return f"{column.title} ({unit})" if unit else column.title


def bare(figure: Figure, rounding: Rounding = "half_up") -> str:
    """Return a figure as it stands below a ``titled`` head: without its unit, a share with its sign on the same line."""
    words = spoken(figure, rounding)
    if figure.kind == "share":
        return words.replace(" ", "\N{NO-BREAK SPACE}")
    return words.partition(" ")[0]


def figures_of(report: Report) -> Sequence[tuple[str, str, str, Figure]]:
    """Return every figure of a report with the ids of its table, line and column; the last line is ``total``."""
    return [
        (table.id, row.key, column.key, cell)
        for table in report.tables
        for row in (*table.rows, *((table.total,) if table.total else ()))
        for column, cell in zip(table.columns, row.cells, strict=True)
    ]


def find_figure(report: Report, table: str, row: str, column: str) -> Figure | None:
    """Return the figure at a place named as in ``figures_of``, or None."""
    return next((cell for *place, cell in figures_of(report) if place == [table, row, column]), None)
