"""Booking, moving, cancelling, coming, at a real desk."""

from datetime import date, time, timedelta

import pytest

from desk_app.dossiers.person import Person
from desk_app.guidance.appointments import commands
from desk_app.guidance.appointments.appointment import State
from desk_app.guidance.appointments.line import Plan
from desk_app.guidance.appointments.numbering import number_in, scan_text
from desk_app.guidance.appointments.reading import (
    get_appointment,
    get_line,
    list_appointments,
    list_reminders,
    list_slots,
    list_without_place,
    search_appointments,
)
from desk_app.guidance.prefill import prefill_of_appointment
from desk_app.journal.tables import list_findings
from desk_app.kernel.errors import Conflict, InvalidInput, NotFound, Refused
from tests.desks import RehearsalDesk
from tests.guidance.guiding import BIRTH, a_line, at, booked, guided, now, pass_minutes, said_by

WEDNESDAY = date(2026, 11, 25)


@pytest.fixture
def line(desk: RehearsalDesk) -> str:
    """Give a line of slots of 30 minutes for one person."""
    return a_line(desk)


def free_at(desk: RehearsalDesk, hour: int, day: date = WEDNESDAY) -> int:
    slots = list_slots(desk.guidance, get_line(desk.guidance, ""), day)
    return next(each.free for each in slots if each.starts_at == at(hour, day=day))


@pytest.mark.usefixtures("line")
def test_a_slot_takes_one_person_and_the_second_is_told_the_next_free_one(desk: RehearsalDesk) -> None:
    made = booked(desk, at(8, day=WEDNESDAY), procedure=BIRTH)
    assert (made.state, made.number) == (State.BOOKED, "LH-261123-1001")
    assert free_at(desk, 8) == 0
    with pytest.raises(Conflict, match="đã đủ người") as refused:
        booked(desk, at(8, day=WEDNESDAY), "Lê Thị Thử")
    assert "08:30 ngày 25/11/2026" in refused.value.hint


def test_a_line_for_three_takes_three(desk: RehearsalDesk) -> None:
    a_line(desk, capacity=3)
    for name in ("Một", "Hai", "Ba"):
        booked(desk, at(8, day=WEDNESDAY), name)
    with pytest.raises(Conflict):
        booked(desk, at(8, day=WEDNESDAY), "Bốn")


@pytest.mark.usefixtures("line")
def test_days_off_odd_minutes_and_hours_gone_by_are_refused(desk: RehearsalDesk) -> None:
    with pytest.raises(Refused, match="Không hẹn được ngày 24/11/2026"):
        booked(desk, at(8, day=date(2026, 11, 24)))
    with pytest.raises(Refused, match="không có lượt bắt đầu lúc 08:10"):
        booked(desk, at(8, 10, WEDNESDAY))
    with pytest.raises(Refused, match="đã qua"):
        booked(desk, at(7))


@pytest.mark.usefixtures("line")
def test_a_name_or_a_telephone_is_enough_but_one_is_needed(desk: RehearsalDesk) -> None:
    made = booked(desk, at(8, day=WEDNESDAY), person=Person(name="", phone="0907123456"))
    assert made.spoken_name == "0907123456"
    with pytest.raises(InvalidInput, match="Chưa có tên"):
        booked(desk, at(9, day=WEDNESDAY), person=Person(name=""))


@pytest.mark.usefixtures("line")
def test_a_moved_appointment_frees_its_place_and_is_called_again(desk: RehearsalDesk) -> None:
    made, room = booked(desk, at(8, day=WEDNESDAY)), desk.guidance
    commands.remind(room, appointment=made.id, reached=True, **said_by(desk))
    assert now(desk, made).reached is True
    commands.move(room, appointment=made.id, starts_at=at(10, day=WEDNESDAY), reason="bận", **said_by(desk))
    assert (free_at(desk, 8), free_at(desk, 10)) == (1, 0)
    assert (now(desk, made).moves, now(desk, made).reached) == (1, None)


@pytest.mark.usefixtures("line")
def test_a_cancelled_appointment_frees_its_place_and_moves_no_more(desk: RehearsalDesk) -> None:
    made, room = booked(desk, at(8, day=WEDNESDAY)), desk.guidance
    commands.cancel(room, appointment=made.number, reason="tự làm trên mạng", **said_by(desk))
    assert (free_at(desk, 8), now(desk, made).reason) == (1, "tự làm trên mạng")
    for move in (commands.cancel, commands.arrive, commands.mark_not_come):
        with pytest.raises(Refused, match="đã hủy"):
            move(room, appointment=made.id, **said_by(desk))


@pytest.mark.usefixtures("line")
def test_nobody_is_absent_before_the_time_and_who_comes_late_has_come(desk: RehearsalDesk) -> None:
    made, room = booked(desk, at(9)), desk.guidance
    with pytest.raises(Refused, match="Chưa đến giờ hẹn"):
        commands.mark_not_come(room, appointment=made.id, **said_by(desk))
    pass_minutes(desk, 60)
    commands.mark_not_come(room, appointment=made.id, **said_by(desk))
    assert now(desk, made).state is State.NOT_COME
    commands.arrive(room, appointment=made.id, **said_by(desk))
    assert now(desk, made).state is State.ARRIVED
    assert now(desk, made).arrived_at is not None


