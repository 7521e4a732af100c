"""What the journal keeps about reference data: what a hub handed down, what a desk took over, which units changed."""

from datetime import datetime
from typing import ClassVar

from desk_app.journal.fact import Fact
from desk_app.sync.reference.pack import UnitChange


class ReferenceWritten(Fact):
    """A hub handed reference data down; subject ``reference:<desk that wrote it>``."""

    KIND: ClassVar[str] = "reference.written"

    number: int
    note: str
    written_at: datetime


class ReferenceTaken(Fact):
    """A desk took a hub's reference data over, whole; subject ``reference:<the hub>``."""

    KIND: ClassVar[str] = "reference.taken"

    writer: str
    number: int
    note: str
    taken_at: datetime


class UnitsPut(Fact):
    """From now on these administrative units have these old and new codes; subject ``administrative_units``."""

    KIND: ClassVar[str] = "reference.units_put"

    units: tuple[UnitChange, ...]


UNITS = "administrative_units"


def reference_subject(writer: str) -> str:
    """Return the journal subject of what one hub hands down."""
    return f"reference:{writer}"
