"""What the page of the signs shows, decided without a window."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.signage.papers import minutes
from desk_app.signage.played import PlayedPeriod
from desk_app.signage.schedule import ALL_WEEK, Schedule, Window
from desk_app.signage.tables import OwnSlogan
from ui.widgets.colours import COLOURS
from ui.widgets.table import Look


@dataclass(frozen=True, kw_only=True)
class SloganRow:
    """One sentence: the office's own (with an id), one of its setting, or one of the program."""

    id: str
    text: str
    days: str
    state: str


@dataclass(frozen=True, kw_only=True)
class PlayedRow:
    """One screen's day, in words; ``is_short`` says that less was shown than the schedule asked for."""

    on: str
    screen: str
    words: str
    is_short: bool
    is_entered: bool


@dataclass(frozen=True, kw_only=True)
class Seen:
    """Everything the page shows; ``now`` is the desk's moment."""

    slogans: tuple[SloganRow, ...]
    schedule: Schedule
    windows: tuple[Window, ...]
    played: tuple[PlayedRow, ...]
    shown: tuple[str, ...]
    total: str
    now: datetime


def schedule_words(schedule: Schedule) -> str:
    """Return when slogans are shown, in a sentence."""
    if not schedule.minutes or schedule.from_hour >= schedule.to_hour:
        return _("Không chiếu khẩu hiệu theo giờ.")
    return _("{minutes} phút mỗi giờ, từ phút {first}; {from_hour}:00–{to_hour}:00, {days}.").format(
        minutes=schedule.minutes,
        first=f"{schedule.from_minute:02d}",
        from_hour=f"{schedule.from_hour:02d}",
        to_hour=f"{schedule.to_hour:02d}",
        days=_("cả tuần") if schedule.days == ALL_WEEK else _("ngày làm việc"),
    )


def slogan_rows(own: Sequence[OwnSlogan], shown: Sequence[str], today: date) -> tuple[SloganRow, ...]:
    """Return what is shown today, then what is coming, then what has ended."""
    dated = {each.text: each for each in own}
    rows = [SloganRow(id="", text=text, days=_("mọi ngày"), state="shown") for text in shown if text not in dated]
    rows += [SloganRow(id=each.id, text=each.text, days=day_words(each), state=state_of(each, today)) for each in own]
    order = {"shown": 0, "coming": 1, "ended": 2}
    return tuple(sorted(rows, key=lambda row: (order[row.state], not row.id)))


def state_of(each: OwnSlogan, today: date) -> str:
    """Return whether a slogan is shown, coming, or has ended."""
    if each.valid_from > today:
        return "coming"
    return "shown" if each.is_shown_on(today) else "ended"


def day_words(each: OwnSlogan) -> str:
    """Return from when to when a slogan is shown."""
    if each.valid_until is None:
        return _("từ {first}").format(first=spoken_day(each.valid_from))
    return f"{spoken_day(each.valid_from)} – {spoken_day(each.valid_until)}"


def state_look(row: SloganRow) -> Look:
    """Return a slogan's state with its shape."""
    if row.state == "coming":
        return Look(words=_("sắp chiếu"), shape="clock", colour=COLOURS.calm)
    if row.state == "ended":
        return Look(words=_("đã hết"), shape="ring", colour=COLOURS.soft_ink)
    return Look(words=_("đang chiếu"), shape="tick", colour=COLOURS.good)


def played_rows(found: PlayedPeriod) -> tuple[PlayedRow, ...]:
    """Return each screen's days, the newest first."""
    return tuple(
        PlayedRow(
            on=spoken_day(each.on),
            screen=each.screen,
            words=_("{count} lượt, {shown}/{asked} phút").format(
                count=each.stretches, shown=minutes(each.seconds), asked=minutes(each.asked_seconds)
            ),
            is_short=each.seconds < each.asked_seconds * 9 // 10,
            is_entered=each.is_entered,
        )
        for each in reversed(found.days)
    )


def played_look(row: PlayedRow) -> Look:
    """Return how much of a day was shown."""
    if not row.is_entered:
        return Look(words=_("{words} · đang ghi").format(words=row.words), shape="clock", colour=COLOURS.calm)
    if row.is_short:
        return Look(words=row.words, shape="half", colour=COLOURS.warning)
    return Look(words=row.words, shape="tick", colour=COLOURS.good)
