"""What an acknowledgement says, and what became of one."""

from datetime import datetime
from typing import Literal

from desk_app.kernel.records import Record
from desk_app.sync.enrolment_files import Lease


class Held(Record):
    """Up to where the writer holds a chain, and the digest there (hexadecimal)."""

    desk: str
    epoch: int
    seq: int
    digest: str


class Refusal(Record):
    """A bundle that was not taken, and the slices ``(desk, epoch, first, last)`` that it would have brought."""

    bundle: str
    file: str
    code: str
    message: str
    refused_at: datetime
    slices: tuple[tuple[str, int, int, int], ...]


class Contradiction(Record):
    """A finding that an entry of the receiver takes part in."""

    subject: str
    kind: str
    entry: str
    against: str
    words: str


class Void(Record):
    """A key nobody may trust any more; ``sign`` is empty for all keys of the desk."""

    desk: str
    sign: str
    reason: str


class Acknowledgement(Record):
    """What the writer holds of everybody, and what it has to say to one desk. ``number`` only ever grows.

    ``state`` is a digest over all heads: two desks with the same state hold the same entries.
    """

    number: int
    to: str
    written_at: datetime
    heads: tuple[Held, ...]
    entries: int
    state: str
    gaps: tuple[tuple[str, int, int, int], ...]
    refusals: tuple[Refusal, ...]
    findings: tuple[Contradiction, ...]
    revoked: tuple[Void, ...]
    leases: tuple[Lease, ...]
    reference: dict[str, str]


class Acknowledged(Record):
    """An acknowledgement that was written."""

    file: str
    number: int
    to: str


class Taken(Record):
    """What an acknowledgement said; ``waiting`` entries of this desk are not over there yet, ``newly_revoked`` desks are out.

    ``verdict`` is ``known`` for the very same one that was taken before.
    """

    number: int
    writer: str
    writer_label: str
    written_at: datetime
    heads: tuple[Held, ...]
    own_seq: int
    waiting: int
    refusals: tuple[Refusal, ...]
    findings: tuple[Contradiction, ...]
    gaps: tuple[tuple[str, int, int, int], ...]
    newly_revoked: tuple[str, ...]
    verdict: Literal["taken", "known"]
