"""Telephone numbers: one form on entry, every form in a search."""

import pytest

from desk_app.kernel.phones import domestic, ways_kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0912 000 111", "0912000111"),
        ("+84 912 000 111", "0912000111"),
        ("84912000111", "0912000111"),
        ("0084.912.000.111", "0912000111"),
        ("+84 (0)912 000 111", "0912000111"),
        ("+84 293 3999 999", "02933999999"),
        ("0840 123 456", "0840123456"),
        ("84912", "84912"),
        ("+1 202 555 0100", "+12025550100"),
        ("", ""),
    ],
)
def test_a_vietnamese_number_is_kept_as_it_is_dialled_within_the_country(typed: str, kept: str) -> None:
    assert domestic(typed) == kept
    assert domestic(kept) == kept


@pytest.mark.parametrize("typed", ["0912 00", "+84 912 00", "8491200", "(0912)00", "+84 (0)912 00"])
def test_a_number_begun_in_any_form_finds_every_form_it_may_be_kept_in(typed: str) -> None:
    assert set(ways_kept(typed)) == {"091200", "+8491200", "8491200", "+84091200"}


def test_a_number_from_abroad_is_found_with_and_without_its_plus() -> None:
    assert ways_kept("1 202 555") == ways_kept("1202555") == ("1202555", "+1202555")
    assert "+1202555" in ways_kept("+1202555")


@pytest.mark.parametrize("typed", ["+84", "84", "0084"])
def test_the_country_alone_does_not_ask_for_everybody(typed: str) -> None:
    assert "0" not in ways_kept(typed)
