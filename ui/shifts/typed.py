"""What people type for days, hours, weekdays and numbers, read the way they write it."""

import re
from datetime import date, time

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import folded
from desk_app.kernel.translations import _

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?")
_TIME = re.compile(r"(\d{1,2})(?:[:hg.](\d{2})?)?")
_NAMES = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5, "cn": 6, "nhat": 6}
_SHORT = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")


def typed_day(text: str, today: date, *, field: str) -> date:
    """Return a day typed as ``24/11`` or ``24/11/2026``, today when nothing is typed; raise ``InvalidInput`` otherwise."""
    plain = text.strip()
    if not plain:
        return today
    found = _DAY.fullmatch(plain)
    if found is not None:
        day_, month, year = found.groups()
        try:
            return date(int(year or today.year), int(month), int(day_))
        except ValueError:
            pass
    raise InvalidInput(field, _("«{text}» không phải là ngày.").format(text=plain), _("Gõ như 24/11."))


def typed_time(text: str, *, field: str) -> time | None:
    """Return a time typed as ``7``, ``7h30`` or ``07:30``, None when nothing is typed; raise ``InvalidInput`` otherwise."""
    plain = text.strip().lower()
    if not plain:
        return None
    found = _TIME.fullmatch(plain)
    if found is not None and int(found[1]) < 24 and int(found[2] or 0) < 60:
        return time(int(found[1]), int(found[2] or 0))
    raise InvalidInput(field, _("«{text}» không phải là giờ.").format(text=text.strip()), _("Gõ như 7:30."))


def typed_hours(text: str, *, field: str) -> tuple[time, time]:
    """Return from when to when, typed as ``7:30-11:00``; raise ``InvalidInput`` otherwise."""
    parts = re.split(r"\s*[-–]\s*", text.strip())
    if len(parts) == 2:
        starts, ends = typed_time(parts[0], field=field), typed_time(parts[1], field=field)
        if starts is not None and ends is not None and starts < ends:
            return starts, ends
    raise InvalidInput(field, _("Chưa rõ giờ trực."), _("Gõ như 7:30-11:00."))


def typed_weekdays(text: str, *, field: str) -> tuple[int, ...]:
    """Return weekdays (0 is Monday) typed as ``T6``, ``2 4 6`` or ``thứ sáu, chủ nhật``; none typed gives none.

    Raise ``InvalidInput`` for a word that names no weekday.
    """
    found: set[int] = set()
    for word in re.split(r"[,;\s]+", folded(text)):
        plain = word.removeprefix("t") if word[:1] == "t" and word[1:].isdigit() else word
        if plain in ("", "thu", "chu"):
            continue
        if plain in "234567" and len(plain) == 1:
            found.add(int(plain) - 2)
        elif plain in _NAMES:
            found.add(_NAMES[plain])
        else:
            raise InvalidInput(field, _("«{text}» không phải là thứ trong tuần.").format(text=word), _("Gõ như T6."))
    return tuple(sorted(found))


def short_weekdays(numbers: tuple[int, ...]) -> str:
    """Return weekdays as they are typed: ``T2, T6``; empty for every day."""
    return ", ".join(_SHORT[each] for each in sorted(numbers))


def typed_number(text: str, *, field: str, empty: int) -> int:
    """Return a whole number, ``empty`` when nothing is typed; raise ``InvalidInput`` otherwise."""
    plain = text.strip()
    if not plain:
        return empty
    if plain.isascii() and plain.isdigit():
        return int(plain)
    raise InvalidInput(field, _("«{text}» không phải là số.").format(text=plain), _("Gõ chữ số."))


def typed_words(text: str) -> tuple[str, ...]:
    """Return what is typed with commas between; none typed gives none."""
    return tuple(each.strip() for each in text.split(",") if each.strip())


def joined(words: tuple[str, ...]) -> str:
    """Return words as they are typed, with commas between."""
    return ", ".join(words)
