"""What was shown: counted by day and screen, beside what the schedule asked for."""

from collections.abc import Iterable
from datetime import date

from desk_app.kernel.records import Record
from desk_app.signage.facts import Shown
from desk_app.signage.room import Signage
from desk_app.signage.schedule import schedule_on, windows_on
from desk_app.signage.tables import Stretch, stretches_between


class PlayedDay(Record):
    """One screen's day: how many stretches, how many seconds, and how many the schedule asked for.

    ``is_entered`` is False while a part of it waits to be entered in the journal.
    """

    on: date
    desk: str
    screen: str
    stretches: int
    seconds: int
    asked_seconds: int
    shown: tuple[Shown, ...]
    is_entered: bool


class PlayedPeriod(Record):
    """The days of a period on which anything was shown, both ends included."""

    first_on: date
    last_on: date
    days: tuple[PlayedDay, ...]
    seconds: int
    shown: tuple[Shown, ...]


def played_between(room: Signage, *, first_on: date, last_on: date) -> PlayedPeriod:
    """Return what was shown in a period; whoever calls asks for the permission."""
    found = stretches_between(room.journal.reading(), room.journal.desk_id, first_on, last_on)
    by_day: dict[tuple[date, str, str], list[Stretch]] = {}
    for each in found:
        by_day.setdefault((each.played.from_at.date(), each.desk, each.played.screen), []).append(each)
    book, calendar = room.office.present_book(), room.working_time.present_calendar()
    days = [
        _day(key, stretches, sum(each.seconds for each in windows_on(schedule_on(book, key[0]), calendar, key[0])))
        for key, stretches in sorted(by_day.items())
    ]
    return PlayedPeriod(
        first_on=first_on,
        last_on=last_on,
        days=tuple(days),
        seconds=sum(each.seconds for each in days),
        shown=_added(each for day in days for each in day.shown),
    )


def _day(key: tuple[date, str, str], stretches: list[Stretch], asked_seconds: int) -> PlayedDay:
    on, desk, screen = key
    return PlayedDay(
        on=on,
        desk=desk,
        screen=screen,
        stretches=len(stretches),
        seconds=sum(round((each.played.to_at - each.played.from_at).total_seconds()) for each in stretches),
        asked_seconds=asked_seconds,
        shown=_added(shown for each in stretches for shown in each.played.shown),
        is_entered=all(each.is_entered for each in stretches),
    )


def _added(shown: Iterable[Shown]) -> tuple[Shown, ...]:
    totals: dict[str, tuple[int, int]] = {}
    for each in shown:
        times, seconds = totals.get(each.text, (0, 0))
        totals[each.text] = (times + each.times, seconds + each.seconds)
    return tuple(Shown(text=text, times=times, seconds=seconds) for text, (times, seconds) in totals.items())
