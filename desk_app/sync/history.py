"""What a desk that replaces a lost one gets back: everything of its office, from whoever lets it in.

It goes on under a number of its own: nobody knows which codes the lost desk still printed, and a code that two citizens hold is
worse than a number that is used no more.
"""

from pathlib import Path

from desk_app.kernel.errors import BundleRejected
from desk_app.sync.acknowledgement import acknowledge, take_acknowledgement
from desk_app.sync.chains import desks_of
from desk_app.sync.cover import ACKNOWLEDGEMENT, ENTRIES
from desk_app.sync.enrolment_files import Grant
from desk_app.sync.export import Exported, Watch, export_from, receiver_named
from desk_app.sync.importing import Imported, import_bundle
from desk_app.sync.package import read_cover
from desk_app.sync.rejections import StaleAcknowledgement
from desk_app.sync.room import EXCHANGE, Sync
from desk_app.sync.sealing import SUFFIX


def write_history(room: Sync, *, by: str, desk: str, folder: Path, watch: Watch | None = None) -> Exported:
    """Write for a desk that was let in all that is held here of its office, and an acknowledgement, so that none of it comes back.

    Of other offices nothing goes along. Raises ``NotFound`` for an unknown desk, ``Refused`` where nothing is held,
    ``DeviceTrouble`` when the medium fails.
    """
    room.require(by, EXCHANGE)
    to = receiver_named(room, desk)
    desks = desks_of(room, to.office_code) | {room.journal.desk_id}
    made = export_from(room, by=by, folder=folder, starts={}, to=(to,), desks=desks, watch=watch)
    acknowledge(room, by=by, desk=to.desk, folder=folder)
    return made


def take_history(
    room: Sync, *, by: str, grant: Grant, folder: Path, watch: Watch | None = None
) -> tuple[Imported, ...]:
    """Take what the granter wrote for this desk into the folder of the grant; once more is harmless.

    Raises what ``import_bundle`` and ``take_acknowledgement`` raise; what was taken until then stays.
    """
    taken = []
    for file in sorted(folder.glob(f"*{SUFFIX}")):
        kind = _kind_for_us(room, grant, file)
        if kind == ENTRIES:
            taken.append(import_bundle(room, by=by, file=file, watch=watch))
        elif kind == ACKNOWLEDGEMENT:
            _take_answer(room, by, file)
    return tuple(taken)


def _kind_for_us(room: Sync, grant: Grant, file: Path) -> str:
    """Return the kind of a file that the granter wrote for this desk; empty for any other file of the stick."""
    try:
        cover = read_cover(file)
    except BundleRejected:
        return ""
    return cover.kind if cover.desk == grant.desk and room.journal.desk_id in cover.to else ""


def _take_answer(room: Sync, by: str, file: Path) -> None:
    try:
        take_acknowledgement(room, by=by, file=file)
    except StaleAcknowledgement:
        # Taken before: this is the second time.
        return
