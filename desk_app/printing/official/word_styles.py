"""The styles of the Word file, so that whoever edits it changes a style and not every line."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from desk_app.printing.official import look
from desk_app.printing.official.word_xml import set_fonts, set_language

FONT = "Times New Roman"
BODY = "Body Text"
TITLE = "Title"
ABOUT = "Subtitle"
HEADINGS = {1: "Heading 1", 2: "Heading 2", 3: "Heading 3"}
CAPTION = "Caption"
CELL = "Ô bảng"
AGENCY = "Cơ quan"
RECIPIENTS = "Nơi nhận"
SIGNER = "Người ký"
_BLACK = RGBColor(0, 0, 0)


def set_styles(document: Any) -> None:
    """Give the document the fonts, sizes and language of Vietnamese official papers."""
    styles = document.styles
    defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    set_fonts(defaults, FONT)
    set_language(defaults, "vi-VN")
    _set(styles["Normal"], look.BODY)
    _set(styles[BODY], look.BODY, align="justify", after=look.AFTER, indent=True)
    _set(styles[TITLE], look.TITLE, bold=True, align="center")
    _set(styles[ABOUT], look.TITLE, bold=True, align="center")
    for level, name in HEADINGS.items():
        _set(styles[name], look.BODY, bold=level < 3, italic=level == 3, align="justify", after=look.AFTER, indent=True)
        styles[name].paragraph_format.keep_with_next = True
    styles[HEADINGS[1]].font.all_caps = True
    _set(styles[CAPTION], look.CAPTION, bold=True, align="center", after=4)
    _set(styles["Header"], look.PAGE_NUMBER, align="center")
    for name, points, align in (
        (CELL, 12, "left"), (AGENCY, look.AGENCY, "center"), (RECIPIENTS, look.RECIPIENTS, "left"),
        (SIGNER, look.BODY, "center"),
    ):  # fmt: skip
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.quick_style = True
        _set(style, points, align=align)
    styles[SIGNER].font.bold = True


def alignment(align: str) -> WD_ALIGN_PARAGRAPH:
    """Return Word's name of an alignment."""
    return {
        "left": WD_ALIGN_PARAGRAPH.LEFT,
        "center": WD_ALIGN_PARAGRAPH.CENTER,
        "right": WD_ALIGN_PARAGRAPH.RIGHT,
        "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
    }[align]


def _set(
    style: Any,
    points: float,
    *,
    bold: bool = False,
    italic: bool = False,
    align: str = "left",
    after: float = 0,
    indent: bool = False,
) -> None:
    _forget(style)
    set_fonts(style.element.get_or_add_rPr(), FONT)
    style.font.size, style.font.bold, style.font.italic = Pt(points), bold, italic
    style.font.color.rgb = _BLACK
    shape = style.paragraph_format
    shape.alignment, shape.space_before, shape.space_after = alignment(align), Pt(0), Pt(after)
    shape.line_spacing, shape.widow_control = 1.05 if after else 1.0, True
    shape.first_line_indent = Pt(look.INDENT) if indent else Pt(0)


def _forget(style: Any) -> None:
    """Remove the colours, spaced letters and lines that the template gives its own styles."""
    for name in ("w:rPr", "w:pPr"):
        for old in style.element.findall(qn(name)):
            style.element.remove(old)
