"""What citizens read and hear is Vietnamese, whatever language the officer works in."""


def _(words: str) -> str:
    return words
