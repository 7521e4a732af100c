"""What the journal keeps of reports: copies frozen as they were sent up. Each stands under an id of its own."""

from datetime import date, datetime
from typing import ClassVar

from desk_app.journal.fact import Fact
from desk_app.kernel.records import Record
from desk_app.reports.figure import Report


class ChainEnd(Record):
    """Up to which entry of a desk the journal reached here."""

    desk: str
    epoch: int
    seq: int


class ReportFrozen(Fact):
    """A report was kept as it stood: its figures, their digest, and up to where every desk's entries were known.

    ``digest`` is SHA-256 over the report as canonical JSON, in hexadecimal; ``note`` says for what it was frozen.
    """

    KIND: ClassVar[str] = "report.frozen"

    definition: str
    first_on: date
    last_on: date
    unit: str
    report: Report
    digest: str
    known: tuple[ChainEnd, ...]
    note: str
    frozen_at: datetime


def report_subject(id_: str) -> str:
    """Return the journal subject of a frozen copy."""
    return f"report:{id_}"


def report_id_of(subject: str) -> str:
    """Return the frozen copy that a ``report:`` subject names."""
    return subject.removeprefix("report:")
