"""One entry of outreach as its history makes it."""

from collections.abc import Mapping, Sequence
from datetime import date

from desk_app.guidance.outreach.facts import Kind, OutreachRecorded, OutreachWithdrawn
from desk_app.journal.entry import Recorded
from desk_app.kernel.records import Record

KIND_WORDS: Mapping[Kind, str] = {
    "launch": "lễ ra quân, phát động",
    "broadcast": "phát thanh, truyền hình",
    "post": "bài đăng",
    "followers": "người theo dõi",
    "views": "lượt xem",
    "training": "tập huấn",
}
UNIT_WORDS: Mapping[Kind, str] = {
    "launch": "người dự",
    "broadcast": "lần phát",
    "post": "bài",
    "followers": "người",
    "views": "lượt",
    "training": "người dự",
}


class OutreachItem(Record):
    """What was done on a day, by which desk's account; ``withdrawn`` is the reason why it counts no more."""

    id: str
    desk: str
    officer: str
    kind: Kind
    on: date
    count: int
    title: str
    evidence: str
    withdrawn: str = ""


def folded(history: Sequence[Recorded]) -> OutreachItem | None:
    """Return the entry that its history leads to; None while its first part has not arrived."""
    first = next((each for each in history if isinstance(each.fact, OutreachRecorded)), None)
    if first is None or not isinstance(first.fact, OutreachRecorded):
        return None
    fact = first.fact
    withdrawn = next((each.fact.reason for each in history if isinstance(each.fact, OutreachWithdrawn)), "")
    return OutreachItem(
        id=first.entry.subject,
        desk=first.entry.desk,
        officer=first.entry.actor,
        kind=fact.kind,
        on=fact.on,
        count=fact.count,
        title=fact.title,
        evidence=fact.evidence,
        withdrawn=withdrawn,
    )
