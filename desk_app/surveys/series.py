"""Which numbers this room gives out: slips of complaints, forms of surveys."""

from desk_app.office.series import Giver, Series
from desk_app.storage.engine import Database
from desk_app.surveys.complaint_number import series_of
from desk_app.surveys.tables import campaigns, complaints

_COMPLAINTS_LEFT_OUT = 50
"""Enough for complaints, and the numbers stay short."""


def list_series(db: Database, giver: Giver) -> tuple[Series, ...]:
    """Return the day's complaints, and the forms of each survey that goes on."""
    counted = complaints.highest_number(db, giver.desk, giver.desk_number, giver.on)
    received = Series(name=series_of(giver.on), highest=counted, left_out=_COMPLAINTS_LEFT_OUT)
    going_on = (row for row in campaigns.list_rows(db) if row.closed_on is None)
    forms = (Series(name=campaigns.series_of(row.id), highest=campaigns.highest_printed(db, row)) for row in going_on)
    return (received, *forms)
