"""From guidance and appointments to a registration, so that nobody types a visitor twice."""

from desk_app.dossiers.prefill import Prefill
from desk_app.guidance.appointments.reading import get_appointment
from desk_app.guidance.contacts.reading import get_contact
from desk_app.guidance.room import Guidance

GUIDANCE, APPOINTMENTS = "guidance", "appointments"
"""The rooms as ``origin`` names them: ``guidance:<id>``, ``appointments:<id>``."""


def prefill_of_contact(room: Guidance, id_: str) -> Prefill:
    """Return what a contact of the guidance log knows of a visitor; raise ``NotFound``."""
    contact = get_contact(room, id_)
    return Prefill(
        origin=f"{GUIDANCE}:{contact.id}", procedure=contact.procedure, applicant=contact.person, note=contact.advice
    )


def prefill_of_appointment(room: Guidance, id_: str) -> Prefill:
    """Return what an appointment knows of a visitor; raise ``NotFound``."""
    appointment = get_appointment(room, id_)
    return Prefill(
        origin=f"{APPOINTMENTS}:{appointment.id}",
        procedure=appointment.procedure,
        applicant=appointment.person,
        note=appointment.note,
    )
