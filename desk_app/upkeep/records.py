"""What stands beside a copy, and what this desk remembers of its own upkeep."""

from datetime import datetime

from desk_app.kernel.records import Record
from desk_app.storage.key_store import KeyPlace

FORMAT = 1


class Head(Record):
    """How far one chain reaches in a copy; ``digest`` is hexadecimal."""

    desk: str
    epoch: int
    seq: int
    digest: str


class StoredFile(Record):
    """A sealed file that belongs to a copy; all copies of a desk share one folder of them."""

    name: str
    bytes: int


class CopyCard(Record):
    """What a copy says of itself in the clear: no personal data, no key.

    ``key`` is where the desk keeps the key of the database; ``recovery`` says that the key lies with the copy, sealed to the
    office's recovery key.
    """

    format: int
    desk_id: str
    office_code: str
    desk_number: int
    epoch: int
    made_at: datetime
    bytes: int
    entries: int
    dossiers: int
    heads: tuple[Head, ...]
    attachments: tuple[StoredFile, ...]
    key: KeyPlace
    recovery: bool


class Copied(Record):
    """A copy that was made and proved; ``file`` is its database. ``same_disk``: it lies on the disk it should outlive."""

    file: str
    folder: str
    made_at: datetime
    bytes: int
    entries: int
    dossiers: int
    attachments: int
    missing_attachments: int
    key: KeyPlace
    recovery: bool
    same_disk: bool
    copies: int
    removed: int


class Trouble(Record):
    """Why the copy of a day could not be made."""

    at: datetime
    code: str
    message: str
    hint: str


class Rehearsed(Record):
    """How the last rehearsal of a restore ended; ``words`` says what was wrong, empty when nothing was."""

    at: datetime
    ok: bool
    copied_at: datetime
    entries: int
    words: str
