"""The period that a command is asked about: two days, in order."""

import re
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

import click

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.time_source import day

_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})|(?P<own>\d{1,2})/(?P<its_year>\d{4})", re.ASCII)
_FIRST_YEAR, _LAST_YEAR, _MONTHS = 1990, 2999, 12


def in_period(work: Callable[..., Any]) -> Callable[..., Any]:
    """Ask a command for ``--from`` and ``--to``; ``work`` gets them as the days ``first_on`` and ``last_on``."""

    @click.option("--from", "first", required=True, metavar="NGÀY", help="Từ ngày này.")
    @click.option("--to", "last", required=True, metavar="NGÀY", help="Đến hết ngày này.")
    @wraps(work)
    def asked(*arguments: Any, first: str, last: str, **options: Any) -> Any:
        first_on, last_on = in_order(day(first, field="from"), day(last, field="to"))
        return work(*arguments, first_on=first_on, last_on=last_on, **options)

    return asked


def month_in(text: str, *, field: str = "month") -> date:
    """Return the first day of a month given as ``2026-11`` or ``11/2026``; raise ``InvalidInput`` otherwise."""
    found = _MONTH.fullmatch(text.strip())
    year, month = (int(found["year"] or found["its_year"]), int(found["month"] or found["own"])) if found else (0, 0)
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= _MONTHS):
        raise InvalidInput(
            field, f"«{text}» ở --month không phải là tháng.", "Viết --month 2026-11 (hoặc --month 11/2026)."
        )
    return date(year, month, 1)


def in_order(first_on: date, last_on: date) -> tuple[date, date]:
    """Return a period's two days; raise ``InvalidInput`` when the last comes before the first."""
    if first_on > last_on:
        raise InvalidInput("to", "Ngày cuối ở trước ngày đầu.", "Đổi lại --from và --to.")
    return first_on, last_on
