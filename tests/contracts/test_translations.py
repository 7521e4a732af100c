"""The windows speak English as well as Vietnamese, all of them and correctly."""

import gettext
import string
import unicodedata
from collections.abc import Iterator

import pytest

from desk_app.kernel import translations
from resources.translations import collect
from tests.contracts.sources import python_sources


@pytest.fixture
def _vietnamese_again() -> Iterator[None]:
    yield
    translations.choose(translations.SOURCE)


def placeholders(text: str) -> list[tuple[str, str | None]]:
    return sorted((name, form) for _text, name, form, _conversion in string.Formatter().parse(text) if name is not None)


def test_every_text_of_the_windows_has_its_english() -> None:
    known = collect.translated()
    assert sorted(text for text in collect.collected() if not known.get(text)) == []


def test_nothing_is_translated_that_nobody_says() -> None:
    assert sorted(set(collect.translated()) - set(collect.collected())) == []


def test_a_translation_fills_in_the_same_things() -> None:
    differing = {
        text: english
        for text, english in collect.translated().items()
        if english and placeholders(text) != placeholders(english)
    }
    assert differing == {}


def test_a_translation_keeps_the_spaces_and_the_keys_of_its_source() -> None:
    def frame(text: str) -> tuple[int, int]:
        return len(text) - len(text.lstrip()), len(text) - len(text.rstrip())

    known = {text: english for text, english in collect.translated().items() if english}
    assert {text: english for text, english in known.items() if frame(text) != frame(english)} == {}


def test_what_the_program_reads_is_what_translators_wrote() -> None:
    with collect.MO.open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    known = {text: english for text, english in collect.translated().items() if english}
    assert {text: compiled.gettext(text) for text in known} == known


def test_nobody_hands_a_text_to_the_translation_that_was_put_together_before() -> None:
    joined = [
        f"{source.path}:{number}"
        for source in python_sources("ui")
        for number, line in enumerate(source.text.splitlines(), 1)
        if '_(f"' in line
    ]
    assert joined == []


@pytest.mark.usefixtures("_vietnamese_again")
def test_a_chosen_language_is_spoken_and_an_unknown_one_is_vietnamese() -> None:
    translations.choose("en")
    assert translations._("Tiếp nhận") == "Reception"
    assert translations._("một câu chưa ai dịch") == "một câu chưa ai dịch"
    translations.choose("xx")
    assert translations._("Tiếp nhận") == "Tiếp nhận"


def test_english_words_are_composed_letters() -> None:
    assert [text for text in collect.translated().values() if not unicodedata.is_normalized("NFC", text)] == []
