"""What is asked of the guidance log; whoever asks makes sure of the permission."""

from datetime import date

from desk_app.guidance.contacts.commands import unknown_contact
from desk_app.guidance.contacts.contact import Contact
from desk_app.guidance.room import Guidance
from desk_app.guidance.tables import contacts as table
from desk_app.kernel.errors import Refused

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
