"""The office's recovery key while it is on its way to paper or back: words, a QR, an age identity."""

from desk_app.scanner.profile import Profile
from desk_app.scanner.repair import readings, stripped
from desk_app.sync import spelling
from desk_app.sync.key_pair import identity_of, new_secret, recipient_of, secret_of_identity


class RecoveryKey:
    """A recovery key while it is on its way to paper: nowhere else is it kept."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    @property
    def words(self) -> str:
        """Return the key as 14 groups of a word and a number."""
        return spelling.secret_words(self._secret)

    @property
    def identity(self) -> str:
        """Return the key as the age tool reads it: ``AGE-SECRET-KEY-1…``."""
        return identity_of(self._secret)

    @property
    def public(self) -> str:
        """Return the public half, ``age1…``."""
        return recipient_of(self.identity)

    @property
    def fingerprint(self) -> str:
        """Return six groups by which the paper is told from an older one."""
        return spelling.fingerprint(self.public)


def new_recovery() -> RecoveryKey:
    """Return a fresh key; put it on paper before it is named."""
    return RecoveryKey(new_secret())


def recovery_from(words: str) -> RecoveryKey:
    """Return the key that stands on the paper, typed in groups or scanned; raise ``InvalidInput`` saying which group is wrong."""
    plain = stripped(words)
    # The desk is not open, so what its scanner garbles is not known: a check in the key itself tells which reading is right.
    tried = (plain, *(reading.text for reading in readings(plain, Profile(layout="vn"))))
    scanned = next(filter(None, map(secret_of_identity, tried)), None)
    return RecoveryKey(scanned or spelling.secret_of(words))
