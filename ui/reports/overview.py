"""What leaders see first: today, this week and this month beside the same days before, the trend, the offices.

Every figure comes from a report's own definition, and opens what it counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from desk_app.desk import Desk
from desk_app.kernel.records import changed
from desk_app.kernel.texts import quantity
from desk_app.kernel.translations import _
from desk_app.reports.asked import Scope, Watch
from desk_app.reports.figure import Figure, Report, Row, Table, spoken
from desk_app.reports.making import make_report
from desk_app.reports.steps import Step, begins_on, following

TRENDS: Mapping[Step, tuple[int, str]] = {
    "week": (12, _("12 tuần qua")),
    "month": (12, _("12 tháng qua")),
    "quarter": (12, _("12 quý qua")),
    "year": (5, _("5 năm qua")),
}
"""How many steps the trend goes back, the present one among them."""
_WEEK = timedelta(days=7)
_UNIT_COLUMNS = ("settled", "late", "open", "open_late")


@dataclass(frozen=True, kw_only=True)
class Span:
    """Days up to today, and the same days before them that they are compared with."""

    title: str
    first_on: date
    last_on: date
    first_before: date
    last_before: date

    @property
    def days(self) -> str:
        """Return which days these are compared with."""
        return _("so với {before}").format(before=_spoken(self.first_before, self.last_before))


@dataclass(frozen=True, kw_only=True)
class Tile:
    """A figure in large: its words, its number, what it was before, and whether it wants attention."""

    words: str
    figure: Figure
    remark: str
    alarms: bool = False

    @property
    def number(self) -> str:
        """Return the figure as offices write it."""
        return spoken(self.figure)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of tiles with what it is about."""

    title: str
    days: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, kw_only=True)
class Overview:
    """The whole overview; ``trend`` are the last steps, ``units`` the offices side by side where there are several."""

    unit_name: str
    made_at: str
    lines: tuple[Line, ...]
    trend: Table
    trend_days: str
    report: Report
    units: Table | None


def spans_of(today: date) -> tuple[Span, ...]:
    """Return today, this week from Monday and this month from its first day, each beside the same days before."""
    monday, first = today - timedelta(days=today.weekday()), today.replace(day=1)
    first_before = (first - timedelta(days=1)).replace(day=1)
    # A longer month has days that the one before lacks: the whole of that one then stands beside it.
    last_before = min(first_before + (today - first), first - timedelta(days=1))
    return (
        Span(title=_("Hôm nay"), first_on=today, last_on=today, first_before=today - _WEEK, last_before=today - _WEEK),
        Span(
            title=_("Tuần này"),
            first_on=monday,
            last_on=today,
            first_before=monday - _WEEK,
            last_before=today - _WEEK,
        ),
        Span(
            title=_("Tháng này"),
            first_on=first,
            last_on=today,
            first_before=first_before,
            last_before=last_before,
        ),
    )


def trend_scope(today: date, unit: str, step: Step = "month") -> Scope:
    """Return the last twelve weeks, months or quarters, or five years, the present one among them and whole."""
    first = begins_on(today, step)
    for _back in range(TRENDS[step][0] - 1):
        first = begins_on(first - timedelta(days=1), step)
    return Scope(first_on=first, last_on=following(today, step) - timedelta(days=1), unit=unit, step=step)


def overview(desk: Desk, by: str, unit: str, step: Step | None, watch: Watch) -> Overview:
    """Return the overview of an office, or (empty) of all; runs on a job's thread and stops where ``watch`` raises."""
    today = desk.journal.time.now().date()
    spans = spans_of(today)
    making = _Making(desk=desk, by=by, unit=unit, watch=watch, steps=4 * len(spans) + 1)
    pairs = [making.pair("06", span) for span in spans]
    flows = [
        Line(title=span.title, days=span.days, tiles=_flow(making.pair("guided", span), pair))
        for span, pair in zip(spans, pairs, strict=True)
    ]
    standing = Line(title=_("Bây giờ"), days=spans[0].days, tiles=_stand(*pairs[0]))
    scope = trend_scope(today, unit, step or "month")
    trend, month = making.report("timeliness", scope), pairs[-1][0]
    watch(making.steps, making.steps)
    return Overview(
        unit_name=month.unit_name,
        made_at=f"{month.made_at:%H:%M %d/%m/%Y}",
        lines=(standing, *flows),
        trend=trend.table(scope.told_by),
        trend_days=TRENDS[scope.told_by][1],
        report=month,
        units=_units(month),
    )


