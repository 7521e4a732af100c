"""What people type for days, hours, numbers and money: read everywhere the way they say and write it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import folded
from desk_app.kernel.translations import _

_DATED = re.compile(r"(\d{1,2})\s*[/. -]\s*(\d{1,2})(?:\s*[/. -]\s*(\d{4}|\d{2}))?")
_RUN = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})?")
_ALONE = re.compile(r"(\d{1,2})")
_AWAY = re.compile(r"([+-])(\d{1,3})")
_WEEKDAY = re.compile(r"(?:t|thu )([2-7])")
_SUNDAY = ("cn", "chu nhat")
_NAMED = {"qua": -1, "hom qua": -1, "nay": 0, "hom nay": 0, "mai": 1, "ngay mai": 1, "mot": 2, "ngay mot": 2}
_TIME = re.compile(r"(\d{1,2})(?:[:hg.](\d{2})?)?")
_SHOWN = 20


def typed_day(text: str, today: date, *, field: str) -> date:
    """Return the day that ``24/11``, ``24/11/26``, ``2411``, ``24``, ``mai``, ``+3`` or ``t6`` means, ``today`` for nothing.

    A month or a year that is left out is the present one. Raises ``InvalidInput`` for what is no day.
    """
    if not text.strip():
        return today
    found = _spoken(text, today) or next(_dated(text, (today,)), None)
    if found is None:
        raise _no_day(text, field)
    return found


def typed_day_ahead(text: str, today: date, *, field: str) -> date:
    """Return the coming day that ``text`` means, as in ``typed_day``: ``5/1`` typed in December is next January.

    Raises ``InvalidInput`` for what is no day, and for nothing.
    """
    spoken, later = _spoken(text, today), (today, _month_after(today), today.replace(day=1, year=today.year + 1))
    named = [spoken] if spoken is not None else _dated(text, later)
    has_year = (parts := _parts(text)) is not None and parts[2]
    found = next((day for day in named if has_year or day >= today), None)
    if found is None:
        raise _no_day(text, field)
    return found


def typed_time(text: str, *, field: str) -> time:
    """Return the time of day that ``7``, ``7:30`` or ``7h30`` means; raise ``InvalidInput`` otherwise."""
    found = _TIME.fullmatch(text.strip().lower())
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise InvalidInput(field, _("«{text}» không phải là giờ.").format(text=_short(text)), _("Gõ như 7:30."))
    return time(int(found[1]), int(found[2] or 0))


def typed_number(text: str, *, field: str, empty: int | None = None) -> int:
    """Return a whole number typed as ``1200`` or ``1.200``, ``empty`` for nothing; raise ``InvalidInput`` otherwise."""
    plain = text.strip()
    if not plain and empty is not None:
        return empty
    digits = plain.replace(".", "")
    if not (digits.isascii() and digits.isdigit()):
        raise InvalidInput(field, _("«{text}» không phải là số.").format(text=_short(text)), _("Gõ chữ số."))
    return int(digits)


def typed_dong(text: str, *, field: str) -> int | None:
    """Return an amount in đồng typed as ``28.500`` or ``28500 đ``, None for nothing; raise ``InvalidInput`` otherwise."""
    digits = re.sub(r"[\s.đ]", "", text.lower())
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit()):
        raise InvalidInput(field, _("«{text}» không phải là số tiền.").format(text=_short(text)), _("Gõ như 28500."))
    return int(digits)


def _spoken(text: str, today: date) -> date | None:
    """Return the day of a word or a step: ``mai``, ``+3``, ``t6`` (the next Friday), ``cn``; None for anything else."""
    bare = folded(text)
    away, weekday = _AWAY.fullmatch(text.strip()), _WEEKDAY.fullmatch(bare)
    if bare in _NAMED:
        return today + timedelta(days=_NAMED[bare])
    if away:
        return today + timedelta(days=int(away[1] + away[2]))
    if weekday or bare in _SUNDAY:
        number = int(weekday[1]) - 2 if weekday else 6
        return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    return None


def _parts(text: str) -> tuple[str, str, str] | None:
    plain = text.strip()
    found = _DATED.fullmatch(plain) or _RUN.fullmatch(plain)
    if found:
        return found[1], found[2], found[3] or ""
    alone = _ALONE.fullmatch(plain)
    return (alone[1], "", "") if alone else None


def _dated(text: str, present: Sequence[date]) -> Iterator[date]:
    """Yield the days that figures mean, with a month or a year that is left out taken from each of ``present``."""
    day, month, year = _parts(text) or ("", "", "")
    for of in present if day else ():
        try:
            yield date(int(year) + 2000 * (len(year) == 2) if year else of.year, int(month or of.month), int(day))
        except ValueError:
            continue


def _month_after(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)


def _no_day(text: str, field: str) -> InvalidInput:
    words = _("«{text}» không phải là ngày.").format(text=_short(text))
    return InvalidInput(field, words, _("Gõ như 24/11, mai, t6, +3."))


def _short(text: str) -> str:
    return text.strip()[:_SHOWN]
