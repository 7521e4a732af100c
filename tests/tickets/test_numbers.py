"""Letters, numbers, how they are said, and the code on the slip."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.dossiers.mark import scanned_receipt
from desk_app.dossiers.numbering import CODE
from desk_app.kernel.errors import InvalidInput, NotFound, Refused
from desk_app.tickets.lines import GENERAL, LETTERS, Line, PutLine, checked_letter, line_named, lines_of
from desk_app.tickets.numbering import (
    first_and_last,
    following,
    looks_like_ticket,
    named,
    number_text,
    scan_text,
    spoken_number,
)

TODAY = date(2026, 11, 23)
FIELDS = ("Chứng thực", "Hộ tịch", "Đất đai")
numbers = st.tuples(st.dates(date(2000, 1, 1), date(2068, 1, 1)), st.sampled_from(LETTERS), st.integers(1, 999_999))


def test_each_field_has_its_own_letter_and_the_general_line_comes_last() -> None:
    lines = lines_of(FIELDS, {})
    assert [(line.letter, line.field) for line in lines] == [
        ("A", "Hộ tịch"),
        ("B", "Chứng thực"),
        ("D", "Đất đai"),
        ("G", GENERAL),
    ]


def test_a_letter_that_was_laid_down_stays_when_the_catalogue_grows() -> None:
    put = {"Nông nghiệp": PutLine(letter="K", is_open=True)}
    grown = lines_of((*FIELDS, "An toàn thực phẩm", "Nông nghiệp"), put)
    letters = {line.field: line.letter for line in grown}
    assert letters["Nông nghiệp"] == "K"
    assert letters["An toàn thực phẩm"] == "C"


def test_a_shipped_letter_yields_to_one_that_was_laid_down() -> None:
    lines = lines_of(FIELDS, {"Chứng thực": PutLine(letter="A", is_open=False)})
    letters = {line.field: line.letter for line in lines}
    assert letters["Chứng thực"] == "A"
    assert letters["Hộ tịch"] == "B"
    assert not line_named(lines, "A").is_open


@given(st.sets(st.text("abcdeđ", min_size=1, max_size=4), max_size=15))
def test_no_two_fields_ever_share_a_letter(fields: set[str]) -> None:
    letters = [line.letter for line in lines_of(fields, {})]
    assert len(letters) == len(set(letters)) == len(fields | {GENERAL})


def test_more_fields_than_letters_are_refused_rather_than_mixed_up() -> None:
    with pytest.raises(Refused):
        lines_of([f"Lĩnh vực {place}" for place in range(len(LETTERS) + 1)], {})


@pytest.mark.parametrize("text", ["Hộ tịch", "a", "A", "ho tich", "hộ", "HO"])
def test_a_line_is_named_by_letter_or_by_the_beginning_of_its_field(text: str) -> None:
    assert line_named(lines_of(FIELDS, {}), text).field == "Hộ tịch"


@pytest.mark.parametrize("text", ["", "z", "thuế", " "])
def test_a_line_that_nobody_knows_is_not_guessed(text: str) -> None:
    with pytest.raises(NotFound, match="lĩnh vực"):
        line_named(lines_of(FIELDS, {}), text)


@pytest.mark.parametrize("letter", ["O", "I", "1", "", "AB", "Đ", "B"])
def test_a_letter_that_is_none_of_ours_or_taken_is_refused(letter: str) -> None:
    with pytest.raises(InvalidInput):
        checked_letter(letter, "Hộ tịch", (Line(field="Chứng thực", letter="B"),))


def test_numbers_are_said_digit_by_digit() -> None:
    assert spoken_number("A001") == "A không không một"
    assert spoken_number("B2015") == "bê hai không một năm"


def test_desks_draw_their_numbers_from_blocks_that_never_meet() -> None:
    blocks = [set(range(first, last + 1)) for first, last in map(first_and_last, range(1, 60))]
    assert sum(map(len, blocks)) == len(set().union(*blocks))


def test_a_day_that_has_used_up_its_numbers_says_so() -> None:
    assert following(None, 1) == 1
    assert following(998, 1) == 999
    with pytest.raises(Refused, match="999"):
        following(999, 1)


@given(numbers)
def test_a_scanned_slip_is_read_back_as_the_number_it_bears(number: tuple[date, str, int]) -> None:
    day, letter, count = number
    text = scan_text(day, letter, count)
    found = named(f" {text}\n", TODAY)
    assert found is not None
    assert (found.day, found.number, found.is_sound) == (day, number_text(letter, count), True)


@given(numbers)
def test_a_slips_code_has_nothing_that_an_input_method_could_change(number: tuple[date, str, int]) -> None:
    assert set(scan_text(*number)) <= set("0123456789-")


@given(numbers, st.integers(0, 30), st.sampled_from("0123456789"))
def test_one_digit_misread_is_always_noticed(number: tuple[date, str, int], place: int, digit: str) -> None:
    text = scan_text(*number)
    place %= len(text)
    misread = text[:place] + digit + text[place + 1 :]
    found = named(misread, TODAY)
    assert misread == text or found is None or not found.is_sound


@given(numbers)
def test_a_slip_is_never_taken_for_a_receipt(number: tuple[date, str, int]) -> None:
    text = scan_text(*number)
    assert looks_like_ticket(text)
    assert not CODE.match(text)
    assert scanned_receipt(text, b"k" * 32).verdict == "other"


@pytest.mark.parametrize("text", ["a1", "A001", "A-1", " a0001 "])
def test_a_typed_number_means_todays(text: str) -> None:
    found = named(text, TODAY)
    assert found is not None
    assert (found.day, found.number) == (TODAY, "A001")


@pytest.mark.parametrize("text", ["", "A", "1", "Nguyễn", "7-269999-01-0001-00", "7-261123-99-0001-00"])
def test_any_other_text_is_no_ticket(text: str) -> None:
    assert named(text, TODAY) is None
