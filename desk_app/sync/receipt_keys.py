"""The office's receipt keys on their way: to a new desk of the office in its grant, to a replacing one from an escrow."""

import base64

from desk_app.journal.write_door import Writing
from desk_app.office.tables import RECEIPT_KEY, adopt_secret, get_secret
from desk_app.sync import rejections
from desk_app.sync.enrolment_files import Request
from desk_app.sync.escrow import escrow, find_escrow, keep_recovery_file, name_recovery
from desk_app.sync.keys import identities, own_keys
from desk_app.sync.recovery_key import RecoveryKey
from desk_app.sync.room import KEYS, Sync
from desk_app.sync.tables import trust as tables


def sealed_receipt_key(room: Sync, of: Request) -> str:
    """Return the office's receipt key sealed to a newcomer of the same office (age, base64); empty for another office's."""
    import pyrage

    if of.office_code != room.card.office_code:
        return ""
    key = get_secret(room.journal.reading(), RECEIPT_KEY)
    return base64.b64encode(pyrage.encrypt(key, [pyrage.x25519.Recipient.from_str(of.keys.seal)])).decode()


def adopt_sealed_receipt_key(room: Sync, sealed: str) -> None:
    """Prove and mark receipts by the office's key from now on; raise ``BadEnrolment`` for one that was not sealed to us."""
    import pyrage

    kept = (pyrage.x25519.Identity.from_str(each) for each in identities(room.journal.reading()))
    try:
        key = pyrage.decrypt(base64.b64decode(sealed, validate=True), list(kept))
    except (pyrage.DecryptError, ValueError):
        raise rejections.BadEnrolment(file="cấp quyền") from None
    room.journal.store.transact(lambda db: adopt_secret(db, RECEIPT_KEY, key))


def adopt_receipt_keys(room: Sync, *, by: str, key: RecoveryKey, desk: str, command_id: str) -> int:
    """Prove from now on the receipts that ``desk`` issued, a lost one that this desk replaces; return how many keys came.

    They go under the recovery key with this desk's own secrets, so that its own loss does not lose them. Raises ``NotFound`` and
    ``Refused`` as ``find_escrow`` does.
    """
    room.require(by, KEYS)
    own, own_id = own_keys(room, by=by), room.journal.desk_id
    kept = [
        bytes.fromhex(each)
        for each in find_escrow(room.journal.reading(), desk, key.public).opened(key.identity).receipt_keys
    ]

    def decide(writing: Writing) -> None:
        # The present key comes last: it is the one that marks new receipts from now on.
        for each in reversed(kept):
            adopt_secret(writing.db, RECEIPT_KEY, each)
        if recovery := tables.recovery_of(writing.db, own_id):
            escrow(room, writing, own, recovery)
        else:
            name_recovery(room, writing, key.public)

    room.journal.write(by=by, permission=KEYS, command_id=command_id, decide=decide)
    keep_recovery_file(room)
    return len(kept)
