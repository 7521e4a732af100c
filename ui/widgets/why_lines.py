"""The way to a date in words: one line a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from desk_app.kernel.translations import _
from desk_app.working_time.half_days import Half
from desk_app.working_time.why import WhyStep

SHORT_DAYS = (_("T2"), _("T3"), _("T4"), _("T5"), _("T6"), _("T7"), _("CN"))


@dataclass(frozen=True, kw_only=True)
class WhyLine:
    """One day on the way to the date: whether any of it counts, and the reason."""

    day: str
    counted: bool
    reason: str


def why_lines(steps: Sequence[WhyStep]) -> tuple[WhyLine, ...]:
    """Return one line a day; both halves of a day that counts stand on one line, days off in a row on one as well."""
    days = [_day_line(on, list(of_day)) for on, of_day in groupby(steps, key=lambda step: step.on)]
    return tuple(days)


def _day_line(on: date, steps: list[WhyStep]) -> WhyLine:
    day = f"{SHORT_DAYS[on.weekday()]} {on:%d/%m}"
    counted = [step for step in steps if step.counted]
    if len(counted) == 2:
        first, last = (step.reason for step in counted)
        return WhyLine(day=day, counted=True, reason=_both(first, last))
    reasons = dict.fromkeys(_half(step) + step.reason for step in steps)
    return WhyLine(day=day, counted=bool(counted), reason="; ".join(reasons))


def _both(first: str, last: str) -> str:
    """Return ``nửa ngày 1–2/20`` out of ``tính nửa ngày thứ 1/20`` and ``… thứ 2/20``."""
    start, slash, _last = first.removeprefix("tính ").replace(" thứ ", " ").rpartition("/")
    number = last.rpartition(" ")[2]
    return f"{start}–{number}" if slash else first


def _half(step: WhyStep) -> str:
    return "" if step.half is None else _("sáng: ") if step.half is Half.MORNING else _("chiều: ")
