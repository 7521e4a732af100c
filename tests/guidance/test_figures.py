"""Figures of guidance and appointments, and how guided dossiers fare beside the others."""

from datetime import date, timedelta

from desk_app.dossiers.commands import issue_result
from desk_app.dossiers.life.supplement import request_supplement
from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from desk_app.guidance.appointments import commands
from desk_app.guidance.contacts.commands import withdraw_guidance
from desk_app.guidance.figures import GuidanceFigures, guidance_figures
from desk_app.journal.tables import every_entry
from tests.desks import RehearsalDesk, form
from tests.guidance.guiding import BIRTH, TODAY, a_desk, a_line, at, booked, guided, pass_minutes, said_by

TEN_DAYS = "1.001776"


def figures(desk: RehearsalDesk, first_on: date = TODAY, last_on: date = TODAY) -> GuidanceFigures:
    return guidance_figures(desk.guidance, first_on=first_on, last_on=last_on)


def received(desk: RehearsalDesk, origin: str = "") -> str:
    what = form(procedure=TEN_DAYS, origin=origin)
    return register(desk.dossiers, form=what, **said_by(desk)).subject


def settled(desk: RehearsalDesk, dossier: str) -> None:
    issue_result(desk.dossiers, dossier=dossier, **said_by(desk))


def test_contacts_are_counted_by_channel_procedure_and_desk(desk: RehearsalDesk) -> None:
    guided(desk)
    guided(desk, channel="zalo", minutes=7)
    guided(desk, channel="zalo", procedure="", advice="Giờ làm việc", minutes=1)
    twice = guided(desk)
    withdraw_guidance(desk.guidance, contact=twice.id, reason="ghi hai lần", **said_by(desk))
    found = figures(desk)
    assert (found.given, found.minutes) == (3, 12)
    assert {each.key: each.count for each in found.channels} == {"hotline": 1, "zalo": 2, "email": 0, "counter": 0}
    assert [(each.key, each.count) for each in found.procedures] == [(BIRTH, 2)]
    assert [(each.key, each.count) for each in found.desks] == [(desk.journal.desk_id, 3)]
    assert figures(desk, TODAY + timedelta(days=1), TODAY + timedelta(days=1)).given == 0


def test_guided_dossiers_stand_beside_the_others(desk: RehearsalDesk) -> None:
    straight, by_appointment = guided(desk), guided(desk)
    guided(desk)
    a_line(desk)
    made = booked(desk, at(9), origin=f"guidance:{by_appointment.id}")
    first = received(desk, f"guidance:{straight.id}")
    second = received(desk, f"appointments:{made.id}")
    plain = booked(desk, at(10))
    others = [received(desk), received(desk, f"appointments:{plain.id}")]
    request_supplement(desk.dossiers, dossier=others[0], missing=("Tờ khai",), reason="thiếu", **said_by(desk))
    settled(desk, first)
    desk.time.advance(timedelta(days=40))
    settled(desk, second)
    found = figures(desk)
    assert found.led_to_dossier == 2
    guided_ones, rest = found.guided, found.others
    assert (guided_ones.received, guided_ones.finished, guided_ones.early, guided_ones.late) == (2, 2, 1, 1)
    assert (guided_ones.early_share, guided_ones.late_share, guided_ones.supplemented_share) == (50.0, 50.0, 0.0)
    assert (rest.received, rest.finished, rest.supplemented, rest.supplemented_share) == (2, 0, 1, 50.0)
    assert rest.early_share is None


def test_appointments_kept_and_not_are_counted_by_the_day_of_the_appointment(desk: RehearsalDesk) -> None:
    a_line(desk, capacity=2)
    room = desk.guidance
    came, absent, gone = booked(desk, at(9)), booked(desk, at(9)), booked(desk, at(10))
    booked(desk, at(16))
    booked(desk, at(9, day=date(2026, 11, 25)))
    commands.walk_in(room, person=Person(name="Một"), **said_by(desk))
    commands.cancel(room, appointment=gone.id, **said_by(desk))
    pass_minutes(desk, 90)
    commands.arrive(room, appointment=came.id, **said_by(desk))
    commands.mark_not_come(room, appointment=absent.id, **said_by(desk))
    found = figures(desk).appointments
    assert (found.booked, found.kept, found.not_come, found.cancelled, found.still_open) == (4, 1, 1, 1, 1)
    assert (found.walk_ins, found.kept_share) == (1, 50.0)


def test_desks_are_counted_apart_when_asked_for() -> None:
    with a_desk() as one, a_desk(2) as two:
        guided(one)
        guided(two)
        one.journal.merge(every_entry(two.journal.reading()))
        both = (one.journal.desk_id, two.journal.desk_id)
        only = guidance_figures(one.guidance, first_on=TODAY, last_on=TODAY, desks=both[1:])
        assert [each.key for each in only.desks] == [two.journal.desk_id]
        together = guidance_figures(one.guidance, first_on=TODAY, last_on=TODAY, desks=both)
        assert together.given == 2
