"""What the page of sending and receiving asks of the desk, on a job's thread."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings

from desk_app.desk import Desk
from desk_app.sync.acknowledgement import Taken, take_acknowledgement
from desk_app.sync.cover import ACKNOWLEDGEMENT
from desk_app.sync.enrolment import accept, grant, read_grant, read_request
from desk_app.sync.evening import Evening, export_evening
from desk_app.sync.exchange.exchange import find_folder, list_troubles
from desk_app.sync.facts import Role
from desk_app.sync.history import take_history, write_history
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


@dataclass(frozen=True, kw_only=True)
class Replacing:
    """What was typed to let a desk in instead of the desk ``replaces``."""

    file: str
    folder: str
    groups: str
    role: Role
    replaces: str
    command_id: str


@dataclass(frozen=True, kw_only=True)
class Replaced:
    """A grant and a bundle of so many entries stand in ``folder`` for the new desk."""

    folder: str
    entries: int


@dataclass(frozen=True, kw_only=True)
class Accepted:
    """A grant was taken; in place of a lost desk, ``files`` of it with so many new entries as well."""

    replaces: bool
    files: int
    entries: int


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


def replace(desk: Desk, by: str, what: Replacing, progress: Progress) -> Replaced:
    """Let a desk in instead of a lost one, and write all that is held of their office for it."""
    asked = read_request(Path(what.file))
    grant(
        desk.sync,
        by=by,
        request=asked,
        fingerprint=what.groups,
        folder=Path(what.folder),
        role=what.role,
        replaces=what.replaces,
        command_id=what.command_id,
    )
    made = write_history(desk.sync, by=by, desk=asked.desk, folder=Path(what.folder), watch=progress.say)
    return Replaced(folder=what.folder, entries=made.entries)


def accept_grant(desk: Desk, by: str, file: str, groups: str, command_id: str, progress: Progress) -> Accepted:
    """Take a grant; where this desk replaces another, what was written for it beside the grant as well."""
    granted = read_grant(Path(file))
    accept(desk.sync, by=by, grant=granted, fingerprint=groups, command_id=command_id)
    replaces = bool(granted.replaces)
    came = (
        take_history(desk.sync, by=by, grant=granted, folder=Path(file).parent, watch=progress.say) if replaces else ()
    )
    return Accepted(replaces=replaces, files=len(came), entries=sum(each.taken for each in came))


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
