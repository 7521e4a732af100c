"""Papers on thermal slips: black and white pictures 576 dots (80 mm) or 384 dots (58 mm) wide, 8 dots a millimetre.

Letters are drawn grey and turned to solid dots by a threshold; printers' own code pages lose Vietnamese.
"""

from collections.abc import Callable
from typing import Any

from PIL import Image

from desk_app.kernel.errors import InvalidInput
from desk_app.printing import slip_boxes, slip_columns, slip_parts
from desk_app.printing.blocks import (
    Block,
    CheckItem,
    Field,
    Highlight,
    KeepTogether,
    Letterhead,
    Paper,
    QrCode,
    Rule,
    Signatures,
    Space,
    Table,
    Text,
    Title,
    blocks_on,
)
from desk_app.printing.pen import Pen
from desk_app.printing.slip_parts import Sizes

DOTS_80_MM = 576
DOTS_58_MM = 384
NARROWEST = 256
_WIDE = Sizes(small=20, normal=24, large=30, huge=60)
_NARROW = Sizes(small=18, normal=22, large=26, huge=48)

_DRAW: dict[type, Callable[[Pen, Sizes, Any], None]] = {
    Letterhead: slip_parts.letterhead,
    Title: slip_parts.title,
    Text: slip_parts.text,
    Field: slip_parts.field,
    Table: slip_columns.table,
    CheckItem: slip_parts.check_item,
    QrCode: slip_boxes.qr_code,
    Highlight: slip_boxes.highlight,
    Signatures: slip_columns.signatures,
    Rule: slip_parts.rule,
    Space: slip_parts.space,
}


def slip_picture(paper: Paper, width_dots: int, copy: str = "") -> Image.Image:
    """Return ``paper`` as black and white dots, ``width_dots`` wide; ``copy`` names the liên under the title.

    Raise ``InvalidInput`` when a character cannot be printed or the slip is narrower than 256 dots.
    """
    if width_dots < NARROWEST:
        raise InvalidInput("printing.width", f"Khổ giấy {width_dots} điểm quá hẹp.", "Chọn khổ 80 mm hoặc 58 mm.")
    pen = Pen(width_dots)
    sizes = _WIDE if width_dots >= 500 else _NARROW
    if paper.mark:
        slip_boxes.mark(pen, sizes, paper.mark)
    if copy and not any(isinstance(block, Title) for block in paper.blocks):
        slip_parts.copy_name(pen, sizes, copy)
    for block in blocks_on("slip", paper.blocks):
        _draw(pen, sizes, block)
        if copy and isinstance(block, Title):
            slip_parts.copy_name(pen, sizes, copy)
    return pen.picture()


def slip_pictures(paper: Paper, width_dots: int) -> tuple[Image.Image, ...]:
    """Return one picture for each copy (liên) of ``paper``."""
    return tuple(slip_picture(paper, width_dots, copy) for copy in paper.copies or ("",))


def _draw(pen: Pen, sizes: Sizes, block: Block) -> None:
    if isinstance(block, KeepTogether):
        for inner in blocks_on("slip", block.blocks):
            _draw(pen, sizes, inner)
    else:
        _DRAW[type(block)](pen, sizes, block)
