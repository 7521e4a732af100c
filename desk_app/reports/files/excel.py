"""A report as an Excel file: a sheet for each table, with sums and shares as formulas, and one that says what is counted."""

import io
from collections.abc import Mapping
from typing import Any

from desk_app.kernel.time_source import spoken_day, spoken_moment
from desk_app.reports.charts import chart_of
from desk_app.reports.definitions.register import get_definition
from desk_app.reports.figure import NOTHING, Column, Figure, Report, Row, Table, tenths, titled

_FORMATS: Mapping[str, str] = {
    "count": "#,##0",
    "money": '#,##0" đ"',
    "share": "0.0%",
    "minutes": "#,##0.0",
    "hours": "#,##0.0",
    "days": "#,##0.0",
}
_HEAD_ROW = 3
_ONE_PAGE = 24
"""Shorter tables are printed on one page with their chart."""
_LABEL, _COUNT, _MONEY = 38, 11, 15
"""How many letters wide the columns are."""
_LEAST_COLUMNS = 6
"""Titles and rules reach over these where a table is narrower."""
_LINE = 16
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_GREYS = ("#33566B", "#8FA9B7", "#C9D6DD", "#5E5E5E")


def report_excel(report: Report) -> bytes:
    """Return the report as an Excel file whose sums and shares are formulas; what they give stands beside them."""
    # Takes a tenth of a second to load, and is wanted now and then.
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"title": report.title, "created": report.made_at.replace(tzinfo=None)})
    looks = _looks(book)
    names: set[str] = set()
    sheets = [(table, book.add_worksheet(_name(table, names))) for table in report.tables]
    for table, sheet in sheets:
        _filled(book, sheet, report, table, looks)
    _definitions(book.add_worksheet("Cách tính"), report, looks)
    book.close()
    return out.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    line = {"border": 1, "border_color": "#9AA7AE"}
    looks = {
        "title": book.add_format({"bold": True, "font_size": 13, "text_wrap": True, "valign": "top"}),
        "plain": book.add_format({"text_wrap": True, "valign": "top"}),
        "label": book.add_format({**line, "text_wrap": True}),
        "total_label": book.add_format({**line, "bold": True, "bg_color": "#EEF3F5"}),
        "head": book.add_format(
            {**line, "bold": True, "bg_color": "#DDE8EE", "text_wrap": True, "align": "center", "valign": "vcenter"}
        ),
    }
    for kind, shape in _FORMATS.items():
        looks[kind] = book.add_format({**line, "num_format": shape, "align": "right"})
        looks[f"total_{kind}"] = book.add_format(
            {**line, "num_format": shape, "align": "right", "bold": True, "bg_color": "#EEF3F5"}
        )
    return looks


def _filled(book: Any, sheet: Any, report: Report, table: Table, looks: Mapping[str, Any]) -> None:
    sheet.set_column(0, 0, _LABEL)
    sheet.set_column(1, _LEAST_COLUMNS, _COUNT)
    for place, column in enumerate(table.columns, start=1):
        sheet.set_column(place, place, _MONEY if column.kind == "money" else _COUNT)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1 if len(table.rows) <= _ONE_PAGE else 0)
    _across(sheet, 0, table, f"{report.title} – {table.title}", looks["title"], wide=1.35)
    _across(sheet, 1, table, period_words(report), looks["plain"])
    first = _heads(sheet, table, looks)
    sheet.freeze_panes(first, 1)
    sheet.repeat_rows(_HEAD_ROW, first - 1)
    for at, row in enumerate(table.rows, start=first):
        _line(sheet, at, table, row, report, looks, "", (0, 0))
    last = first + len(table.rows)
    if table.total is not None:
        _line(sheet, last, table, table.total, report, looks, "total_", (first, last))
        last += 1
    checks = (f"{'Đúng' if each.holds else 'SAI'}: {each.words}" for each in table.checks)
    for at, words in enumerate((*table.rules, *report.rules, *checks), start=last + 1):
        _across(sheet, at, table, words, looks["plain"])
    _chart(book, sheet, table, first, last + 3 + len(table.rules) + len(table.checks))


