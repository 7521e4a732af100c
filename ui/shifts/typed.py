"""What people type for the hours, weekdays and days of duties, read the way they write it."""

import re
from datetime import date, time

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import folded
from desk_app.kernel.translations import _
from ui.widgets.typed import typed_day_ahead, typed_time

_NAMES = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5, "cn": 6, "nhat": 6}
_SHORT = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")


def typed_hours(text: str, *, field: str) -> tuple[time, time]:
    """Return from when to when, typed as ``7:30-11:00``; raise ``InvalidInput`` otherwise."""
    parts = re.split(r"\s*[-–]\s*", text.strip())
    if len(parts) == 2:
        starts, ends = typed_time(parts[0], field=field), typed_time(parts[1], field=field)
        if starts < ends:
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


def typed_days_ahead(text: str, today: date, *, field: str) -> tuple[date, ...]:
    """Return the coming days typed with commas between, each as in ``typed_day_ahead``; raise ``InvalidInput`` for no day."""
    return tuple(typed_day_ahead(each, today, field=field) for each in re.split("[,;]", text) if each.strip())


def typed_words(text: str) -> tuple[str, ...]:
    """Return what is typed with commas between; none typed gives none."""
    return tuple(each.strip() for each in text.split(",") if each.strip())


def joined(words: tuple[str, ...]) -> str:
    """Return words as they are typed, with commas between."""
    return ", ".join(words)
