"""The office's receipt keys on their way: to a new desk of the office in its grant, to a replacing one from an escrow."""

import base64

from desk_app.office.tables import RECEIPT_KEY, adopt_secret, get_secret
from desk_app.storage.engine import Database
from desk_app.sync import rejections
from desk_app.sync.enrolment_files import Request
from desk_app.sync.escrow import find_escrow
from desk_app.sync.keys import identities
from desk_app.sync.recovery_key import RecoveryKey
from desk_app.sync.room import KEYS, Sync


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


def adopt_receipt_keys(room: Sync, *, by: str, key: RecoveryKey, desk: str) -> int:
    """Prove from now on the receipts that ``desk`` issued, a lost one that this desk replaces; return how many keys came."""
    room.require(by, KEYS)
    escrow = find_escrow(room.journal.reading(), desk, key.public).opened(key.identity)
    kept = [bytes.fromhex(each) for each in escrow.receipt_keys]

    def adopt(db: Database) -> None:
        # The present key comes last: it is the one that marks new receipts from now on.
        for each in reversed(kept):
            adopt_secret(db, RECEIPT_KEY, each)

    room.journal.store.transact(adopt)
    return len(kept)
