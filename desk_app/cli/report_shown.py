"""A report as people read it on a terminal."""

from desk_app.kernel.time_source import spoken_day, spoken_moment
from desk_app.reports.figure import Report, Table, spoken

_WIDEST_LABEL = 44


def report_words(report: Report) -> str:
    """Return a report as lines of text, its tables one below the other."""
    lines = [
        f"{report.title}",
        f"{report.unit_name}, từ {spoken_day(report.first_on)} đến {spoken_day(report.last_on)}; "
        f"lập lúc {spoken_moment(report.made_at)}",
    ]
    for table in report.tables:
        lines += ["", table.title, *_lines(table, report)]
        lines += [f"  {rule}" for rule in table.rules]
        lines += [f"  Kiểm tra {check.words}: {'đúng' if check.holds else 'SAI'}" for check in table.checks]
    return "\n".join([*lines, "", *report.rules]).rstrip()


def _lines(table: Table, report: Report) -> list[str]:
    """Return the table in columns as wide as their figures; heads are the columns' titles, one a line above."""
    rows = [*table.rows, *((table.total,) if table.total is not None else ())]
    cells = [[spoken(cell, report.rounding) for cell in row.cells] for row in rows]
    marks = [column.number or f"[{place}]" for place, column in enumerate(table.columns, start=1)]
    widths = [max(len(each) for each in (mark, *(row[at] for row in cells))) for at, mark in enumerate(marks)]
    labels = [row.label[:_WIDEST_LABEL] for row in rows]
    wide = max((len(label) for label in (*labels, table.head)), default=0)
    heads = [f"  {mark} {column.title}" for mark, column in zip(marks, table.columns, strict=True)]
    top = f"  {table.head:<{wide}}  " + "  ".join(f"{mark:>{width}}" for mark, width in zip(marks, widths, strict=True))
    body = [
        f"  {label:<{wide}}  " + "  ".join(f"{cell:>{width}}" for cell, width in zip(row, widths, strict=True))
        for label, row in zip(labels, cells, strict=True)
    ]
    return [*heads, top, *body] if rows else [*heads, "  Không có gì trong thời kỳ này."]
