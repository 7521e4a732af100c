"""What every form may be filled with that the desk itself knows: the day, the office, the place, the helper."""

from desk_app.kernel.time_source import spoken_day
from desk_app.writing.filled import Known
from desk_app.writing.room import WritingTable

_COMMITTEE = "Ủy ban nhân dân "


def known_of_desk(room: WritingTable, account: str) -> tuple[Known, ...]:
    """Return the day, and what papers say of this office; an office that nobody described yet is left out."""
    helper = room.accounts.present_book().find(account)
    agency = room.office.book.get(room.journal.reading()).agency
    known = [
        Known(name="today", text=spoken_day(room.journal.time.now().date())),
        Known(name="helper.name", text=helper.name if helper is not None else ""),
    ]
    if agency is not None:
        known += [
            Known(name="office.name", text=agency.name),
            Known(name="office.unit", text=agency.name.removeprefix(_COMMITTEE)),
            Known(name="office.place", text=agency.place),
            Known(name="office.upper_name", text=agency.upper_name),
        ]
    return tuple(each for each in known if each.text)
