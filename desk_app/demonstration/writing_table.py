"""The writing table of an invented office: helpers of the organisations wrote for people on every Friday."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random

from desk_app.accounts.rules import Role
from desk_app.demonstration.people import grown_up
from desk_app.desk import Desk
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import FixedTime
from desk_app.writing.commands import Told, write_down
from desk_app.writing.facts import Outcome
from desk_app.writing.filled import Filled, Value
from desk_app.writing.shelf import shelf
from desk_app.writing.sitting import drop_sitting, keep_sitting, sit_down

_FRIDAY = 4
_OPENS = time(7, 20)
_ORGANISATIONS = ("Đoàn Thanh niên", "Hội Nông dân", "Hội Phụ nữ", "Hội Cựu chiến binh")
_OUTCOMES: tuple[Outcome, ...] = ("written",) * 7 + ("advised",) * 2 + ("portal",)
# Birth declarations, extracts and certified copies are asked for most.
_FORMS = ("khai-sinh",) * 4 + ("trich-luc",) * 3 + ("chung-thuc-ban-sao",) * 3 + ("ct01", "tk1-ts", "don-de-nghi")


def people_write(desk: Desk, clock: FixedTime, rng: Random, *, by: str, first: date, end: datetime) -> int:
    """Let the volunteer, else ``by``, serve some people on every Friday of the time; return how many.

    Nothing of the forms is left over.
    """
    by = _volunteer(desk) or by
    offered = {form.key for form in shelf(desk.writing).on(end.date())}
    count = 0
    for number, on in enumerate(_fridays(desk, first, end.date())):
        clock.put(datetime.combine(on, _OPENS, tzinfo=end.tzinfo))
        for _person in range(rng.randint(2, 5)):
            count += _served(desk, clock, rng, by, end, _ORGANISATIONS[number % len(_ORGANISATIONS)], offered)
    return count


def _served(
    desk: Desk, clock: FixedTime, rng: Random, by: str, end: datetime, organisation: str, offered: set[str]
) -> int:
    """Serve one citizen; nobody is served after the present moment."""
    room, minutes = desk.writing, rng.randint(6, 35)
    if clock.now() + timedelta(minutes=minutes) > end:
        return 0
    person = grown_up(rng, clock.now().date())
    sitting = sit_down(room, by=by, person=person)
    outcome, key = rng.choice(_OUTCOMES), rng.choice(_FORMS)
    if outcome == "written" and key in offered:
        wrote = Filled(form=key, values=(Value(key="name", text=person.name),))
        sitting = changed(sitting, forms=(wrote,))
        keep_sitting(room, by=by, sitting=sitting)
    clock.advance(timedelta(minutes=minutes))
    told = Told(outcome=outcome, organisation=organisation)
    write_down(room, by=by, sitting=sitting.id, told=told, command_id=desk.journal.new_id())
    drop_sitting(room, by=by, id_=sitting.id)
    return 1


def _volunteer(desk: Desk) -> str:
    people = desk.accounts.present_book().list_accounts()
    return next((each.id for each in people if each.roles == (Role.VOLUNTEER,)), "")


def _fridays(desk: Desk, first: date, last: date) -> Iterator[date]:
    """Yield the Fridays on which the office works."""
    calendar = desk.working_time.present_calendar()
    on = first + timedelta(days=(_FRIDAY - first.weekday()) % 7)
    while on <= last:
        if calendar.is_working(on):
            yield on
        on += timedelta(days=7)
