"""The sizes that the PDF and the Word file share: Nghị định 30/2020, Phụ lục I, in points."""

from collections.abc import Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth

from desk_app.printing.blocks import MOTTO
from desk_app.printing.columns import column_widths
from desk_app.printing.official.document import Margins, Table
from desk_app.printing.official.grid import Placed
from desk_app.printing.pdf_look import font_name, register_fonts
from desk_app.printing.pdf_text import checked

BODY = 14.0
AGENCY = 12.0
STATE = 12.0
MOTTO_SIZE = 13.0
NUMBER = 13.0
DATE = 13.0
ABOUT_LETTER = 12.0
TITLE = 14.0
RECIPIENTS_TITLE = 12.0
RECIPIENTS = 11.0
PAGE_NUMBER = 13.0
CAPTION = 13.0
INDENT = 12.7 * mm
AFTER = 6.0
LINE = 1.2
SIGN_ROOM = 68.0
LEFT_OF_SIGNATURE = 0.46
CELL_SIDE = 4.0
_HEAD_GAP = 4.0
_TABLE_POINTS = (12.0, 11.0, 10.0, 9.0, 8.0)
_WIDEST_LETTER = 1.2


def page_size(across: bool) -> tuple[float, float]:
    """Return width and height of the sheet in points."""
    return (A4[1], A4[0]) if across else A4


def text_width(margins: Margins, across: bool) -> float:
    """Return the points between the margins."""
    return page_size(across)[0] - (margins.left + margins.right) * mm


def measured(text: str, points: float, *, bold: bool = False) -> float:
    """Return how wide ``text`` runs; raise ``InvalidInput`` when the font lacks a letter of it."""
    register_fonts()
    return stringWidth(checked(text), font_name(bold=bold), points)


def head_widths(width: float) -> tuple[float, float]:
    """Return the width of the agency's column and of the motto's."""
    right = measured(MOTTO[0], STATE, bold=True) + _HEAD_GAP
    return width - right, right


def agency_line(agency: str, width: float) -> float:
    """Return the length of the line under the agency: 0.4 of its text, between the third and the half prescribed."""
    return min(measured(agency, AGENCY, bold=True), width) * 0.4


def motto_line() -> float:
    """Return the length of the line under the motto: as long as the motto."""
    return measured(MOTTO[1], MOTTO_SIZE, bold=True)


def title_line(title: str, width: float) -> float:
    """Return the length of the line under the title: 0.4 of its last text."""
    return min(measured(title, TITLE, bold=True), width) * 0.4


def table_look(table: Table, cells: Sequence[Placed], width: float) -> tuple[float, list[float]]:
    """Return the letter size of a table and its columns' widths: the largest at which no word is broken."""
    shares = [column.width for column in table.columns]
    for points in _TABLE_POINTS[-1:] if table.dense else _TABLE_POINTS:
        longest = _longest_words(cells, len(shares), points)
        if sum(longest) <= width:
            break
    return points, column_widths(shares, longest, width, least=2 * CELL_SIDE + points * _WIDEST_LETTER)


def _longest_words(cells: Sequence[Placed], columns: int, points: float) -> list[float]:
    longest = [2 * CELL_SIDE + points] * columns
    for cell in (each for each in cells if each.across == 1):
        words = checked(cell.text).replace("\n", " ").split(" ")
        widest = max(stringWidth(word, font_name(bold=True), points) for word in words) + 2 * CELL_SIDE + 1
        longest[cell.column] = max(longest[cell.column], widest)
    return longest
