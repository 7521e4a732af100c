"""What a file of reference data holds."""

from datetime import date, datetime

from desk_app.catalogue.procedure import Procedure
from desk_app.kernel.records import Record
from desk_app.office.rules import DatedSetting
from desk_app.office.wordings import DatedWording
from desk_app.signage.commands import NewSlogan
from desk_app.working_time.calendar import WorkingYear
from desk_app.working_time.reading import Reading

KIND = "reference"
PARTS = ("catalogue", "calendar", "readings", "wordings", "settings", "slogans", "forms", "units")
"""What may be sent, by the names that the command line uses."""
SENT_SETTINGS_SKIP = frozenset({"idle_lock_minutes"})


class FormFile(Record):
    """One official form as the file that describes it."""

    name: str
    content: str


class UnitChange(Record):
    """An administrative unit under its old and its new code and name, valid from a day; a code that stays is both."""

    old_code: str
    old_name: str
    new_code: str
    new_name: str
    valid_from: date


class ReferencePack(Record):
    """Reference data of one moment; ``number`` only ever grows at one hub, ``note`` says what it is about.

    Each part that was not sent is empty. Every row says itself from which day it holds.
    """

    number: int
    note: str
    written_at: datetime
    procedures: tuple[Procedure, ...] = ()
    years: tuple[WorkingYear, ...] = ()
    readings: tuple[Reading, ...] = ()
    wordings: tuple[DatedWording, ...] = ()
    settings: tuple[DatedSetting, ...] = ()
    slogans: tuple[NewSlogan, ...] = ()
    forms: tuple[FormFile, ...] = ()
    units: tuple[UnitChange, ...] = ()
