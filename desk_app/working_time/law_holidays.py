"""Days off that the law itself fixes: what a year without a notice is certain of (Bộ luật Lao động 2019, Điều 112).

Tết, the tenth of the third lunar month, the day beside 2/9, swaps and later holidays need the notice: they are not guessed here.
"""

from datetime import date, timedelta

FIXED_HOLIDAYS = (
    (1, 1, "Tết Dương lịch"),
    (30, 4, "Ngày Chiến thắng"),
    (1, 5, "Quốc tế lao động"),
    (2, 9, "Quốc khánh"),
)
_SATURDAY = 5


def fixed_days_off(year: int) -> dict[date, str]:
    """Return the days off that are certain for ``year``, with their reasons.

    A holiday on a Saturday or Sunday is made up for on the next working day (Điều 111, khoản 3).
    """
    holidays = {date(year, month, day): f"{name} {day}/{month}" for day, month, name in FIXED_HOLIDAYS}
    law = f"ngày lễ theo luật, chưa có thông báo năm {year}"
    found = {on: f"Nghỉ {name}: {law}" for on, name in holidays.items()}
    for on, name in holidays.items():
        if on.weekday() >= _SATURDAY:
            found[_next_free(on, found)] = f"Nghỉ bù {name}: {law}"
    return found


def _next_free(on: date, taken: dict[date, str]) -> date:
    while on.weekday() >= _SATURDAY or on in taken:
        on += timedelta(days=1)
    return on
