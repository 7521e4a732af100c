"""Text on a page: checked against the font, escaped, and set as a paragraph."""

from xml.sax.saxutils import escape

from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Paragraph

from desk_app.printing.blocks import Align
from desk_app.printing.fonts import SERIF, SPACES, printable
from desk_app.printing.pdf_look import font_name, style


def checked(text: str) -> str:
    """Return ``text`` composed; raise ``InvalidInput`` when the serif's regular face, the poorest, lacks a letter."""
    return "\n".join(printable(row.translate(SPACES), SERIF) for row in text.split("\n"))


def markup(text: str) -> str:
    """Return ``text`` checked and escaped as a paragraph's inner markup; line breaks are kept."""
    return escape(checked(text)).replace("\n", "<br/>")


def paragraph(
    text: str, points: float, *, align: Align = "left", bold: bool = False, italic: bool = False
) -> Paragraph:
    """Return ``text`` as a paragraph of ``points``."""
    return Paragraph(markup(text), style(points, align, bold, italic))


def centred(text: str, points: float, width: float, *, bold: bool = False) -> Paragraph:
    """Return ``text`` centred in ``width`` points, its lines of about the same length: no last word on its own."""
    clean = checked(text)
    lines = _lines(clean, points, width, bold)
    insets = (width * step / 40 for step in range(16, 0, -1))
    fits = (inset for inset in insets if _lines(clean, points, width - 2 * inset, bold) == lines)
    inset = next(fits, 0) if lines > 1 else 0
    return Paragraph(markup(text), style(points, "center", bold, False, inset))


def _lines(text: str, points: float, width: float, bold: bool) -> int:
    return len(simpleSplit(text, font_name(bold=bold), points, width))
