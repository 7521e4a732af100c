"""The page of appointments, worked by keys, and what is booked at its desk."""

from datetime import date

from desk_app.dossiers.person import Person
from desk_app.guidance.appointments.appointment import Appointment
from desk_app.guidance.appointments.reading import list_appointments
from tests.desks import RehearsalDesk
from tests.guidance.guiding import TODAY
from tests.ui.windows import Seat
from ui.guidance.appointments.page import AppointmentsPage

WEDNESDAY = date(2026, 11, 25)
WHO = Person(name="Đỗ Thị Ánh", phone="0907123456")


def page(seat: Seat) -> AppointmentsPage:
    """Return the page of appointments, which must be in front."""
    return seat.front(AppointmentsPage)


def expected(seat: Seat) -> list[tuple[str, str]]:
    """Return when and who, of the rows of people that the page shows."""
    return [(row.time, row.who) for row in page(seat).table.rows if row.id]


def appointments(desk: RehearsalDesk) -> tuple[Appointment, ...]:
    """Return what is booked from today until the end of the year."""
    return list_appointments(desk.guidance, first_on=TODAY, last_on=date(2026, 12, 31))


def stand_on(seat: Seat, appointment: Appointment) -> None:
    """Stand in the list at an appointment."""
    page(seat).arrive(f"appointment:{appointment.id}")
    seat.settle()
