"""The head, title, greeting and signature of an official document in Word."""

from collections.abc import Sequence
from typing import Any

from docx.shared import Pt

from desk_app.printing.blocks import MOTTO
from desk_app.printing.official import look
from desk_app.printing.official.document import Annex, Document, Head
from desk_app.printing.official.word_body import bare_table
from desk_app.printing.official.word_styles import ABOUT, AGENCY, BODY, RECIPIENTS, SIGNER, TITLE, alignment
from desk_app.printing.official.word_xml import draw_line_above, keep_row_whole
from desk_app.printing.pdf_text import checked


def add_head(word: Any, of: Head, width: float) -> None:
    """Add agencies and motto side by side, number and date under them, in a table without lines."""
    left, right = look.head_widths(width)
    table = bare_table(word, 2, (left, right))
    (agency, motto), (number, date) = (row.cells for row in table.rows)
    lines = [(of.upper, False), (of.agency, True)]
    for text, bold in lines if of.upper else lines[1:]:
        _line(agency, text, look.AGENCY, bold=bold)
    _rule(agency, left, look.agency_line(of.agency, left))
    _line(motto, MOTTO[0], look.STATE, bold=True)
    _line(motto, MOTTO[1], look.MOTTO_SIZE, bold=True)
    _rule(motto, right, look.motto_line())
    _line(number, of.number, look.NUMBER)
    if of.about:
        _line(number, of.about, look.ABOUT_LETTER)
    _line(date, of.place_and_date, look.DATE, italic=True)


def add_opening(word: Any, of: Document, width: float) -> None:
    """Add the title with its line, «Kính gửi», and what the document rests on."""
    _air(word, 10)
    if of.kind:
        word.add_paragraph(checked(of.kind), TITLE)
    if of.about:
        _narrow(word.add_paragraph(checked(of.about), ABOUT), width)
    if of.kind or of.about:
        _rule(word, width, look.title_line(of.about or of.kind, width * 0.5))
        _air(word, 8)
    _add_greeting(word, of.greeting, width)
    for line in of.basis:
        word.add_paragraph(style=BODY).add_run(checked(line)).italic = True


def add_annex_title(word: Any, annex: Annex, width: float) -> None:
    """Add the annex's label, its title in capitals, and what it belongs to."""
    word.add_paragraph(checked(annex.label), TITLE)
    _narrow(word.add_paragraph(checked(annex.title).upper(), ABOUT), width)
    if annex.note:
        note = word.add_paragraph(style="Normal")
        note.alignment = alignment("center")
        run = note.add_run(checked(annex.note))
        run.italic, run.font.size = True, Pt(look.DATE)
    _rule(word, width, width * 0.18)
    _air(word, 8)


def add_signature(word: Any, of: Document, width: float) -> None:
    """Add «Nơi nhận» and who signs, side by side; no page break runs through them."""
    left = width * look.LEFT_OF_SIGNATURE
    table = bare_table(word, 1, (left, width - left))
    keep_row_whole(table.rows[0])
    recipients, signer = table.rows[0].cells
    if of.recipients:
        title = recipients.add_paragraph(style=RECIPIENTS)
        run = title.add_run("Nơi nhận:")
        run.bold, run.italic, run.font.size = True, True, Pt(look.RECIPIENTS_TITLE)
        for place in of.recipients:
            recipients.add_paragraph(f"- {checked(place)}", RECIPIENTS)
    if of.signature is not None:
        for line in of.signature.titles:
            signer.add_paragraph(checked(line), SIGNER)
        name = signer.add_paragraph(checked(of.signature.name), SIGNER)
        name.paragraph_format.space_before = Pt(look.SIGN_ROOM)
    for cell in (recipients, signer):
        _drop_first(cell)


def _add_greeting(word: Any, greeting: Sequence[str], width: float) -> None:
    if not greeting:
        return
    if len(greeting) == 1:
        one = word.add_paragraph(f"Kính gửi: {checked(greeting[0])}", "Normal")
        one.alignment = alignment("center")
        one.paragraph_format.space_after = Pt(10)
        return
    rows = ["Kính gửi:", *(f"- {checked(each)}" for each in greeting)]
    side, words = width * 0.16, look.measured("Kính gửi: ", look.BODY)
    for place, text in enumerate(rows):
        paragraph = word.add_paragraph(text, "Normal")
        paragraph.paragraph_format.left_indent = Pt(side + (words if place else 0))
    paragraph.paragraph_format.space_after = Pt(10)


def _line(cell: Any, text: str, points: float, *, bold: bool = False, italic: bool = False) -> None:
    first = cell.paragraphs[0]
    paragraph = first if len(cell.paragraphs) == 1 and not first.text else cell.add_paragraph()
    paragraph.style = AGENCY
    run = paragraph.add_run(checked(text))
    run.font.size, run.bold, run.italic = Pt(points), bold, italic


def _rule(holder: Any, width: float, length: float) -> None:
    """Add a line ``length`` long in the middle of a column ``width`` wide: a flat paragraph with a border."""
    paragraph = holder.add_paragraph(style="Normal")
    draw_line_above(paragraph)
    shape = paragraph.paragraph_format
    side = Pt(max((width - length) / 2, 0))
    shape.left_indent = shape.right_indent = side
    shape.space_before, shape.line_spacing = Pt(2), Pt(8)


def _narrow(paragraph: Any, width: float) -> None:
    """Leave a tenth free on both sides of a title."""
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Pt(width * 0.1)


def _air(word: Any, points: float) -> None:
    paragraph = word.add_paragraph(style="Normal")
    paragraph.paragraph_format.line_spacing = Pt(points)


def _drop_first(cell: Any) -> None:
    """Remove the empty paragraph that every new cell begins with, where others follow."""
    first = cell.paragraphs[0]
    if len(cell.paragraphs) > 1 and not first.text:
        first._p.getparent().remove(first._p)
