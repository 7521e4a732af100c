"""The number of a laptop within its office: no two desks have one, since it stands in every code they give out."""

from desk_app.dossiers.numbering import MOST_DESKS
from desk_app.kernel.errors import Conflict, InvalidInput
from desk_app.office.tables import above_floor
from desk_app.sync.away.room import Away
from desk_app.sync.trust import list_trusted

LAPTOPS = "laptops"
"""The name under which the numbers of laptops are one series."""

FIRST, LAST = 90, MOST_DESKS


def free_number(room: Away) -> int:
    """Return the lowest number from 90 on that no desk of this office has, or may have."""
    taken = _taken(room)
    return next(number for number in range(FIRST, LAST + 1) if number not in taken)


def require_free_number(room: Away, number: int) -> None:
    """Raise ``InvalidInput`` for a number that no desk can have, ``Conflict`` for one that another desk has."""
    if not 1 <= number <= MOST_DESKS:
        raise InvalidInput("desk_number", f"Số máy phải từ 1 đến {MOST_DESKS}.", "Mỗi máy một số riêng.")
    if number in _taken(room):
        raise Conflict(
            "away.number_taken",
            f"Số {number} đã cấp, hoặc trước lúc khôi phục có thể đã cấp cho máy khác: hai máy sẽ ra trùng mã hồ sơ.",
            f"Dùng số {free_number(room)}.",
        )


def _taken(room: Away) -> set[int]:
    office = room.sync.card.office_code
    others = {each.desk_number for each in list_trusted(room.sync) if each.office_code == office}
    floor = above_floor(room.journal.reading(), LAPTOPS, None)
    perhaps = range(FIRST, floor + 1) if floor is not None else ()
    return others | {room.sync.card.desk_number, *perhaps}
