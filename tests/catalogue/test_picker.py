"""Three letters find the procedure."""

from collections.abc import Mapping
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.catalogue.files import shipped_catalogue
from desk_app.catalogue.picker import matches
from desk_app.catalogue.procedure import Procedure
from desk_app.kernel.texts import folded

from .samples import procedure

ALL = shipped_catalogue()


def codes(text: str, used: Mapping[str, int] = MappingProxyType({})) -> list[str]:
    return [each.code for each in matches(ALL, text, used)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("dks", "1.001193"),  # initials in turn: Đăng ký Khai Sinh
        ("đks", "1.001193"),
        ("dkks", "1.001193"),
        ("DKKH", "1.000894"),
        ("ks", "1.001193"),  # the office's nickname
        ("Khai sinh", "1.001193"),
        ("kha sin", "1.001193"),
        ("khai tu", "1.000656"),
        ("khai tử", "1.000656"),
        ("hoa giai", "1.013967"),
        ("hòa giải", "1.013967"),
        ("di chuc", "2.001019"),
        ("ctck", "2.000884"),
        ("1.001193", "1.001193"),
        ("1001193", "1.001193"),
        ("4222", "1.004222"),
        ("3t1", "2.000986"),
        ("xdkt", "1.001699"),
    ],
)
def test_few_letters_lead_to_the_procedure_meant(text: str, first: str) -> None:
    assert codes(text)[0] == first


def test_letters_typed_in_decomposed_form_are_the_same_letters() -> None:
    assert codes("khai tu\u031b\u0309") == codes("khai tử")


def test_typed_marks_count_before_the_same_letters_without_them() -> None:
    ho, họ = procedure(code="1.000001", name="Tách hộ"), procedure(code="1.000002", name="Thay đổi họ")

    assert matches((ho, họ), "họ", {}) == (họ, ho)
    assert matches((ho, họ), "hộ", {}) == (ho, họ)


def test_the_exact_hit_comes_before_one_used_more_often() -> None:
    assert codes("ks", {"1.004884": 900})[0] == "1.001193"
    assert codes("đăng ký kết hôn", {"1.004746": 900})[0] == "1.000894"


def test_among_equal_hits_the_most_used_comes_first() -> None:
    assert codes("khai")[0] == "1.001193"
    assert codes("khai", {"1.005461": 7})[0] == "1.005461"
    assert codes("", {"2.000815": 3})[0] == "2.000815"


def test_without_text_everything_is_offered() -> None:
    assert len(codes("  ")) == len(ALL)


def test_what_nobody_offers_finds_nothing() -> None:
    assert codes("tên lửa") == []
    assert codes("zzz") == []
    assert codes("99") == []


@pytest.mark.parametrize("wanted", ALL, ids=lambda each: each.code)
def test_every_procedure_comes_first_by_its_code_its_nickname_and_its_whole_name(wanted: Procedure) -> None:
    for typed in (wanted.code, wanted.short, wanted.name, folded(wanted.short), folded(wanted.name)):
        assert codes(typed)[0] == wanted.code


@given(st.text(max_size=12))
def test_any_typing_is_answered_in_the_same_order_each_time(text: str) -> None:
    assert matches(ALL, text, {}) == matches(ALL[::-1], text, {})
