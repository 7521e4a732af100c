"""A year of a large office for tests and measurements: 40 organisations, 12 units, every Friday, random absences."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from random import Random

from desk_app.shifts.book import Absence, Member, Organisation, Pattern, Place, ShiftBook
from desk_app.shifts.facts import Holder
from desk_app.shifts.planning.days import first_of_next, month_days
from desk_app.shifts.planning.planner import plan
from desk_app.shifts.planning.problem import Problem, Standing, key_of, turns_of
from desk_app.shifts.planning.telling import Plan
from desk_app.working_time.calendar import Calendar

YEAR = 2026
ORGANISATIONS, UNITS, SEATS = 40, 12, 2


def a_large_book(seed: int = 1, absences: int = 400) -> ShiftBook:
    """Return organisations with two to six people each, away now and then for up to a month."""
    rng = Random(seed)
    own = [Organisation(id=f"o{number:02}", name=f"Tổ chức {number:02}") for number in range(ORGANISATIONS)]
    members = [
        Member(id=f"{each.id}-{number}", organisation=each.id, name=f"Người {each.id} {number}")
        for each in own
        for number in range(rng.randint(2, 6))
    ]
    units = [Place(id=f"u{number:02}", name=f"Đơn vị {number:02}") for number in range(UNITS)]
    patterns = [
        Pattern(
            id=f"t-{each.id}",
            place=each.id,
            name="Thứ sáu",
            weekdays=(4,),
            starts=time(7, 30),
            ends=time(11, 30),
            valid_from=date(YEAR, 1, 1),
            seats=SEATS,
        )
        for each in units
    ]
    names = [*(each.id for each in members), *(each.id for each in own)]
    away = [_absence(rng, number, rng.choice(names)) for number in range(absences)]
    return ShiftBook(
        organisations=tuple(own),
        members=tuple(members),
        places=tuple(units),
        patterns=tuple(patterns),
        absences=tuple(away),
    )


def _absence(rng: Random, number: int, who: str) -> Absence:
    first = date(YEAR, 1, 1) + timedelta(days=rng.randrange(360))
    last = first + timedelta(days=rng.randrange(30))
    return Absence(id=f"a{number:03}", who=who, first_on=first, last_on=last, reason="bận việc")


def month_of_year(book: ShiftBook, month: date, standing: Standing) -> Problem:
    """Return the question of one month."""
    days = month_days(book.patterns, month, Calendar(), moves=True)
    return Problem(month=month, book=book, turns=turns_of(days.days), moved=days.moved, standing=standing)


def year_planned(book: ShiftBook) -> Iterator[Plan]:
    """Yield the plan of each month, debts and last days carried from one to the next."""
    organisations: dict[str, int] = {}
    members: dict[str, int] = {}
    last_on: dict[str, date] = {}
    month = date(YEAR, 1, 1)
    while month.year == YEAR:
        standing = Standing(organisations=dict(organisations), members=dict(members), last_on=dict(last_on))
        made = plan(month_of_year(book, month, standing))
        yield made
        organisations.update({each.organisation: each.carried + each.owed - each.planned for each in made.shares})
        members.update({each.member: each.carried + each.owed - each.planned for each in made.member_shares})
        for seat in made.seats:
            if seat.holder != Holder():
                last_on[seat.holder.organisation] = last_on[key_of(seat.holder)] = seat.on
        month = first_of_next(month)
