"""A reader of ESC/POS bytes written for the tests alone: it shares no code with what writes them.

It knows ``ESC @``, ``GS v 0``, ``ESC J``, ``ESC d`` and ``GS V``, and refuses everything else.
"""

from dataclasses import dataclass, field

from PIL import Image

LINE_DOTS = 30


@dataclass
class Sheet:
    """One cut-off piece of paper: rows of dots as bytes, eight dots a byte, set where black."""

    rows: list[bytes] = field(default_factory=list)
    fed_dots: int = 0
    fragments: list[tuple[int, int]] = field(default_factory=list)

    def picture(self, width: int) -> Image.Image:
        """Return what is on the paper, ``width`` dots wide, black on white."""
        row_bytes = (width + 7) // 8
        whole = b"".join(row.ljust(row_bytes, b"\0")[:row_bytes] for row in self.rows)
        ink = Image.frombytes("1", (width, len(self.rows)), whole)
        return ink.point([255, *[0] * 255], "1")


def sheets(data: bytes) -> list[Sheet]:
    """Return the pieces of paper that ``data`` prints; raise ``ValueError`` at a byte that is no known command."""
    done: list[Sheet] = []
    sheet = Sheet()
    at = 0
    while at < len(data):
        command = data[at : at + 2]
        if command == b"\x1b@":
            at += 2
        elif command == b"\x1dv":
            at = _raster(data, at, sheet)
        elif command in (b"\x1bJ", b"\x1bd"):
            sheet.fed_dots += data[at + 2] * (1 if command == b"\x1bJ" else LINE_DOTS)
            at += 3
        elif command == b"\x1dV":
            at += 4 if data[at + 2] in (65, 66) else 3
            done.append(sheet)
            sheet = Sheet()
        else:
            raise ValueError(f"byte {at}: {data[at : at + 4]!r} is no command")
    return [*done, sheet] if sheet.rows else done


def _raster(data: bytes, at: int, sheet: Sheet) -> int:
    if data[at + 2 : at + 4] != b"0\x00":
        raise ValueError(f"byte {at}: not GS v 0 in normal density")
    width = data[at + 4] | data[at + 5] << 8
    height = data[at + 6] | data[at + 7] << 8
    start = at + 8
    end = start + width * height
    if end > len(data):
        raise ValueError(f"byte {at}: the picture is cut short")
    sheet.rows += [data[row : row + width] for row in range(start, end, width)]
    sheet.fragments.append((width, height))
    return end