@dataclass(kw_only=True)
class _Making:
    """Makes reports one after another, and tells after how many of ``steps``."""

    desk: Desk
    by: str
    unit: str
    watch: Watch
    steps: int
    done: int = 0

    def pair(self, definition: str, span: Span) -> tuple[Report, Report]:
        """Return the report of a span's days, and that of those before."""
        now = Scope(first_on=span.first_on, last_on=span.last_on, unit=self.unit)
        before = Scope(first_on=span.first_before, last_on=span.last_before, unit=self.unit)
        return self.report(definition, now), self.report(definition, before)

    def report(self, definition: str, scope: Scope) -> Report:
        """Return the report about a scope."""

        def watch(_done: int, _total: int) -> None:
            self.watch(self.done, self.steps)

        found = make_report(self.desk.reports, by=self.by, definition=definition, scope=scope, watch=watch)
        self.done += 1
        return found


def _flow(received: tuple[Report, Report], in_hand: tuple[Report, Report]) -> tuple[Tile, ...]:
    """Return what came and what was settled, in time or not."""
    return (
        _tile(_("Tiếp nhận"), *(_total(each, "guided", "all") for each in received)),
        _tile(_("Đã giải quyết"), *(_total(each, "unit", "settled") for each in in_hand)),
        _tile(_("Trước hạn"), *(_total(each, "unit", "early") for each in in_hand)),
        _tile(_("Quá hạn"), *(_total(each, "unit", "late") for each in in_hand), alarms=True),
    )


def _stand(now: Report, before: Report) -> tuple[Tile, ...]:
    """Return what is in hand."""
    both = (now, before)
    return (
        _tile(_("Đang giải quyết"), *(_total(each, "unit", "open") for each in both)),
        _tile(_("Còn trong hạn"), *(_total(each, "unit", "open_in_time") for each in both)),
        _tile(_("Đang quá hạn"), *(_total(each, "unit", "open_late") for each in both), alarms=True),
    )


def _tile(words: str, now: Figure, before: Figure, *, alarms: bool = False) -> Tile:
    change = (now.value or 0) - (before.value or 0)
    told = _("trước {before} ({change})").format(before=spoken(before), change=_signed(change))
    return Tile(words=words, figure=now, remark=told, alarms=alarms and bool(now.value))


def _signed(change: int) -> str:
    """Return a difference with its sign."""
    if change == 0:
        return _("như nhau")
    return f"+{quantity(change)}" if change > 0 else f"−{quantity(-change)}"


def _total(report: Report, table: str, column: str) -> Figure:
    found = report.table(table)
    assert found.total is not None
    return found.total.cells[found.column(column)]


def _units(report: Report) -> Table | None:
    """Return the offices side by side, in few columns; None where there is one only."""
    table = report.table("unit")
    if report.unit or len(table.rows) < 2:
        return None
    places = [table.column(key) for key in _UNIT_COLUMNS]
    columns = tuple(
        changed(table.columns[place], number="", title=title)
        for place, title in zip(places, _unit_titles(), strict=True)
    )
    total = _few(table.total, places) if table.total is not None else None
    return changed(table, columns=columns, rows=tuple(_few(each, places) for each in table.rows), total=total)


def _unit_titles() -> tuple[str, ...]:
    return _("Đã giải quyết"), _("Quá hạn"), _("Đang giải quyết"), _("Đang quá hạn")


def _few(line: Row, places: list[int]) -> Row:
    return changed(line, cells=tuple(line.cells[place] for place in places))


def _spoken(first: date, last: date) -> str:
    return f"{first:%d/%m}" if first == last else f"{first:%d/%m} – {last:%d/%m}"
