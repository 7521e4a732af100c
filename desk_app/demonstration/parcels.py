"""Results that an invented office sends by post: some sent and proved, some on their way, some that came back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from random import Random
from typing import Literal

from desk_app.demonstration.people import relative_of
from desk_app.demonstration.visits import form_of_visit, in_office_hours
from desk_app.desk import Desk
from desk_app.dossiers.commands import dossier_in, finish_step
from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import VIETNAM
from desk_app.returns.post import prepare_parcel, prove_delivered, record_posted, take_back

Plan = Callable[[datetime, Callable[[], object]], None]
Fate = Literal["waiting", "packed", "posted", "delivered", "returned"]

_COPY_OF_ENTRY = "2.000635"
_COMES, _DONE, _PACKED, _POSTED = time(8, 5), time(9, 40), time(15, 20), time(8, 30)
_DELIVERY = timedelta(days=3)
_POSTAGE = (26_500, 28_500, 31_000)
_NOBODY_THERE = "Bưu tá gọi ba lần, không có người nhận."


@dataclass(frozen=True, kw_only=True)
class _Household:
    """Who asked for results by post: so many working days ago, so many of them, and what became of their parcel."""

    days_ago: int
    people: int
    fate: Fate


# One of each list the page shows: together and alone, in time, silent for more than a week, back at the desk.
_HOUSEHOLDS = (
    _Household(days_ago=14, people=2, fate="delivered"),
    _Household(days_ago=11, people=1, fate="posted"),
    _Household(days_ago=9, people=1, fate="returned"),
    _Household(days_ago=7, people=1, fate="delivered"),
    _Household(days_ago=3, people=2, fate="posted"),
    _Household(days_ago=2, people=1, fate="packed"),
    _Household(days_ago=1, people=2, fate="waiting"),
    _Household(days_ago=1, people=1, fate="waiting"),
)


class Parcels:
    """What an office does about the post; ``plan`` puts an act off to its moment, ``came`` hears of each new dossier."""

    def __init__(self, desk: Desk, rng: Random, *, by: str, plan: Plan, came: Callable[[str], None]) -> None:
        self._desk = desk
        self._rng = rng
        self._by = by
        self._plan = plan
        self._came = came
        self._calendar = desk.working_time.present_calendar()

    def households_come(self, first: date, end: datetime) -> None:
        """Plan the households whose parcels stand everywhere a parcel can; those from before ``first`` stay away."""
        for each in _HOUSEHOLDS:
            on = self._working_day_before(end.date(), each.days_ago)
            if on >= first:
                self._plan(_moment(on, _COMES), partial(self._come, each))

    def goes(self, dossier: str, result_at: datetime) -> None:
        """Plan the parcel of one result that was asked for by post."""
        on = self._calendar.working_day_after(result_at.date())
        self._plan(_moment(on, _PACKED), partial(self._pack, (dossier,), "delivered"))

    def _come(self, household: _Household) -> None:
        first, dossiers = self._person(None), list[str]()
        for place in range(household.people):
            person = first if place == 0 else self._person(first)
            dossiers.append(self._receive(person))
        on = self._now().date()
        for dossier in dossiers:
            self._plan(_moment(on, _DONE), partial(self._finish, dossier))
        if household.fate != "waiting":
            self._plan(_moment(on, _PACKED), partial(self._pack, tuple(dossiers), household.fate))

    def _person(self, of_household: Person | None) -> Person:
        """Return somebody new, or somebody of the same family under the same roof."""
        catalogue, on = self._desk.catalogue.present(), self._now().date()
        person = form_of_visit(self._rng, catalogue.procedure_on(_COPY_OF_ENTRY, on), on).applicant
        if of_household is None:
            return person
        return changed(person, name=relative_of(self._rng, of_household), address=of_household.address)

    def _receive(self, person: Person) -> str:
        catalogue, on = self._desk.catalogue.present(), self._now().date()
        form = form_of_visit(self._rng, catalogue.procedure_on(_COPY_OF_ENTRY, on), on)
        wanted = changed(form, applicant=person, return_by="post", channel="counter", priority="")
        written = register(self._desk.dossiers, by=self._by, form=wanted, command_id=self._new_id())
        self._came(written.subject)
        return written.subject

    def _finish(self, dossier: str) -> None:
        finish_step(self._desk.dossiers, by=self._by, dossier=dossier, command_id=self._new_id())

    def _pack(self, dossiers: tuple[str, ...], fate: Fate) -> None:
        room, db = self._desk.returns, self._desk.journal.reading()
        ready = tuple(each for each in dossiers if dossier_in(self._desk.dossiers, db, each).status == "settled")
        if not ready:
            return
        prepare_parcel(room, by=self._by, dossiers=ready, command_id=self._new_id())
        if fate != "packed":
            on = self._calendar.working_day_after(self._now().date())
            self._plan(_moment(on, _POSTED), partial(self._post, ready[0], fate))

    def _post(self, dossier: str, fate: Fate) -> None:
        tracking, cost = f"RV{self._rng.randrange(10**9):09d}VN", self._rng.choice(_POSTAGE)
        record_posted(
            self._desk.returns, by=self._by, dossier=dossier, tracking=tracking, cost=cost, command_id=self._new_id()
        )
        heard_at = in_office_hours(self._calendar, self._now() + _DELIVERY)
        if fate == "delivered":
            self._plan(heard_at, partial(self._prove, dossier))
        elif fate == "returned":
            self._plan(heard_at, partial(self._bring_back, dossier))

    def _prove(self, dossier: str) -> None:
        proof = f"báo phát {self._now():%d/%m}"
        prove_delivered(self._desk.returns, by=self._by, dossier=dossier, proof=proof, command_id=self._new_id())

    def _bring_back(self, dossier: str) -> None:
        take_back(self._desk.returns, by=self._by, dossier=dossier, reason=_NOBODY_THERE, command_id=self._new_id())

    def _working_day_before(self, on: date, days: int) -> date:
        while days:
            on -= timedelta(days=1)
            days -= self._calendar.is_working(on)
        return on

    def _now(self) -> datetime:
        return self._desk.journal.time.now()

    def _new_id(self) -> str:
        return self._desk.journal.new_id()


def _moment(on: date, at: time) -> datetime:
    return datetime.combine(on, at, VIETNAM)
