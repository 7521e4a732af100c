"""A contact of the guidance log as its history makes it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from desk_app.dossiers.person import Person
from desk_app.guidance.contacts import facts
from desk_app.journal.entry import Recorded
from desk_app.kernel.records import Record, changed

CHANNEL_WORDS: Mapping[facts.Channel, str] = {
    "hotline": "đường dây nóng",
    "zalo": "Zalo",
    "email": "thư điện tử",
    "counter": "tại quầy",
}


class Contact(Record):
    """The state of one contact: what was said, and whether somebody still has to ask again.

    ``follow_up_on`` None: there is nothing to follow up, or it is done (``follow_up_done_at``).
    """

    id: str
    desk: str
    officer: str
    channel: facts.Channel
    person: Person
    procedure: str
    advice: str
    papers: tuple[facts.PaperChecked, ...]
    forms: tuple[str, ...]
    minutes: int
    given_at: datetime
    follow_up_on: date | None = None
    follow_up: str = ""
    follow_up_done_at: datetime | None = None
    follow_up_note: str = ""
    withdrawn: str = ""

    @property
    def lacking(self) -> tuple[str, ...]:
        """Return the papers that the person did not have."""
        return tuple(paper.name for paper in self.papers if not paper.has)

    @property
    def spoken_name(self) -> str:
        """Return how the person is shown: the name, else the telephone, else that neither was said."""
        return self.person.name or self.person.phone or "Không nêu tên"


def folded(history: Sequence[Recorded]) -> Contact | None:
    """Return the contact that its entries, in clock order, lead to; None while the first has not arrived."""
    first = next((each for each in history if isinstance(each.fact, facts.GuidanceGiven)), None)
    if first is None or not isinstance(first.fact, facts.GuidanceGiven):
        return None
    fact = first.fact
    contact = Contact(
        id=first.entry.subject,
        desk=first.entry.desk,
        officer=first.entry.actor,
        channel=fact.channel,
        person=fact.person,
        procedure=fact.procedure,
        advice=fact.advice,
        papers=fact.papers,
        forms=fact.forms,
        minutes=fact.minutes,
        given_at=fact.given_at,
        follow_up_on=fact.follow_up_on,
        follow_up=fact.follow_up,
    )
    for each in history:
        step = _STEPS.get(type(each.fact))
        if step is not None:
            contact = step(contact, each.fact)
    return contact


def _follow_up_set(contact: Contact, fact: facts.FollowUpSet) -> Contact:
    return changed(contact, follow_up_on=fact.on, follow_up=fact.what, follow_up_done_at=None, follow_up_note="")


def _follow_up_done(contact: Contact, fact: facts.FollowUpDone) -> Contact:
    return changed(contact, follow_up_on=None, follow_up_done_at=fact.done_at, follow_up_note=fact.note)


def _withdrawn(contact: Contact, fact: facts.GuidanceWithdrawn) -> Contact:
    return changed(contact, withdrawn=fact.reason, follow_up_on=None)


_STEPS: dict[type[Any], Callable[[Contact, Any], Contact]] = {
    facts.FollowUpSet: _follow_up_set,
    facts.FollowUpDone: _follow_up_done,
    facts.GuidanceWithdrawn: _withdrawn,
}
