"""What the page of sending and receiving asks of the desk, on a job's thread."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings

from desk_app.desk import Desk
from desk_app.sync.acknowledgement import Taken, take_acknowledgement
from desk_app.sync.cover import ACKNOWLEDGEMENT
from desk_app.sync.evening import Evening, export_evening
from desk_app.sync.exchange.exchange import find_folder, list_troubles
from desk_app.sync.importing import Imported, import_bundle
from desk_app.sync.package import read_cover
from desk_app.sync.reference.pack import KIND as REFERENCE
from desk_app.sync.reference.take_over import ReferencePreview, look_at, take_over
from desk_app.sync.status import SyncStatus, status
from ui.shell.progress import Progress

_FOLDER = "sync/folder"


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How sending and receiving stands: who is known, what waits, and the shared folder with what could not be read there."""

    status: SyncStatus
    folder: str
    shared: str
    troubles: tuple[str, ...]


def standing(desk: Desk, by: str) -> Standing:
    """Return how it stands; raises ``NotAllowed``."""
    shared = find_folder(desk.sync)
    return Standing(
        status=status(desk.sync, by=by),
        folder=last_folder(),
        shared="" if shared is None else str(shared),
        troubles=tuple(each.message for each in list_troubles(desk.sync)),
    )


def evening(desk: Desk, by: str, folder: str, command_id: str, progress: Progress) -> Evening:
    """Send everything that is not acknowledged, print the slip, and remember the folder for the next evening."""
    done = export_evening(
        desk.sync,
        by=by,
        folder=Path(folder),
        command_id=command_id,
        watch=lambda count, total: progress.say(count, total),
    )
    keep_folder(folder)
    return done


def take(desk: Desk, by: str, file: str, progress: Progress, *, looks: bool) -> Imported | Taken | ReferencePreview:
    """Take a bundle, an acknowledgement or reference data; or only say what that would change."""
    place = Path(file)
    kind = read_cover(place).kind
    if kind == REFERENCE:
        return (look_at if looks else take_over)(desk.reference, by=by, file=place)
    if kind == ACKNOWLEDGEMENT:
        return take_acknowledgement(desk.sync, by=by, file=place)
    return import_bundle(
        desk.sync, by=by, file=place, dry_run=looks, watch=lambda count, total: progress.say(count, total)
    )


def last_folder() -> str:
    """Return the folder of this computer that a file was written to last; empty before the first."""
    return str(_settings().value(_FOLDER, ""))


def keep_folder(folder: str) -> None:
    """Remember the folder for the next file."""
    settings = _settings()
    settings.setValue(_FOLDER, folder)
    settings.sync()


def _settings() -> QSettings:
    return QSettings("mot-cua", "mot-cua")
