"""The sheet for the wall as PDF, in the widest type the paper bears: capitals of 7 mm are read from two metres."""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A3, A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from desk_app.printing.fonts import SANS, SANS_BOLD, SPACES, font_file, printable
from desk_app.printing.pdf_alone import alone
from desk_app.printing.wall_sheet import WallRow, WallSheet

_PLAIN, _BOLD = "DeskSans", "DeskSans-Bold"
_SIDE = 14 * mm
_TITLE, _DAY, _NAME, _HOURS, _FOOT = 40.0, 44.0, 29.0, 22.0, 15.0
_LEFT = 0.31
_PRODUCT = "Một cửa"


@alone
def wall_sheet_pdf(sheets: Sequence[WallSheet]) -> bytes:
    """Return the sheets as one PDF, each beginning a page; an entry never parts over two.

    Raise ``InvalidInput`` for a letter that the font lacks.
    """
    _register()
    out = BytesIO()
    story: list[Flowable] = []
    for place, sheet in enumerate(sheets):
        story += [NextPageTemplate(f"sheet-{place}"), PageBreak()] if place else []
        story += [flowable for row in sheet.rows for flowable in _entry(row, _scale(sheet))] or [Spacer(0, 1)]
    _Wall(out, sheets).build(story)
    return out.getvalue()


class _Wall(BaseDocTemplate):
    """Gives each sheet pages of its own size, with its own head and foot: each page may hang on its own."""

    def __init__(self, out: BytesIO, sheets: Sequence[WallSheet]) -> None:
        first = sheets[0]
        super().__init__(
            out,
            pagesize=_page(first),
            title=first.title,
            author=first.head,
            creator=_PRODUCT,
            invariant=1,
            lang="vi-VN",
            initialFontName=_PLAIN,
        )
        self.addPageTemplates([_template(f"sheet-{place}", sheet) for place, sheet in enumerate(sheets)])


def _page(sheet: WallSheet) -> tuple[float, float]:
    return A3 if sheet.size == "A3" else A4


def _template(name: str, sheet: WallSheet) -> PageTemplate:
    by, (width, height) = _scale(sheet), _page(sheet)
    head, foot = 38 * mm * by, 14 * mm * by

    def dress(canvas: Canvas, _: BaseDocTemplate) -> None:
        _centred(canvas, sheet.head, width, height - 14 * mm * by, _PLAIN, 18 * by)
        _centred(canvas, sheet.title, width, height - 29 * mm * by, _BOLD, _TITLE * by)
        canvas.setLineWidth(2.5 * by)
        canvas.line(_SIDE, height - 35 * mm * by, width - _SIDE, height - 35 * mm * by)
        _centred(canvas, sheet.foot, width, 6 * mm * by, _PLAIN, _FOOT * by)

    frame = Frame(_SIDE, foot, width - 2 * _SIDE, height - head - foot, 0, 0, 0, 0)
    return PageTemplate(name, [frame], onPage=dress, pagesize=(width, height))


def _centred(canvas: Canvas, text: str, width: float, y: float, font: str, points: float) -> None:
    """Write a line between the margins, smaller where it would not fit."""
    shown = _text(text)
    fitting = (width - 2 * _SIDE) / (stringWidth(shown, font, 1) or 1)
    canvas.setFont(font, min(points, fitting))
    canvas.drawCentredString(width / 2, y, shown)


def _scale(sheet: WallSheet) -> float:
    return A3[0] / A4[0] if sheet.size == "A3" else 1.0


def _entry(row: WallRow, by: float) -> list[Flowable]:
    width = (A4[0] * by) - 2 * _SIDE
    left: list[Flowable] = [
        Paragraph(_markup(row.weekday), _style(_BOLD, _HOURS * by)),
        Paragraph(_markup(row.day), _style(_BOLD, _DAY * by)),
        Paragraph(_markup(row.hours), _style(_PLAIN, _HOURS * by)),
    ]
    right: list[Flowable] = []
    for line in row.lines:
        right.append(Paragraph(_markup(line.organisation), _style(_BOLD, _NAME * by)))
        right += (Paragraph(_markup(name), _style(_PLAIN, _NAME * by)) for name in line.people)
    if row.remark:
        right.append(Paragraph(_markup(row.remark), _style(_BOLD, _HOURS * by)))
    style: list[Any] = [
        ("FONTNAME", (0, 0), (-1, -1), _PLAIN),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 6 * by),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 10 * by),
        ("LINEBELOW", (0, 0), (-1, -1), 1.2 * by, "black"),
    ]
    return [Table([[left, right]], [width * _LEFT, width * (1 - _LEFT)], style=style)]


@cache
def _register() -> None:
    pdfmetrics.registerFont(TTFont(_PLAIN, font_file(SANS)))
    pdfmetrics.registerFont(TTFont(_BOLD, font_file(SANS_BOLD)))


@cache
def _style(font: str, points: float) -> ParagraphStyle:
    return ParagraphStyle("wall", fontName=font, fontSize=points, leading=points * 1.22, splitLongWords=True)


def _text(text: str) -> str:
    return printable(text.translate(SPACES), SANS)


def _markup(text: str) -> str:
    return escape(_text(text))
