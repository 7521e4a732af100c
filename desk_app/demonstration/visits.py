"""The visits of an invented office: who comes when, for what, with which papers, and how the work goes on afterwards."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from desk_app.catalogue.book import CatalogueBook
from desk_app.catalogue.procedure import Procedure
from desk_app.demonstration.people import child_of, grown_up
from desk_app.dossiers.facts import PaperHandedIn, ReturnWay
from desk_app.dossiers.form import Form
from desk_app.dossiers.person import Person
from desk_app.dossiers.prefill import Prefill
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import VIETNAM
from desk_app.working_time.calendar import Calendar

# How often people come for what; a birth and a certified copy are the daily bread.
WANTED = {
    "2.000815": 10,
    "1.001193": 8,
    "2.000635": 6,
    "2.000986": 6,
    "1.004873": 5,
    "1.004222": 4,
    "1.001776": 4,
    "1.004194": 3,
    "1.000656": 2,
    "1.000894": 2,
    "1.004859": 2,
    "1.001612": 2,
    "1.001731": 2,
    "1.001653": 1,
    "1.013967": 1,
}
_FOR_A_CHILD = frozenset({"1.001193", "2.000986"})
_FRIDAY = 4
_OPENS, _CLOSES = time(7, 0), time(17, 0)
_BREAK = (time(11, 30), time(13, 30))


@dataclass(frozen=True, kw_only=True)
class Visit:
    """Somebody at the counter at ``at``; ``typed_at`` is later when the power was off and a paper was written."""

    at: datetime
    typed_at: datetime
    form: Form


def visits(rng: Random, calendar: Calendar, catalogue: CatalogueBook, *, first: date, end: datetime) -> Iterator[Visit]:
    """Yield the visits of every working day from ``first`` to the moment ``end``, in the order of time."""
    on = first
    while on <= end.date():
        if calendar.is_working(on):
            count = rng.choice((2, 3, 3, 4)) + 2 * (on.weekday() == _FRIDAY)
            for at in sorted(_moment(rng, on) for _ in range(count)):
                visit = _visit(rng, catalogue, at)
                if visit.typed_at <= end:
                    yield visit
        on += timedelta(days=1)


def in_office_hours(calendar: Calendar, at: datetime) -> datetime:
    """Return ``at``, or when the office is closed then, a quarter of an hour after it opens again."""
    while True:
        if not calendar.is_working(at.date()) or at.time() >= _CLOSES:
            at = _on(calendar.working_day_after(at.date()), _OPENS) + timedelta(minutes=15)
        elif at.time() < _OPENS:
            at = _on(at.date(), _OPENS) + timedelta(minutes=15)
        elif _BREAK[0] <= at.time() < _BREAK[1]:
            at = _on(at.date(), _BREAK[1]) + timedelta(minutes=15)
        else:
            return at


def guided_visit(rng: Random, catalogue: CatalogueBook, prefill: Prefill, at: datetime) -> Visit:
    """Return the visit of somebody who had asked before: the form begins with what is known of them."""
    form = form_of_visit(rng, catalogue.procedure_on(prefill.procedure, at.date()), at.date())
    known = prefill.applicant or form.applicant
    person = changed(form.applicant, name=known.name or form.applicant.name, phone=known.phone or form.applicant.phone)
    return Visit(at=at, typed_at=at, form=changed(form, applicant=person, origin=prefill.origin))


def form_of_visit(rng: Random, procedure: Procedure, today: date) -> Form:
    """Return what somebody hands in for a procedure on a day: who they are, with the papers it asks for."""
    person = grown_up(rng, today)
    return Form(
        procedure=procedure.code,
        applicant=person,
        subject=child_of(rng, person, today) if procedure.code in _FOR_A_CHILD else None,
        papers=_papers(procedure),
        channel=rng.choices(("counter", "online", "post"), weights=(86, 10, 4))[0],
        return_by=_return_by(rng, procedure, person),
        pages=rng.randrange(1, 6),
        copies=rng.choice((1, 1, 1, 2, 3)),
        priority="Người cao tuổi" if int(person.birth_on[:4]) <= today.year - 75 else "",
    )


def _on(day: date, at: time) -> datetime:
    return datetime.combine(day, at, VIETNAM)


def _moment(rng: Random, on: date) -> datetime:
    opens, minutes = rng.choice(((_OPENS, 265), (_OPENS, 265), (_BREAK[1], 195)))
    return _on(on, opens) + timedelta(minutes=rng.randrange(5, minutes), seconds=rng.randrange(60))


def _visit(rng: Random, catalogue: CatalogueBook, at: datetime) -> Visit:
    code = rng.choices(list(WANTED), weights=list(WANTED.values()))[0]
    form = form_of_visit(rng, catalogue.procedure_on(code, at.date()), at.date())
    if rng.random() < 0.04:
        late = changed(form, received_at=at, paper_number=f"GVT-{rng.randrange(1, 100):02d}")
        return Visit(at=at, typed_at=at + timedelta(minutes=rng.randrange(30, 90)), form=late)
    return Visit(at=at, typed_at=at, form=form)


def _papers(procedure: Procedure) -> tuple[PaperHandedIn, ...]:
    asked = [paper for paper in procedure.papers if paper.required] or list(procedure.papers)
    return tuple(PaperHandedIn(name=each.name, originals=each.originals, copies=each.copies) for each in asked)


def _return_by(rng: Random, procedure: Procedure, person: Person) -> ReturnWay:
    open_ways: list[ReturnWay] = [way.way for way in procedure.return_ways() if way.allowed and person.address]
    return rng.choice(open_ways) if open_ways and rng.random() < 0.2 else "counter"
