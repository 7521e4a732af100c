"""What is framed or pasted on a thermal slip: the due date, the mark of a copy, QR codes. Measures are dots, 8 to a millimetre."""

from PIL import Image

from desk_app.kernel.errors import InvalidInput
from desk_app.printing.blocks import Highlight, QrCode
from desk_app.printing.ink import Face, fitting, lines, words
from desk_app.printing.pen import Pen
from desk_app.printing.qr import QUIET_ZONE, modules
from desk_app.printing.slip_parts import Sizes

_GAP = 6
_PADDING = 6
_QR_TARGET = 264
# Half a millimetre: see ``pdf_tables``.
_LEAST_MODULE = 4
_LADDER = (128, 96, 72, 56, 46, 38, 32, 28, 24)


def mark(pen: Pen, sizes: Sizes, text: str) -> None:
    """Draw ``BẢN SAO …`` in a frame across the slip."""
    _framed(pen, [(text, sizes.face("large", bold=True))])


def qr_code(pen: Pen, sizes: Sizes, block: QrCode) -> None:
    """Draw the code with whole dots a module and its quiet zone, caption and note under it."""
    rows = modules(block.payload, block.level)
    across = len(rows) + 2 * QUIET_ZONE
    target = pen.width if block.size == "large" else _QR_TARGET
    scale = min(max(target // across, _LEAST_MODULE), pen.width // across)
    if scale < 2:
        raise InvalidInput("printing.qr", "Mã QR quá dài cho khổ giấy này.", "Rút ngắn nội dung hoặc in khổ lớn hơn.")
    small = Image.new("1", (across, across), 1)
    for down, row in enumerate(rows):
        for right, black in enumerate(row):
            if black:
                small.putpixel((right + QUIET_ZONE, down + QUIET_ZONE), 0)
    side = across * scale
    pen.paste(small.convert("L").resize((side, side), Image.Resampling.NEAREST), (pen.width - side) // 2)
    pen.text(block.caption, sizes.face("normal", bold=True), align="center")
    pen.text(block.note, sizes.face("small"), align="center")
    pen.skip(_GAP)


def highlight(pen: Pen, sizes: Sizes, block: Highlight) -> None:
    """Draw a frame with the value as large as fits on one line."""
    room = pen.inner - 4 * _PADDING
    value = fitting(block.value, _LADDER, room, bold=True)
    rows = [(block.label, sizes.face("normal")), (block.value, value), (block.note, sizes.face("small"))]
    _framed(pen, rows)


def _framed(pen: Pen, rows: list[tuple[str, Face]]) -> None:
    pen.skip(_GAP)
    top = pen.top
    pen.skip(_PADDING + 3)
    for content, set_in in rows:
        _inside(pen, content, set_in)
    pen.skip(_PADDING + 3)
    pen.frame((pen.left, top, pen.right, pen.top), thick=3)
    pen.skip(2 * _GAP)


def _inside(pen: Pen, content: str, set_in: Face) -> None:
    for row in content.split("\n"):
        for line in lines(words(row, set_in), pen.inner - 4 * _PADDING):
            pen.line(line, pen.left + 2 * _PADDING, pen.right - 2 * _PADDING, align="center")
