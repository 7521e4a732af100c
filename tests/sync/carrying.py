"""An office that exchanges files: desks of one commune, a hub above them, a stick between them."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from desk_app.dossiers.register import register
from desk_app.journal.fold_pass import table_contents
from desk_app.journal.slices import list_heads
from desk_app.sync.acknowledgement import Taken, acknowledge, state_of, take_acknowledgement
from desk_app.sync.enrolment import Grant, accept, grant, own_request, read_grant
from desk_app.sync.export import Exported, export
from desk_app.sync.facts import Role
from desk_app.sync.importing import Imported, import_bundle
from tests.desks import RehearsalDesk, form, rehearsal_desk

HUB = 0


@dataclass(kw_only=True)
class SyncOffice:
    """Open desks by their numbers, 0 the hub; ``stick`` is the folder their files travel in."""

    folder: Path
    stick: Path
    stack: ExitStack

    def desk(self, number: int) -> RehearsalDesk:
        """Open a new desk."""
        return self.stack.enter_context(rehearsal_desk(self.folder / f"desk-{number}", desk_number=number))

    def copied(self, desk: RehearsalDesk, name: str) -> Path:
        """Return a copy of a desk's folder as it stands on the disk."""
        desk.journal.store.checkpoint()
        shutil.copytree(desk.home.folder, self.folder / name)
        return self.folder / name


@contextmanager
def sync_office(folder: Path) -> Iterator[SyncOffice]:
    """Give an office without desks; all it opens is closed afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    stick = folder / "stick"
    stick.mkdir()
    with ExitStack() as stack:
        yield SyncOffice(folder=folder, stick=stick, stack=stack)


def enrol(desk: RehearsalDesk, granter: RehearsalDesk, stick: Path, *, role: Role = "hub", replaces: str = "") -> Grant:
    """Let ``desk`` in at ``granter``, by the files and fingerprints that people would use; return what it was granted."""
    asking = own_request(desk.sync, by=desk.admin)
    file = grant(
        granter.sync,
        by=granter.admin,
        request=asking,
        fingerprint=asking.fingerprint,
        folder=stick,
        role=role,
        replaces=replaces,
        command_id=desk.journal.new_id(),
    )
    given = read_grant(file)
    accept(desk.sync, by=desk.admin, grant=given, fingerprint=given.fingerprint, command_id=desk.journal.new_id())
    return given


def work(desk: RehearsalDesk, *names: str) -> list[str]:
    """Register a dossier for each name; return their ids."""
    return [
        register(desk.dossiers, by=desk.admin, form=form(name), command_id=desk.journal.new_id()).subject
        for name in names or ("Nguyễn Văn Mẫu",)
    ]


def send(desk: RehearsalDesk, stick: Path, **how: object) -> Exported:
    """Write a bundle on the stick."""
    return export(desk.sync, by=desk.admin, folder=stick, **how)  # type: ignore[arg-type]


def take(desk: RehearsalDesk, file: Path, *, dry_run: bool = False) -> Imported:
    """Take a bundle."""
    return import_bundle(desk.sync, by=desk.admin, file=file, dry_run=dry_run)


def answer(hub: RehearsalDesk, desk: RehearsalDesk, stick: Path) -> Taken:
    """Let the hub acknowledge to the desk, and the desk take it."""
    file = acknowledge(hub.sync, by=hub.admin, desk=desk.journal.desk_id, folder=stick).file
    return take_acknowledgement(desk.sync, by=desk.admin, file=Path(file))


def state(desk: RehearsalDesk) -> str:
    """Return the digest over all chains of a desk."""
    return state_of(list_heads(desk.journal.reading()))


def everything(desk: RehearsalDesk) -> dict[str, list[tuple[object, ...]]]:
    """Return the content of every folded table."""
    return table_contents(desk.journal.reading(), desk.journal.registry)
