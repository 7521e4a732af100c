"""An official document as a Word file: styles, real tables, page numbers that Word counts; nothing floats."""

from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm, Pt

from desk_app.printing.official import look
from desk_app.printing.official.document import Annex, Document, Margins
from desk_app.printing.official.word_body import add_part, hold_last
from desk_app.printing.official.word_head import add_annex_title, add_head, add_opening, add_signature
from desk_app.printing.official.word_styles import set_styles
from desk_app.printing.official.word_xml import add_field, forget_dates, restart_page_numbers


def written_word(document: Document) -> bytes:
    """Return the document as .docx; raise ``InvalidInput`` for what its PDF could not print either."""
    word = docx.Document()
    set_styles(word)
    _describe(word, document)
    _set_sheet(word.sections[0], document.margins, across=False)
    _number_pages(word.sections[0])
    width = look.text_width(document.margins, across=False)
    add_head(word, document.head, width)
    add_opening(word, document, width)
    for part in document.body:
        add_part(word, part, width)
    if document.signature is not None or document.recipients:
        hold_last(word)
        add_signature(word, document, width)
    for annex in document.annexes:
        _add_annex(word, annex, document.margins)
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def _describe(word: Any, document: Document) -> None:
    about = word.core_properties
    about.title, about.subject, about.author = document.name, document.code, document.head.agency
    about.comments, about.keywords, about.last_modified_by, about.language = "", "", "", "vi-VN"
    forget_dates(word)


def _set_sheet(section: Any, margins: Margins, *, across: bool) -> None:
    width, height = look.page_size(across)
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.top_margin, section.bottom_margin = Mm(margins.top), Mm(margins.bottom)
    section.left_margin, section.right_margin = Mm(margins.left), Mm(margins.right)
    section.header_distance, section.footer_distance = Mm(margins.top * 0.45), Mm(margins.bottom * 0.5)


def _number_pages(section: Any) -> None:
    """Write the page number above every page but the first; later sections take over this header."""
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.style = "Header"
    add_field(paragraph, "PAGE")
    section.first_page_header.is_linked_to_previous = False
    restart_page_numbers(section)


def _add_annex(word: Any, annex: Annex, margins: Margins) -> None:
    section = word.add_section(WD_SECTION.NEW_PAGE)
    _set_sheet(section, margins, across=annex.across)
    section.different_first_page_header_footer = True
    restart_page_numbers(section)
    width = look.text_width(margins, annex.across)
    add_annex_title(word, annex, width)
    for part in annex.body:
        add_part(word, part, width)
