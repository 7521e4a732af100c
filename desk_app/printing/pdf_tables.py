"""The blocks that need columns on a page: letterhead, tables, the highlight, the QR code with its text, signatures."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from desk_app.printing import blocks
from desk_app.printing.columns import column_widths
from desk_app.printing.pdf_look import Look, font_name
from desk_app.printing.pdf_shapes import Line, QrShape
from desk_app.printing.pdf_text import centred, checked, paragraph

_Style = list[Any]  # reportlab types its table commands too finely to be written out
# Cells otherwise name Helvetica, which would then stand in the file without being embedded.
_FONT: _Style = [("FONTNAME", (0, 0), (-1, -1), font_name())]
_BARE: _Style = [*_FONT, ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0)]
TIGHT: _Style = [*_BARE, ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0)]
_CELL_SIDE = 3.0
_WIDEST_LETTER = 1.2
_BETWEEN = 3.0
_QR_SIDE = 20 * mm
_LARGE_QR_SIDE = 60 * mm
# Finer than this, a telephone has to be held so near that its lens no longer sees sharply.
_LEAST_MODULE = 0.5 * mm


def letterhead(look: Look, block: blocks.Letterhead) -> list[Flowable]:
    """Return agency and motto side by side, number and date under them (Nghị định 30/2020, Phụ lục I)."""
    right = stringWidth(blocks.MOTTO[0], font_name(bold=True), look.head) + 2
    left = look.width - right - _BETWEEN
    under_agency = min(stringWidth(checked(block.agency), font_name(bold=True), look.head), left) * 0.4
    under_motto = stringWidth(blocks.MOTTO[1], font_name(bold=True), look.motto)
    agency = [
        *([centred(block.parent, look.head, left)] if block.parent else []),
        centred(block.agency, look.head, left, bold=True),
        Line(under_agency, below=2.5),
    ]
    motto = [
        paragraph(blocks.MOTTO[0], look.head, align="center", bold=True),
        paragraph(blocks.MOTTO[1], look.motto, align="center", bold=True),
        Line(under_motto, below=2.5),
    ]
    number = paragraph(block.number, look.motto, align="center")
    date = paragraph(block.place_and_date, look.motto, align="center", italic=True)
    rows: list[list[Any]] = [[agency, "", motto], [number, "", date]]
    shown = rows if block.number or block.place_and_date else rows[:1]
    lower = ("TOPPADDING", (0, 1), (-1, 1), look.gap * 1.5)
    return [_grid(shown, [left, _BETWEEN, right], [lower]), Spacer(0, look.gap)]


def table(look: Look, block: blocks.Table) -> list[Flowable]:
    """Return a ruled table whose titles repeat on every page."""
    columns, rows = blocks.shown_columns(block, "page")
    if not columns:
        return []
    points = (look.small + look.body) / 2
    longest = [
        max(_longest_word(cell, points) for cell in (column.title, *(row[place] for row in rows))) + 2 * _CELL_SIDE + 1
        for place, column in enumerate(columns)
    ]
    least = 2 * _CELL_SIDE + points * _WIDEST_LETTER
    widths = column_widths([column.width for column in columns], longest, look.width, least=least)
    titles = [paragraph(column.title, points, align="center", bold=True) for column in columns]
    body = [
        [paragraph(cell, points, align=column.align) for column, cell in zip(columns, row, strict=True)] for row in rows
    ]
    ruled: _Style = [
        *_FONT,
        ("GRID", (0, 0), (-1, -1), 0.5, black),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), _CELL_SIDE),
        ("RIGHTPADDING", (0, 0), (-1, -1), _CELL_SIDE),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
    ]
    grid = Table([titles, *body], widths, style=ruled, repeatRows=1, splitInRow=1)
    return [Spacer(0, look.gap * 0.7), grid, Spacer(0, look.gap)]


def highlight(look: Look, block: blocks.Highlight) -> list[Flowable]:
    """Return a frame with the value as large as fits on one line, at most ``huge``."""
    inner = look.width - 4 * _CELL_SIDE
    across = stringWidth(checked(block.value), font_name(bold=True), 1) or 1
    points = max(min(look.huge, inner / across), look.body)
    texts = ((block.label, look.body, False), (block.value, points, True), (block.note, look.small, False))
    rows = [paragraph(text, size, align="center", bold=bold) for text, size, bold in texts if text]
    if not rows:
        return []
    framed: _Style = [
        *_FONT,
        ("BOX", (0, 0), (-1, -1), 1.2, black),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -2), 1),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 4),
    ]
    grid = Table([[row] for row in rows], [look.width], style=framed, splitInRow=1)
    return [Spacer(0, look.gap), grid, Spacer(0, look.gap)]


def qr_code(look: Look, block: blocks.QrCode) -> list[Flowable]:
    """Return the code with its caption and note on its right."""
    words = [
        *([paragraph(block.caption, look.body, bold=True)] if block.caption else []),
        *([paragraph(block.note, look.small)] if block.note else []),
    ]
    middle, shape = [("VALIGN", (0, 0), (-1, -1), "MIDDLE")], _qr_shape(block)
    return [_grid([[shape, words]], [shape.width + 6, look.width - shape.width - 6], middle)]


def _qr_shape(block: blocks.QrCode) -> QrShape:
    side = _LARGE_QR_SIDE if block.size == "large" else _QR_SIDE
    return QrShape(block.payload, side, least_module=_LEAST_MODULE, level=block.level)


def signatures(look: Look, block: blocks.Signatures) -> list[Flowable]:
    """Return who signs, side by side, held together on one page."""
    hands = [_signing(look, block.left), _signing(look, block.right)]
    if block.middle is None:
        row = _grid([hands], [look.width / 2, look.width / 2], [])
    else:
        code = _qr_shape(block.middle)
        side = (look.width - code.width) / 2
        row = _grid([[hands[0], [code], hands[1]]], [side, code.width, side], [])
    note = [paragraph(block.middle.note, look.small, align="center")] if block.middle and block.middle.note else []
    return [KeepTogether([Spacer(0, look.gap * 2), row, *note])]


def _signing(look: Look, who: blocks.Signer | blocks.Recipients | None) -> list[Flowable]:
    if who is None:
        return []
    if isinstance(who, blocks.Recipients):
        head = paragraph("Nơi nhận:", look.small + 0.5, bold=True, italic=True)
        return [head, *(paragraph(line, look.small) for line in who.lines)]
    return [
        paragraph(who.role, look.body, align="center", bold=True),
        paragraph(who.hint, look.small, align="center", italic=True),
        Spacer(0, look.sign),
        paragraph(who.name, look.body, align="center", bold=True),
    ]


def _longest_word(cell: str, points: float) -> float:
    # Measured bold: titles are, and a little air does no harm to the others.
    words = checked(cell).replace("\n", " ").split(" ")
    return max(stringWidth(word, font_name(bold=True), points) for word in words)


def _grid(rows: Sequence[list[Any]], widths: Sequence[float], more: Sequence[tuple[Any, ...]]) -> Table:
    return Table(
        rows,
        widths,
        style=[*TIGHT, ("VALIGN", (0, 0), (-1, -1), "TOP"), *more],
    )
