"""The cover of a bundle: what it holds, in the clear and signed, so that it can be shown before anything is opened.

It names desks, numbers and kinds of entries; never a person.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any

import msgspec

from desk_app.kernel.records import Record

FORMAT = 1
OLDEST_FORMAT = 1
ENTRIES = "entries"
ACKNOWLEDGEMENT = "acknowledgement"
NAMESPACE = "mot-cua-bundle"
ROTATION_NAMESPACE = "mot-cua-rotation"
KIND_WORDS: Mapping[str, str] = {
    ENTRIES: "gói bút toán",
    ACKNOWLEDGEMENT: "báo nhận",
    "reference": "dữ liệu dùng chung",
}

Digest = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
Whole = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]
Name = Annotated[str, msgspec.Meta(pattern="^[0-9A-Za-z._-]{1,64}$")]
BundleId = Annotated[str, msgspec.Meta(pattern="^[0-9a-f-]{36}$")]
First = Annotated[int, msgspec.Meta(ge=1, le=2**63 - 1)]


class Slice(Record):
    """A run of one desk's entries: ``previous`` is the digest before ``first``, ``digest`` that of ``last``."""

    desk: Name
    epoch: Whole
    first: First
    last: First
    previous: Digest
    digest: Digest

    @property
    def count(self) -> int:
        """Return how many entries it holds."""
        return self.last - self.first + 1


class Rotation(Record):
    """A desk's next keys, signed by the keys before: how a receiver that knows only the old ones comes to the new."""

    generation: First
    sign: str
    seal: str
    signature: str


class Cover(Record):
    """What is inside, for whom, from whom.

    ``bundle`` names it; ``before`` is the bundle that the same desk wrote before. ``to`` lists the desks that can open it
    besides the writer itself and the office's recovery key. ``size`` is that of the opened
    payload in bytes.
    ``kinds`` counts the entries of each
    kind, ``versions`` is the highest version of each; ``reference`` a short digest of each table of reference data as the
    writer had it; ``states`` counts its dossiers by status. ``payload`` is the SHA-256 of the next member.
    """

    format: int
    kind: Name
    bundle: BundleId
    before: str
    desk: Name
    epoch: Whole
    office: str
    written_at: datetime
    program: str
    to: tuple[str, ...]
    key: str
    rotations: tuple[Rotation, ...]
    size: Whole
    payload: Digest
    entries: Whole = 0
    slices: tuple[Slice, ...] = ()
    kinds: dict[str, First] = msgspec.field(default_factory=dict)
    versions: dict[str, First] = msgspec.field(default_factory=dict)
    states: dict[str, Whole] = msgspec.field(default_factory=dict)
    reference: dict[str, str] = msgspec.field(default_factory=dict)
    about: dict[str, str] = msgspec.field(default_factory=dict)

    @property
    def member(self) -> str:
        """Return the name under which the payload stands in the archive."""
        return f"{ENTRIES}.ndjson.zst.age" if self.kind == ENTRIES else f"{self.kind}.json.zst.age"


class Kept(Record, forbid_unknown_fields=False):
    """The two fields that stay what they are in every format."""

    format: int
    kind: str


def rotation_statement(desk: str, generation: int, sign: str, seal: str) -> bytes:
    """Return the bytes that a desk's older key signs to name its next keys."""
    from desk_app.kernel.records import canonical

    said: dict[str, Any] = {"desk": desk, "generation": generation, "seal": seal, "sign": sign}
    return canonical(said)
