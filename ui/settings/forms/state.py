"""What the section of wordings shows."""

from dataclasses import dataclass
from datetime import date

from desk_app.journal.fact import Fact
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.office.book import OfficeBook
from desk_app.office.facts import WordingPut
from desk_app.office.wordings import Wording, get_wording, wording_on


@dataclass(frozen=True, kw_only=True)
class WordingRow:
    """One wording as a row: what papers say today, since when, and what will follow."""

    wording: Wording
    text: str
    words: str
    since: str
    next: str
    is_own: bool


def row_of(wording: Wording, book: OfficeBook, today: date) -> WordingRow:
    """Return a wording as a row."""
    own = sorted((each for each in book.wordings if each.key == wording.key), key=lambda each: each.valid_from)
    begun = [each for each in own if each.valid_from <= today]
    coming = next((each for each in own if each.valid_from > today), None)
    text = wording_on(book.wordings, wording.key, today)
    is_own = bool(begun) and begun[-1].text is not None
    return WordingRow(
        wording=wording,
        text=text,
        words=text or _("(không in)"),
        since=spoken_day(begun[-1].valid_from) if is_own else _("câu có sẵn"),
        next=_("từ {day}: {text}").format(day=spoken_day(coming.valid_from), text=text_words(coming.text))
        if coming
        else "",
        is_own=is_own,
    )


def text_words(text: str | None) -> str:
    """Return a text as it is told: None is the one that ships, empty is not printed."""
    return _("câu có sẵn") if text is None else f"«{text}»" if text else _("không in")


def words_of(fact: Fact) -> str:
    """Return what happened to a wording, in plain words."""
    if not isinstance(fact, WordingPut):
        return ""
    label = _(get_wording(fact.key).label)
    said = _("{label}: {text} từ {day}")
    return said.format(label=label, text=text_words(fact.text), day=spoken_day(fact.valid_from))
