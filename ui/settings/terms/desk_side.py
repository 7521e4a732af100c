"""What the section of terms asks of the desk, on a job's thread."""

from dataclasses import dataclass

from desk_app.desk import Desk
from desk_app.dossiers.open_received import count_open_received
from desk_app.journal.fact import Fact
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.working_time.commands import PUT_READING, put_reading
from desk_app.working_time.facts import ReadingPut
from desk_app.working_time.reading import Reading, reading_on
from desk_app.working_time.reading_changes import ReadingChange, reading_change
from desk_app.working_time.reading_rules import checked_reading
from ui.settings.history import Change, changes_of
from ui.settings.preview import Preview
from ui.settings.terms.state import ReadingShown, preview_of, reading_lines, readings_shown


@dataclass(frozen=True, kw_only=True)
class Shown:
    """Every reading of terms in words, today's first, and the one in force today."""

    readings: tuple[ReadingShown, ...]
    present: Reading


@dataclass(frozen=True, kw_only=True)
class Looked:
    """A reading that may be put, and what it would change."""

    change: ReadingChange
    preview: Preview


def shown(desk: Desk) -> Shown:
    """Return the readings of terms."""
    known, today = desk.working_time.present_readings(), desk.journal.time.now().date()
    return Shown(readings=readings_shown(known, today), present=reading_on(known, today))


def looked_at(desk: Desk, by: str, reading: Reading) -> Looked:
    """Return what ``reading`` would change; nothing is written. Raises ``InvalidInput`` and ``NotAllowed``."""
    desk.require(by, PUT_READING)
    room = desk.working_time
    change = reading_change(room.present_readings(), checked_reading(reading), room.present_calendar())
    count = count_open_received(desk.dossiers, change.after.valid_from, change.last_on)
    return Looked(change=change, preview=preview_of(change, count))


def keep(desk: Desk, by: str, change: ReadingChange, command_id: str) -> ReadingChange:
    """Read terms by the reading from its day on; return what that changed."""
    put_reading(desk.working_time, by=by, reading=change.after, command_id=command_id)
    return change


def put_back(desk: Desk, by: str, change: ReadingChange, command_id: str) -> None:
    """Let the former answers hold again from the day on."""
    former = changed(change.before, valid_from=change.after.valid_from)
    put_reading(desk.working_time, by=by, reading=former, command_id=command_id)


def past_of(desk: Desk) -> tuple[Change, ...]:
    """Return every reading that was put at the office, newest first."""
    days = (each.valid_from.isoformat() for each in desk.working_time.present_readings())
    return changes_of(desk, [f"reading:{on}" for on in days], _words)


def _words(fact: Fact) -> str:
    if not isinstance(fact, ReadingPut):
        return ""
    points = "; ".join(f"{name}: {value}" for name, value in reading_lines(fact.reading))
    return _("từ {day}: {points}").format(day=spoken_day(fact.reading.valid_from), points=points)
