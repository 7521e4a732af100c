"""A long table as PDF on A4 across: column heads on every page, every page numbered, memory for its pages alone.

Rows are drawn straight onto the page: a layout engine would hold every cell of the book at once. How many pages there are
is known at the end only, so what tells it is a form that every page refers to and that is drawn last.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from desk_app.printing.blocks import MOTTO, Signer
from desk_app.printing.long_table import LongTable
from desk_app.printing.pdf_alone import alone
from desk_app.printing.pdf_lines import drawable, lines
from desk_app.printing.pdf_look import font_name, register_fonts
from desk_app.printing.pdf_text import checked

_PAGE = landscape(A4)
_LEFT, _RIGHT, _TOP, _BOTTOM = 18 * mm, 12 * mm, 14 * mm, 14 * mm
_WIDTH = _PAGE[0] - _LEFT - _RIGHT
_POINTS, _LEADING = 8.0, 9.6
_SIDE, _AIR = 2.2, 2.6
# A form is cut off below its origin, and letters reach below their line.
_DESCENT = 6.0
_SIGN_HEIGHT = 38 * mm
_PRODUCT = "Một cửa"


def write_long_table(file: Path, table: LongTable, rows: Iterable[Sequence[str]]) -> int:
    """Write the table to ``file`` and return its pages. A letter that the font lacks is drawn as «?»."""
    register_fonts()
    # Opened here: reportlab would leave its own open when the disk is full.
    with file.open("wb") as out:
        return _written(out, table, rows)


def _written(out: BinaryIO, table: LongTable, rows: Iterable[Sequence[str]]) -> int:
    canvas = Canvas(
        out,
        pagesize=_PAGE,
        pageCompression=1,
        invariant=1,
        lang="vi-VN",
        initialFontName=font_name(),  # type: ignore[arg-type]  # reportlab's types call it a number
    )
    canvas.setTitle(checked(table.title))
    canvas.setSubject(checked(table.code))
    canvas.setAuthor(_PRODUCT)
    canvas.setCreator(_PRODUCT)
    book = _Book(canvas, table)
    for row in rows:
        book.row(row)
    return book.finish()


class _Book:
    """Draws page after page; ``_y`` is where the next row begins."""

    def __init__(self, canvas: Canvas, table: LongTable) -> None:
        self._canvas = canvas
        self._table = table
        self._rows = 0
        self._page = 1
        total = sum(column.share for column in table.columns)
        self._widths = [_WIDTH * column.share / total for column in table.columns]
        self._edges = [_LEFT + sum(self._widths[:place]) for place in range(len(self._widths) + 1)]
        self._heads = [
            lines(column.title, width - 2 * _SIDE, _POINTS, bold=True)
            for column, width in zip(table.columns, self._widths, strict=True)
        ]
        self._y = self._first_head()
        self._open_page()

    def row(self, cells: Sequence[str]) -> None:
        """Draw one row, on the next page where this one has no room for it."""
        texts = [lines(cell, width - 2 * _SIDE, _POINTS) for cell, width in zip(cells, self._widths, strict=True)]
        height = max(1, *map(len, texts)) * _LEADING + _AIR
        if self._y - height < _BOTTOM:
            self._next_page()
        self._cells(texts, height, bold=False)
        self._rows += 1

    def finish(self) -> int:
        """Draw what stands below the last row, and what only the end can tell; return the number of pages."""
        if not self._rows:
            self._line(self._table.nothing, _LEFT + _SIDE, self._y - _LEADING - 3, italic=True)
            self._y -= 2 * _LEADING
        if self._y - _SIGN_HEIGHT - 14 < _BOTTOM:
            self._canvas.showPage()
            self._page += 1
            self._y = _PAGE[1] - _TOP
            self._number_page()
        self._line(self._closing(), _LEFT, self._y - 14, points=10)
        self._sign(self._y - 42)
        self._canvas.showPage()
        self._form("pages", f"{self._page:02d}", 9)
        self._form("opening", self._table.opening.replace("{pages}", f"{self._page:02d}"), 10)
        # Only here are fonts read: receipts are printed while the pages of a long book are drawn.
        alone(self._canvas.save)()
        return self._page

    def _closing(self) -> str:
        return self._table.closing.replace("{pages}", f"{self._page:02d}")

    def _first_head(self) -> float:
        """Draw agency and motto, title and opening line; return where the table begins."""
        table, top = self._table, _PAGE[1] - _TOP
        left, right, middle = _LEFT + _WIDTH * 0.2, _LEFT + _WIDTH * 0.78, _LEFT + _WIDTH / 2
        self._centred(table.head.parent, left, top - 11, 11)
        self._centred(table.head.agency, left, top - 25, 11, bold=True)
        self._centred(MOTTO[0], right, top - 11, 11, bold=True)
        self._centred(MOTTO[1], right, top - 25, 12, bold=True)
        under = stringWidth(MOTTO[1], font_name(bold=True), 12) / 2
        self._canvas.setLineWidth(0.7)
        self._canvas.line(right - under, top - 29, right + under, top - 29)
        self._canvas.line(left - 40, top - 29, left + 40, top - 29)
        self._centred(table.title, middle, top - 56, 15, bold=True)
        self._centred(table.subtitle, middle, top - 72, 11)
        self._refer("opening", _LEFT, top - 90)
        return top - 98

    def _open_page(self) -> None:
        self._number_page()
        self._cells(self._heads, max(map(len, self._heads)) * _LEADING + _AIR, bold=True)

    def _next_page(self) -> None:
        self._canvas.showPage()
        self._page += 1
        self._y = _PAGE[1] - _TOP
        self._open_page()

    def _number_page(self) -> None:
        words = f"Trang {self._page:02d}/"
        self._canvas.setLineWidth(0.5)
        x = _LEFT + _WIDTH / 2 - 20
        self._line(words, x, 7 * mm, points=9)
        self._refer("pages", x + stringWidth(words, font_name(), 9), 7 * mm)
        self._line(f"{self._table.title} · {self._table.subtitle}", _LEFT, 7 * mm, points=7.5, italic=True)

    def _cells(self, texts: Sequence[Sequence[str]], height: float, *, bold: bool) -> None:
        canvas, top, bottom = self._canvas, self._y, self._y - height
        canvas.grid(self._edges, (top, bottom))
        canvas.setFont(font_name(bold=bold), _POINTS)
        for place, cell in enumerate(texts):
            centre = bold or self._table.columns[place].align == "center"
            x = self._edges[place] + (self._widths[place] / 2 if centre else _SIDE)
            draw = canvas.drawCentredString if centre else canvas.drawString
            for down, words in enumerate(cell, start=1):
                draw(x, top - down * _LEADING + 0.4, words)
        self._y = bottom

    def _sign(self, y: float) -> None:
        block = self._table.signatures
        for hand, x in ((block.left, _LEFT + _WIDTH * 0.22), (block.right, _LEFT + _WIDTH * 0.78)):
            if isinstance(hand, Signer):
                self._centred(hand.role, x, y, 11, bold=True)
                self._centred(hand.hint, x, y - 13, 10)

    def _form(self, name: str, words: str, points: float) -> None:
        self._canvas.beginForm(name)
        self._line(words, 0, _DESCENT, points=points)
        self._canvas.endForm()

    def _refer(self, name: str, x: float, y: float) -> None:
        self._canvas.saveState()
        self._canvas.translate(x, y - _DESCENT)
        self._canvas.doForm(name)
        self._canvas.restoreState()

    def _line(self, words: str, x: float, y: float, *, points: float = _POINTS, italic: bool = False) -> None:
        self._canvas.setFont(font_name(italic=italic), points)
        self._canvas.drawString(x, y, drawable(words))

    def _centred(self, words: str, x: float, y: float, points: float, *, bold: bool = False) -> None:
        self._canvas.setFont(font_name(bold=bold), points)
        self._canvas.drawCentredString(x, y, drawable(words))
