"""The text of an official document on PDF pages: paragraphs, headings, tables, charts, and the signature at its end."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import black
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph, Spacer
from reportlab.platypus import Table as Grid

from desk_app.printing.official import document, look
from desk_app.printing.official.document import Document, Signature
from desk_app.printing.official.grid import Placed, head_rows, placed_cells
from desk_app.printing.official.pdf_chart import ChartShape
from desk_app.printing.official.pdf_signed import SignedTable
from desk_app.printing.official.pdf_style import cell_style, text_style
from desk_app.printing.pdf_look import font_name
from desk_app.printing.pdf_tables import TIGHT
from desk_app.printing.pdf_text import centred, markup, paragraph

_ROOM_UNDER_HEADING = 62.0
_ROOM_UNDER_CAPTION = 90.0
_RULED: tuple[Any, ...] = (
    ("FONTNAME", (0, 0), (-1, -1), font_name()),
    ("GRID", (0, 0), (-1, -1), 0.5, black),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("LEFTPADDING", (0, 0), (-1, -1), look.CELL_SIDE),
    ("RIGHTPADDING", (0, 0), (-1, -1), look.CELL_SIDE),
    ("TOPPADDING", (0, 0), (-1, -1), 1.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
)


def body_flowables(parts: Sequence[document.Part], width: float) -> list[list[Flowable]]:
    """Return what each part becomes, in order."""
    return [_drawn(part, width) for part in parts]


def ending(body: list[list[Flowable]], of: Document, width: float) -> list[Flowable]:
    """Return the body with the signature, which never stands on a page without the text that precedes it."""
    before = [flowable for part in body[:-1] for flowable in part]
    last = body[-1] if body else []
    foot = _foot(of, width)
    if foot is None:
        return [*before, *last]
    if last and isinstance(last[-1], Grid):
        return [*before, *last[:-1], SignedTable(last[-1], foot)]
    return [*before, *last[:-1], KeepTogether([*last[-1:], Spacer(0, 10), foot])]


def _drawn(part: document.Part, width: float) -> list[Flowable]:
    if isinstance(part, document.Table):
        return _table(part, width)
    if isinstance(part, document.Heading):
        return _heading(part)
    if isinstance(part, document.Figure):
        return _figure(part, width)
    lead = f"<b>{markup(part.lead)}</b> " if part.lead else ""
    style = text_style(align=part.align, bold=part.bold, italic=part.italic, indent=part.indent)
    return [Paragraph(lead + markup(part.text), style)]


def _heading(part: document.Heading) -> list[Flowable]:
    style = text_style(align="justify", bold=part.level < 3, italic=part.level == 3)
    text = part.text.upper() if part.level == 1 else part.text
    return [CondPageBreak(_ROOM_UNDER_HEADING), Paragraph(markup(text), style)]


def _figure(part: document.Figure, width: float) -> list[Flowable]:
    rows: list[Flowable] = [Spacer(0, 4), ChartShape(part.chart, width)]
    if part.caption:
        rows += [Spacer(0, 4), centred(part.caption, look.CAPTION, width, bold=True)]
    return [KeepTogether([*rows, Spacer(0, 8)])]


def _table(part: document.Table, width: float) -> list[Flowable]:
    cells = placed_cells(part)
    caption = [centred(part.caption, look.CAPTION, width, bold=True), Spacer(0, 3)] if part.caption else []
    return [CondPageBreak(_ROOM_UNDER_CAPTION), *caption, _grid(part, cells, width)]


def _grid(part: document.Table, cells: Sequence[Placed], width: float) -> Grid:
    points, widths = look.table_look(part, cells, width)
    heads = len(head_rows(part))
    rows: list[list[Any]] = [[""] * len(widths) for _ in range(heads + len(part.rows))]
    style = list(_RULED)
    for cell in cells:
        if cell.text:
            text = cell_style(points, align=cell.align, bold=cell.bold)
            rows[cell.row][cell.column] = Paragraph(markup(cell.text), text)
        if cell.across > 1 or cell.down > 1:
            end = (cell.column + cell.across - 1, cell.row + cell.down - 1)
            style.append(("SPAN", (cell.column, cell.row), end))
    return Grid(rows, widths, style=style, repeatRows=heads, spaceAfter=8)


def _foot(of: Document, width: float) -> Flowable | None:
    if of.signature is None and not of.recipients:
        return None
    left = width * look.LEFT_OF_SIGNATURE
    hands = [_recipients(of.recipients), _signing(of.signature) if of.signature else ""]
    return Grid([hands], [left, width - left], style=[*TIGHT, ("VALIGN", (0, 0), (-1, -1), "TOP")])


def _recipients(places: Sequence[str]) -> list[Flowable]:
    if not places:
        return []
    title = paragraph("Nơi nhận:", look.RECIPIENTS_TITLE, bold=True, italic=True)
    return [title, *(paragraph(f"- {place}", look.RECIPIENTS) for place in places)]


def _signing(of: Signature) -> list[Flowable]:
    return [
        *(paragraph(line, look.BODY, align="center", bold=True) for line in of.titles),
        Spacer(0, look.SIGN_ROOM),
        paragraph(of.name, look.BODY, align="center", bold=True),
    ]
