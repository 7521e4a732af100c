"""The drawer of an invented office: who took money counts it at the end of the day."""

from datetime import date

from desk_app.desk import Desk
from desk_app.fees.closing import Count, close_day
from desk_app.fees.day import report


def drawers_closed(desk: Desk, *, officers: tuple[str, ...], on: date) -> None:
    """Let every officer who took money on a day close it; what lies in the drawer is what should."""
    for officer in officers:
        cash = report(desk.fees, day=on, officer=officer)
        if cash.cash_days > cash.closed_days:
            count = Count(counted=cash.expected)
            close_day(desk.fees, by=officer, day=on, count=count, command_id=desk.journal.new_id())
