"""A form's line on the page: words, dots under what was filled in, boxes; parted between its rows by a page break."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from desk_app.printing.form_flow import SQUARE, Atom, Row
from desk_app.printing.pdf_look import font_name

_LEADING = 1.36
_DROP = 2.2
_DASH = (0.7, 1.9)


class FormRows(Flowable):
    """Rows of one line, ``points`` high, set in by ``indent`` points."""

    def __init__(self, rows: Sequence[Row], points: float, *, align: str, indent: float = 0) -> None:
        super().__init__()
        self._rows = rows
        self._points = points
        self._align = align
        self._indent = indent

    def wrap(self, aW: float, _aH: float) -> tuple[float, float]:  # noqa: N803  (reportlab's own names)
        """Return the column's width and the height of all rows."""
        self.width, self.height = aW, sum(map(self._height, self._rows))
        return self.width, self.height

    def split(self, _aW: float, aH: float) -> list[Flowable]:  # noqa: N803  (reportlab's own names)
        """Return the rows that ``aH`` holds and those that go on the next page; nothing when not one fits."""
        fitting, taken = 0, 0.0
        while fitting < len(self._rows) and taken + self._height(self._rows[fitting]) <= aH:
            taken += self._height(self._rows[fitting])
            fitting += 1
        if not fitting:
            return []
        return [self._part(self._rows[:fitting]), self._part(self._rows[fitting:])]

    def draw(self) -> None:
        """Draw row under row."""
        top = self.height
        for row in self._rows:
            top -= self._height(row)
            _Pen(self.canv, self._points, top + self._points * 0.3).draw(
                row, self._indent, self.width - self._indent, self._align
            )

    def _part(self, rows: Sequence[Row]) -> "FormRows":
        return FormRows(rows, self._points, align=self._align, indent=self._indent)

    def _height(self, row: Row) -> float:
        plain = self._points * _LEADING
        return max(plain, SQUARE + 3) if any(atom.squares for atom in row.atoms) else plain


class _Pen:
    """Draws one row on its base line."""

    def __init__(self, canvas: Any, points: float, base: float) -> None:
        self._canvas = canvas
        self._points = points
        self._base = base
        self._space = stringWidth(" ", font_name(), points)

    def draw(self, row: Row, left: float, width: float, align: str) -> None:
        rest = width - row.room(self._space)
        growing = sum(atom.grows for atom in row.atoms)
        stretched = self._space
        x = left
        if align == "center":
            x, growing = left + max(rest, 0) / 2, 0
        elif not growing and align == "justify" and not row.last and rest > 0:
            gaps = sum(atom.spaced for atom in row.atoms[1:])
            stretched += rest / gaps if gaps else 0
        for place, atom in enumerate(row.atoms):
            if place and atom.spaced:
                self._dots(x, stretched if atom.dotted and row.atoms[place - 1].dotted else 0)
                x += stretched
            grown = atom.width + (max(rest, 0) * atom.grows / growing if growing else 0)
            self._atom(atom, x, grown)
            x += grown

    def _atom(self, atom: Atom, x: float, width: float) -> None:
        if atom.tick is not None:
            self._tick(x, ticked=atom.tick.ticked)
        elif atom.squares is not None:
            self._squares(x, atom.squares.count, atom.squares.value)
        elif atom.text:
            self._canvas.setFont(atom.font, self._points)
            self._canvas.drawString(x, self._base, atom.text)
        if atom.grows or atom.dotted:
            self._dots(x, width)

    def _dots(self, x: float, width: float) -> None:
        if width <= 0:
            return
        self._canvas.setLineWidth(0.6)
        self._canvas.setDash(*_DASH)
        self._canvas.line(x, self._base - _DROP, x + width, self._base - _DROP)
        self._canvas.setDash()

    def _tick(self, x: float, *, ticked: bool) -> None:
        side = self._points * 0.74
        bottom = self._base - side * 0.1
        self._canvas.setLineWidth(0.8)
        self._canvas.rect(x, bottom, side, side)
        if ticked:
            self._canvas.setLineWidth(1.3)
            strokes = ((0.2, 0.5, 0.43, 0.22), (0.43, 0.22, 0.82, 0.8))
            self._canvas.lines(
                [(x + a * side, bottom + b * side, x + c * side, bottom + d * side) for a, b, c, d in strokes]
            )

    def _squares(self, x: float, count: int, value: str) -> None:
        self._canvas.setLineWidth(0.7)
        bottom = self._base - 1.1 * mm
        self._canvas.setFont(font_name(), self._points)
        digits = value.replace(" ", "")
        for place in range(count):
            self._canvas.rect(x + place * SQUARE, bottom, SQUARE, SQUARE)
            if place < len(digits):
                self._canvas.drawCentredString(x + (place + 0.5) * SQUARE, self._base, digits[place])
