"""Fee arithmetic; an unknown fee is never free."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.catalogue.fees import Fixed, Free, NotStated, PerPage, amount, spoken_fee

CERTIFIED_COPY = PerPage(amount=2_000, reduced_amount=1_000, reduced_from_page=3, at_most=200_000)


@pytest.mark.parametrize(
    ("pages", "copies", "due"),
    [
        (1, 1, 2_000),
        (2, 1, 4_000),
        (3, 1, 5_000),  # 2 × 2.000 + 1 × 1.000
        (10, 1, 12_000),  # 2 × 2.000 + 8 × 1.000
        (10, 3, 36_000),
        (198, 1, 200_000),  # 2 × 2.000 + 196 × 1.000: exactly the limit
        (199, 1, 200_000),
        (1_000, 2, 400_000),  # the limit holds for each copy
        (0, 1, 0),
    ],
)
def test_certified_copies_cost_two_thousand_then_one_thousand_up_to_the_limit(
    pages: int, copies: int, due: int
) -> None:
    assert amount(CERTIFIED_COPY, pages=pages, copies=copies) == due


def test_a_fee_for_each_copy_grows_with_the_copies_and_one_for_the_dossier_does_not() -> None:
    assert amount(Fixed(amount=8_000, per="copy"), copies=3) == 24_000
    assert amount(Fixed(amount=10_000), copies=3) == 10_000


def test_a_fee_that_is_not_stated_is_unknown_and_not_zero() -> None:
    assert amount(NotStated()) is None
    assert spoken_fee(NotStated()) == "chưa nêu"


def test_a_conditional_waiver_is_zero_only_when_somebody_found_the_condition_met() -> None:
    within_60_days = Free(condition="đăng ký trong 60 ngày")

    assert amount(within_60_days) is None
    assert amount(within_60_days, condition_met=True) == 0
    assert amount(Free()) == 0


def test_fees_are_said_the_way_the_office_says_them() -> None:
    assert spoken_fee(Fixed(amount=8_000, per="copy")) == "8.000 đ/bản"
    assert spoken_fee(Free(condition="đúng hạn")) == "miễn (đúng hạn)"
    assert spoken_fee(CERTIFIED_COPY) == "2.000 đ/trang, từ trang thứ 3 1.000 đ/trang, tối đa 200.000 đ/bản"


@given(pages=st.integers(0, 2_000), copies=st.integers(0, 50))
def test_page_fees_agree_with_adding_up_page_by_page(pages: int, copies: int) -> None:
    one_copy = min(sum(2_000 if page < 3 else 1_000 for page in range(1, pages + 1)), 200_000)

    assert amount(CERTIFIED_COPY, pages=pages, copies=copies) == one_copy * copies
