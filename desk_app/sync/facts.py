"""What the journal keeps about sync: public keys, whom this desk trusts, the office's recovery key. Never a secret in the clear."""

from datetime import datetime
from typing import ClassVar, Literal

from desk_app.journal.fact import Fact

Role = Literal["hub", "desk"]


class KeysMade(Fact):
    """The desk that wrote this has these keys from now on; ``signature`` is by the keys before, empty for the first."""

    KIND: ClassVar[str] = "sync.keys_made"

    generation: int
    sign: str
    seal: str
    signature: str
    made_at: datetime


class KeysEscrowed(Fact):
    """The secret keys of the desk that wrote this, sealed by age to the office's recovery key; base64."""

    KIND: ClassVar[str] = "sync.keys_escrowed"

    generation: int
    recovery: str
    sealed: str


class RecoveryNamed(Fact):
    """The desk that wrote this seals its bundles to this recovery key, too."""

    KIND: ClassVar[str] = "sync.recovery_named"

    seal: str
    named_at: datetime


class Trusted(Fact):
    """The desk that wrote this takes files of ``desk`` from now on. ``replaces`` is a lost desk whose work it goes on with."""

    KIND: ClassVar[str] = "sync.trusted"

    desk: str
    role: Role
    office_code: str
    desk_number: int
    name: str
    sign: str
    seal: str
    replaces: str
    trusted_at: datetime


class Revoked(Fact):
    """The desk that wrote this takes nothing any more that is signed by ``sign``; empty: by any key of ``desk``."""

    KIND: ClassVar[str] = "sync.revoked"

    desk: str
    sign: str
    reason: str
    revoked_at: datetime


def keys_subject(desk: str) -> str:
    """Return the journal subject of a desk's own keys."""
    return f"sync-keys:{desk}"


def trust_subject(writer: str, desk: str) -> str:
    """Return the journal subject of what ``writer`` thinks of ``desk``."""
    return f"sync-trust:{writer}:{desk}"
