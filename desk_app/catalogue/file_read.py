"""What reading a catalogue file came to: the procedures that can be used, and every place that cannot."""

from dataclasses import dataclass

from desk_app.catalogue.procedure import Procedure
from desk_app.kernel.errors import InvalidInput


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing to put right: where in the file (``Trang «Giấy tờ», dòng 7``), what is wrong, what to do."""

    place: str
    message: str
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class CatalogueRead:
    """The sound procedures of a file, in its order; one with a problem anywhere is left out, the others go on."""

    procedures: tuple[Procedure, ...]
    problems: tuple[Problem, ...]


def problem_of(place: str, error: InvalidInput) -> Problem:
    """Return what ``error`` says, said of ``place``."""
    return Problem(place=place, message=error.message, hint=error.hint)
