"""The period that a command is asked about: two days, in order."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

import click

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.time_source import day


def in_period(work: Callable[..., Any]) -> Callable[..., Any]:
    """Ask a command for ``--from`` and ``--to``; ``work`` gets them as the days ``first_on`` and ``last_on``."""

    @click.option("--from", "first", required=True, metavar="NGÀY", help="Từ ngày này.")
    @click.option("--to", "last", required=True, metavar="NGÀY", help="Đến hết ngày này.")
    @wraps(work)
    def asked(*arguments: Any, first: str, last: str, **options: Any) -> Any:
        first_on, last_on = in_order(day(first, field="from"), day(last, field="to"))
        return work(*arguments, first_on=first_on, last_on=last_on, **options)

    return asked


def in_order(first_on: date, last_on: date) -> tuple[date, date]:
    """Return a period's two days; raise ``InvalidInput`` when the last comes before the first."""
    if first_on > last_on:
        raise InvalidInput("to", "Ngày cuối ở trước ngày đầu.", "Đổi lại --from và --to.")
    return first_on, last_on
