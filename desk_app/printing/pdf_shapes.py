"""Shapes drawn as vectors, so that no font needs a sign for them: QR codes, boxes to tick, lines."""

from itertools import groupby

from reportlab.platypus import Flowable

from desk_app.printing.qr import QUIET_ZONE, Level, modules


class QrShape(Flowable):
    """A QR code ``side`` points wide, its quiet zone included; wider where a module would be less than ``least_module``."""

    def __init__(self, payload: str, side: float, *, least_module: float, level: Level) -> None:
        super().__init__()
        self._rows = modules(payload, level)
        self.width = self.height = max(side, least_module * (len(self._rows) + 2 * QUIET_ZONE))

    def draw(self) -> None:
        """Fill each run of black modules as one rectangle: no hairlines between neighbours."""
        module = self.width / (len(self._rows) + 2 * QUIET_ZONE)
        path = self.canv.beginPath()
        for down, row in enumerate(self._rows):
            right = QUIET_ZONE
            for black, run in groupby(row):
                length = len(list(run))
                if black:
                    path.rect(right * module, self.height - (down + QUIET_ZONE + 1) * module, length * module, module)
                right += length
        self.canv.drawPath(path, stroke=0, fill=1)


class TickBox(Flowable):
    """A box of ``side`` points, ticked or empty."""

    def __init__(self, side: float, *, ticked: bool) -> None:
        super().__init__()
        self.width = self.height = side
        self._ticked = ticked

    def draw(self) -> None:
        """Draw the frame and, when ticked, the tick inside it."""
        side = self.width
        self.canv.setLineWidth(0.8)
        self.canv.rect(0, 0, side, side)
        if self._ticked:
            self.canv.setLineWidth(1.4)
            tick = ((0.2, 0.5, 0.43, 0.22), (0.43, 0.22, 0.82, 0.8))
            self.canv.lines([tuple(side * share for share in stroke) for stroke in tick])


class Line(Flowable):
    """A line ``length`` points long in the middle of its column, ``below`` points under what precedes it."""

    def __init__(self, length: float, *, below: float = 2, dots: bool = False) -> None:
        super().__init__()
        self.height = below
        self._length = length
        self._dots = dots

    def wrap(self, aW: float, _aH: float) -> tuple[float, float]:  # noqa: N803  (reportlab's own names)
        """Return the column's width and the line's own height."""
        self.width = aW
        return aW, self.height

    def draw(self) -> None:
        """Put it on the page, solid or dotted."""
        length = min(self._length, self.width)
        start = (self.width - length) / 2
        self.canv.setLineWidth(0.7)
        if self._dots:
            self.canv.setDash(0.7, 2.2)
        self.canv.line(start, 0, start + length, 0)
        self.canv.setDash()
