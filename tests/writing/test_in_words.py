"""Numbers in words: a table written down by hand, and a reader of our own that must get every number back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.writing.in_words import amount_in_words, capitals, day_in_words, number_in_words, sentence

BY_HAND = {
    0: "không",
    1: "một",
    5: "năm",
    10: "mười",
    11: "mười một",
    14: "mười bốn",
    15: "mười lăm",
    20: "hai mươi",
    21: "hai mươi mốt",
    24: "hai mươi tư",
    25: "hai mươi lăm",
    55: "năm mươi lăm",
    91: "chín mươi mốt",
    100: "một trăm",
    101: "một trăm linh một",
    104: "một trăm linh bốn",
    105: "một trăm linh năm",
    110: "một trăm mười",
    115: "một trăm mười lăm",
    221: "hai trăm hai mươi mốt",
    1_000: "một nghìn",
    1_001: "một nghìn không trăm linh một",
    1_015: "một nghìn không trăm mười lăm",
    2_026: "hai nghìn không trăm hai mươi sáu",
    10_000: "mười nghìn",
    50_500: "năm mươi nghìn năm trăm",
    500_000: "năm trăm nghìn",
    1_000_000: "một triệu",
    1_000_005: "một triệu không trăm linh năm",
    1_285_000: "một triệu hai trăm tám mươi lăm nghìn",
    21_004_000: "hai mươi mốt triệu không trăm linh bốn nghìn",
    1_000_000_000: "một tỷ",
    2_000_000_001: "hai tỷ không trăm linh một",
    1_000_000_000_000: "một nghìn tỷ",
}
_DIGITS = {
    word: digit
    for digit, words in enumerate(("không", "một mốt", "hai", "ba", "bốn tư", "năm lăm", "sáu", "bảy", "tám", "chín"))
    for word in words.split()
}


@pytest.mark.parametrize(("value", "words"), BY_HAND.items())
def test_a_number_is_spelled_as_people_write_it(value: int, words: str) -> None:
    assert number_in_words(value) == words


def read_back(words: str) -> int:
    """Return the number that words spell, read from left to right."""
    billions, triple, whole = 0, 0, 0
    digit: int | None = None
    for word in words.split():
        if word in _DIGITS:
            triple += digit or 0
            digit = _DIGITS[word]
        elif word == "mười":
            digit, triple = None, triple + (digit or 0) + 10
        elif word == "mươi":
            triple, digit = triple + 10 * (digit or 0), None
        elif word == "trăm":
            triple, digit = triple + 100 * (digit or 0), None
        elif word in ("nghìn", "triệu"):
            whole += (triple + (digit or 0)) * (1000 if word == "nghìn" else 1_000_000)
            triple, digit = 0, None
        elif word == "tỷ":
            billions = (billions + whole + triple + (digit or 0)) * 10**9
            whole, triple, digit = 0, 0, None
        else:
            assert word == "linh", word
    return billions + whole + triple + (digit or 0)


@given(st.integers(0, 10**15))
def test_every_number_can_be_read_back_from_its_words(value: int) -> None:
    assert read_back(number_in_words(value)) == value


@given(st.integers(0, 10**15))
def test_the_words_keep_to_the_rules_of_the_last_digit(value: int) -> None:
    words = number_in_words(value)
    for wrong in ("mươi một", "mươi bốn", "mươi năm", "mười năm", "mười mốt", "linh lăm", "linh tư", "linh mốt"):
        assert wrong not in words
    assert "  " not in words
    assert words == words.strip()


@given(st.integers(1, 10**12))
def test_less_than_nothing_begins_with_am(value: int) -> None:
    assert number_in_words(-value) == f"âm {number_in_words(value)}"


def test_an_amount_ends_with_dong() -> None:
    assert sentence(amount_in_words(500_000)) == "Năm trăm nghìn đồng"


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 8, 15), "ngày mười lăm tháng tám năm hai nghìn không trăm hai mươi sáu"),
        (date(1985, 3, 5), "ngày năm tháng ba năm một nghìn chín trăm tám mươi lăm"),
        (date(2021, 4, 21), "ngày hai mươi mốt tháng tư năm hai nghìn không trăm hai mươi mốt"),
        (date(2000, 12, 24), "ngày hai mươi tư tháng mười hai năm hai nghìn"),
    ],
)
def test_a_day_is_spelled_as_declarations_spell_it(on: date, words: str) -> None:
    assert day_in_words(on) == words


def test_capitals_keep_their_marks() -> None:
    assert capitals("Đặng Thị Ưng Ứ") == "ĐẶNG THỊ ƯNG Ứ"
