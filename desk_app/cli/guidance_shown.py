"""What ``desk guidance`` answers, for scripts and in words."""

from datetime import date, datetime

from desk_app.guidance.contacts.contact import CHANNEL_WORDS, Contact
from desk_app.guidance.contacts.facts import Channel, PaperChecked
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_day, spoken_moment


class ContactShown(Record):
    """One contact of the log; ``follow_up_on`` is empty where nobody need ask again."""

    id: str
    given_at: datetime
    channel: Channel
    name: str
    phone: str
    procedure: str
    advice: str
    papers: tuple[PaperChecked, ...]
    forms: tuple[str, ...]
    minutes: int
    officer: str
    follow_up_on: date | None
    follow_up: str


def contact_shown(contact: Contact) -> ContactShown:
    """Return a contact as scripts read it."""
    same = ("id", "given_at", "channel", "procedure", "advice", "papers", "forms", "minutes", "officer")
    return ContactShown(
        **{name: getattr(contact, name) for name in same},
        name=contact.person.name,
        phone=contact.person.phone,
        follow_up_on=contact.follow_up_on,
        follow_up=contact.follow_up,
    )


def contact_words(contact: Contact) -> str:
    """Return a contact as people read it."""
    parts = [f"{contact.id[-8:]}  {spoken_moment(contact.given_at)}", CHANNEL_WORDS[contact.channel]]
    parts += [contact.spoken_name, contact.procedure, contact.advice]
    if contact.lacking:
        parts.append(f"còn thiếu: {'; '.join(contact.lacking)}")
    if contact.follow_up_on is not None:
        parts.append(f"hỏi lại {spoken_day(contact.follow_up_on)}: {contact.follow_up}".removesuffix(": "))
    return " – ".join(part for part in parts if part)
