"""Which copies are kept: of days, of weeks, of months."""

from collections.abc import Callable, Collection
from datetime import datetime

DAILY, WEEKLY, MONTHLY = 7, 4, 12


def kept(moments: Collection[datetime]) -> frozenset[datetime]:
    """Return the moments of the copies to keep: the newest of each of 7 days, 4 weeks and 12 months that have copies.

    Days without a copy do not count: an office that was closed for a month loses none.
    """
    tiers = (_newest(moments, _day, DAILY), _newest(moments, _week, WEEKLY), _newest(moments, _month, MONTHLY))
    return frozenset().union(*tiers)


def _newest(moments: Collection[datetime], span: Callable[[datetime], object], count: int) -> frozenset[datetime]:
    """Return the newest moment of each of the latest ``count`` spans."""
    found: dict[object, datetime] = {}
    for each in sorted(moments, reverse=True):
        found.setdefault(span(each), each)
    return frozenset(list(found.values())[:count])


def _day(at: datetime) -> object:
    return at.date()


def _week(at: datetime) -> object:
    return at.isocalendar()[:2]


def _month(at: datetime) -> object:
    return at.year, at.month
