"""A chart on the screen: read without colour, walked by keys, honest in its lengths."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from desk_app.printing.official.chart import Chart, Series
from ui.widgets.chart import ChartView
from ui.widgets.chart_drawing import legend_height

_BARS = Chart(
    kind="across",
    labels=("Cư trú", "Hộ tịch"),
    series=(
        Series(name="Trước hạn", values=(100.0, 50.0)),
        Series(name="Đúng hạn", values=(50.0, 0.0)),
        Series(name="Quá hạn", values=(25.0, None)),
    ),
)
_LINES = Chart(
    kind="line",
    labels=("09/2026", "10/2026", "11/2026"),
    series=(Series(name="Trước hạn", values=(3.0, 7.0, 12.0)), Series(name="Quá hạn", values=(1.0, 0.0, 2.0))),
    unit="hồ sơ",
)


def view(chart: Chart, place: int = 0) -> ChartView:
    made = ChartView("Biểu đồ thử")
    made.put(chart, place)
    made.resize(700, made.sizeHint().height())
    made.show()
    return made


def test_keys_walk_from_label_to_label_and_stop_at_the_ends() -> None:
    made = view(_LINES, place=2)
    assert made.said == "11/2026: Trước hạn 12 hồ sơ, Quá hạn 2 hồ sơ"
    QTest.keyClick(made, Qt.Key.Key_Right)
    assert made.place == 2
    QTest.keyClick(made, Qt.Key.Key_Home)
    assert made.said == "09/2026: Trước hạn 3 hồ sơ, Quá hạn 1 hồ sơ"
    assert made.accessibleDescription() == made.said
    QTest.keyClick(made, Qt.Key.Key_Left)
    assert made.place == 0


def test_enter_and_a_double_click_say_which_label() -> None:
    made = view(_BARS)
    heard: list[int] = []
    made.entered.connect(heard.append)
    QTest.keyClick(made, Qt.Key.Key_Down)
    QTest.keyClick(made, Qt.Key.Key_Return)
    made.grab()
    QTest.mouseDClick(made, Qt.MouseButton.LeftButton, pos=QPoint(300, legend_height() + 8))
    assert heard == [1, 0]


def test_what_has_no_figure_is_said_as_a_dash() -> None:
    assert view(_BARS, place=1).said == "Hộ tịch: Trước hạn 50, Đúng hạn 0, Quá hạn –"


def test_a_chart_of_nothing_is_not_shown() -> None:
    made = view(_BARS)
    made.put(None)
    assert not made.isVisible()
    assert made.said == ""


def test_bars_are_as_long_as_their_figures() -> None:
    picture = view(_BARS).grab().toImage()
    first = _longest(picture, legend_height() + 6)
    half = _longest(picture, legend_height() + 6 + 50)
    assert abs(first - 2 * half) <= 3


def test_the_series_differ_without_their_colours() -> None:
    grey = view(_BARS).grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    top = legend_height()
    bars = [[grey.pixelColor(x, top + 7 + 14 * place).lightness() for x in range(130, 200)] for place in range(3)]
    means = [sum(each) / len(each) for each in bars]
    assert means[1] - means[0] > 60, "the second is far lighter"
    assert max(bars[2]) - min(bars[2]) > 60, "the third is hatched"
    assert max(bars[0]) - min(bars[0]) < 10, "the first is plain"


def _longest(picture: QImage, y: int) -> int:
    """Return how many pixels of a line are of the first series' tone."""
    return sum(picture.pixelColor(x, y).name() == "#084636" for x in range(picture.width()))
