"""What can happen to a line of the screening list: one person of an area who lacks papers.

The subject of each entry is the line's id, so that two people entering the list at two desks never contradict each other.
"""

from datetime import datetime
from typing import ClassVar, Literal

from desk_app.dossiers.person import Person
from desk_app.journal.fact import Fact
from desk_app.kernel.records import Record

Source = Literal["hamlet_head", "police", "office", "file"]
EndReason = Literal["duplicate", "moved", "died", "has_papers", "other"]
How = Literal["dossier", "elsewhere", "not_needed"]
"""A paper is there: by a dossier of this office, made elsewhere, or it proved not to be lacking."""


class Found(Record):
    """A person as whoever found them describes them.

    ``lacks`` are keys of the papers lacking, ``other`` says which one the key «other» means. ``guardian`` is who answers
    for a child. ``told_by`` is who found them, ``file_row`` the line of the file it was read from.
    """

    person: Person
    area: str
    lacks: tuple[str, ...]
    other: str = ""
    guardian: str = ""
    source: Source = "office"
    told_by: str = ""
    file_row: str = ""
    note: str = ""


class LineAdded(Fact):
    """Somebody who lacks papers was entered."""

    KIND: ClassVar[str] = "screening.line_added"

    found: Found
    added_at: datetime


class LineChanged(Fact):
    """What the line says of the person was put right; None leaves a part as it is."""

    KIND: ClassVar[str] = "screening.line_changed"

    changed_at: datetime
    person: Person | None = None
    area: str | None = None
    guardian: str | None = None
    note: str | None = None


class LacksAdded(Fact):
    """The same person lacks further papers."""

    KIND: ClassVar[str] = "screening.lacks_added"

    lacks: tuple[str, ...]
    other: str
    added_at: datetime


class LackSettled(Fact):
    """One paper lacks no more; ``dossier`` is the id of the dossier it came by, or empty."""

    KIND: ClassVar[str] = "screening.lack_settled"

    lack: str
    how: How
    dossier: str
    note: str
    settled_at: datetime


class Invited(Fact):
    """The person is asked to come to a session; ``carried_from`` is the one they are carried over from, or empty."""

    KIND: ClassVar[str] = "screening.invited"

    session: str
    carried_from: str
    invited_at: datetime


class Attended(Fact):
    """The person came to a session; not ``came`` takes that back."""

    KIND: ClassVar[str] = "screening.attended"

    session: str
    came: bool
    came_at: datetime


class LineEnded(Fact):
    """The line is followed no more; ``duplicate_of`` is the line that stands for the same person."""

    KIND: ClassVar[str] = "screening.line_ended"

    reason: EndReason
    duplicate_of: str
    note: str
    ended_at: datetime


class LineReopened(Fact):
    """The line is followed again."""

    KIND: ClassVar[str] = "screening.line_reopened"

    reopened_at: datetime


class KeptApart(Fact):
    """A person looked at two lines that seem to mean one person, and found two."""

    KIND: ClassVar[str] = "screening.kept_apart"

    other: str
    decided_at: datetime
