from io import BytesIO
from itertools import pairwise
from typing import Literal

import pytest
from PIL import Image

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import changed
from desk_app.printing.official.chart import Chart, Series
from desk_app.printing.official.chart_scale import scale_for
from desk_app.printing.official.chart_shapes import WORDS, Box, Words, figure_words
from desk_app.printing.official.chart_sketch import sketched
from desk_app.printing.official.document import Figure
from desk_app.printing.official.files import chart_png, document_pdf
from desk_app.printing.official.look import measured
from tests.printing.official_samples import CHART, notice, pages_of, plain

Kind = Literal["bars", "across", "stacked", "line"]
KINDS: tuple[Kind, ...] = ("bars", "across", "stacked", "line")


@pytest.mark.parametrize("kind", KINDS)
def test_labels_and_names_of_a_chart_can_be_searched(kind: Kind) -> None:
    document = plain(notice(Figure(chart=changed(CHART, kind=kind), caption="Biểu đồ 1. Kết quả")))
    text = pages_of(document_pdf(document))[0]

    for words in ("Lái Hiếu", "Hiệp Thành", "Tiếp nhận", "Sớm hạn", "(hồ sơ)", "Biểu đồ 1. Kết quả"):
        assert words in text


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_a_chart_lies_outside_its_room(kind: Kind) -> None:
    sketch = sketched(changed(CHART, kind=kind), 400)
    boxes = [shape for shape in sketch.shapes if isinstance(shape, Box)]

    assert boxes
    assert all(box.x >= -0.1 and box.x + box.width <= 400.1 for box in boxes)
    assert all(box.y >= -0.1 and box.y + box.height <= sketch.height + 0.1 for box in boxes)


@pytest.mark.parametrize("weeks", [5, 9, 53, 200])
def test_labels_below_a_line_never_touch_and_name_the_newest(weeks: int) -> None:
    labels = tuple(f"{place:02d}/10–{place:02d}/11" for place in range(weeks))
    chart = Chart(kind="line", labels=labels, series=(Series(name="Quá hạn", values=(1.0,) * weeks),))
    found = [shape for shape in sketched(chart, 468).shapes if isinstance(shape, Words) and "–" in shape.text]
    spans = sorted((each.x - measured(each.text, WORDS) / 2, each.x + measured(each.text, WORDS) / 2) for each in found)

    assert labels[-1] in {each.text for each in found}
    assert all(before[1] < after[0] for before, after in pairwise(spans))
    assert spans[-1][1] <= 468.1


def test_bars_are_as_high_as_their_figures() -> None:
    one = Chart(labels=("a", "b"), series=(Series(name="x", values=(50, 100)),))
    low, high = (shape for shape in sketched(one, 400).shapes if isinstance(shape, Box))

    assert high.height == pytest.approx(2 * low.height)


def test_bars_across_are_as_long_as_their_figures() -> None:
    one = Chart(labels=("a", "b"), series=(Series(name="x", values=(50, 100)),), kind="across")
    short, long = (shape for shape in sketched(one, 400).shapes if isinstance(shape, Box))

    assert long.width == pytest.approx(2 * short.width)


def test_what_is_stacked_says_its_sum() -> None:
    sketch = sketched(changed(CHART, kind="stacked"), 400)

    assert "1.405,5" in {shape.text for shape in sketch.shapes if isinstance(shape, Words)}


def test_the_axis_ends_above_the_largest_figure_in_round_steps() -> None:
    scale = scale_for(Chart(labels=("a",), series=(Series(name="x", values=(204,)),)))

    assert scale.ticks == (0, 50, 100, 150, 200, 250)


def test_a_chart_of_nothing_but_zeros_has_an_axis() -> None:
    assert scale_for(Chart(labels=("a",), series=(Series(name="x", values=(0,)),))).most >= 1


@pytest.mark.parametrize(("value", "words"), [(1285, "1.285"), (69.5, "69,5"), (0, "0"), (2.0, "2")])
def test_figures_are_written_the_vietnamese_way(value: float, words: str) -> None:
    assert figure_words(value) == words


@pytest.mark.parametrize(
    "wrong",
    [
        changed(CHART, labels=()),
        changed(CHART, series=()),
        changed(CHART, labels=("một",)),
        changed(CHART, series=(Series(name="x", values=(-1, 2)),)),
        changed(CHART, series=CHART.series * 3),
    ],
)
def test_figures_that_cannot_be_shown_are_refused(wrong: Chart) -> None:
    with pytest.raises(InvalidInput, match="biểu đồ"):
        sketched(wrong, 400)


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_is_a_picture_too(kind: Kind) -> None:
    picture = Image.open(BytesIO(chart_png(changed(CHART, kind=kind), width=300)))

    assert picture.width == 1200
    assert min(picture.convert("L").tobytes()) < 40
