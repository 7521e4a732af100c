"""The paragraph styles of official documents."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from reportlab.lib.styles import ParagraphStyle

from desk_app.printing.official import look
from desk_app.printing.official.document import Align
from desk_app.printing.pdf_look import font_name, register_fonts

_ALIGN: Mapping[Align, Literal[0, 1, 2, 4]] = MappingProxyType({"left": 0, "center": 1, "right": 2, "justify": 4})


@cache
def text_style(
    *, align: Align = "justify", bold: bool = False, italic: bool = False, indent: bool = True
) -> ParagraphStyle:
    """Return the style of running text: 14 points, first line set in, 6 points between paragraphs."""
    register_fonts()
    return ParagraphStyle(
        "official",
        fontName=font_name(bold=bold, italic=italic),
        fontSize=look.BODY,
        leading=look.BODY * look.LINE,
        alignment=_ALIGN[align],
        firstLineIndent=look.INDENT if indent else 0,
        spaceAfter=look.AFTER,
        splitLongWords=True,
        allowWidows=0,
        allowOrphans=0,
    )


@cache
def cell_style(points: float, *, align: Align, bold: bool) -> ParagraphStyle:
    """Return the style of a table's cell."""
    register_fonts()
    return ParagraphStyle(
        "official-cell",
        fontName=font_name(bold=bold),
        fontSize=points,
        leading=points * look.LINE,
        alignment=_ALIGN[align],
        splitLongWords=True,
    )
