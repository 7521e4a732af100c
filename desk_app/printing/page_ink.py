# ruff: noqa: N802, N803, N815 - the names are reportlab's own
"""A canvas that remembers what is drawn on each page, so that a page can be shown without a program that reads PDF."""

from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.pdfgen.textobject import PDFTextObject


@dataclass(frozen=True, kw_only=True)
class Ink:
    """One thing on a page, in points from the lower left: a text, a line, or a rectangle filled or framed."""

    kind: str
    x: float
    y: float
    x2: float = 0
    y2: float = 0
    text: str = ""
    font: str = ""
    points: float = 0
    width: float = 1
    dash: tuple[float, ...] = ()
    filled: bool = False


class InkCanvas(Canvas):
    """Draws as the PDF canvas does, and keeps the ink of every page in ``pages``."""

    def __init__(self, *given: Any, **named: Any) -> None:
        self.pages: list[tuple[Ink, ...]] = []
        self._ink: list[Ink] = []
        self._ink_width = 1.0
        self._ink_dash: tuple[float, ...] = ()
        super().__init__(*given, **named)

    def showPage(self) -> None:
        """End the page."""
        self.pages.append(tuple(self._ink))
        self._ink = []
        super().showPage()

    def setLineWidth(self, width: float) -> None:
        """Draw lines so wide from now on."""
        self._ink_width = width
        super().setLineWidth(width)

    def setDash(self, array: Any = (), phase: Any = 0) -> None:
        """Draw lines in dashes from now on, or whole ones again."""
        self._ink_dash = (float(array), float(phase or array)) if isinstance(array, int | float) else tuple(array)
        super().setDash(array, phase)

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw a line."""
        self._add_line(x1, y1, x2, y2)
        super().line(x1, y1, x2, y2)

    def lines(self, linelist: Any) -> None:
        """Draw several lines."""
        for each in linelist:
            self._add_line(*each)
        super().lines(linelist)

    def rect(self, x: float, y: float, width: float, height: float, stroke: float = 1, fill: float = 0) -> None:
        """Draw a rectangle."""
        self.add_rect(x, y, width, height, filled=bool(fill))
        super().rect(x, y, width, height, stroke, fill)

    def beginText(self, x: float = 0, y: float = 0, direction: Any = None) -> "_InkText":
        """Return the text object that also takes its words down."""
        return _InkText(self, x, y, direction)

    def beginPath(self) -> "_InkPath":
        """Return a path whose rectangles are taken down as filled ones."""
        return _InkPath(self)

    def add_text(self, x: float, y: float, text: str, font: str, points: float) -> None:
        """Take a text down."""
        left, base = self.absolutePosition(x, y)
        self._ink.append(Ink(kind="text", x=left, y=base, text=text, font=font, points=points))

    def add_rect(self, x: float, y: float, width: float, height: float, *, filled: bool) -> None:
        """Take a rectangle down."""
        left, bottom = self.absolutePosition(x, y)
        right, top = self.absolutePosition(x + width, y + height)
        self._ink.append(Ink(kind="rect", x=left, y=bottom, x2=right, y2=top, filled=filled, width=self._ink_width))

    def _add_line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        (left, low), (right, high) = self.absolutePosition(x1, y1), self.absolutePosition(x2, y2)
        self._ink.append(Ink(kind="line", x=left, y=low, x2=right, y2=high, width=self._ink_width, dash=self._ink_dash))


class _InkPath(PDFPathObject):
    """A path that says where its rectangles stand."""

    def __init__(self, canvas: InkCanvas) -> None:
        self._canvas = canvas
        super().__init__()

    def rect(self, x: float, y: float, width: float, height: float) -> None:
        """Add a rectangle."""
        self._canvas.add_rect(x, y, width, height, filled=True)
        super().rect(x, y, width, height)


class _InkText(PDFTextObject):
    """A text object that says where each of its runs stands."""

    # Reportlab's own, which its types do not name.
    _canvas: InkCanvas
    _x: float
    _y: float
    _fontname: str
    _fontsize: float
    _leading: float

    def __init__(self, canvas: InkCanvas, x: float, y: float, direction: Any) -> None:
        self._along = 0.0
        self._between = 0.0
        # How far the lines that were ended have moved the pen down: reportlab leaves that to the reader of the PDF.
        self._down = 0.0
        self._line = (x, y, 0.0)
        super().__init__(canvas, x, y, direction=direction)

    def setTextOrigin(self, x: float, y: float) -> None:
        """Begin anew at a place."""
        self._down = 0.0
        super().setTextOrigin(x, y)

    def textLine(self, text: str = "") -> None:
        """Write a whole line."""
        self._canvas.add_text(self._x, self._y, text, self._fontname, self._fontsize)
        super().textLine(text)

    def setWordSpace(self, wordSpace: float) -> None:
        """Put so much between words from now on."""
        self._between = wordSpace
        super().setWordSpace(wordSpace)

    _setWordSpace = setWordSpace

    def _textOut(self, text: Any, TStar: int = 0) -> None:
        words = text.decode("utf-8") if isinstance(text, bytes) else str(text)
        if (self._x, self._y, self._down) != self._line:
            self._line, self._along = (self._x, self._y, self._down), 0.0
        font, points = self._fontname, self._fontsize
        x, y = self._x + self._along, self._y - self._down
        if self._between:
            for word in words.split(" "):
                self._canvas.add_text(x, y, word, font, points)
                x += stringWidth(word + " ", font, points) + self._between
        else:
            self._canvas.add_text(x, y, words, font, points)
        self._along += stringWidth(words, font, points) + self._between * words.count(" ")
        self._down += self._leading if TStar else 0
        super()._textOut(text, TStar)  # type: ignore[misc]
