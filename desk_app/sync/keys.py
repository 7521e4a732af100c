"""This desk's own keys: made when they are first needed, announced in the journal, rotated, sealed away for the day they are lost.

The secret halves stand in the encrypted database and are as safe as its key; they never enter the journal but under the
office's recovery key.
"""

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.ids import command_id_of
from desk_app.storage.engine import Database
from desk_app.sync.cover import ROTATION_NAMESPACE, Rotation, rotation_statement
from desk_app.sync.escrow import escrow, keep_recovery_file
from desk_app.sync.facts import KeysMade, keys_subject
from desk_app.sync.key_pair import SecretKeys, new_keys
from desk_app.sync.room import EXCHANGE, KEYS, Sync
from desk_app.sync.tables import trust as trust_tables


def own_keys(room: Sync, *, by: str) -> SecretKeys:
    """Return this desk's present keys, made now if there are none; the making is a journal entry of ``by``."""
    if kept := trust_tables.list_secret_keys(room.journal.reading()):
        return kept[0]
    made = new_keys(1)

    def decide(writing: Writing) -> None:
        if not trust_tables.list_secret_keys(writing.db):
            announce(room, writing, made, before=None)

    command_id = command_id_of(f"sync-keys:{room.journal.desk_id}:{room.journal.seat.epoch}")
    room.journal.write(by=by, permission=EXCHANGE, command_id=command_id, decide=decide)
    return trust_tables.list_secret_keys(room.journal.reading())[0]


def rotate_keys(room: Sync, *, by: str, command_id: str) -> Written:
    """Take new keys; the old ones sign for the new, and go on opening what is still on its way."""

    def decide(writing: Writing) -> None:
        kept = trust_tables.list_secret_keys(writing.db)
        before = kept[0] if kept else None
        announce(room, writing, new_keys(before.generation + 1 if before else 1), before=before)

    written = room.journal.write(by=by, permission=KEYS, command_id=command_id, decide=decide)
    keep_recovery_file(room)
    return written


def announce(room: Sync, writing: Writing, keys: SecretKeys, *, before: SecretKeys | None) -> None:
    """Keep new keys and say so in the journal; ``before`` signs for them."""
    desk, public = room.journal.desk_id, keys.public
    statement = rotation_statement(desk, keys.generation, public.sign, public.seal)
    fact = KeysMade(
        generation=keys.generation,
        sign=public.sign,
        seal=public.seal,
        signature=before.signed(statement, ROTATION_NAMESPACE).decode() if before else "",
        made_at=writing.now,
    )
    trust_tables.put_secret_keys(writing.db, keys)
    writing.add(keys_subject(desk), fact)
    if recovery := trust_tables.recovery_of(writing.db, desk):
        escrow(room, writing, keys, recovery)


def identities(db: Database) -> tuple[str, ...]:
    """Return every age identity of this desk, the present one first."""
    return tuple(each.seal for each in trust_tables.list_secret_keys(db))


def own_rotations(db: Database, desk: str) -> tuple[Rotation, ...]:
    """Return how this desk came from its first keys to the present ones; nothing while it has its first."""
    return tuple(each for each in trust_tables.rotations_of(db, desk) if each.signature)
