"""A year's calendar to start from when the next notice is typed."""

from desk_app.working_time.calendar import Calendar, DayOff, WorkingYear
from desk_app.working_time.law_holidays import fixed_days_off


def year_to_start_from(calendar: Calendar, year: int) -> WorkingYear:
    """Return a year as its notice gives it; without one, the days off that the law fixes, and no notice yet."""
    if calendar.knows(year):
        return calendar.year(year)
    fixed = sorted(fixed_days_off(year).items())
    days_off = tuple(DayOff(on=on, name=reason.partition(":")[0]) for on, reason in fixed)
    return WorkingYear(year=year, notice="", days_off=days_off)
