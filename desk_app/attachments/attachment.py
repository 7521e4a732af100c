"""An attachment as its history makes it."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from desk_app.attachments.facts import Added, MediaType, Purged, Removed, attachment_id_of
from desk_app.journal.entry import Recorded

Ended = Literal["", "removed", "purged"]


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """One image of a paper; ``desk`` is where its file stands. ``ended`` says how it was erased, empty while it is kept."""

    id: str
    dossier: str
    paper: str
    media_type: MediaType
    size: int
    sha256: str
    sensitive: bool
    keep_months: int
    added_at: datetime
    added_by: str
    desk: str
    ended: Ended = ""
    ended_at: datetime | None = None
    ended_by: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Kept:
    """An attachment beside its dossier: the code, and the day on which that came to its end, None before it."""

    attachment: Attachment
    code: str
    ended_on: date | None

    @property
    def keep_until(self) -> date | None:
        """Return the last day on which it is kept; None while the dossier is open."""
        return None if self.ended_on is None else months_after(self.ended_on, self.attachment.keep_months)

    def is_expired(self, today: date) -> bool:
        """Tell whether its time is over and it has not been erased yet."""
        last = self.keep_until
        return not self.attachment.ended and last is not None and last < today


def folded(history: Sequence[Recorded]) -> Attachment | None:
    """Return the attachment that its entries, in clock order, lead to; the first ending stands. None without a beginning."""
    made = next((_added(each.fact, each) for each in history if isinstance(each.fact, Added)), None)
    if made is None:
        return None
    for recorded in history:
        fact, entry = recorded.fact, recorded.entry
        if isinstance(fact, Removed):
            return replace(made, ended="removed", ended_at=fact.removed_at, ended_by=entry.actor, reason=fact.reason)
        if isinstance(fact, Purged):
            return replace(made, ended="purged", ended_at=fact.purged_at, ended_by=entry.actor)
    return made


def months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day where it has fewer."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _added(fact: Added, recorded: Recorded) -> Attachment:
    return Attachment(
        id=attachment_id_of(recorded.entry.subject),
        dossier=fact.dossier,
        paper=fact.paper,
        media_type=fact.media_type,
        size=fact.size,
        sha256=fact.sha256,
        sensitive=fact.sensitive,
        keep_months=fact.keep_months,
        added_at=fact.added_at,
        added_by=recorded.entry.actor,
        desk=recorded.entry.desk,
    )
