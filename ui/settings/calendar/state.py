"""What the calendar section shows."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from desk_app.dossiers.moved_dates import MovedDate
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.working_time.calendar import WEEKDAYS, Calendar, unknown_year_warning
from desk_app.working_time.year_changes import DayChange
from ui.settings.preview import Preview, PreviewRow
from ui.widgets.moments import moment_words

DayKind = Literal["work", "weekend", "off", "worked"]


@dataclass(frozen=True, kw_only=True)
class DayShown:
    """One day: what kind it is, and what the calendar says of it."""

    on: date
    kind: DayKind
    words: str


@dataclass(frozen=True, kw_only=True)
class YearShown:
    """One year: its days, the notice they come from (empty: none is known), how many days are worked."""

    year: int
    notice: str
    days: tuple[DayShown, ...]
    working_days: int


def year_shown(calendar: Calendar, year: int) -> YearShown:
    """Return a year as it is shown."""
    first = date(year, 1, 1)
    count = (date(year + 1, 1, 1) - first).days
    days = tuple(_day(calendar, first + timedelta(days=number)) for number in range(count))
    return YearShown(
        year=year,
        notice=calendar.years[year].notice if calendar.knows(year) else "",
        days=days,
        working_days=sum(day.kind in ("work", "worked") for day in days),
    )


def year_words(of: YearShown) -> str:
    """Return what stands above a year."""
    notice = of.notice or unknown_year_warning(of.year) + "."
    return _("{count} ngày làm việc. {notice}").format(count=quantity(of.working_days), notice=notice)


def day_words(day: DayShown) -> str:
    """Return what is said of the day in hand."""
    return f"{_(WEEKDAYS[day.on.weekday()])} {spoken_day(day.on)}: {_(day.words)}"


def preview_of(years: tuple[tuple[int, str, tuple[DayChange, ...]], ...], moved: tuple[MovedDate, ...]) -> Preview:
    """Return what taking over these years (year, notice, changed days) would change."""
    rows = [
        PreviewRow(what=spoken_day(each.on), before=each.before or "–", after=each.after or "–")
        for _year, _notice, changes in years
        for each in changes
    ]
    rows += [
        PreviewRow(
            what=each.code,
            before=_("đã hẹn {at}").format(at=moment_words(each.due_at)),
            after=_("tính lại là {at}; ngày đã hẹn giữ nguyên").format(at=moment_words(each.would_be_due_at)),
        )
        for each in moved
    ]
    days = sum(len(changes) for _year, _notice, changes in years)
    named = "; ".join(f"{year} ({notice})" for year, notice, _changes in years)
    summary = _(
        "Lịch năm {years}: {days} ngày khác với lịch đang dùng, {moved} hồ sơ đang giải quyết sẽ tính ra ngày khác."
    )
    return Preview(
        summary=summary.format(years=named, days=quantity(days), moved=quantity(len(moved))),
        rows=tuple(rows),
        may_take=bool(years),
    )


def _day(calendar: Calendar, on: date) -> DayShown:
    day = calendar.day(on)
    if day.works:
        kind: DayKind = "worked" if day.reason else "work"
    else:
        kind = "off" if day.reason != WEEKDAYS[on.weekday()] else "weekend"
    words = calendar.reason(on)
    if kind == "worked":
        words = _("làm việc – {reason}").format(reason=words)
    elif kind == "off":
        words = _("nghỉ – {reason}").format(reason=words)
    return DayShown(on=on, kind=kind, words=words)
