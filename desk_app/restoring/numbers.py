"""Numbers that a desk leaves out after a new beginning: it may have given them out without knowing any more."""

from datetime import date

from desk_app.desk import Desk
from desk_app.dossiers import series as dossiers
from desk_app.fees import series as fees
from desk_app.guidance import series as guidance
from desk_app.office.series import Giver, ListSeries
from desk_app.office.tables import put_number_floor
from desk_app.storage.engine import Database
from desk_app.surveys import series as surveys
from desk_app.sync import series as sync
from desk_app.tickets import series as tickets

# Every room that gives out numbers which stand on paper, or which another desk takes only once.
_ROOMS: tuple[ListSeries, ...] = (
    dossiers.list_series,
    fees.list_series,
    tickets.list_series,
    guidance.list_series,
    surveys.list_series,
    sync.list_series,
)


def leave_numbers_out(desk: Desk, db: Database, on: date) -> str:
    """Put a floor under every series of a day, and return the last dossier code left out; a hub gives out none."""
    card = desk.card
    giver = Giver(desk=card.desk_id, desk_number=card.desk_number, office_code=card.office_code, on=on)
    for series in (each for list_series in _ROOMS for each in list_series(db, giver)):
        put_number_floor(db, series.name, series.floor)
    return "" if card.hub else dossiers.last_code_left_out(db, giver)
