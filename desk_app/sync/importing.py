"""Taking a bundle: everything is proved before the first entry is taken; then step by step, each step whole or not at all."""

import json
from pathlib import Path

from desk_app.journal import tables as journal_tables
from desk_app.journal.merge import Fork
from desk_app.kernel.errors import BundleRejected
from desk_app.kernel.time_source import milliseconds
from desk_app.storage.engine import Database
from desk_app.sync import rejections
from desk_app.sync.cover import ENTRIES
from desk_app.sync.imported import ChainVerdict, Gap, Imported
from desk_app.sync.package import Opened, open_package
from desk_app.sync.parked import list_parked
from desk_app.sync.room import EXCHANGE, Sync
from desk_app.sync.tables import carried
from desk_app.sync.taking import Each, Taking, Watch

__all__ = ["ChainVerdict", "Gap", "Imported", "Watch", "import_bundle", "retry_parked"]


def import_bundle(
    room: Sync, *, by: str, file: Path, dry_run: bool = False, watch: Watch | None = None, each: Each | None = None
) -> Imported:
    """Take a bundle, or say what taking it would change; repetition is harmless, and so is an interruption.

    ``each(entry)`` hears of every entry that is new here, before it is taken or, in a dry run, instead.
    Raises ``BundleRejected`` naming what is wrong: nothing is taken then, an alarm is left where no mishap explains it.
    Raises ``DeviceTrouble`` when a medium fails, and what ``watch(done, total)`` raises: the steps until then stay.
    """
    room.require(by, EXCHANGE)
    try:
        with open_package(room, file, kind=ENTRIES) as opened:
            return _judged(room, opened, dry_run=dry_run, watch=watch, each=each)
    except BundleRejected as refusal:
        if not dry_run:
            _leave_alarm(room, refusal)
        raise


def retry_parked(room: Sync, *, by: str) -> tuple[Imported | BundleRejected, ...]:
    """Take the bundles that waited for a newer program; what is taken or refused for good is kept aside no longer."""
    outcomes: list[Imported | BundleRejected] = []
    for file in list_parked(room):
        try:
            outcomes.append(import_bundle(room, by=by, file=file))
        except rejections.Newer as still:
            outcomes.append(still)
            continue
        except BundleRejected as refusal:
            outcomes.append(refusal)
        file.unlink(missing_ok=True)
    return tuple(outcomes)


def _judged(room: Sync, opened: Opened, *, dry_run: bool, watch: Watch | None, each: Each | None) -> Imported:
    """Take an opened bundle; a refusal is kept for the acknowledgement to its writer."""
    try:
        taking = Taking(room, opened, dry_run=dry_run, watch=watch, each=each)
        result = taking.run()
    except BundleRejected as refusal:
        if not dry_run:
            _note_refused(room, opened, refusal)
        raise
    if not dry_run:
        _note_taken(room, result)
    return result


def _leave_alarm(room: Sync, refusal: BundleRejected) -> None:
    alarming = isinstance(refusal, Fork) or (isinstance(refusal, rejections.Rejected) and refusal.alarming)
    if not alarming:
        return
    kind, desk = ("fork", refusal.desk) if isinstance(refusal, Fork) else (refusal.code, "")
    at = milliseconds(room.journal.time.now())
    room.journal.store.transact(lambda db: journal_tables.raise_alarm(db, at, kind, desk, refusal.message))


def _note_refused(room: Sync, opened: Opened, refusal: BundleRejected) -> None:
    slices = [(each.desk, each.epoch, each.first, each.last) for each in opened.cover.slices]
    row = carried.RefusedRow(
        bundle=opened.cover.bundle,
        code=refusal.code,
        at=room.journal.time.now(),
        file=opened.parts.name,
        message=refusal.message,
        slices=json.dumps(slices),
    )
    room.journal.store.transact(lambda db: carried.put_refused(db, opened.cover.desk, row))


def _note_taken(room: Sync, result: Imported) -> None:
    def note(db: Database) -> None:
        carried.drop_refused(db, result.bundle)
        carried.put_received(
            db,
            bundle=result.bundle,
            at=room.journal.time.now(),
            file=result.file,
            writer=result.writer,
            entries=result.entries,
            taken=result.taken,
        )

    room.journal.store.transact(note)
