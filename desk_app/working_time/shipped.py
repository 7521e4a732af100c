"""What the program brings with it: the calendars of past years and the default reading of terms, both plain data."""

from functools import cache

from desk_app.kernel.errors import Damaged
from desk_app.kernel.paths import resource
from desk_app.kernel.records import WireError, from_json
from desk_app.working_time.calendar import WorkingYear
from desk_app.working_time.calendar_file import read_years
from desk_app.working_time.reading import Reading, readings_with


@cache
def shipped_years() -> tuple[WorkingYear, ...]:
    """Return the years in ``resources/calendars/<year>.csv``, oldest first."""
    files = sorted(resource("calendars").glob("[0-9]*.csv"))
    return tuple(year for file in files for year in read_years(file))


@cache
def shipped_readings() -> tuple[Reading, ...]:
    """Return the readings in ``resources/calendars/reading.json``, oldest first."""
    try:
        return readings_with((), from_json(resource("calendars", "reading.json").read_bytes(), tuple[Reading, ...]))
    except (OSError, WireError):
        raise Damaged(
            "working_time.reading", "Tệp quy định thời hạn đi kèm bị hỏng.", "Hãy cài lại chương trình."
        ) from None
