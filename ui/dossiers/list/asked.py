"""What the page of lists is asked for, and what is typed in its filters; decided without a window."""

from dataclasses import replace
from datetime import date

from desk_app.dossiers.listing.asked import text_of, wanted_of
from desk_app.dossiers.listing.shipped import SHIPPED, VIEW
from desk_app.dossiers.listing.wanted import Days, Wanted
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _

FIRST = f"{VIEW}open"
"""The list that opens when nothing in particular is asked for."""


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


def days_of(first: date | None, last: date | None) -> Days:
    """Return the days between two typed ones; raise ``InvalidInput`` where they stand the wrong way round."""
    if first is not None and last is not None and first > last:
        raise InvalidInput("last", _("Ngày cuối ở trước ngày đầu."), _("Hãy đổi lại."))
    return Days(first=first, last=last)


def _unordered(query: str) -> Wanted:
    return replace(wanted_of(query), sort="received", descending=True)
