"""What the journal says of working time."""

from typing import ClassVar

from desk_app.journal.fact import Fact
from desk_app.working_time.calendar import WorkingYear
from desk_app.working_time.reading import Reading


class YearImported(Fact):
    """A year's holidays and swaps were taken over whole; subject ``calendar:<year>``."""

    KIND: ClassVar[str] = "calendar.year_imported"

    year: WorkingYear


class ReadingPut(Fact):
    """The reading of terms from a day on was set; subject ``reading:<valid_from>``."""

    KIND: ClassVar[str] = "working_time.reading_put"

    reading: Reading
