"""The inbox: every file in a folder taken in one go, each with its verdict, and an answer to each desk that wrote."""

from collections.abc import Callable
from pathlib import Path

from desk_app.kernel.errors import BundleRejected, NotFound
from desk_app.kernel.records import Record, changed
from desk_app.sync.acknowledgement import acknowledge
from desk_app.sync.cover import ENTRIES
from desk_app.sync.importing import Imported, import_bundle
from desk_app.sync.package import SUFFIX, read_cover
from desk_app.sync.room import EXCHANGE, Sync
from desk_app.sync.trust import find_trusted

Say = Callable[[int, int], None]


class FileVerdict(Record):
    """What became of one file: what it brought, or the code and words of why it was refused; both empty for other files.

    ``skipped`` says why a file was left alone: an answer to somebody, a request, another kind. ``answer`` is the file of the
    acknowledgement that was written to its writer, empty without one.
    """

    file: str
    writer: str = ""
    imported: Imported | None = None
    error: str = ""
    message: str = ""
    hint: str = ""
    skipped: str = ""
    answer: str = ""


class Inbox(Record):
    """One pass over a folder, file by file, with the answers that were written."""

    verdicts: tuple[FileVerdict, ...]
    answers: tuple[str, ...]
    entries: int
    refused: int


def take_inbox(
    room: Sync, *, by: str, folder: Path, answers: Path | None = None, dry_run: bool = False, say: Say | None = None
) -> Inbox:
    """Take every bundle in ``folder``, oldest name first, and answer each desk that wrote one into ``answers``.

    A refused file keeps no other from being taken. Nothing in the folder is changed or removed: taking it again is harmless.
    Raises ``NotFound`` where there is no folder, ``DeviceTrouble`` when a medium fails; ``say(done, total)`` counts files, and
    what it raises ends the pass.
    """
    room.require(by, EXCHANGE)
    files = files_in(folder)
    verdicts = []
    for place, file in enumerate(files):
        if say is not None:
            say(place, len(files))
        verdicts.append(_verdict(room, by, file, dry_run=dry_run))
    writers = {} if dry_run else dict.fromkeys(each.writer for each in verdicts if each.writer)
    written = {
        desk: acknowledge(room, by=by, desk=desk, folder=answers).file
        for desk in writers
        if answers is not None and _may_be_answered(room, desk)
    }
    return Inbox(
        verdicts=tuple(changed(each, answer=written.get(each.writer, "")) for each in verdicts),
        answers=tuple(written.values()),
        entries=sum(each.imported.taken for each in verdicts if each.imported is not None),
        refused=sum(1 for each in verdicts if each.error),
    )


def files_in(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder and of the folders right below it that may be bundles; raise ``NotFound`` without it."""
    if not folder.is_dir():
        raise NotFound("hub.no_inbox", f"Không thấy thư mục {folder}.", "Cắm lại USB, hoặc chọn thư mục khác.")
    return tuple(sorted((*folder.glob(f"*{SUFFIX}"), *folder.glob(f"*/*{SUFFIX}")), key=lambda each: each.name))


def _verdict(room: Sync, by: str, file: Path, *, dry_run: bool) -> FileVerdict:
    try:
        cover = read_cover(file)
    except BundleRejected as error:
        return FileVerdict(file=file.name, error=error.code, message=error.message, hint=error.hint)
    if cover.desk == room.journal.desk_id:
        return FileVerdict(file=file.name, skipped="tệp do chính máy này viết")
    if cover.kind != ENTRIES:
        return FileVerdict(file=file.name, skipped="không phải gói bút toán")
    try:
        imported = import_bundle(room, by=by, file=file, dry_run=dry_run)
    except BundleRejected as error:
        return FileVerdict(file=file.name, writer=cover.desk, error=error.code, message=error.message, hint=error.hint)
    return FileVerdict(file=file.name, writer=cover.desk, imported=imported)


def _may_be_answered(room: Sync, desk: str) -> bool:
    """Tell whether an answer to a desk can be sealed: strangers and desks taken back get none."""
    found = find_trusted(room, desk)
    return found is not None and found.revoked_at is None
