"""What an administrator asks of the desk, on a job's thread: a lost desk replaced, a grant taken with what lies beside it."""

from dataclasses import dataclass
from pathlib import Path

from desk_app.desk import Desk
from desk_app.sync.enrolment import accept, grant, read_grant, read_request
from desk_app.sync.facts import Role
from desk_app.sync.history import take_history, write_history
from ui.shell.progress import Progress


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
