"""The number of a complaint, ``YK-261123-101``: the day, the desk and its count of that day.

Desk ``k`` gives out k01 to k99, and goes on with seven digits, ``kkk`` and four more, as dossier codes do: two desks never
give out one number.
"""

from datetime import date

_SHORT_LAST = 99


def series_of(day: date) -> str:
    """Return what every number of a day begins with."""
    return f"YK-{day:%y%m%d}-"


def number_for(day: date, desk_number: int, count: int) -> str:
    """Return the number of a desk's complaint with this count."""
    if count <= _SHORT_LAST:
        return f"{series_of(day)}{desk_number}{count:02d}"
    return f"{series_of(day)}{desk_number:03d}{count:04d}"


def counted_in(number: str, desk_number: int) -> int:
    """Return the count that stands in a number of this desk."""
    digits = number.rpartition("-")[2]
    longer = f"{desk_number:03d}"
    return int(digits[len(longer) :] if len(digits) == len(longer) + 4 else digits[len(str(desk_number)) :])
