"""Figures of satisfaction: counts and shares only, each with its rounding rule; nobody's answer by itself."""

from datetime import date

from desk_app.kernel.records import Record
from desk_app.kernel.texts import collation_key
from desk_app.surveys.room import Surveys
from desk_app.surveys.rules import GOOD, ROUNDING, SATISFIED, Level, Reason, Share, share
from desk_app.surveys.tables import Counted, count_ratings, count_reasons


class LevelCount(Record):
    """How many gave one answer."""

    level: Level
    count: int
    share: Share


class ReasonCount(Record):
    """How many named one reason, whatever their answer."""

    reason: Reason
    count: int


class OfficerFigures(Record):
    """The answers about one officer."""

    officer: str
    name: str
    levels: tuple[LevelCount, ...]
    total: int
    satisfied: Share
    good: Share


class Figures(Record):
    """The answers of a period, both ends included, by the day on which they were given.

    ``satisfied`` includes ``good``; ``rounding`` says how every share is rounded.
    """

    first_on: date
    last_on: date
    total: int
    levels: tuple[LevelCount, ...]
    satisfied: Share
    good: Share
    reasons: tuple[ReasonCount, ...]
    officers: tuple[OfficerFigures, ...]
    rounding: str


def figures(room: Surveys, *, first_on: date, last_on: date, officer: str = "") -> Figures:
    """Return the figures of a period, of one officer's account or of all; whoever calls asks for the permission."""
    db = room.journal.reading()
    counted = count_ratings(db, first_on, last_on, officer)
    reasons = count_reasons(db, first_on, last_on, officer)
    book = room.accounts.present_book()
    officers = []
    for id_ in {each.officer for each in counted}:
        own, person = [each for each in counted if each.officer == id_], book.find(id_)
        total = sum(each.count for each in own)
        officers.append(
            OfficerFigures(
                officer=id_,
                name=person.name if person else "",
                levels=_levels(own, total),
                total=total,
                satisfied=_part(own, SATISFIED, total),
                good=_part(own, GOOD, total),
            )
        )
    total = sum(each.count for each in counted)
    return Figures(
        first_on=first_on,
        last_on=last_on,
        total=total,
        levels=_levels(counted, total),
        satisfied=_part(counted, SATISFIED, total),
        good=_part(counted, GOOD, total),
        reasons=tuple(ReasonCount(reason=reason, count=reasons.get(reason, 0)) for reason in Reason),
        officers=tuple(sorted(officers, key=lambda each: (collation_key(each.name), each.officer))),
        rounding=ROUNDING,
    )


def _levels(counted: list[Counted], total: int) -> tuple[LevelCount, ...]:
    def line(level: Level) -> LevelCount:
        count = sum(each.count for each in counted if each.level == level)
        return LevelCount(level=level, count=count, share=share(count, total))

    return tuple(line(level) for level in Level)


def _part(counted: list[Counted], levels: frozenset[Level], total: int) -> Share:
    return share(sum(each.count for each in counted if each.level in levels), total)
