"""The few corners of WordprocessingML that python-docx has no words for."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

TWENTIETHS = 20


def child(parent: Any, name: str, **attributes: str) -> Any:
    """Return a new element ``w:name`` at the end of ``parent``."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    parent.append(made)
    return made


def set_fonts(properties: Any, name: str) -> None:
    """Set every script of a style in the font ``name``, whatever the theme says."""
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), name)
    properties.insert(0, fonts)


def set_language(properties: Any, language: str) -> None:
    """Say in which language texts of these run properties are written."""
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    child(properties, "lang", val=language, eastAsia=language)


def add_field(paragraph: Any, code: str) -> None:
    """Add a field that Word computes, such as ``PAGE``."""
    for kind in ("begin", None, "separate", "end"):
        run = paragraph.add_run()
        if kind is None:
            instruction = child(run._r, "instrText")
            instruction.text = f" {code} "
        else:
            child(run._r, "fldChar", fldCharType=kind)


def draw_line_above(paragraph: Any) -> None:
    """Draw a solid line over the paragraph, as long as its indents leave."""
    properties = paragraph._p.get_or_add_pPr()
    borders = OxmlElement("w:pBdr")
    child(borders, "top", val="single", sz="6", space="0", color="000000")
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def repeat_row(row: Any) -> None:
    """Let every page repeat this row of a table above its part."""
    child(row._tr.get_or_add_trPr(), "tblHeader")


def keep_row_whole(row: Any) -> None:
    """Let no page break run through this row."""
    child(row._tr.get_or_add_trPr(), "cantSplit")


def set_cell_margins(table: Any, points: float, above: float = 0) -> None:
    """Leave ``points`` left and right in every cell, ``above`` points above and below."""
    properties = table._tbl.tblPr
    margins = OxmlElement("w:tblCellMar")
    for side, room in (("top", above), ("left", points), ("bottom", above), ("right", points)):
        child(margins, side, w=str(round(room * TWENTIETHS)), type="dxa")
    look = properties.find(qn("w:tblLook"))
    if look is None:
        properties.append(margins)
    else:
        look.addprevious(margins)


def restart_page_numbers(section: Any) -> None:
    """Count the pages of this section from 1."""
    properties = section._sectPr
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    number = OxmlElement("w:pgNumType")
    number.set(qn("w:start"), "1")
    after = properties.find(qn("w:cols"))
    if after is None:
        properties.append(number)
    else:
        after.addprevious(number)


def describe_picture(shape: Any, words: str) -> None:
    """Say what a picture shows to whoever cannot see it."""
    shape._inline.docPr.set("descr", words)


def forget_dates(document: Any) -> None:
    """Remove when the template was made: it says nothing about this document."""
    properties = document.core_properties._element
    for name in ("dcterms:created", "dcterms:modified"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
