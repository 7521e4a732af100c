"""``desk calendar``: the working calendar and how terms are read, shown, imported and put."""

from datetime import date, timedelta

import click

from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import Group, asks, command
from desk_app.cli.reference import reference
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_day
from desk_app.working_time.calendar import Calendar, DayOff, WorkedDay, WorkingYear

family = Group(
    "calendar",
    help="Lịch làm việc và cách tính thời hạn: xem, ghi ra tệp, nhập thông báo nghỉ lễ, đổi cách tính.",
    members={
        "show": "desk_app.cli.calendar:show",
        "export": "desk_app.cli.calendar_export:export",
        "import": "desk_app.cli.calendar_import:import_file",
        "readings": "desk_app.cli.calendar_readings:readings",
        "put-reading": "desk_app.cli.calendar_put_reading:put",
    },
)


class Year(Record):
    """A year as ``desk calendar show`` answers it; ``working_days`` counts the days the office works."""

    year: int
    notice: str
    days_off: tuple[DayOff, ...]
    worked_days: tuple[WorkedDay, ...]
    working_days: int


@command("show", "Xem ngày nghỉ và ngày làm bù của một năm.")
@click.argument("year", type=click.IntRange(1900, 2200), metavar="NĂM")
@asks
def show(asked: Asked, year: int) -> None:
    """Show what the calendar knows of a year."""
    with reference(asked) as known:
        found = known.calendar.year(year)
        working = _working_days(known.calendar, year)
    answer(
        asked,
        Year(
            year=year,
            notice=found.notice,
            days_off=found.days_off,
            worked_days=found.worked_days,
            working_days=working,
        ),
        _words(found, working),
    )


def _working_days(calendar: Calendar, year: int) -> int:
    first, last = date(year, 1, 1), date(year, 12, 31)
    return sum(calendar.is_working(first + timedelta(days=number)) for number in range((last - first).days + 1))


def _words(year: WorkingYear, working: int) -> str:
    lines = [f"Năm {year.year}: {working} ngày làm việc. {year.notice}".rstrip()]
    lines += [f"  nghỉ     {spoken_day(day.on)}  {day.name}" for day in year.days_off]
    lines += [
        f"  làm bù   {spoken_day(day.on)}  {day.name} (bù {spoken_day(day.makes_up_for)})" for day in year.worked_days
    ]
    return "\n".join(lines)
