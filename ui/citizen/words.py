"""What citizens read and hear is Vietnamese, whatever language the officer works in."""

from desk_app.surveys.rules import LEVEL_WORDS, REASON_WORDS

LEVELS = LEVEL_WORDS
REASONS = REASON_WORDS


def _(words: str) -> str:
    return words
