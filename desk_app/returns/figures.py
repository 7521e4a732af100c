"""Figures of a period: what reached people at home and by post, what did not, by hamlet and by helper."""

from collections.abc import Callable, Sequence
from datetime import date
from statistics import median

from desk_app.kernel.records import Record
from desk_app.kernel.texts import collation_key
from desk_app.returns.facts import spoken_helper
from desk_app.returns.room import Returns
from desk_app.returns.round import Round
from desk_app.returns.tables import queries
from desk_app.returns.tables.queries import Given


class Share(Record):
    """What was given, and how many attempts failed, in one hamlet or by one helper."""

    name: str
    delivered: int
    failed: int


class Figures(Record):
    """The figures of a period, both ends included, by the day of each delivery or attempt; rounds by their own day.

    ``median_days_tenths``: half of the results needed so many days or fewer from result to hand, in tenths of a day;
    None of nothing. ``postage`` in đồng.
    """

    first_on: date
    last_on: date
    rounds: int
    delivered_home: int
    delivered_post: int
    failed: int
    posted: int
    postage: int
    median_days_tenths: int | None
    hamlets: tuple[Share, ...]
    helpers: tuple[Share, ...]


def figures(room: Returns, *, first_on: date, last_on: date) -> Figures:
    """Return the figures of a period; whoever calls asks for the permission."""
    db = room.journal.reading()
    given, failed = queries.given_between(db, first_on, last_on), queries.failed_between(db, first_on, last_on)
    home = [each for each in given if each.round]
    visited = [each.round for each in home]
    rounds = {id_: queries.find_round(db, id_) for id_ in {*visited, *failed}}
    known = {id_: round_ for id_, round_ in rounds.items() if round_ is not None}
    posted, postage = queries.postage_between(db, first_on, last_on)
    return Figures(
        first_on=first_on,
        last_on=last_on,
        rounds=len(queries.rounds_between(db, first_on, last_on)),
        delivered_home=len(home),
        delivered_post=len(given) - len(home),
        failed=len(failed),
        posted=posted,
        postage=postage,
        median_days_tenths=_median_tenths(given),
        hamlets=_shares(visited, failed, known, lambda round_: round_.hamlet),
        helpers=_shares(visited, failed, known, lambda round_: spoken_helper(round_.helper)),
    )


def _median_tenths(given: Sequence[Given]) -> int | None:
    days = [(each.given_at.date() - each.result_at.date()).days for each in given if each.result_at is not None]
    return int(median(days) * 10) if days else None


def _shares(
    visited: Sequence[str], failed: Sequence[str], rounds: dict[str, Round], name: Callable[[Round], str]
) -> tuple[Share, ...]:
    delivered_of: dict[str, int] = {}
    failed_of: dict[str, int] = {}
    for ids, counts in ((visited, delivered_of), (failed, failed_of)):
        for id_ in ids:
            named = name(rounds[id_]) if id_ in rounds else ""
            counts[named] = counts.get(named, 0) + 1
    names = sorted({*delivered_of, *failed_of}, key=collation_key)
    return tuple(Share(name=each, delivered=delivered_of.get(each, 0), failed=failed_of.get(each, 0)) for each in names)
