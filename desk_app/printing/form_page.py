"""How an official form looks on a page, as the flowables that reportlab sets."""

from collections.abc import Callable
from itertools import chain
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer, Table

from desk_app.printing import form_parts as parts
from desk_app.printing.blocks import MOTTO
from desk_app.printing.columns import column_widths
from desk_app.printing.form_flow import rows_of
from desk_app.printing.form_shapes import FormRows
from desk_app.printing.pdf_look import Look, font_name
from desk_app.printing.pdf_shapes import Line
from desk_app.printing.pdf_tables import TIGHT
from desk_app.printing.pdf_text import centred, checked, paragraph

# An empty cell is high enough to write in by hand.
_HAND_ROW = 6.5 * mm
_CELL_SIDE = 3.0
_MANY_HANDS = 3
_LEADING_LINES = 2


def form(look: Look, block: parts.Form) -> list[Flowable]:
    """Return a whole form, part after part."""
    flowables: list[Flowable] = []
    leading: list[list[Flowable]] = []
    for part in block.parts:
        drawn = _DRAW[type(part)](look, part)
        if isinstance(part, parts.FormTable):
            # A table that a page can hold is not parted, nor from the lines that lead to it.
            flowables.append(KeepTogether([*chain.from_iterable(leading), *drawn]))
            leading = []
            continue
        kept = _LEADING_LINES if isinstance(part, parts.FormLine) else 0
        flowables += chain.from_iterable(leading[: len(leading) - kept])
        leading = [*leading[len(leading) - kept :], drawn] if kept else [drawn]
    return [*flowables, *chain.from_iterable(leading)]


def _head(look: Look, part: parts.FormHead) -> list[Flowable]:
    corner = [
        *([paragraph(part.number, look.small, align="right", bold=True)] if part.number else []),
        *([paragraph(part.source, look.small - 1, align="right", italic=True)] if part.source else []),
    ]
    under = stringWidth(MOTTO[1], font_name(bold=True), look.motto)
    return [
        *corner,
        *([Spacer(0, look.gap)] if corner else []),
        paragraph(MOTTO[0], look.head, align="center", bold=True),
        paragraph(MOTTO[1], look.motto, align="center", bold=True),
        Line(under, below=2.5),
        Spacer(0, look.gap * 2.5),
        centred(part.title, look.title, look.width, bold=True),
        *([paragraph(part.subtitle, look.body, align="center", italic=True)] if part.subtitle else []),
        Spacer(0, look.gap * 1.5),
    ]


def _line(look: Look, part: parts.FormLine) -> list[Flowable]:
    points, indent = look.small if part.small else look.body, part.indent_mm * mm
    rows = rows_of(part, points, look.width - indent)
    air = [Spacer(0, look.gap)] if part.space_before else []
    return [*air, FormRows(rows, points, align=part.align, indent=indent)]


def _heading(look: Look, part: parts.FormHeading) -> list[Flowable]:
    # Room for two lines more: a heading never stands alone at the foot of a page.
    return [CondPageBreak(look.body * 5), Spacer(0, look.gap), paragraph(part.text, look.body, bold=True)]


def _table(look: Look, part: parts.FormTable) -> list[Flowable]:
    points = (look.small + look.body) / 2 - 0.5
    longest = [
        max(_longest_word(cell, points) for cell in (column.title, *(row[place] for row in part.rows)))
        + 2 * _CELL_SIDE
        + 1
        for place, column in enumerate(part.columns)
    ]
    widths = column_widths(
        [column.width for column in part.columns], longest, look.width, least=2 * _CELL_SIDE + points * 1.2
    )
    titles = [paragraph(column.title, points, align="center", bold=True) for column in part.columns]
    body = [[paragraph(cell, points) if cell else Spacer(0, _HAND_ROW) for cell in row] for row in part.rows]
    ruled: list[Any] = [
        ("FONTNAME", (0, 0), (-1, -1), font_name()),
        ("GRID", (0, 0), (-1, -1), 0.5, black),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), _CELL_SIDE),
        ("RIGHTPADDING", (0, 0), (-1, -1), _CELL_SIDE),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
    grid = Table([titles, *body], widths, style=ruled, repeatRows=1, splitInRow=1)
    return [Spacer(0, look.gap * 0.7), grid, Spacer(0, look.gap)]


def _hands(look: Look, part: parts.FormHands) -> list[Flowable]:
    many = len(part.hands) >= _MANY_HANDS
    points = look.small if many else look.body
    hands = part.hands if len(part.hands) > 1 else (None, *part.hands)
    rows: list[list[Any]] = [
        [_hand(hand, points - 1.4 * many, "above") for hand in hands],
        [[*_hand(hand, points, "role"), *_hand(hand, look.small - many, "hint")] for hand in hands],
        [Spacer(0, look.sign * 0.8)] * len(hands),
        [_hand(hand, points, "name") for hand in hands],
    ]
    side = [("LEFTPADDING", (0, 0), (-1, -1), 2), ("RIGHTPADDING", (0, 0), (-1, -1), 2)]
    grid = Table(
        rows, [look.width / len(hands)] * len(hands), style=[*TIGHT, ("VALIGN", (0, 0), (-1, -1), "TOP"), *side]
    )
    return [KeepTogether([Spacer(0, look.gap * 2), grid])]


def _hand(hand: parts.FormHand | None, points: float, what: str) -> list[Flowable]:
    text = getattr(hand, what) if hand is not None else ""
    if not text:
        return []
    return [paragraph(text, points, align="center", bold=what in ("role", "name"), italic=what in ("above", "hint"))]


def _notes(look: Look, part: parts.FormNotes) -> list[Flowable]:
    title = paragraph("Chú thích:", look.small - 1, bold=True, italic=True)
    notes = [paragraph(note, look.small - 1, align="justify") for note in part.notes]
    return [Spacer(0, look.gap * 2), CondPageBreak(look.small * 5), title, *notes]


def _longest_word(cell: str, points: float) -> float:
    words = checked(cell).replace("\n", " ").split(" ")
    return max(stringWidth(word, font_name(bold=True), points) for word in words)


_DRAW: dict[type, Callable[[Look, Any], list[Flowable]]] = {
    parts.FormHead: _head,
    parts.FormLine: _line,
    parts.FormHeading: _heading,
    parts.FormTable: _table,
    parts.FormHands: _hands,
    parts.FormNotes: _notes,
}
