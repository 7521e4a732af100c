"""Steps in turn and in parallel."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.catalogue.steps import Step, ordered, total_half_days
from desk_app.kernel.errors import InvalidInput

from .samples import chains, procedure, step

FOUNDING = (
    step("khai-sinh", 3),
    step("bao-hiem", 3, "khai-sinh"),
    step("cong-an", 12, "bao-hiem"),
    step("trao-tra", 2, "cong-an"),
)
PARALLEL = (
    step("khai-sinh", 3),
    step("bao-hiem", 3, "khai-sinh"),
    step("cong-an", 12, "khai-sinh"),
    step("trao-tra", 2, "bao-hiem", "cong-an"),
)


def test_the_founding_chain_in_turn_takes_ten_days() -> None:
    assert total_half_days(FOUNDING) == 20


def test_the_same_chain_with_insurance_and_police_in_parallel_takes_eight_and_a_half_days() -> None:
    assert total_half_days(PARALLEL) == 17


def test_one_step_without_a_term_leaves_the_whole_without_a_term() -> None:
    assert total_half_days((*FOUNDING, step("luu", None, "trao-tra"))) is None


def test_steps_stand_after_those_they_wait_for_in_whatever_order_they_were_written() -> None:
    assert [each.id for each in ordered(FOUNDING[::-1])] == ["khai-sinh", "bao-hiem", "cong-an", "trao-tra"]


def test_an_unknown_step_is_named_with_its_field() -> None:
    with pytest.raises(InvalidInput, match="chờ bước «thue»") as refusal:
        ordered((step("a"), step("b", 2, "thue")))
    assert refusal.value.field == "steps[1].after"


def test_a_circle_is_named_and_a_step_that_only_waits_for_it_is_not_blamed() -> None:
    with pytest.raises(InvalidInput, match="thành vòng") as refusal:
        ordered((step("dau"), step("cuoi", 1, "b"), step("b", 1, "c"), step("c", 1, "b", "dau")))
    assert refusal.value.field == "steps[2].after"
    assert "b ← c ← b" in refusal.value.message


def test_a_step_cannot_wait_for_itself() -> None:
    with pytest.raises(InvalidInput, match="a ← a"):
        ordered((step("a", 1, "a"),))


@given(chains())
def test_the_total_is_the_longest_way_through_the_steps(steps: tuple[Step, ...]) -> None:
    by_id = {each.id: each for each in steps}

    def ways(each: Step) -> list[int]:
        own = each.half_days or 0
        return [own + way for id_ in each.after for way in ways(by_id[id_])] or [own]

    assert total_half_days(steps) == max(way for each in steps for way in ways(each))


@given(st.lists(st.integers(0, 40), min_size=1, max_size=6))
def test_a_chain_in_turn_takes_as_long_as_its_steps_together(terms: list[int]) -> None:
    chain = tuple(step(f"b{n}", term, *([f"b{n - 1}"] if n else [])) for n, term in enumerate(terms))

    assert total_half_days(chain) == sum(terms)


def test_terms_are_at_once_only_when_nothing_takes_time() -> None:
    for first, second in product((0, 1), repeat=2):
        linked = procedure(steps=(step("a", first), step("b", second, "a")))
        assert linked.at_once == (first + second == 0)