@pytest.mark.usefixtures("line")
def test_who_walks_in_gets_the_slot_under_way_or_the_next_free_one(desk: RehearsalDesk) -> None:
    booked(desk, at(8, 30))
    places = []
    for name in ("Một", "Hai"):
        written = commands.walk_in(desk.guidance, person=Person(name=name), **said_by(desk))
        made = get_appointment(desk.guidance, written.subject)
        places.append((f"{made.starts_at:%H:%M}", made.state, made.channel))
    assert places == [("08:00", State.ARRIVED, "walk_in"), ("09:00", State.ARRIVED, "walk_in")]


def test_a_walk_in_is_refused_when_the_day_is_full(desk: RehearsalDesk) -> None:
    a_line(desk, opens_at=time(8), closes_at=time(8, 30))
    booked(desk, at(8))
    with pytest.raises(Conflict, match="đã đủ người"):
        commands.walk_in(desk.guidance, person=Person(name="Một"), **said_by(desk))


@pytest.mark.usefixtures("line")
def test_whom_to_call_stands_with_those_not_reached_first(desk: RehearsalDesk) -> None:
    room = desk.guidance
    first, second, third = (booked(desk, at(hour, day=WEDNESDAY)) for hour in (8, 9, 10))
    commands.remind(room, appointment=first.id, reached=True, **said_by(desk))
    commands.remind(room, appointment=second.id, reached=False, note="máy bận", **said_by(desk))
    commands.cancel(room, appointment=third.id, **said_by(desk))
    assert [each.id for each in list_reminders(room, WEDNESDAY)] == [second.id, first.id]


@pytest.mark.usefixtures("line")
def test_an_appointment_is_found_by_name_telephone_number_and_code(desk: RehearsalDesk) -> None:
    made, room = booked(desk, at(8, day=WEDNESDAY), person=Person(name="Đỗ Thị Ánh", phone="0907123456")), desk.guidance
    for text in ("do anh", "0907 123", made.number, "261123-1001", scan_text(made.number)):
        assert [each.id for each in search_appointments(room, text)] == [made.id]
    code = scan_text(made.number)
    assert number_in(code) == made.number
    with pytest.raises(Refused, match="đọc sai"):
        get_appointment(room, code.replace("1001", "1010"))
    with pytest.raises(NotFound):
        get_appointment(room, "LH-261123-1999")


@pytest.mark.usefixtures("line")
def test_an_appointment_becomes_a_dossier_without_typing_again(desk: RehearsalDesk) -> None:
    contact = guided(desk)
    made = booked(desk, at(9), person=contact.person, procedure=BIRTH, note="x", origin=f"guidance:{contact.id}")
    known = prefill_of_appointment(desk.guidance, made.id)
    assert known.origin == f"appointments:{made.id}"
    assert (known.procedure, known.applicant, known.note) == (BIRTH, contact.person, "x")


def test_a_smaller_plan_leaves_the_later_bookings_to_be_moved(desk: RehearsalDesk) -> None:
    line, room = a_line(desk, capacity=2), desk.guidance
    kept, extra = booked(desk, at(8, day=WEDNESDAY), "Một"), booked(desk, at(8, day=WEDNESDAY), "Hai")
    smaller = Plan(name="Hộ tịch", valid_from=WEDNESDAY)
    commands.put_line(
        room, by=desk.accounts_by_role["leader"], plan=smaller, line=line, command_id=desk.journal.new_id()
    )
    (found,) = list_without_place(room)
    assert found.appointment.id == extra.id
    assert found.suggestion is not None
    assert found.suggestion.starts_at == at(8, 30, WEDNESDAY)
    assert [each[:2] for each in list_findings(desk.journal.reading())] == [(extra.id, "appointment_without_place")]
    commands.cancel(room, appointment=kept.id, **said_by(desk))
    assert list_without_place(room) == ()
    assert list_findings(desk.journal.reading()) == ()


@pytest.mark.usefixtures("line")
def test_a_repeated_command_books_once(desk: RehearsalDesk) -> None:
    said = said_by(desk)
    booking = commands.Booking(starts_at=at(8, day=WEDNESDAY), person=Person(name="Một"))
    first = commands.book(desk.guidance, booking=booking, **said)
    assert commands.book(desk.guidance, booking=booking, **said).subject == first.subject
    day = list_appointments(desk.guidance, first_on=WEDNESDAY, last_on=WEDNESDAY)
    assert len(day) == 1


@pytest.mark.usefixtures("line")
def test_numbers_begin_anew_each_day(desk: RehearsalDesk) -> None:
    numbers = [booked(desk, at(hour, day=WEDNESDAY)).number for hour in (8, 9)]
    desk.time.advance(timedelta(days=2))
    numbers.append(booked(desk, at(10, day=WEDNESDAY)).number)
    assert numbers == ["LH-261123-1001", "LH-261123-1002", "LH-261125-1001"]
