import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import checked_line, dong, folded, is_nfc, lowered, nfc, one_line, quantity
from tests.kernel.vietnamese import FOLDED

FAST = settings(max_examples=200, deadline=None)


def checked(text: str, longest: int = 100) -> str:
    return checked_line(text, field="applicant.name", label="Họ tên", longest=longest)


def refusal(text: str, *, longest: int = 100, required: bool = False) -> InvalidInput:
    with pytest.raises(InvalidInput) as caught:
        checked_line(text, field="applicant.name", label="Họ tên", longest=longest, required=required)
    return caught.value


def test_all_134_precomposed_letters_lose_their_marks() -> None:
    assert len(FOLDED) == 134
    assert {letter: folded(letter) for letter in FOLDED} == FOLDED


def test_letters_typed_with_loose_marks_fold_the_same() -> None:
    assert {letter: folded(unicodedata.normalize("NFD", letter)) for letter in FOLDED} == FOLDED


def test_the_icelandic_letter_that_looks_like_a_dj_folds_like_it() -> None:
    assert folded("Ðặng Ðức") == folded("Đặng Đức") == "dang duc"


def test_words_are_parted_by_single_spaces_whatever_stood_between() -> None:
    assert folded("  Nguyễn–Văn \t (Đức), 2 ") == "nguyen van duc 2"


@FAST
@given(st.text())
def test_folding_twice_changes_nothing_and_leaves_only_letters_digits_and_spaces(text: str) -> None:
    once = folded(text)
    assert folded(once) == once
    assert set(once) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
    assert "  " not in once
    assert once == once.strip()


@FAST
@given(st.text())
def test_both_ways_to_write_a_text_fold_and_compose_the_same(text: str) -> None:
    loose = unicodedata.normalize("NFD", text)
    assert nfc(loose) == nfc(text)
    assert is_nfc(nfc(loose))
    assert folded(loose) == folded(nfc(text))


def test_composed_text_is_told_from_loose_marks() -> None:
    assert is_nfc("Đặng")
    assert not is_nfc(unicodedata.normalize("NFD", "Đặng"))


def test_one_line_loses_breaks_doubled_spaces_and_invisible_marks() -> None:
    assert one_line(" Trần\u200b  Thị\r\n\tHoa\ufeff\u00a0") == "Trần Thị Hoa"


def test_lowering_keeps_the_marks() -> None:
    assert lowered(" ĐẶNG  THỊ ÁNH ") == "đặng thị ánh"


@pytest.mark.parametrize(
    "name", ["H'Hen Niê", "Y-Blô Êban", "Nguyễn Văn A (con)", "Số 12/3, ấp 4 – xã Đông", "O’Brien & 2 €"]
)
def test_ordinary_names_and_addresses_pass_unchanged(name: str) -> None:
    assert checked(name) == name


@pytest.mark.parametrize(
    ("stranger", "named"),
    [
        ("An😀", "U+1F600"),
        ("An👍🏽", "U+1F44D"),
        ("An1\u20e3", "U+20E3"),
        ("An\x00", "U+0000"),
        ("An\x1b[2J", "U+001B"),
        ("An\x7f", "U+007F"),
        ("An\u202egnaN", "U+202E"),
        ("An\u2066", "U+2066"),
        ("An\ue000", "U+E000"),
        ("An\ud800", "U+D800"),
        ("An\ufffd", "U+FFFD"),
    ],
)
def test_emoji_control_and_direction_marks_are_refused_by_their_number(stranger: str, named: str) -> None:
    error = refusal(stranger)
    assert error.field == "applicant.name"
    assert error.code == "input.applicant.name"
    assert named in error.message
    assert "Họ tên" in error.message


def test_ten_kilobytes_are_refused_with_both_lengths() -> None:
    error = refusal("a" * 10_240)
    assert "10240" in error.message
    assert "100" in error.message


def test_length_counts_letters_as_people_see_them() -> None:
    assert checked(unicodedata.normalize("NFD", "ế" * 100)) == "ế" * 100


@pytest.mark.parametrize("empty", ["", "  ", "\u200b\ufeff", "\n\t"])
def test_a_required_line_may_not_be_empty_to_the_eye(empty: str) -> None:
    assert refusal(empty, required=True).field == "applicant.name"
    assert checked(empty) == ""


def test_numbers_and_money_are_written_the_vietnamese_way() -> None:
    assert [quantity(value) for value in (0, 999, 1285, -1_000_000)] == ["0", "999", "1.285", "-1.000.000"]
    assert dong(8000) == "8.000 đ"
