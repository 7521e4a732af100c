import unicodedata
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.kernel.texts import collation_key
from tests.kernel.vietnamese import ALPHABET, TONES, toned

FAST = settings(max_examples=300, deadline=None)

# Sorted by hand, as a Vietnamese dictionary and telephone book do.
IN_ORDER = (
    *("2 Tháng 9", "an", "An", "An Bình", "anh", "Anh", "Ảnh", "Ánh", "Ăn", "Âu"),
    *("Ba", "Bà", "Bả", "Bã", "Bá", "Bạ", "Bà Vân", "Bắc", "Bình"),
    *("Cúc", "Dung", "Dũng", "Duyên", "Dương", "Đan", "Đào", "Đạt", "Điệp", "Đức"),
    *("Em", "Én", "Êban", "Giang", "Hà", "Hạ", "Hải", "Hân", "Hoa", "Huệ", "Hương"),
    *("Khánh", "Lan", "Lê Thị Hoa", "Lê Văn An", "Linh", "Ly", "Lý", "Mai"),
    *("Nga", "Nghĩa", "Ngọc", "Nguyễn An", "Nguyễn Ân", "Oanh", "Ông Tư", "Ơn", "Phạm", "Phan"),
    *("Quân", "Quý", "Sơn", "Tám", "Tâm", "Thảo", "Trần", "Tú", "Tuấn", "Tư", "Út", "Uyên", "Ưng"),
    *("Vân", "Vũ", "Xuân", "Ý", "Yến"),
)

_LETTER = st.sampled_from(list(enumerate(ALPHABET)))
_VOWEL = st.sampled_from([(place, base) for place, base in enumerate(ALPHABET) if base in "aăâeêioôơuưy"])
_MARKED = st.one_of(
    st.tuples(_LETTER, st.just(0), st.booleans()),
    st.tuples(_VOWEL, st.integers(0, 5), st.booleans()),
)
_WORDS = st.lists(_MARKED, max_size=6)
_TEXTS = st.text(alphabet="aăâàảãáạđdeêế ơợuưứyA ÁĐ1-", max_size=6)
Word = Sequence[tuple[tuple[int, str], int, bool]]


def spelt(word: Word) -> str:
    letters = (toned(base, TONES[tone]) for (_, base), tone, _ in word)
    return "".join(letter.upper() if capital else letter for letter, (_, _, capital) in zip(letters, word, strict=True))


def ranks(word: Word) -> tuple[list[int], list[int], list[bool]]:
    """Say how a person sorts: all letters first, then all tones, then small before capital."""
    return [place for (place, _), _, _ in word], [tone for _, tone, _ in word], [capital for _, _, capital in word]


@FAST
@given(st.permutations(IN_ORDER))
def test_a_list_sorted_by_hand_comes_out_the_same_from_any_order(names: list[str]) -> None:
    assert tuple(sorted(names, key=collation_key)) == IN_ORDER


@FAST
@given(_WORDS, _WORDS)
def test_letters_outweigh_tones_and_tones_outweigh_capitals(one: Word, other: Word) -> None:
    assert (collation_key(spelt(one)) < collation_key(spelt(other))) == (ranks(one) < ranks(other))


@FAST
@given(st.text())
def test_both_ways_to_write_a_text_sort_alike(text: str) -> None:
    assert collation_key(unicodedata.normalize("NFD", text)) == collation_key(unicodedata.normalize("NFC", text))


@FAST
@given(_TEXTS, _TEXTS)
def test_only_the_same_text_has_the_same_place(one: str, other: str) -> None:
    assert (collation_key(one) == collation_key(other)) == (one == other)


def test_short_words_come_before_long_ones_and_french_letters_beside_their_own() -> None:
    assert sorted(["An", "A n", "1"], key=collation_key) == ["1", "A n", "An"]
    assert sorted(["ça", "ca", "da"], key=collation_key) == ["ca", "ça", "da"]
