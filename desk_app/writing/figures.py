"""Figures of a period: how many people were written for, by whom, with which forms, and what came of it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from desk_app.kernel.records import Record
from desk_app.kernel.texts import collation_key
from desk_app.writing.case import Case
from desk_app.writing.facts import OUTCOME_WORDS, Outcome
from desk_app.writing.form import AREA_WORDS, Area, spoken_title
from desk_app.writing.room import WritingTable
from desk_app.writing.shelf import shelf
from desk_app.writing.tables import queries
from desk_app.writing.tables.queries import Wanted


class Share(Record):
    """How many cases one name stands for, and how many minutes they took."""

    key: str
    name: str
    cases: int
    minutes: int


class Figures(Record):
    """The cases of a period, both ends included, by the day they were written down; what was taken back is left out.

    ``forms_written`` counts each form of a case. ``desks`` are the writing tables, by the computer's id; a unit's count is
    the sum of its desks. In ``by_form`` a case with two forms counts under both.
    """

    first_on: date
    last_on: date
    cases: int
    minutes: int
    forms_written: int
    by_helper: tuple[Share, ...]
    by_organisation: tuple[Share, ...]
    by_desk: tuple[Share, ...]
    by_form: tuple[Share, ...]
    by_outcome: tuple[Share, ...]
    by_area: tuple[Share, ...]


def figures(
    room: WritingTable, *, first_on: date, last_on: date, helper: str = "", area: str = "", form: str = ""
) -> Figures:
    """Return the figures of a period, of all or of what is named; whoever calls asks for the permission."""
    db = room.journal.reading()
    wanted = Wanted(first_on=first_on, last_on=last_on, helper=helper, area=area, form=form)
    cases = [case for case in queries.cases_between(db, wanted) if not case.void]
    people = {account.id: account.name for account in room.accounts.present_book().accounts}
    titles = {each.key: spoken_title(each) for each in shelf(room).forms}
    return Figures(
        first_on=first_on,
        last_on=last_on,
        cases=len(cases),
        minutes=sum(case.minutes for case in cases),
        forms_written=sum(len(case.forms) for case in cases),
        by_helper=_shares(cases, lambda case: (case.helper,), lambda key: people.get(key, "")),
        by_organisation=_shares(cases, lambda case: (case.organisation,), lambda key: key),
        by_desk=_shares(cases, lambda case: (case.desk,), lambda key: key),
        by_form=_shares(cases, lambda case: dict.fromkeys(case.forms), lambda key: titles.get(key, key)),
        by_outcome=_in_order(cases, list(OUTCOME_WORDS), lambda case: case.became, _outcome_words),
        by_area=_in_order(cases, list(AREA_WORDS), lambda case: case.area, _area_words),
    )


def _shares(
    cases: Sequence[Case], keys_of: Callable[[Case], Iterable[str]], name: Callable[[str], str]
) -> tuple[Share, ...]:
    """Return a share for each key that occurs, the most cases first."""
    counts: Counter[str] = Counter()
    minutes: Counter[str] = Counter()
    for case in cases:
        for key in keys_of(case):
            counts[key] += 1
            minutes[key] += case.minutes
    found = [Share(key=key, name=name(key), cases=count, minutes=minutes[key]) for key, count in counts.items()]
    return tuple(sorted(found, key=lambda each: (-each.cases, collation_key(each.name), each.key)))


def _in_order(
    cases: Sequence[Case], order: Sequence[str], key_of: Callable[[Case], str], name: Callable[[str], str]
) -> tuple[Share, ...]:
    """Return a share for each of ``order``, also for what nothing came of."""
    found = {share.key: share for share in _shares(cases, lambda case: (key_of(case),), name)}
    return tuple(found.get(key, Share(key=key, name=name(key), cases=0, minutes=0)) for key in order)


def _outcome_words(key: str) -> str:
    outcome: Outcome = next(each for each in OUTCOME_WORDS if each == key)
    return OUTCOME_WORDS[outcome]


def _area_words(key: str) -> str:
    area: Area = next(each for each in AREA_WORDS if each == key)
    return AREA_WORDS[area]
