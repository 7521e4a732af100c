"""The look of A5 and A4 papers: Nghị định 30/2020 for A4, and the same proportions on A5."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Literal

from reportlab.lib.pagesizes import A4, A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desk_app.printing.blocks import Align, PageSize, Size
from desk_app.printing.fonts import SERIF, SERIF_BOLD, SERIF_BOLD_ITALIC, SERIF_ITALIC, font_file
from desk_app.printing.pdf_alone import alone

FAMILY = "DeskSerif"
_LEADING = 1.22
_ALIGN: Mapping[Align, Literal[0, 1, 2, 4]] = MappingProxyType({"left": 0, "center": 1, "right": 2, "justify": 4})


@dataclass(frozen=True, kw_only=True)
class Look:
    """Page size, margins and letter sizes of one kind of page, all in points."""

    page: tuple[float, float]
    left: float
    right: float
    top: float
    bottom: float
    small: float
    body: float
    large: float
    huge: float
    head: float
    motto: float
    title: float
    gap: float
    sign: float

    @property
    def width(self) -> float:
        """Return the width between the margins."""
        return self.page[0] - self.left - self.right

    def points(self, size: Size) -> float:
        """Return how many points ``size`` is on this page."""
        return {"small": self.small, "normal": self.body, "large": self.large, "huge": self.huge}[size]

    def tightened(self, by: float) -> "Look":
        """Return this look with text and air at the share ``by`` of their size; page, margins and letterhead stay."""
        return replace(
            self,
            small=self.small * by,
            body=self.body * by,
            large=self.large * by,
            huge=self.huge * by,
            gap=self.gap * by,
            sign=self.sign * by,
        )


_A5 = Look(
    page=A5, left=20 * mm, right=12 * mm, top=13 * mm, bottom=11 * mm,
    small=9, body=10.5, large=12.5, huge=18, head=8.5, motto=9.5, title=12.5, gap=3, sign=36,
)  # fmt: skip
_A4 = Look(
    page=A4, left=30 * mm, right=18 * mm, top=20 * mm, bottom=20 * mm,
    small=11, body=13.5, large=16, huge=30, head=12, motto=13.5, title=14, gap=5, sign=64,
)  # fmt: skip
LOOKS: Mapping[PageSize, Look] = MappingProxyType({"A5": _A5, "A4": _A4})


@alone
@cache
def register_fonts() -> None:
    """Make the serif family known to reportlab, once for the program."""
    faces = {"": SERIF, "-Bold": SERIF_BOLD, "-Italic": SERIF_ITALIC, "-BoldItalic": SERIF_BOLD_ITALIC}
    for suffix, name in faces.items():
        pdfmetrics.registerFont(TTFont(FAMILY + suffix, font_file(name)))
    pdfmetrics.registerFontFamily(FAMILY, *(FAMILY + suffix for suffix in faces))


def font_name(*, bold: bool = False, italic: bool = False) -> str:
    """Return reportlab's name of the serif face."""
    return FAMILY + {(False, False): "", (True, False): "-Bold", (False, True): "-Italic"}.get(
        (bold, italic), "-BoldItalic"
    )


@cache
def style(
    points: float, align: Align = "left", bold: bool = False, italic: bool = False, inset: float = 0
) -> ParagraphStyle:
    """Return the paragraph style of ``points``, set in by ``inset`` on both sides; long words are broken."""
    register_fonts()
    return ParagraphStyle(
        "desk",
        fontName=font_name(bold=bold, italic=italic),
        fontSize=points,
        leading=points * _LEADING,
        alignment=_ALIGN[align],
        leftIndent=inset,
        rightIndent=inset,
        splitLongWords=True,
        allowWidows=0,
        allowOrphans=0,
    )
