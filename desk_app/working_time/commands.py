"""What can be done to working time: take over a year's calendar, set how terms are read."""

from desk_app.journal.write_door import Writing, Written
from desk_app.working_time.calendar import WorkingYear
from desk_app.working_time.facts import ReadingPut, YearImported
from desk_app.working_time.reading import Reading
from desk_app.working_time.reading_rules import checked_reading
from desk_app.working_time.room import WorkingTime
from desk_app.working_time.year_rules import checked_year

IMPORT_CALENDAR = "calendar.import"
PUT_READING = "working_time.put_reading"


def import_year(room: WorkingTime, *, by: str, year: WorkingYear, command_id: str) -> Written:
    """Take over a year's holidays and swaps whole, in place of what was known of it.

    Due dates already given stay as they are. Raises ``InvalidInput`` naming every day that cannot be right.
    """
    checked = checked_year(year)

    def decide(writing: Writing) -> None:
        writing.add(f"calendar:{checked.year}", YearImported(year=checked))

    return room.journal.write(by=by, permission=IMPORT_CALENDAR, command_id=command_id, decide=decide)


def put_reading(room: WorkingTime, *, by: str, reading: Reading, command_id: str) -> Written:
    """Set how terms are read for dossiers received from ``valid_from`` on, in place of what was put for that day.

    Dates already promised stay as they are. Raises ``InvalidInput`` naming the point that cannot be right.
    """
    checked = checked_reading(reading)

    def decide(writing: Writing) -> None:
        writing.add(f"reading:{checked.valid_from.isoformat()}", ReadingPut(reading=checked))

    return room.journal.write(by=by, permission=PUT_READING, command_id=command_id, decide=decide)
