"""Whose entries belong to an office: a hub that reads many offices gives each of them its own and no other's."""

from desk_app.office.tables import list_units
from desk_app.sync.away.tables import list_laptops
from desk_app.sync.room import Sync
from desk_app.sync.trust import list_trusted


def desks_of(room: Sync, office: str) -> frozenset[str]:
    """Return every desk that ever wrote for the office with this code, the laptops they took along included."""
    db = room.journal.reading()
    desks = {desk for unit in list_units(db) if unit.code == office for desk in unit.desks}
    desks |= {each.desk for each in list_trusted(room) if each.office_code == office}
    return frozenset(desks | {each.laptop for each in list_laptops(db) if each.desk in desks})
