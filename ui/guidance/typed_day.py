"""What people type for a day and an hour, read the way they say it."""

import re
from datetime import date, time, timedelta

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import folded
from desk_app.kernel.translations import _

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?")
_AHEAD = re.compile(r"\+(\d{1,3})")
_WEEKDAY = re.compile(r"(?:t|thu )([2-7])")
_HOUR = re.compile(r"(\d{1,2})(?:[:hg.](\d{2})?)?")
_NAMED = {"nay": 0, "hom nay": 0, "mai": 1, "ngay mai": 1, "mot": 2, "ngay mot": 2}


def typed_day(text: str, today: date, *, field: str) -> date:
    """Return the day that ``24/11``, ``mai``, ``+3`` or ``t6`` (the next Friday) means; raise ``InvalidInput`` otherwise.

    A day without a year is the next one: ``5/1`` typed in December is next January.
    """
    plain, bare = text.strip(), folded(text)
    ahead, weekday, found = _AHEAD.fullmatch(plain), _WEEKDAY.fullmatch(bare), _DAY.fullmatch(plain)
    if bare in _NAMED:
        return today + timedelta(days=_NAMED[bare])
    if ahead:
        return today + timedelta(days=int(ahead[1]))
    if weekday:
        return today + timedelta(days=(int(weekday[1]) - 2 - today.weekday() - 1) % 7 + 1)
    if found:
        day = _dated(int(found[1]), int(found[2]), int(found[3]) if found[3] else None, today)
        if day is not None:
            return day
    raise InvalidInput(field, _("«{text}» không phải là ngày.").format(text=plain), _("Gõ như 24/11, mai, t6, +3."))


def typed_hour(text: str, *, field: str) -> time:
    """Return the time of day that ``7``, ``7:30`` or ``7h30`` means; raise ``InvalidInput`` otherwise."""
    found = _HOUR.fullmatch(text.strip().lower())
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise InvalidInput(field, _("«{text}» không phải là giờ.").format(text=text.strip()), _("Gõ như 7:30."))
    return time(int(found[1]), int(found[2] or 0))


def _dated(day: int, month: int, year: int | None, today: date) -> date | None:
    for each in (year,) if year is not None else (today.year, today.year + 1):
        try:
            found = date(each, month, day)
        except ValueError:
            continue
        if year is not None or found >= today:
            return found
    return None
