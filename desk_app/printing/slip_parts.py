"""How text, fields and lines look on a thermal slip. All measures are dots, 8 to a millimetre."""

from dataclasses import dataclass

from desk_app.printing.blocks import (
    MOTTO,
    CheckItem,
    Field,
    Letterhead,
    Rule,
    Size,
    Space,
    Text,
    Title,
)
from desk_app.printing.ink import Face, face, fitting, inked, words
from desk_app.printing.pen import Pen

_GAP = 6
_AIR = {"small": 8, "normal": 16, "large": 32, "huge": 64}


@dataclass(frozen=True, kw_only=True)
class Sizes:
    """Letter sizes of one width of slip, in dots."""

    small: int
    normal: int
    large: int
    huge: int

    def face(self, size: Size, *, bold: bool = False) -> Face:
        """Return the sans serif that many dots high."""
        dots: int = getattr(self, size)
        return face(dots, bold=bold)


def copy_name(pen: Pen, sizes: Sizes, text: str) -> None:
    """Write which liên this is."""
    pen.text(text, sizes.face("small"), align="center")
    pen.skip(_GAP)


def letterhead(pen: Pen, sizes: Sizes, block: Letterhead) -> None:
    """Write the agency, then the motto with its line, then number and date, one under the other."""
    bold = sizes.face("small", bold=True)
    pen.text(block.parent, sizes.face("small"), align="center")
    pen.text(block.agency, bold, align="center")
    pen.skip(2)
    pen.rule(left=pen.width * 3 // 8, right=pen.width * 5 // 8)
    pen.skip(2 * _GAP)
    motto = fitting(MOTTO[0], (sizes.small, sizes.small - 1, sizes.small - 2), pen.inner, bold=True)
    pen.text(MOTTO[0], motto, align="center")
    pen.text(MOTTO[1], motto, align="center")
    half = min(inked(MOTTO[1], motto).width, pen.inner) // 2
    pen.rule(left=pen.width // 2 - half, right=pen.width // 2 + half)
    pen.skip(2 * _GAP)
    for line in (block.number, block.place_and_date):
        pen.text(line, sizes.face("small"), align="center")
    pen.skip(_GAP)


def title(pen: Pen, sizes: Sizes, block: Title) -> None:
    """Write the title large and bold, its subtitle under it."""
    pen.skip(_GAP)
    pen.text(block.text, sizes.face("large", bold=True), align="center")
    pen.text(block.subtitle, sizes.face("normal", bold=True), align="center")
    pen.skip(_GAP)


def text(pen: Pen, sizes: Sizes, block: Text) -> None:
    """Write a paragraph; a slip has no italics, and is too narrow to justify."""
    pen.text(block.text, sizes.face(block.size, bold=block.bold), align=block.align)


def field(pen: Pen, sizes: Sizes, block: Field) -> None:
    """Write label and value as one paragraph; an empty value becomes a dotted line."""
    label = words(f"{block.label}:", sizes.face("normal"))
    rows = block.value.split("\n")
    first = words(rows[0], sizes.face("normal", bold=block.bold))
    pen.run((*label, *first))
    for row in rows[1:]:
        pen.text(row, sizes.face("normal", bold=block.bold))
    if not block.value.strip():
        pen.skip(sizes.normal)
        pen.rule(left=pen.left, right=pen.right, dash=2)
        pen.skip(_GAP)


def check_item(pen: Pen, sizes: Sizes, block: CheckItem) -> None:
    """Draw a box, ticked or not, and the text beside it, hanging."""
    normal = sizes.face("normal")
    side = sizes.normal
    top = pen.top + (normal.height - side) // 2
    pen.frame((pen.left, top, pen.left + side, top + side), thick=2)
    if block.checked:
        third = side // 4
        pen.stroke(
            (
                (pen.left + third, top + side // 2),
                (pen.left + side // 2 - 1, top + side - third - 1),
                (pen.left + side - third + 2, top + third - 1),
            ),
            thick=4,
        )
    bottom = top + side
    pen.text(block.text, normal, indent=side + 10)
    pen.skip(max(bottom - pen.top, 0) + 2)


def rule(pen: Pen, sizes: Sizes, block: Rule) -> None:
    """Draw a line across the slip."""
    pen.skip(_GAP)
    pen.rule(left=pen.left, right=pen.right, dash=sizes.small // 2 if block.dashed else 0)
    pen.skip(_GAP)


def space(pen: Pen, sizes: Sizes, block: Space) -> None:
    """Leave air."""
    pen.skip(_AIR[block.size] * sizes.normal // 24)
