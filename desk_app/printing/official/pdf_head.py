"""What stands above the text of an official document, and above an annex."""

from typing import Any

from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from desk_app.printing.blocks import MOTTO
from desk_app.printing.official import look
from desk_app.printing.official.document import Annex, Document, Head
from desk_app.printing.official.pdf_style import text_style
from desk_app.printing.pdf_shapes import Line
from desk_app.printing.pdf_tables import TIGHT
from desk_app.printing.pdf_text import centred, markup, paragraph

_UNDER = 3.0


def head(of: Head, width: float) -> list[Flowable]:
    """Return agencies and motto side by side, number and date under them."""
    left, right = look.head_widths(width)
    agency: list[Flowable] = [
        *([centred(of.upper, look.AGENCY, left)] if of.upper else []),
        centred(of.agency, look.AGENCY, left, bold=True),
        Line(look.agency_line(of.agency, left), below=_UNDER),
    ]
    motto: list[Flowable] = [
        paragraph(MOTTO[0], look.STATE, align="center", bold=True),
        paragraph(MOTTO[1], look.MOTTO_SIZE, align="center", bold=True),
        Line(look.motto_line(), below=_UNDER),
    ]
    number = [
        paragraph(of.number, look.NUMBER, align="center"),
        *([centred(of.about, look.ABOUT_LETTER, left * 0.9)] if of.about else []),
    ]
    date = paragraph(of.place_and_date, look.DATE, align="center", italic=True)
    rows: list[list[Any]] = [[agency, motto], [number, date]]
    style = [*TIGHT, ("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 1), (-1, 1), 9)]
    return [Table(rows, [left, right], style=style), Spacer(0, 16)]


def opening(of: Document, width: float) -> list[Flowable]:
    """Return the title with its line, «Kính gửi», and what the document rests on."""
    return [*_title(of, width), *_greeting(of, width), *_basis(of)]


def annex_title(annex: Annex, width: float) -> list[Flowable]:
    """Return the annex's label, its title in capitals, and what it belongs to."""
    return [
        paragraph(annex.label, look.TITLE, align="center", bold=True),
        centred(annex.title.upper(), look.TITLE, width * 0.9, bold=True),
        *([paragraph(annex.note, look.DATE, align="center", italic=True)] if annex.note else []),
        Spacer(0, 2),
        Line(width * 0.18, below=_UNDER),
        Spacer(0, 12),
    ]


def _title(of: Document, width: float) -> list[Flowable]:
    rows: list[Flowable] = []
    if of.kind:
        rows.append(centred(of.kind, look.TITLE, width * 0.9, bold=True))
    if of.about:
        rows.append(centred(of.about, look.TITLE, width * 0.8, bold=True))
    if rows:
        rows += [Line(look.title_line(of.about or of.kind, width * 0.5), below=_UNDER), Spacer(0, 16)]
    return rows


def _greeting(of: Document, width: float) -> list[Flowable]:
    if not of.greeting:
        return []
    if len(of.greeting) == 1:
        return [paragraph(f"Kính gửi: {of.greeting[0]}", look.BODY, align="center"), Spacer(0, 12)]
    words = look.measured("Kính gửi: ", look.BODY)
    side = width * 0.16
    many = [paragraph(f"- {each}", look.BODY) for each in of.greeting]
    rows: list[list[Any]] = [["", paragraph("Kính gửi:", look.BODY), ""], ["", "", many]]
    style = [*TIGHT, ("VALIGN", (0, 0), (-1, -1), "TOP")]
    return [Table(rows, [side, words, width - side - words], style=style), Spacer(0, 12)]


def _basis(of: Document) -> list[Flowable]:
    return [Paragraph(markup(line), text_style(italic=True)) for line in of.basis]
