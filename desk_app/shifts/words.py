"""How this room says numbers and days."""

from datetime import date

from desk_app.working_time.calendar import WEEKDAYS


def turns(hundredths: int) -> str:
    """Return hundredths of a turn the Vietnamese way, as in ``1,25``, ``-0,5`` or ``2``."""
    whole, rest = divmod(abs(hundredths), 100)
    sign = "-" if hundredths < 0 else ""
    return f"{sign}{whole},{rest:02d}".rstrip("0").rstrip(",") if rest else f"{sign}{whole}"


def hours(minutes: int) -> str:
    """Return minutes as people say them, as in ``2 giờ 30 phút``."""
    whole, rest = divmod(minutes, 60)
    if not whole:
        return f"{rest} phút"
    return f"{whole} giờ {rest} phút" if rest else f"{whole} giờ"


def weekday(on: date) -> str:
    """Return the name of a day's weekday, as in ``Thứ sáu``."""
    return WEEKDAYS[on.weekday()]


def weekdays(numbers: tuple[int, ...]) -> str:
    """Return weekdays by number (0 is Monday), as in ``thứ hai, thứ sáu``; empty for none."""
    return ", ".join(WEEKDAYS[each].lower() for each in sorted(numbers))
