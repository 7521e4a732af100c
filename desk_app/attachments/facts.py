"""What the journal keeps of a paper's image: that there is one, of what, where and for how long; never the image itself."""

from datetime import date, datetime
from typing import ClassVar, Literal

from desk_app.journal.fact import Fact

MediaType = Literal["application/pdf", "image/jpeg", "image/png"]

_SUBJECT = "attachment:"


class Added(Fact):
    """An image of a paper was added to a dossier; it stands at the desk that wrote this.

    ``size`` in bytes and ``sha256`` are of the content as it is kept. ``keep_months`` after the hand-over it may be purged.
    """

    KIND: ClassVar[str] = "attachment.added"

    dossier: str
    paper: str
    media_type: MediaType
    size: int
    sha256: str
    sensitive: bool
    keep_months: int
    added_at: datetime


class Removed(Fact):
    """Somebody took the image away before its time; its key and its file are erased."""

    KIND: ClassVar[str] = "attachment.removed"

    reason: str
    removed_at: datetime


class Purged(Fact):
    """The image's time, ``kept_until``, was over; its key and its file are erased."""

    KIND: ClassVar[str] = "attachment.purged"

    kept_until: date
    purged_at: datetime


def attachment_subject(id_: str) -> str:
    """Return the journal subject of one attachment."""
    return _SUBJECT + id_


def attachment_id_of(subject: str) -> str:
    """Return the attachment that an ``attachment:`` subject names."""
    return subject.removeprefix(_SUBJECT)
