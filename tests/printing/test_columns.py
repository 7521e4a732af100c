import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.kernel.errors import InvalidInput
from desk_app.printing.columns import column_widths


def test_columns_take_their_shares_while_every_word_fits() -> None:
    assert column_widths([1, 3], [10, 10], 100, least=5) == [25, 75]


def test_a_long_word_takes_from_columns_that_have_room() -> None:
    assert column_widths([1, 2, 1], [40, 10, 10], 100, least=5) == pytest.approx([40, 39.091, 20.909], abs=0.001)


def test_words_that_do_not_fit_get_broken_but_no_column_vanishes() -> None:
    assert min(column_widths([1, 50], [300, 300], 100, least=20)) == 20


def test_more_columns_than_the_paper_holds_are_refused() -> None:
    with pytest.raises(InvalidInput):
        column_widths([1] * 10, [50] * 10, 100, least=20)


@given(st.lists(st.tuples(st.integers(1, 20), st.floats(1, 300)), min_size=1, max_size=5))
def test_widths_add_up_and_none_is_narrower_than_a_letter(columns: list[tuple[int, float]]) -> None:
    shares, longest = [share for share, _ in columns], [word for _, word in columns]
    widths = column_widths(shares, longest, 400, least=20)

    assert sum(widths) == pytest.approx(400)
    assert all(width >= min(20, word) - 1e-6 for width, word in zip(widths, longest, strict=True))
