"""Asking a desk for a report, and reading figures off it."""

from collections.abc import Mapping
from datetime import date

from desk_app.reports.asked import Scope
from desk_app.reports.figure import Report, Rounding, spoken
from desk_app.reports.making import make_report
from desk_app.reports.steps import Step
from tests.desks import RehearsalDesk

IN_2020 = ("2020-01-01", "2020-12-31")
HALF_YEAR = ("2020-08-01", "2021-01-31")
EIGHT_MONTHS = ("2020-06-01", "2021-01-31")
AUTUMN = ("2020-08-27", "2020-10-13")


def scope_of(days: tuple[str, str], unit: str = "", rounding: Rounding = "half_up", step: Step | None = None) -> Scope:
    """Return a scope from two ISO days."""
    first, last = map(date.fromisoformat, days)
    return Scope(first_on=first, last_on=last, unit=unit, rounding=rounding, step=step)


def asked(
    desk: RehearsalDesk,
    definition: str,
    days: tuple[str, str],
    unit: str = "",
    rounding: Rounding = "half_up",
    step: Step | None = None,
) -> Report:
    """Return a report as the leader asks for it."""
    leader = desk.accounts_by_role["leader"]
    return make_report(desk.reports, by=leader, definition=definition, scope=scope_of(days, unit, rounding, step))


def column(report: Report, table: str, key: str) -> Mapping[str, int]:
    """Return one column of a table by the labels of its lines, those of nothing left out; the last is «Tổng cộng»."""
    found = report.table(table)
    place = found.column(key)
    rows = (*found.rows, *((found.total,) if found.total else ()))
    return {row.label: row.cells[place].value or 0 for row in rows if row.cells[place].value}


def said(report: Report, table: str, label: str, key: str) -> str:
    """Return one figure as it is printed."""
    found = report.table(table)
    rows = (*found.rows, *((found.total,) if found.total else ()))
    row = next(row for row in rows if row.label == label)
    return spoken(row.cells[found.column(key)], report.rounding)
