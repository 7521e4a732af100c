"""The catalogue as an Excel workbook: the export, and, without any procedure, the template."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from desk_app.catalogue.excel_sheets import PAPERS, PROCEDURES, STEPS, Sheet, cells_of
from desk_app.catalogue.procedure import PaperAsked, Procedure
from desk_app.catalogue.steps import Step

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_ROWS_OFFERED = 2_000


def excel_bytes(procedures: Sequence[Procedure]) -> bytes:
    """Return the workbook that holds ``procedures``; an empty one is the template to fill in."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    _fill(book.create_sheet(PROCEDURES.title), PROCEDURES, ((each, each) for each in procedures))
    _fill(book.create_sheet(PAPERS.title), PAPERS, ((each, paper) for each in procedures for paper in each.papers))
    _fill(book.create_sheet(STEPS.title), STEPS, ((each, step) for each in procedures for step in each.steps))
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _fill(into: "Worksheet", sheet: Sheet, records: Iterable[tuple[Procedure, Procedure | PaperAsked | Step]]) -> None:
    _head(into, sheet)
    for row, (procedure, record) in enumerate(records, start=2):
        values = cells_of(sheet, procedure, record)
        for place, column in enumerate(sheet.columns, start=1):
            value = values[column.key]
            written = None if value is None else column.kind.write(value)
            cell = into.cell(row=row, column=place, value=written)
            if isinstance(written, str):
                # As text, whatever it looks like: a code is no number, and a name that begins with = no formula.
                cell.data_type = "s"
                cell.number_format = "@"


def _head(into: "Worksheet", sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for place, column in enumerate(sheet.columns, start=1):
        letter = get_column_letter(place)
        cell = into.cell(row=1, column=place, value=column.header)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DDE8EE")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        into.column_dimensions[letter].width = column.width
        if column.kind.choices:
            offered = DataValidation(type="list", formula1=f'"{",".join(column.kind.choices)}"', allow_blank=True)
            offered.add(f"{letter}2:{letter}{_ROWS_OFFERED}")
            into.add_data_validation(offered)
        elif column.key in ("code", "valid_from", "valid_to"):
            into.column_dimensions[letter].number_format = "@"
    into.freeze_panes = "B2"
