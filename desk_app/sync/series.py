"""Which numbers this room gives out: acknowledgements for each desk, reference data handed down, laptops of the office."""

from desk_app.office.series import Giver, Series
from desk_app.office.tables import above_floor
from desk_app.storage.engine import Database
from desk_app.sync.away.desk_numbers import FIRST, LAPTOPS, LAST
from desk_app.sync.reference import tables as reference
from desk_app.sync.tables import carried
from desk_app.sync.trust import trusted_in

_LAPTOPS_LEFT_OUT = 10
"""No office makes more laptops ready between two copies, and there are no thousand numbers to spare."""


def list_series(db: Database, giver: Giver) -> tuple[Series, ...]:
    """Return these series: another desk takes no number a second time, and no two laptops may have one number."""
    known = trusted_in(db, own=giver.desk, office=giver.office_code)
    answers = (Series(name=carried.series_of(each.desk), highest=carried.last_number(db, each.desk)) for each in known)
    written = above_floor(db, reference.SERIES, reference.highest_number(db, giver.desk, giver.desk))
    used = [each.desk_number for each in known if each.office_code == giver.office_code and each.desk_number >= FIRST]
    highest = above_floor(db, LAPTOPS, max(used, default=None))
    laptops = Series(name=LAPTOPS, highest=highest, first=FIRST, last=LAST, left_out=_LAPTOPS_LEFT_OUT)
    return (*answers, Series(name=reference.SERIES, highest=written), laptops)
