"""What the page of reports decides without a window: spans of days, what an address names, the lines of a text."""

from datetime import date

import pytest

from desk_app.reports.words import words_for
from ui.reports.state import asked_in, days_of
from ui.reports.words_state import texts_of, with_another, without


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        ("reporting", "2026-11-15", "2026-12-14"),
        ("reporting_before", "2026-10-15", "2026-11-14"),
        ("month", "2026-11-01", "2026-11-30"),
        ("month_before", "2026-10-01", "2026-10-31"),
        ("quarter", "2026-10-01", "2026-12-31"),
        ("year", "2026-01-01", "2026-12-31"),
    ],
)
def test_spans_are_those_in_which_today_lies(span: str, first: str, last: str) -> None:
    found = days_of(span, date(2026, 11, 23), 15)  # type: ignore[arg-type]
    assert found == (date.fromisoformat(first), date.fromisoformat(last))
    assert days_of("reporting", date(2026, 11, 14), 15)[1] == date(2026, 11, 14)


def test_an_about_may_lack_its_days() -> None:
    assert asked_in("06") == ("06", None, None, "")
    assert asked_in("") == ("", None, None, "")
    assert asked_in("06:2026-11-01:2026-11-30:H30.1") == ("06", date(2026, 11, 1), date(2026, 11, 30), "H30.1")
    assert asked_in("06:x:y") == ("06", None, None, "")


def test_texts_are_added_and_taken_out_where_there_are_many() -> None:
    words = words_for("models", date(2026, 1, 1))
    path = ("recipients", 0)
    more = with_another(words, path)
    assert more.recipients == (words.recipients[0], "", *words.recipients[1:])
    assert without(more, ("recipients", 1)) == words
    assert [each.is_one_of_many for each in texts_of(words) if each.path in (("about",), path)] == [False, True]
