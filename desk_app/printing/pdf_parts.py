"""How each block looks on a page, as the flowables that reportlab sets."""

from collections.abc import Callable
from typing import Any

from reportlab.lib.colors import black
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, HRFlowable, Paragraph, Spacer, Table
from reportlab.platypus import KeepTogether as Together

from desk_app.printing import blocks, form_page, form_parts, pdf_tables
from desk_app.printing.pdf_look import Look, font_name, style
from desk_app.printing.pdf_shapes import Line, TickBox
from desk_app.printing.pdf_text import centred, markup, paragraph

_AIR = {"small": 4, "normal": 8, "large": 16, "huge": 32}


def drawn(look: Look, block: blocks.Block) -> list[Flowable]:
    """Return what ``block`` becomes on a page of this look."""
    if isinstance(block, blocks.KeepTogether):
        inner = [flowable for part in blocks.blocks_on("page", block.blocks) for flowable in drawn(look, part)]
        return [Together(inner)] if inner else []
    return _DRAW[type(block)](look, block)


def copy_name(look: Look, name: str) -> list[Flowable]:
    """Return the line that says which liên this is."""
    return [paragraph(name, look.small, align="center", italic=True), Spacer(0, look.gap)]


def _title(look: Look, block: blocks.Title) -> list[Flowable]:
    rows: list[Flowable] = [Spacer(0, look.gap * 1.5), centred(block.text, look.title, look.width, bold=True)]
    if block.subtitle:
        rows.append(paragraph(block.subtitle, look.body, align="center"))
    return [*rows, Spacer(0, look.gap)]


def _text(look: Look, block: blocks.Text) -> list[Flowable]:
    points = look.points(block.size)
    body = paragraph(block.text, points, align=block.align, bold=block.bold, italic=block.italic)
    return [body, Spacer(0, look.gap * 0.5)]


def _field(look: Look, block: blocks.Field) -> list[Flowable]:
    if not block.value.strip():
        return [_to_fill_in(look, block.label), Spacer(0, look.gap)]
    value = f"<b>{markup(block.value)}</b>" if block.bold else markup(block.value)
    return [Paragraph(f"{markup(block.label)}: {value}", style(look.body)), Spacer(0, look.gap * 0.5)]


def _to_fill_in(look: Look, label: str) -> Flowable:
    """Return the label and a dotted line to write on, or the line underneath when the label takes the whole width."""
    text = paragraph(f"{label}:", look.body)
    taken = stringWidth(f"{label}: ", font_name(), look.body) + 2
    line = Line(look.width, below=0, dots=True)
    bottom = [*pdf_tables.TIGHT, ("VALIGN", (0, 0), (-1, -1), "BOTTOM"), ("BOTTOMPADDING", (-1, -1), (-1, -1), 3)]
    if taken > look.width * 0.7:
        return Table([[text], [[Spacer(0, look.body), line]]], [look.width], style=bottom)
    return Table([[text, line]], [taken, look.width - taken], style=bottom)


def _check_item(look: Look, block: blocks.CheckItem) -> list[Flowable]:
    side = look.body * 0.82
    row = [[TickBox(side, ticked=block.checked), paragraph(block.text, look.body)]]
    beside = [*pdf_tables.TIGHT, ("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (0, 0), look.body * 0.28)]
    return [Table(row, [side + 6, look.width - side - 6], style=beside, splitInRow=1), Spacer(0, look.gap * 0.5)]


def _rule(look: Look, block: blocks.Rule) -> list[Flowable]:
    dash = (4, 3) if block.dashed else None
    line = HRFlowable(width="100%", thickness=0.7, color=black, dash=dash, spaceBefore=look.gap, spaceAfter=look.gap)
    return [line]


def _space(look: Look, block: blocks.Space) -> list[Flowable]:
    return [Spacer(0, _AIR[block.size] * look.body / 10.5)]


_DRAW: dict[type, Callable[[Look, Any], list[Flowable]]] = {
    blocks.Letterhead: pdf_tables.letterhead,
    blocks.Title: _title,
    blocks.Text: _text,
    blocks.Field: _field,
    blocks.Table: pdf_tables.table,
    blocks.CheckItem: _check_item,
    blocks.QrCode: pdf_tables.qr_code,
    blocks.Highlight: pdf_tables.highlight,
    blocks.Signatures: pdf_tables.signatures,
    blocks.Rule: _rule,
    blocks.Space: _space,
    form_parts.Form: form_page.form,
}
