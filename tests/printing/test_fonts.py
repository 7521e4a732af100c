import unicodedata

import pytest

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.paths import resource
from desk_app.printing.fonts import EVERY_FONT, SANS, covered, printable

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
LOWER = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES} | {"đ"}
LETTERS = LOWER | {letter.upper() for letter in LOWER}


def test_there_are_146_vietnamese_letters() -> None:
    assert len(LETTERS) == 146
    assert all(len(letter) == 1 for letter in LETTERS)


@pytest.mark.parametrize("name", EVERY_FONT)
def test_every_vietnamese_letter_is_in_every_font(name: str) -> None:
    assert LETTERS - covered(name) == set()


@pytest.mark.parametrize("name", EVERY_FONT)
def test_digits_and_the_punctuation_of_the_office_are_in_every_font(name: str) -> None:
    assert set("0123456789 .,;:()/-–…«»%·\u00a0\"'&+") - covered(name) == set()


def test_a_letter_without_a_picture_is_refused_and_named() -> None:
    with pytest.raises(InvalidInput) as refusal:
        printable("Nguyễn 字", SANS)

    assert refusal.value.field == "printing.text"
    assert "U+5B57" in refusal.value.message


def test_letters_typed_in_pieces_are_composed() -> None:
    assert printable(unicodedata.normalize("NFD", "Tiếp nhận hồ sơ"), SANS) == "Tiếp nhận hồ sơ"


@pytest.mark.parametrize("name", ["NotoSans", "LiberationSerif"])
def test_the_fonts_are_shipped_with_their_licence(name: str) -> None:
    licence = resource("fonts", f"{name}-OFL.txt").read_text("utf-8")

    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert name in resource("fonts", "README.md").read_text("utf-8")
