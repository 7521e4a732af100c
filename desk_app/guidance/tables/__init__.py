"""The tables of guidance, appointments and outreach: schema, folds, queries; the only SQL of this room."""

from desk_app.guidance.tables.appointment_folds import AppointmentFold, LineFold
from desk_app.guidance.tables.contacts import ContactFold, ProcedureListFold
from desk_app.guidance.tables.outreach import OutreachFold
from desk_app.guidance.tables.schema import migrations

# Lines before appointments: whether a booking has a seat depends on its line's plan.
FOLDS = (ContactFold(), ProcedureListFold(), LineFold(), AppointmentFold(), OutreachFold())

__all__ = ["FOLDS", "migrations"]
