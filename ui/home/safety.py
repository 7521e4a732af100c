"""When this desk's data were last put elsewhere: one place that reads it, whoever writes it."""

from datetime import datetime
from pathlib import Path

from desk_app.desk import Desk
from desk_app.kernel.time_source import VIETNAM
from desk_app.sync.status import last_acknowledged_at
from ui.home.state import Safety


def safety_of(desk: Desk) -> Safety:
    """Return when data were last backed up, and acknowledged by the upper level; on a reader's thread."""
    return Safety(backed_up_at=_newest(desk.home.backups), acknowledged_at=last_acknowledged_at(desk.sync))


def _newest(folder: Path) -> datetime | None:
    written = (file.stat().st_mtime for file in folder.glob("*.db"))
    newest = max(written, default=None)
    return None if newest is None else datetime.fromtimestamp(newest, VIETNAM)
