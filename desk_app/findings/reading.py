"""Findings as a person reads them: what is contradicted, and both sides of it."""

from datetime import datetime

from desk_app.dossiers.history import words_of
from desk_app.dossiers.tables.queries import find_code
from desk_app.findings.room import READ, Findings
from desk_app.findings.tables import OpenFinding, list_open
from desk_app.journal import tables as journal_tables
from desk_app.journal.entry import Recorded
from desk_app.kernel.records import Record, to_plain
from desk_app.kernel.texts import dong
from desk_app.kernel.time_source import VIETNAM, spoken_moment
from desk_app.office.tables import list_units
from desk_app.storage.engine import Database

MOST = 500


class Side(Record):
    """One desk's word: who wrote it there and when, what it says, and the values in which it differs from the other."""

    entry: str
    office: str
    who: str
    at: datetime
    words: str
    values: tuple[str, ...] = ()


class Seen(Record):
    """A contradiction with both sides; a side is None where its entry has not arrived, or the rule knows no second one.

    ``code`` is the dossier's where the finding is about one; ``dossier`` its id.
    """

    room: str
    about: str
    what: str
    entry: str
    words: str
    code: str
    dossier: str
    first: Side | None
    second: Side | None


def open_findings(room: Findings, *, by: str) -> tuple[Seen, ...]:
    """Return what nobody has closed yet, the latest first, at most 500; raise ``NotAllowed``."""
    room.require(by, READ)
    db = room.journal.reading()
    offices = {desk: unit.name for unit in list_units(db) for desk in unit.desks}
    return tuple(_seen(room, db, found, offices) for found in list_open(db, MOST))


def _seen(room: Findings, db: Database, found: OpenFinding, offices: dict[str, str]) -> Seen:
    kept, other = _recorded(room, db, found.against), _recorded(room, db, found.entry)
    dossier = found.about.rpartition(":")[2]
    code = find_code(db, dossier)
    return Seen(
        room=found.fold,
        about=found.about,
        what=found.what,
        entry=found.entry,
        words=found.words,
        code=code or "",
        dossier=dossier if code else "",
        first=_side(room, kept, other, offices),
        second=_side(room, other, kept, offices),
    )


def _recorded(room: Findings, db: Database, name: str) -> Recorded | None:
    desk, _slash, rest = name.partition("/")
    epoch, _slash, seq = rest.partition("/")
    if not (desk and epoch.isdecimal() and seq.isdecimal()):
        return None
    entry = journal_tables.find_entry(db, desk, int(epoch), int(seq))
    return None if entry is None else room.journal.registry.read(entry)


def _side(room: Findings, own: Recorded | None, other: Recorded | None, offices: dict[str, str]) -> Side | None:
    if own is None:
        return None
    person = room.accounts.present_book().find(own.entry.actor)
    return Side(
        entry=own.entry.name,
        office=offices.get(own.entry.desk, own.entry.desk),
        who=person.name if person else "",
        at=own.at,
        words=words_of(own.fact),
        values=_differing(own, other),
    )


def _differing(own: Recorded, other: Recorded | None) -> tuple[str, ...]:
    """Return the values of one side that the other does not have, named as people name them."""
    mine = _plain(own)
    theirs = _plain(other) if other is not None else {}
    return tuple(
        f"{label}: {_shown(field, mine[field])}"
        for field, label in _LABELS.items()
        if mine.get(field) not in (None, "", theirs.get(field))
    )


def _plain(recorded: Recorded) -> dict[str, object]:
    plain = to_plain(recorded.fact)
    return dict(plain) if isinstance(plain, dict) else {}


def _shown(field: str, value: object) -> str:
    if field == "amount" and isinstance(value, int):
        return dong(value)
    if isinstance(value, datetime):
        return spoken_moment(value)
    if field.endswith("_at") and isinstance(value, str):
        return spoken_moment(datetime.fromisoformat(value).astimezone(VIETNAM))
    return str(value)


# Only what a person can judge by; ids, numbers of versions and the like are left out.
_LABELS = {
    "code": "Mã",
    "number": "Số",
    "name": "Họ tên",
    "collector": "Người nhận",
    "amount": "Số tiền",
    "way": "Cách thu",
    "handed_at": "Lúc trả",
    "starts_at": "Giờ hẹn",
    "due_at": "Hẹn trả",
    "at": "Lúc",
    "level": "Mức đánh giá",
    "organisation": "Tổ chức",
    "phone": "Điện thoại",
    "reason": "Lý do",
    "note": "Ghi chú",
}