def _across(sheet: Any, at: int, table: Table, words: str, look: Any, *, wide: float = 1) -> None:
    """Write words over the whole width of a table in as many lines as they need; its letters are ``wide``."""
    columns = max(len(table.columns), _LEAST_COLUMNS)
    lines = -(-int(len(words) * wide) // (_LABEL + columns * _COUNT))
    sheet.merge_range(at, 0, at, columns, "")
    sheet.write_string(at, 0, words, look)
    sheet.set_row(at, int(_LINE * wide) * lines)


def _heads(sheet: Any, table: Table, looks: Mapping[str, Any]) -> int:
    """Write the heads and return the first line below them."""
    sheet.set_row(_HEAD_ROW, 48)
    sheet.write_string(_HEAD_ROW, 0, table.head, looks["head"])
    for place, column in enumerate(table.columns, start=1):
        sheet.write_string(_HEAD_ROW, place, titled(column), looks["head"])
    if not any(column.number for column in table.columns):
        return _HEAD_ROW + 1
    sheet.write_string(_HEAD_ROW + 1, 0, "(2)", looks["head"])
    for place, column in enumerate(table.columns, start=1):
        sheet.write_string(_HEAD_ROW + 1, place, column.number, looks["head"])
    return _HEAD_ROW + 2


def _line(
    sheet: Any,
    at: int,
    table: Table,
    row: Row,
    report: Report,
    looks: Mapping[str, Any],
    kind: str,
    span: tuple[int, int],
) -> None:
    """Write one line; ``span`` are the lines that a last line adds up, from the first to before the second."""
    # As text, whatever it looks like: a name that begins with = is no formula.
    sheet.write_string(at, 0, row.label, looks[f"{kind}label"])
    for place, (column, figure) in enumerate(zip(table.columns, row.cells, strict=True), start=1):
        look = looks[f"{kind}{column.kind}"]
        formula = _formula(table, column, at, place, span, report)
        value = _value(figure, report)
        if formula and figure.value is not None:
            sheet.write_formula(at, place, formula, look, value)
        elif isinstance(value, str):
            sheet.write_string(at, place, value, look)
        else:
            sheet.write_number(at, place, value, look)


def _formula(table: Table, column: Column, at: int, place: int, span: tuple[int, int], report: Report) -> str:
    if column.share_of is not None:
        part, whole = (_cell(at, table.column(key) + 1) for key in column.share_of)
        how = "ROUND" if report.rounding == "half_up" else "TRUNC"
        return f'=IF({whole}=0,"{NOTHING}",{how}({part}/{whole},3))'
    if column.sum_of:
        return "=" + "+".join(_cell(at, table.column(key) + 1) for key in column.sum_of)
    if column.adds_up and span[1] > span[0]:
        return f"=SUM({_cell(span[0], place)}:{_cell(span[1] - 1, place)})"
    return ""


def _value(figure: Figure, report: Report) -> float | int | str:
    if figure.value is None:
        return NOTHING
    if figure.kind == "share":
        share = tenths(figure.value, figure.whole or 0, report.rounding)
        return NOTHING if share is None else share / 1000
    return figure.value if figure.kind in ("count", "money") else figure.value / 10


def _cell(row: int, column: int) -> str:
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row + 1}"


def _chart(book: Any, sheet: Any, table: Table, first: int, below: int) -> None:
    if chart_of(table) is None:
        return
    chart = book.add_chart({"type": "line"} if table.lines else {"type": "bar"})
    last = first + len(table.rows) - 1
    for key, grey in zip(table.drawn, _GREYS, strict=False):
        place = table.column(key) + 1
        chart.add_series(
            {
                "name": [sheet.get_name(), _HEAD_ROW, place],
                "categories": [sheet.get_name(), first, 0, last, 0],
                "values": [sheet.get_name(), first, place, last, place],
                "fill": {"color": grey},
                "line": {"color": grey, "width": 2},
            }
        )
    chart.set_title({"name": table.title, "name_font": {"size": 12}})
    chart.set_legend({"position": "bottom"})
    if not table.lines:
        chart.set_y_axis({"reverse": True})
    chart.set_size({"width": 760, "height": 220 + 26 * min(len(table.rows), 20)})
    sheet.insert_chart(below, 0, chart)


def _definitions(sheet: Any, report: Report, looks: Mapping[str, Any]) -> None:
    sheet.set_column(0, 0, 62)
    sheet.set_column(1, 1, 90)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    lines = [
        ("Báo cáo", report.title),
        ("Nội dung", get_definition(report.definition).words),
        ("Thời kỳ", period_words(report)),
        ("Lập lúc", spoken_moment(report.made_at)),
        *(("Quy tắc chung", rule) for rule in report.rules),
    ]
    for table in report.tables:
        lines += [(table.title, rule) for rule in table.rules]
        lines += [
            (table.title, f"{column.title}: {_words(table, column)}")
            for column in table.columns
            if _words(table, column)
        ]
        lines += [(table.title, f"Kiểm tra {each.words}: {'đúng' if each.holds else 'SAI'}") for each in table.checks]
    for at, (name, words) in enumerate(lines):
        sheet.write_string(at, 0, name, looks["plain"])
        sheet.write_string(at, 1, words, looks["plain"])


def _words(table: Table, column: Column) -> str:
    titles = {each.key: each.title for each in table.columns}
    if column.share_of is not None:
        return f"«{titles[column.share_of[0]]}» trên «{titles[column.share_of[1]]}»"
    if column.sum_of:
        return " + ".join(f"«{titles[key]}»" for key in column.sum_of)
    return "" if column.adds_up else "đếm riêng cho mỗi dòng, dòng tổng không phải là tổng các dòng"


def period_words(report: Report) -> str:
    """Return the days and the office of a report in words."""
    return f"{report.unit_name}, từ ngày {spoken_day(report.first_on)} đến hết ngày {spoken_day(report.last_on)}"


def _name(table: Table, names: set[str]) -> str:
    """Return a name that Excel takes and no other sheet has."""
    stem = table.title.translate(_FORBIDDEN).strip()[:28] or table.id
    name, again = stem, 2
    while name.lower() in names:
        name, again = f"{stem[:27]} {again}", again + 1
    names.add(name.lower())
    return name
