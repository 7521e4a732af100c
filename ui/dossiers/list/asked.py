"""What the page of lists is asked for, and what is typed in its filters; decided without a window."""

import re
from dataclasses import replace
from datetime import date

from desk_app.dossiers.listing.asked import text_of, wanted_of
from desk_app.dossiers.listing.shipped import SHIPPED, VIEW
from desk_app.dossiers.listing.wanted import Days, Wanted
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _

FIRST = f"{VIEW}open"
"""The list that opens when nothing in particular is asked for."""

_DIGITS = re.compile(r"\d+")


def name_of(about: str, wanted: Wanted) -> str:
    """Return the shipped list that ``about`` names or ``wanted`` equals whatever its order; empty where none does."""
    named = about.removeprefix(VIEW) if about.startswith(VIEW) else ""
    if named in SHIPPED:
        return named
    plain = replace(wanted, sort="received", descending=True)
    return next((name for name, query in SHIPPED.items() if _unordered(query) == plain), "")


def own_name_of(about: str) -> str:
    """Return the name that a person gave the list that ``about`` opens; empty for any other list."""
    name = about.removeprefix(VIEW) if about.startswith(VIEW) else ""
    return "" if name in SHIPPED else name


def about_of(wanted: Wanted) -> str:
    """Return what the page is asked for when a person has set the filters to ``wanted``."""
    return text_of(wanted) or f"{VIEW}all"


def typed_day(text: str, today: date, field: str) -> date | None:
    """Return the day somebody typed: ``23/11/2026``, ``23/11``, ``23``, ``23112026``; None for nothing.

    What is left out is taken from ``today``. Raises ``InvalidInput`` for a day that does not exist.
    """
    if not text.strip():
        return None
    parts = _DIGITS.findall(text)
    if len(parts) == 1 and len(parts[0]) in (4, 6, 8):
        whole = parts[0]
        parts = [each for each in (whole[:2], whole[2:4], whole[4:]) if each]
    numbers = [int(each) for each in parts[:3]] + [today.month, today.year][max(len(parts) - 1, 0) :]
    if len(numbers) == 3 and numbers[2] < 100:
        numbers[2] += 2000
    try:
        return date(numbers[2], numbers[1], numbers[0])
    except (ValueError, IndexError):
        raise InvalidInput(field, _("Ngày này không có."), _("Viết như 23/11/2026.")) from None


def days_of(first: date | None, last: date | None) -> Days:
    """Return the days between two typed ones; raise ``InvalidInput`` where they stand the wrong way round."""
    if first is not None and last is not None and first > last:
        raise InvalidInput("last", _("Ngày cuối ở trước ngày đầu."), _("Hãy đổi lại."))
    return Days(first=first, last=last)


def _unordered(query: str) -> Wanted:
    return replace(wanted_of(query), sort="received", descending=True)
