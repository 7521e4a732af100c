"""A register book as an Excel file."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from desk_app.dossiers.book.columns import COLUMNS
from desk_app.dossiers.book.counted import require_rows
from desk_app.dossiers.book.rows import BookLine, Wanted


def write_sheet(file: Path, wanted: Wanted, rows: Iterable[BookLine], count: int) -> None:
    """Write ``count`` rows under a head, and count them in the file; memory stays the same however many they are."""
    # Takes a tenth of a second to load, and is wanted a few times a year.
    from xlsxwriter import Workbook

    book = Workbook(str(file), {"constant_memory": True, "tmpdir": str(file.parent), "in_memory": False})
    try:
        _fill(book, wanted, rows)
    finally:
        # Closed also after a cancel, so that no file handle keeps the folder alive.
        book.close()
    require_rows(file, count + 1)


def _fill(book: Any, wanted: Wanted, rows: Iterable[BookLine]) -> None:
    sheet = book.add_worksheet(f"Sổ {wanted.year}")
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&CTrang &P/&N")
    head = book.add_format({"bold": True, "bg_color": "#DDE8EE", "text_wrap": True, "valign": "top"})
    moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm", "align": "left"})
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.letters)
        sheet.write_string(0, place, column.title, head)
    sheet.freeze_panes(1, 2)
    for line, row in enumerate(rows, start=1):
        for place, column in enumerate(COLUMNS):
            value = column.value(row)
            if isinstance(value, datetime):
                # Excel knows no offsets: the clock on the wall of the office.
                sheet.write_datetime(line, place, value.replace(tzinfo=None), moment)
            elif value:
                # As text, whatever it looks like: a number keeps its zeros, and a name that begins with = is no formula.
                sheet.write_string(line, place, str(value))
