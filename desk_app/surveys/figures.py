"""Figures of satisfaction: counts and shares only, each with its rounding rule; nobody's answer by itself."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from desk_app.kernel.records import Record, changed
from desk_app.kernel.texts import collation_key
from desk_app.surveys.room import Surveys
from desk_app.surveys.rules import GOOD, ROUNDING, SATISFIED, SCREEN_WORDS, SMALL_GROUP, Level, Reason, Share, share
from desk_app.surveys.tables.ratings import Counted, count_ratings, count_reasons, count_slips

_NO_SHARE = Share(count=0, of=0, tenths=None)


class LevelCount(Record):
    """How many gave one answer."""

    level: Level
    count: int
    share: Share


class ReasonCount(Record):
    """How many named one reason, whatever their answer."""

    reason: Reason
    count: int


class GroupFigures(Record):
    """The answers about one officer, procedure, desk, month or way of asking; ``key`` is its id, ``name`` its words.

    ``is_hidden``: too few answered to break them down without finding somebody out; only the total is told.
    """

    key: str
    name: str
    total: int
    levels: tuple[LevelCount, ...]
    satisfied: Share
    good: Share
    is_hidden: bool = False


class Figures(Record):
    """The answers of a period, both ends included, by the day on which they were given.

    ``satisfied`` includes ``good``; ``rounding`` says how every share is rounded. ``desks`` are keyed by desk id, months
    as ``2026-11``. ``slips`` were printed in the period, of which ``slips_answered`` came back.
    """

    first_on: date
    last_on: date
    total: int
    levels: tuple[LevelCount, ...]
    satisfied: Share
    good: Share
    reasons: tuple[ReasonCount, ...]
    attitude_blamed: int
    desks: tuple[GroupFigures, ...]
    officers: tuple[GroupFigures, ...]
    procedures: tuple[GroupFigures, ...]
    months: tuple[GroupFigures, ...]
    screens: tuple[GroupFigures, ...]
    slips: int
    slips_answered: int
    rounding: str


def figures(room: Surveys, *, first_on: date, last_on: date, officer: str = "") -> Figures:
    """Return the figures of a period, about one officer's account or all; whoever calls asks for the permission."""
    db = room.journal.reading()
    counted = count_ratings(db, first_on, last_on, officer)
    whole = _group("", "", counted)
    if officer and whole.total < SMALL_GROUP:
        whole, counted, reasons = _hidden(whole), [], {}
    else:
        reasons = count_reasons(db, first_on, last_on, officer)
    book = room.accounts.present_book()
    people = {each.officer: person.name for each in counted if (person := book.find(each.officer)) is not None}
    slips, answered = count_slips(db, first_on, last_on)
    months = _groups(counted, lambda each: each.month, {})
    return Figures(
        first_on=first_on,
        last_on=last_on,
        total=whole.total,
        levels=whole.levels,
        satisfied=whole.satisfied,
        good=whole.good,
        reasons=tuple(ReasonCount(reason=each, count=_named(reasons, each)) for each in Reason),
        attitude_blamed=sum(
            count for (reason, level), count in reasons.items() if reason is Reason.ATTITUDE and level not in SATISFIED
        ),
        desks=_groups(counted, lambda each: each.desk, {}),
        officers=kept_apart(_groups(counted, lambda each: each.officer, people)),
        procedures=kept_apart(_groups(counted, lambda each: each.procedure, _procedure_names(room))),
        # Of one officer even a month can be a small group.
        months=kept_apart(months) if officer else months,
        screens=_groups(counted, lambda each: each.screen, dict(SCREEN_WORDS.items())),
        slips=slips,
        slips_answered=answered,
        rounding=ROUNDING,
    )


def kept_apart(groups: Sequence[GroupFigures]) -> tuple[GroupFigures, ...]:
    """Return ``groups`` with the small ones told by their total alone.

    Were just one hidden, the others would give it away when taken from the whole: then the next smallest is hidden too.
    """
    small = {each.key for each in groups if each.total < SMALL_GROUP}
    if len(small) == 1:
        rest = [each for each in groups if each.key not in small]
        small |= {each.key for each in sorted(rest, key=lambda each: (each.total, each.key))[:1]}
    return tuple(_hidden(each) if each.key in small else each for each in groups)


def level_counts(counts: Mapping[Level, int]) -> tuple[LevelCount, ...]:
    """Return every level with how often it was given."""
    total = sum(counts.values())
    return tuple(
        LevelCount(level=level, count=counts.get(level, 0), share=share(counts.get(level, 0), total)) for level in Level
    )


def part_of(counts: Mapping[Level, int], levels: frozenset[Level]) -> Share:
    """Return the share of answers that are among ``levels``."""
    return share(sum(count for level, count in counts.items() if level in levels), sum(counts.values()))


def _hidden(group: GroupFigures) -> GroupFigures:
    return changed(group, levels=(), satisfied=_NO_SHARE, good=_NO_SHARE, is_hidden=True)


def _groups(
    counted: Sequence[Counted], key: Callable[[Counted], str], names: Mapping[str, str]
) -> tuple[GroupFigures, ...]:
    by_key: dict[str, list[Counted]] = {}
    for each in counted:
        # A paper from the box tells neither officer nor procedure: it stands in the whole alone.
        if key(each):
            by_key.setdefault(key(each), []).append(each)
    made = (_group(name, names.get(name, name), own) for name, own in by_key.items())
    return tuple(sorted(made, key=lambda each: (collation_key(each.name), each.key)))


def _group(key: str, name: str, counted: Sequence[Counted]) -> GroupFigures:
    counts = dict.fromkeys(Level, 0)
    for each in counted:
        counts[each.level] += each.count
    return GroupFigures(
        key=key,
        name=name,
        total=sum(counts.values()),
        levels=level_counts(counts),
        satisfied=part_of(counts, SATISFIED),
        good=part_of(counts, GOOD),
    )


def _named(reasons: Mapping[tuple[Reason, Level], int], wanted: Reason) -> int:
    return sum(count for (reason, _level), count in reasons.items() if reason is wanted)


def _procedure_names(room: Surveys) -> dict[str, str]:
    return room.dossiers.catalogue.present_of_offices().names()
