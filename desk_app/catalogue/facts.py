"""What the journal may say about the catalogue; the subject is ``procedure:<code>``."""

from datetime import date
from typing import ClassVar

from desk_app.catalogue.procedure import Procedure
from desk_app.journal.fact import Fact


class ProcedurePublished(Fact):
    """A version of a procedure is published; it replaces one that begins on the same day."""

    KIND: ClassVar[str] = "catalogue.procedure_published"

    procedure: Procedure


class ProcedureEnded(Fact):
    """A procedure is abolished: ``last_on`` is its last day, and versions that would begin later are withdrawn."""

    KIND: ClassVar[str] = "catalogue.procedure_ended"

    code: str
    last_on: date
    reason: str


def subject_of(code: str) -> str:
    """Return the journal's subject of a procedure."""
    return f"procedure:{code}"
