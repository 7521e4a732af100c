"""What is asked of the guidance log; whoever asks makes sure of the permission."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from desk_app.guidance.contacts.commands import unknown_contact
from desk_app.guidance.contacts.contact import Contact
from desk_app.guidance.room import Guidance
from desk_app.guidance.tables import contacts as table
from desk_app.kernel.errors import Refused

Looked = Literal["today", "period", "follow_ups", "found"]
"""Which contacts somebody looks through."""

LOOKED_AT: Mapping[Looked, str] = {
    "today": "Sổ hướng dẫn hôm nay",
    "period": "Sổ hướng dẫn một thời kỳ",
    "follow_ups": "Sổ hướng dẫn, cần hỏi lại",
    "found": "Tìm trong sổ hướng dẫn",
}
"""How the access log names the list; what was searched for has no place in it."""

_MOST = 200


def get_contact(room: Guidance, id_: str) -> Contact:
    """Return the contact of that id, or of an id that ends so; raise ``NotFound`` or, where two do, ``Refused``."""
    found = table.contacts_ending(room.journal.reading(), id_) if id_ else ()
    if not found:
        raise unknown_contact()
    if len(found) > 1:
        raise Refused("guidance.two", "Có hai lượt hướng dẫn cùng đuôi mã này.", "Ghi thêm vài ký tự của mã.")
    return found[0]


def list_contacts(room: Guidance, *, first_on: date, last_on: date, limit: int = _MOST) -> tuple[Contact, ...]:
    """Return this office's contacts of a period, both days included, newest first."""
    db = room.journal.reading()
    return table.list_between(db, first_on, last_on, room.own_desks(db), limit)


def search_contacts(room: Guidance, text: str, *, limit: int = _MOST) -> tuple[Contact, ...]:
    """Return this office's contacts that a name, a telephone or words of the advice find, marks and case aside."""
    db = room.journal.reading()
    return table.search(db, text, room.own_desks(db), limit)


def list_follow_ups(room: Guidance, up_to: date) -> tuple[Contact, ...]:
    """Return whom somebody has to ask again by ``up_to``, the longest due first."""
    db = room.journal.reading()
    return table.list_follow_ups(db, up_to, room.own_desks(db))
