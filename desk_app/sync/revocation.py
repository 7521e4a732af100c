"""Taking desks and keys out again."""

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import NotFound
from desk_app.kernel.texts import checked_line
from desk_app.sync.facts import Revoked, trust_subject
from desk_app.sync.room import EXCHANGE, KEYS, Sync
from desk_app.sync.trust import list_trusted

_LONGEST_REASON = 200


def revoke(room: Sync, *, by: str, desk: str, reason: str, sign: str = "", command_id: str) -> Written:
    """Take nothing any more from a desk, or (``sign``) that one of its keys signed; told to all by acknowledgements.

    Raises ``NotFound`` for a desk that was never let in.
    """
    room.require(by, KEYS)
    why = checked_line(reason, field="reason", label="Lý do", longest=_LONGEST_REASON, required=True)
    if desk not in {each.desk for each in list_trusted(room)}:
        raise NotFound("sync.no_receiver", f"Không có máy «{desk}» trong danh sách.", "Xem: «desk sync status».")

    def decide(writing: Writing) -> None:
        note_revoked(room, writing, desk=desk, sign=sign, reason=why)

    return room.journal.write(by=by, permission=KEYS, command_id=command_id, decide=decide)


def follow_revocation(room: Sync, *, by: str, desk: str, sign: str, reason: str, command_id: str) -> Written:
    """Take back what a hub took back, as its acknowledgement says; whoever may take that may do this."""

    def decide(writing: Writing) -> None:
        note_revoked(room, writing, desk=desk, sign=sign, reason=reason)

    return room.journal.write(by=by, permission=EXCHANGE, command_id=command_id, decide=decide)


def note_revoked(room: Sync, writing: Writing, *, desk: str, reason: str, sign: str = "") -> None:
    """Say in the journal that nothing is taken of a desk, or of one of its keys, any more."""
    fact = Revoked(desk=desk, sign=sign, reason=reason, revoked_at=writing.now)
    writing.add(trust_subject(room.journal.desk_id, desk), fact)
