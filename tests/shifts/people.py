"""Invented organisations, people, places and patterns for tests of the planner; nothing of them is stored."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from typing import Any

from desk_app.shifts.book import Absence, Member, Organisation, Pattern, Place, ShiftBook
from desk_app.shifts.facts import Holder
from desk_app.shifts.planning.days import month_days
from desk_app.shifts.planning.planner import plan
from desk_app.shifts.planning.problem import Problem, Standing, turns_of
from desk_app.shifts.planning.telling import Plan
from desk_app.working_time.calendar import Calendar, WorkingYear

DECEMBER = date(2026, 12, 1)
"""Four Fridays: 4, 11, 18 and 25 December."""

FOUR = ("Đoàn Thanh niên", "Hội Nông dân", "Hội Phụ nữ", "Hội Cựu chiến binh")


def organisations(*names: str, **values: Any) -> tuple[Organisation, ...]:
    """Return organisations whose ids are o1, o2, …"""
    return tuple(Organisation(id=f"o{number}", name=name, **values) for number, name in enumerate(names, start=1))


def people(organisation: str, count: int, **values: Any) -> tuple[Member, ...]:
    """Return people of an organisation whose ids are <organisation>a, <organisation>b, …"""
    letters = "abcdefghijklmnop"[:count]
    return tuple(
        Member(id=f"{organisation}{letter}", organisation=organisation, name=f"Người {organisation} {letter}", **values)
        for letter in letters
    )


def pattern(id_: str = "t1", place: str = "p1", **values: Any) -> Pattern:
    """Return a pattern of Fridays, one seat, from 07:30 to 11:30, unless ``values`` say otherwise."""
    usual = {"weekdays": (4,), "starts": time(7, 30), "ends": time(11, 30), "valid_from": date(2026, 1, 1)}
    return Pattern(id=id_, place=place, name="Thứ sáu viết hộ", **{**usual, **values})


def a_book(
    own: Sequence[Organisation],
    members: Iterable[Member] = (),
    patterns: Sequence[Pattern] | None = None,
    absences: Iterable[tuple[str, date, date]] = (),
) -> ShiftBook:
    """Return a book with a place for each pattern."""
    wanted = [pattern()] if patterns is None else patterns
    return ShiftBook(
        organisations=tuple(own),
        members=tuple(members),
        places=tuple(Place(id=id_, name=f"Bàn {id_}") for id_ in dict.fromkeys(each.place for each in wanted)),
        patterns=tuple(wanted),
        absences=tuple(
            Absence(id=f"a{number}", who=who, first_on=first, last_on=last, reason="bận việc nhà")
            for number, (who, first, last) in enumerate(absences)
        ),
    )


def planned(
    book: ShiftBook,
    month: date = DECEMBER,
    *,
    standing: Standing | None = None,
    fixed: Mapping[str, Holder] | None = None,
    kept: Mapping[str, Holder] | None = None,
    year: WorkingYear | None = None,
    moves: bool = True,
) -> Plan:
    """Return the plan of a month."""
    days = month_days(book.patterns, month, Calendar([year] if year is not None else ()), moves=moves)
    problem = Problem(
        month=month,
        book=book,
        turns=turns_of(days.days),
        moved=days.moved,
        standing=standing or Standing(),
        fixed={seat: (holder, "Được ghim.") for seat, holder in (fixed or {}).items()},
        kept=kept or {},
    )
    return plan(problem)


def holders(made: Plan) -> list[str]:
    """Return who holds each seat, by its order: the person, or the organisation; empty for nobody."""
    return [each.holder.member or each.holder.organisation for each in made.seats]


def debts(made: Plan) -> dict[str, int]:
    """Return what each organisation owes after the plan, in hundredths of a turn."""
    return {each.organisation: each.carried + each.owed - each.planned for each in made.shares}
