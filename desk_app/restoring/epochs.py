"""A new epoch: the desk counts its entries anew, so that what an older copy of it wrote is never mixed with what it writes now."""

from collections.abc import Callable
from datetime import datetime

from desk_app.desk import Desk, open_desk
from desk_app.home_card import HomeCard, read_card, write_card
from desk_app.journal import tables as journal_tables
from desk_app.journal.slices import highest_own_clock
from desk_app.journal.write_door import Writing
from desk_app.kernel.paths import Home
from desk_app.kernel.records import Record, changed
from desk_app.kernel.texts import checked_line
from desk_app.kernel.time_source import TimeSource
from desk_app.restoring.numbers import leave_numbers_out
from desk_app.storage.alone import require_alone
from desk_app.storage.faults import translating
from desk_app.upkeep.facts import EpochBegun, Why, epoch_subject
from desk_app.upkeep.room import RESTORE

_LONGEST_REASON = 300


class NewEpoch(Record):
    """A desk after its new beginning; ``skipped_to`` is the last code that it will not give out today."""

    home: str
    desk_id: str
    desk_number: int
    previous: int
    epoch: int
    skipped_to: str


def next_epoch(previous: int, at: datetime) -> int:
    """Return the number of the epoch that begins now: its moment as ``yymmddhhmm``, and always more than the one before.

    A moment, not a count: the same copy restored twice must begin two different epochs.
    """
    return max(previous + 1, int(f"{at:%y%m%d%H%M}"))


def begin_anew(
    home: Home, *, reason: str, sign_in: Callable[[Desk], str], time: TimeSource, password: str = ""
) -> NewEpoch:
    """Let the desk of a cloned folder begin a new epoch; ``sign_in`` returns who acts in the open desk.

    Raises ``NotAllowed`` without the permission, ``InvalidInput`` without a reason, ``Conflict`` while another program has the
    folder open; nothing is changed then.
    """
    reason = checked_line(reason, field="reason", label="Lý do", longest=_LONGEST_REASON, required=True)
    desk = open_desk(home, time=time, password=password)
    try:
        by, key = sign_in(desk), desk.journal.store.key
        desk.upkeep.require(by, RESTORE)
    finally:
        desk.close()
    with translating():
        require_alone(home.database, key)
    before = read_card(home)
    write_card(home, changed(before, epoch=next_epoch(before.epoch, time.now())))
    desk = open_desk(home, time=time, password=password)
    try:
        return begin_epoch(desk, by=by, why="cloned", reason=reason, before=before)
    finally:
        desk.close()


def begin_epoch(
    desk: Desk, *, by: str, why: Why, reason: str, before: HomeCard, copied_at: datetime | None = None
) -> NewEpoch:
    """Write the first entry of the epoch that stands on the desk's card, later than everything it wrote before."""
    own = desk.journal.desk_id
    skipped: list[str] = []

    def decide(writing: Writing) -> None:
        fact = EpochBegun(
            why=why,
            reason=reason,
            previous=before.epoch,
            last=journal_tables.head(writing.db, own, before.epoch).seq,
            copied_at=copied_at,
            begun_at=writing.now,
        )
        journal_tables.adopt_clock(writing.db, highest_own_clock(writing.db, own))
        writing.add(epoch_subject(own), fact)
        skipped.append(leave_numbers_out(desk, writing.db, writing.now.date()))

    desk.journal.write(by=by, permission=RESTORE, command_id=desk.journal.new_id(), decide=decide)
    return NewEpoch(
        home=str(desk.home.folder),
        desk_id=own,
        desk_number=desk.card.desk_number,
        previous=before.epoch,
        epoch=desk.card.epoch,
        skipped_to=skipped[0],
    )
