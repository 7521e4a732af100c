"""When this desk's data were last put elsewhere: one place that reads it, whoever writes it."""

from desk_app.desk import Desk
from desk_app.doctor.safety import is_stale
from desk_app.sync.status import last_acknowledged_at
from desk_app.upkeep.records import Copied, Rehearsed
from desk_app.upkeep.tables import COPIED, REHEARSED, find_note, find_place
from ui.home.state import Safety


def safety_of(desk: Desk) -> Safety:
    """Return when data were last backed up, and acknowledged by the upper level; on a reader's thread."""
    db = desk.journal.reading()
    last, rehearsed = find_note(db, COPIED, Copied), find_note(db, REHEARSED, Rehearsed)
    return Safety(
        backed_up_at=last.made_at if last is not None else None,
        is_backup_old=last is None or is_stale(desk, last),
        has_place=find_place(db) is not None,
        restores=rehearsed.ok if rehearsed is not None else None,
        acknowledged_at=last_acknowledged_at(desk.sync),
    )
