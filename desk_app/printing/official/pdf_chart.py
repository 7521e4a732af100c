"""A chart on a PDF page, as vectors and searchable words."""

from reportlab.platypus import Flowable

from desk_app.printing.official.chart import Chart
from desk_app.printing.official.chart_shapes import WORDS, Box, Stroke, Words
from desk_app.printing.official.chart_sketch import sketched
from desk_app.printing.pdf_look import font_name
from desk_app.printing.pdf_text import checked


class ChartShape(Flowable):
    """A chart ``width`` points wide."""

    def __init__(self, chart: Chart, width: float) -> None:
        super().__init__()
        self._sketch = sketched(chart, width)
        self.width, self.height = self._sketch.width, self._sketch.height

    def draw(self) -> None:
        """Draw every shape of the sketch."""
        for shape in self._sketch.shapes:
            self.canv.saveState()
            if isinstance(shape, Words):
                self._words(shape)
            elif isinstance(shape, Box):
                self.canv.setLineWidth(0.5)
                self.canv.setFillGray(shape.tone)
                self.canv.rect(shape.x, shape.y, shape.width, shape.height, stroke=1, fill=1)
            else:
                self._stroke(shape)
            self.canv.restoreState()

    def _words(self, words: Words) -> None:
        self.canv.setFont(font_name(), WORDS)
        draw = {"start": self.canv.drawString, "middle": self.canv.drawCentredString, "end": self.canv.drawRightString}
        draw[words.anchor](words.x, words.y, checked(words.text))

    def _stroke(self, stroke: Stroke) -> None:
        self.canv.setStrokeGray(stroke.tone)
        self.canv.setLineWidth(stroke.thick)
        if stroke.dash:
            self.canv.setDash(list(stroke.dash))
        path = self.canv.beginPath()
        path.moveTo(*stroke.points[0])
        for point in stroke.points[1:]:
            path.lineTo(*point)
        self.canv.drawPath(path, stroke=1, fill=0)
