"""How a dossier's state looks: a shape and a word, and a colour that only repeats them. No window is needed to say it."""

from dataclasses import dataclass
from datetime import datetime

from desk_app.dossiers.status import OPEN, WAITING, Status
from desk_app.kernel.translations import _
from desk_app.working_time.marks import is_late
from ui.widgets.colours import COLOURS


@dataclass(frozen=True, kw_only=True)
class StatusWords:
    """A state for people."""

    words: str
    shape: str
    colour: str


_SHAPES = {
    Status.SUBMITTED: ("ring", COLOURS.soft_ink),
    Status.ACCEPTED: ("ring", COLOURS.calm),
    Status.NOT_ACCEPTED: ("cross", COLOURS.danger),
    Status.IN_PROCESS: ("half", COLOURS.calm),
    Status.SUPPLEMENT_REQUESTED: ("pause", COLOURS.warning),
    Status.PAYMENT_REQUESTED: ("pause", COLOURS.warning),
    Status.WITHDRAWN: ("cross", COLOURS.soft_ink),
    Status.STOPPED: ("cross", COLOURS.soft_ink),
    Status.SETTLED: ("done", COLOURS.good),
    Status.HANDED_OVER: ("given", COLOURS.soft_ink),
}


def status_words(status: Status, due_at: datetime, now: datetime) -> StatusWords:
    """Return how a state is shown; an open dossier past its date says so first."""
    if is_overdue(status, due_at, now):
        said = _(status.words)
        words = _("Quá hạn – {status}").format(status=f"{said[0].lower()}{said[1:]}")
        return StatusWords(words=words, shape="late", colour=COLOURS.danger)
    shape, colour = _SHAPES[status]
    return StatusWords(words=_(status.words), shape=shape, colour=colour)


def is_overdue(status: Status, due_at: datetime, now: datetime) -> bool:
    """Tell whether a dossier still being solved is past its date; waiting for the citizen is never late."""
    return status in OPEN - WAITING and is_late(due_at, now)
