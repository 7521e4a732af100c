"""What is printed and exported of appointments."""

from datetime import date
from typing import Any

import pytest
import vobject
import zxingcpp

from desk_app.dossiers.person import Person
from desk_app.guidance.appointments import commands
from desk_app.guidance.appointments.ics import calendar_file, initials
from desk_app.guidance.appointments.numbering import number_in
from desk_app.guidance.appointments.printing import day_list_of, print_day_list, print_slip, slip_of
from desk_app.guidance.appointments.reading import list_appointments
from desk_app.kernel.errors import NotFound
from desk_app.printing.blocks import Table
from desk_app.printing.slip import DOTS_58_MM, DOTS_80_MM, slip_picture
from desk_app.printing.tables import list_papers
from tests.desks import AGENCY, RehearsalDesk
from tests.guidance.guiding import BIRTH, TODAY, a_line, at, booked, now, said_by

WHO = Person(name="Đỗ Thị Ánh", phone="0907123456")
WEDNESDAY = date(2026, 11, 25)


def events(desk: RehearsalDesk, *, with_names: bool = False) -> list[Any]:
    found = list_appointments(desk.guidance, first_on=TODAY, last_on=WEDNESDAY)
    names = {BIRTH: "Đăng ký khai sinh"}
    raw = calendar_file(found, AGENCY, names, made_at=desk.time.now(), with_names=with_names)
    assert b"\r\n" in raw
    calendar = vobject.readOne(raw.decode())
    return list(calendar.vevent_list)


@pytest.mark.parametrize("dots", [DOTS_80_MM, DOTS_58_MM])
def test_the_code_of_a_slip_is_read_back_and_names_the_appointment(desk: RehearsalDesk, dots: int) -> None:
    a_line(desk, counter="Quầy 2")
    made = booked(desk, at(9, day=WEDNESDAY), person=WHO, procedure=BIRTH)
    paper = slip_of(desk.guidance, made, desk.journal.reading())
    read = zxingcpp.read_barcodes(slip_picture(paper, dots, "").convert("L"))
    assert [number_in(each.text) for each in read] == [made.number]
    assert "Quầy 2" in str(paper)
    assert "Giấy chứng sinh" in str(paper)


def test_a_slip_is_queued_with_its_entry(desk: RehearsalDesk) -> None:
    a_line(desk)
    made = booked(desk, at(9, day=WEDNESDAY))
    print_slip(desk.guidance, appointment=made.id, **said_by(desk))
    assert [paper.kind for paper in list_papers(desk.journal.reading(), made.id)] == ["appointment"]


def test_the_list_of_a_day_leaves_out_what_was_called_off(desk: RehearsalDesk) -> None:
    a_line(desk, capacity=2)
    booked(desk, at(9, day=WEDNESDAY), person=WHO)
    gone = booked(desk, at(9, day=WEDNESDAY), "Hai")
    commands.cancel(desk.guidance, appointment=gone.id, **said_by(desk))
    paper = day_list_of(desk.guidance, WEDNESDAY, desk.journal.reading())
    (table,) = (block for block in paper.blocks if isinstance(block, Table))
    assert table.rows == (("09:00", "261123-1001", "Đỗ Thị Ánh", "0907123456", "Hộ tịch", "đã hẹn"),)
    print_day_list(desk.guidance, day=WEDNESDAY, **said_by(desk))
    with pytest.raises(NotFound):
        print_day_list(desk.guidance, day=TODAY, **said_by(desk))


def test_another_program_reads_the_calendar_file_and_finds_initials_only(desk: RehearsalDesk) -> None:
    a_line(desk)
    made = booked(desk, at(9, day=WEDNESDAY), person=WHO, procedure=BIRTH)
    (event,) = events(desk)
    assert event.summary.value == "Hẹn Đ.T.Á. – Đăng ký khai sinh"
    assert event.dtstart.value == made.starts_at
    assert event.dtend.value == made.ends_at
    assert event.uid.value == f"{made.id}@{AGENCY.code}"
    whole = event.serialize()
    assert "Ánh" not in whole
    assert "0907" not in whole


def test_names_and_telephones_are_in_it_when_asked_for(desk: RehearsalDesk) -> None:
    a_line(desk)
    booked(desk, at(9, day=WEDNESDAY), person=WHO)
    (event,) = events(desk, with_names=True)
    assert "Đỗ Thị Ánh" in event.summary.value
    assert "0907123456" in event.description.value


def test_a_move_and_a_cancellation_replace_what_a_telephone_already_has(desk: RehearsalDesk) -> None:
    a_line(desk)
    made = booked(desk, at(9, day=WEDNESDAY))
    commands.move(desk.guidance, appointment=made.id, starts_at=at(10, day=WEDNESDAY), **said_by(desk))
    (event,) = events(desk)
    assert (event.sequence.value, event.status.value) == ("1", "CONFIRMED")
    commands.cancel(desk.guidance, appointment=made.id, **said_by(desk))
    (event,) = events(desk)
    assert (event.sequence.value, event.status.value) == ("2", "CANCELLED")
    assert now(desk, made).moves == 1


def test_initials_of_a_name() -> None:
    assert initials("  lê văn  út ") == "L.V.Ú."
    assert initials("") == ""
