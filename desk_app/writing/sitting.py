"""What is on the writing table now: the citizen who sits there and the forms that are being filled in.

This is all that is kept of what was filled in, and it is kept here alone: in this desk's encrypted database, in no entry of
the journal, for ``KEPT_FOR`` after somebody last touched it. Until then the next form of the same person fills itself, and
the desk can register a dossier without typing anything again. Then it is gone; the case itself keeps a name and three digits.
"""

from datetime import datetime, timedelta

from desk_app.accounts.authorise import require_allowed
from desk_app.dossiers.person import Person
from desk_app.kernel.errors import NotFound
from desk_app.kernel.records import Record, WireError, canonical, changed, from_json
from desk_app.writing.filled import Filled, Known, filled_in, known_of_filled
from desk_app.writing.form import Form
from desk_app.writing.form_words import known_of_desk
from desk_app.writing.room import WritingTable
from desk_app.writing.shelf import Shelf
from desk_app.writing.tables import queries

WRITE = "writing.write"
KEPT_FOR = timedelta(hours=4)


class Sitting(Record):
    """One citizen at the writing table; ``id`` becomes the case's.

    ``known`` is what the card or an earlier dossier said, ``printed`` the keys of the forms that went to the printer.
    """

    id: str
    account: str
    sat_at: datetime
    person: Person | None = None
    known: tuple[Known, ...] = ()
    forms: tuple[Filled, ...] = ()
    printed: tuple[str, ...] = ()
    is_written_down: bool = False

    def find_form(self, key: str) -> Filled | None:
        """Return what was filled into a form so far, or None."""
        return next((filled for filled in self.forms if filled.form == key), None)


def sit_down(room: WritingTable, *, by: str, person: Person | None = None, known: tuple[Known, ...] = ()) -> Sitting:
    """Return a new sitting that begins now, already kept; raise ``NotAllowed``."""
    now = room.journal.time.now()
    sitting = Sitting(id=room.journal.new_id(), account=by, sat_at=now, person=person, known=known)
    keep_sitting(room, by=by, sitting=sitting)
    return sitting


def keep_sitting(room: WritingTable, *, by: str, sitting: Sitting) -> None:
    """Keep what is being filled in, on the disk when this returns, and forget what is older than ``KEPT_FOR``."""
    _require_write(room, by)
    now = room.journal.time.now()
    with room.journal.store.writing() as db:
        queries.drop_sittings_before(db, now - KEPT_FOR)
        queries.put_sitting(db, sitting.id, sitting.account, canonical(sitting), now)


def drop_sitting(room: WritingTable, *, by: str, id_: str) -> None:
    """Forget a sitting at once: the citizen went away, or it was a mistake. Raise ``NotFound`` for another helper's."""
    get_sitting(room, by=by, id_=id_)
    with room.journal.store.writing() as db:
        queries.drop_sitting(db, id_)


def own_sittings(room: WritingTable, *, by: str) -> tuple[Sitting, ...]:
    """Return what is kept of one helper's sittings, the latest touched first."""
    _require_write(room, by)
    return _read(queries.sittings_since(room.journal.reading(), _oldest(room), by))


def get_sitting(room: WritingTable, *, by: str, id_: str) -> Sitting:
    """Return one's own sitting; raise ``NotFound`` when it is another's, or its time is over."""
    found = next((each for each in own_sittings(room, by=by) if each.id == id_), None)
    if found is None:
        raise NotFound(
            "writing.no_sitting",
            "Không còn nội dung của lượt viết này.",
            f"Nội dung chỉ giữ {KEPT_FOR.seconds // 3600} giờ sau lần sửa cuối. Hãy lập lại.",
        )
    return found


def sitting_of_case(room: WritingTable, case: str) -> Sitting | None:
    """Return what is still kept of a case, whoever wrote it; None when its time is over."""
    kept = _read(queries.sittings_since(room.journal.reading(), _oldest(room)))
    return next((each for each in kept if each.id == case), None)


def begun_form(room: WritingTable, sitting: Sitting, form: Form, shelf: Shelf) -> Filled:
    """Return a form with everything that is known: this desk's own words, the card, earlier forms, what was typed before."""
    day = room.journal.time.now().date()
    by_key = {each.key: each for each in shelf.on(day)}
    earlier = [
        known
        for filled in sitting.forms
        if filled.form != form.key and filled.form in by_key
        for known in known_of_filled(by_key[filled.form], filled)
    ]
    return filled_in(
        form, (*known_of_desk(room, sitting.account), *sitting.known, *earlier), sitting.find_form(form.key)
    )


def with_form(sitting: Sitting, filled: Filled) -> Sitting:
    """Return the sitting with one form as it is now."""
    others = tuple(each for each in sitting.forms if each.form != filled.form)
    return changed(sitting, forms=(*others, filled))


def _oldest(room: WritingTable) -> datetime:
    return room.journal.time.now() - KEPT_FOR


def _require_write(room: WritingTable, by: str) -> None:
    require_allowed(room.accounts.present_book(), by, WRITE, room.journal.time.now().date())


def _read(bodies: tuple[bytes, ...]) -> tuple[Sitting, ...]:
    """Return the sittings that this program can still read: an older one may have written them otherwise."""
    found = []
    for body in bodies:
        try:
            found.append(from_json(body, Sitting))
        except WireError:
            continue
    return tuple(found)
