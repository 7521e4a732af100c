"""The text of an official document in Word: paragraphs, headings, tables, charts."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.shared import Pt
from docx.table import _Cell

from desk_app.printing.official import document, look
from desk_app.printing.official.chart_shapes import figure_words
from desk_app.printing.official.grid import Placed, head_rows, placed_cells
from desk_app.printing.official.png_chart import chart_picture
from desk_app.printing.official.word_styles import BODY, CAPTION, CELL, HEADINGS, alignment
from desk_app.printing.official.word_xml import describe_picture, keep_row_whole, repeat_row, set_cell_margins
from desk_app.printing.pdf_text import checked

_ROWS_WITH_SIGNATURE = 2
# A picture exactly as wide as the text is pushed out of it by rounding.
_SIDE_OF_PICTURE = 2.0


def add_part(word: Any, part: document.Part, width: float) -> None:
    """Add one part of the body."""
    if isinstance(part, document.Table):
        _add_table(word, part, width)
    elif isinstance(part, document.Figure):
        _add_figure(word, part, width)
    elif isinstance(part, document.Heading):
        word.add_paragraph(checked(part.text), HEADINGS[part.level])
    else:
        _add_paragraph(word, part)


def bare_table(word: Any, rows: int, widths: Sequence[float]) -> Any:
    """Return a table without lines, its columns ``widths`` points wide, nothing between text and edge."""
    table = word.add_table(rows, len(widths))
    _set_widths(table, widths)
    set_cell_margins(table, 0)
    return table


def hold_last(word: Any) -> None:
    """Keep the last paragraph, or the last rows of a table, on one page with what is added next."""
    content: list[Any] = list(word.iter_inner_content())
    before, last = content[-2], content[-1]
    last.paragraph_format.keep_with_next = True
    if not last.text and hasattr(before, "rows"):
        for row in before.rows[-_ROWS_WITH_SIGNATURE:]:
            for cell in row.cells:
                for paragraph in cell.paragraphs:
                    paragraph.paragraph_format.keep_with_next = True


def _add_paragraph(word: Any, part: document.Paragraph) -> None:
    paragraph = word.add_paragraph(style=BODY)
    if part.lead:
        paragraph.add_run(f"{checked(part.lead)} ").bold = True
    run = paragraph.add_run(checked(part.text))
    run.bold, run.italic = part.bold or None, part.italic or None
    if part.align != "justify":
        paragraph.alignment = alignment(part.align)
    if not part.indent:
        paragraph.paragraph_format.first_line_indent = Pt(0)


def _add_figure(word: Any, part: document.Figure, width: float) -> None:
    paragraph = word.add_paragraph(style="Normal")
    paragraph.alignment = alignment("center")
    shape = paragraph.add_run().add_picture(
        BytesIO(chart_picture(part.chart, width)), width=Pt(width - _SIDE_OF_PICTURE)
    )
    describe_picture(shape, _described(part))
    if part.caption:
        paragraph.paragraph_format.keep_with_next = True
        caption = word.add_paragraph(checked(part.caption), CAPTION)
        caption.paragraph_format.space_after = Pt(8)


def _described(part: document.Figure) -> str:
    """Return the figures of a chart in words."""
    rows = (
        f"{series.name}: " + ", ".join(
            f"{label} {'–' if value is None else figure_words(value)}"
            for label, value in zip(part.chart.labels, series.values, strict=True)
        )
        for series in part.chart.series
    )  # fmt: skip
    return f"{part.caption}. {'; '.join(rows)}".strip(". ")


def _add_table(word: Any, part: document.Table, width: float) -> None:
    cells, heads = placed_cells(part), len(head_rows(part))
    points, widths = look.table_look(part, cells, width)
    if part.caption:
        word.add_paragraph(checked(part.caption), CAPTION).paragraph_format.keep_with_next = True
    table = word.add_table(heads + len(part.rows), len(widths), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _set_widths(table, widths)
    set_cell_margins(table, look.CELL_SIDE, above=1.5)
    for place, row in enumerate(table.rows):
        keep_row_whole(row)
        if place < heads:
            repeat_row(row)
    held = {row for each in cells for row in range(each.row, each.row + each.down - 1)} | set(range(heads))
    sheet = _Sheet(table, word.styles[CELL].style_id, points)
    for cell in cells:
        sheet.fill(cell, held=cell.row in held)
    # Word joins neighbouring tables into one unless a paragraph stands between them.
    after = word.add_paragraph(style="Normal")
    after.paragraph_format.line_spacing = Pt(8)


class _Sheet:
    """The cells of a table as XML: python-docx searches the whole table for each merged one."""

    def __init__(self, table: Any, style: str, points: float) -> None:
        self._table = table
        self._rows = [list(row._tr.tc_lst) for row in table.rows]
        self._style = style
        self._points = Pt(points)

    def fill(self, cell: Placed, *, held: bool) -> None:
        """Write a cell into its place; ``held`` keeps it on one page with the row below."""
        for row in range(cell.row, cell.row + cell.down):
            self._join(row, cell)
        place = _Cell(self._rows[cell.row][cell.column], self._table)
        place.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        paragraph = place.paragraphs[0]
        paragraph._p.style = self._style
        paragraph.alignment = alignment(cell.align)
        paragraph.paragraph_format.keep_with_next = held or None
        run = paragraph.add_run(checked(cell.text))
        run.bold = cell.bold or None
        run.font.size = self._points

    def _join(self, row: int, cell: Placed) -> None:
        first, *others = self._rows[row][cell.column : cell.column + cell.across]
        if others:
            first.width = sum((other.width for other in others), first.width)
            first.grid_span = cell.across
            for other in others:
                other.getparent().remove(other)
        if cell.down > 1:
            first.vMerge = "restart" if row == cell.row else "continue"


def _set_widths(table: Any, widths: Sequence[float]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Pt(width)
