"""What stands side by side on a thermal slip: tables and signatures. Measures are dots, 8 to a millimetre."""

from itertools import zip_longest

from desk_app.printing.blocks import Column, Recipients, Signatures, Signer, Table, shown_columns
from desk_app.printing.columns import column_widths
from desk_app.printing.ink import Face, Line, lines, widest, words
from desk_app.printing.pen import Pen
from desk_app.printing.slip_boxes import qr_code
from desk_app.printing.slip_parts import Sizes

_GAP = 6
_PADDING = 6
_WIDEST_LETTER = 1.2
_ROOM_TO_SIGN = 96


def table(pen: Pen, sizes: Sizes, block: Table) -> None:
    """Draw the table: bold titles over a line, a dotted line between rows."""
    columns, rows = shown_columns(block, "slip")
    if not columns:
        return
    plain, bold = sizes.face("small"), sizes.face("small", bold=True)
    longest = [
        max([widest(column.title, bold), *(widest(row[place], plain) for row in rows)]) + 2 * _PADDING
        for place, column in enumerate(columns)
    ]
    least = 2 * _PADDING + sizes.small * _WIDEST_LETTER
    shares = [column.width for column in columns]
    widths = [int(width) for width in column_widths(shares, longest, pen.inner, least=least)]
    pen.skip(_GAP)
    _row(pen, columns, widths, tuple(column.title for column in columns), bold)
    pen.rule(left=pen.left, right=pen.right)
    for row in rows:
        pen.skip(2)
        _row(pen, columns, widths, row, plain)
        pen.skip(2)
        pen.rule(left=pen.left, right=pen.right, thick=1, dash=2)
    pen.skip(2 * _GAP)


def _row(pen: Pen, columns: tuple[Column, ...], widths: list[int], cells: tuple[str, ...], set_in: Face) -> None:
    top = bottom = pen.top
    left = pen.left
    for column, width, cell in zip(columns, widths, cells, strict=True):
        pen.top = top
        for line in _cell_lines(cell, set_in, width - 2 * _PADDING):
            pen.line(line, left + _PADDING, left + width - _PADDING, align=column.align)
        bottom = max(bottom, pen.top)
        left += width
    pen.top = bottom


def _cell_lines(cell: str, set_in: Face, width: int) -> list[Line]:
    return [line for row in cell.split("\n") for line in lines(words(row, set_in), width)]


def signatures(pen: Pen, sizes: Sizes, block: Signatures) -> None:
    """Write who signs, side by side, with room for the hand."""
    middle = pen.width // 2
    halves = ((pen.left, middle - 4), (middle + 4, pen.right))
    left, right = _signing(sizes, block.left), _signing(sizes, block.right)
    pen.skip(2 * _GAP)
    for pair in zip_longest(left, right, fillvalue=("", sizes.face("small"), 0)):
        top = bottom = pen.top
        for (content, set_in, air), (start, end) in zip(pair, halves, strict=True):
            pen.top = top
            for line in _cell_lines(content, set_in, end - start):
                pen.line(line, start, end, align="center")
            pen.skip(air)
            bottom = max(bottom, pen.top)
        pen.top = bottom
    if block.middle is not None:
        qr_code(pen, sizes, block.middle)


def _signing(sizes: Sizes, who: Signer | Recipients | None) -> list[tuple[str, Face, int]]:
    plain, bold = sizes.face("small"), sizes.face("small", bold=True)
    if who is None:
        return []
    if isinstance(who, Recipients):
        return [("Nơi nhận:", bold, 0), *((line, plain, 0) for line in who.lines)]
    return [(who.role, bold, 0), (who.hint, plain, _ROOM_TO_SIGN), (who.name, bold, 0)]
