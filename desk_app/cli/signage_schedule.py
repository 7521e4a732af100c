"""``desk signage schedule``: when slogans are shown on a day; the settings that say so are changed by ``desk office set``."""

from datetime import date

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import day, spoken_day
from desk_app.signage.commands import READ
from desk_app.signage.schedule import SETTINGS, Schedule, Window, schedule_on, spoken_schedule, windows_on


class ScheduleShown(Record):
    """A day's schedule: the rule, the windows, whether slogans are shown at this moment."""

    on: date
    schedule: Schedule
    windows: tuple[Window, ...]
    is_playing: bool


@command("schedule", "Xem lịch chiếu khẩu hiệu của một ngày.")
@click.option("--on", "on_text", default="", metavar="NGÀY", help="Ngày nào; không ghi là hôm nay.")
@asks
def show_schedule(asked: Asked, on_text: str) -> None:
    """Show when slogans are shown."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        now = act.desk.journal.time.now()
        on = day(on_text, field="on") if on_text else now.date()
        schedule = schedule_on(act.desk.office.present_book(), on)
        windows = windows_on(schedule, act.desk.working_time.present_calendar(), on)
    shown = ScheduleShown(
        on=on, schedule=schedule, windows=windows, is_playing=any(each.holds(now) for each in windows)
    )
    answer(asked, shown, _words(shown))


def _words(shown: ScheduleShown) -> str:
    lines = [spoken_schedule(shown.schedule)]
    if not shown.windows:
        lines.append(f"Ngày {spoken_day(shown.on)} không chiếu.")
    else:
        spans = ", ".join(f"{each.from_at:%H:%M}–{each.to_at:%H:%M}" for each in shown.windows)
        lines.append(f"Ngày {spoken_day(shown.on)}: {spans}.")
    if shown.is_playing:
        lines.append("Bây giờ đang trong giờ chiếu.")
    lines.append(f"Đổi lịch: desk office set {SETTINGS[0]} 10 (và {', '.join(SETTINGS[1:])}).")
    return "\n".join(lines)
