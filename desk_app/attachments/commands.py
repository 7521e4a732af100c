"""Adding the image of a paper, taking it away, and erasing what has been kept long enough."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desk_app.accounts.authorise import require_allowed
from desk_app.attachments.facts import Added, MediaType, Purged, Removed, attachment_subject
from desk_app.attachments.given_file import MEGABYTE, GivenFile, Watch
from desk_app.attachments.reading import expired_in, get_kept, key_here, procedure_of
from desk_app.attachments.room import Attachments
from desk_app.attachments.rules import KEEP_MONTHS, MOST_MB, PaperChoice, get_choice, months_kept
from desk_app.attachments.tables import (
    FileKey,
    erase_key,
    find_key,
    list_ended_with_key,
    list_keys,
    list_of_dossier,
    put_key,
)
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Conflict
from desk_app.kernel.texts import checked_line
from desk_app.kernel.time_source import spoken_day
from desk_app.storage.engine import Database

ADD = "attachments.add"
PURGE = "attachments.purge"

_LONGEST_REASON = 300


@dataclass(frozen=True, kw_only=True)
class NewAttachment:
    """A file to attach: of which paper that the procedure asks for; ``anyway`` takes a content that is there already."""

    dossier: str
    paper: str
    file: Path
    sensitive: bool = False
    anyway: bool = False


def add(
    room: Attachments,
    *,
    by: str,
    new: NewAttachment,
    command_id: str,
    watch: Watch = lambda _done, _total: None,
) -> Written:
    """Keep the image of a paper, encrypted, without metadata; ``watch`` hears of the bytes read, and may end the work.

    Raises ``Refused`` for an identity paper that the procedure does not need, ``InvalidInput`` for a paper not asked for or a
    file that is no PDF, JPEG or PNG or too large, ``Conflict`` for a content that the dossier has already, ``DeviceTrouble``
    for a full disk. Then nothing is kept.
    """
    office, now = room.dossiers.office.present_book(), room.journal.time.now()
    _require(room, by, ADD)
    choice = get_choice(procedure_of(room, room.journal.reading(), new.dossier), new.paper)
    given = GivenFile(new.file, most_bytes=office.number_on(MOST_MB, now.date()) * MEGABYTE)
    id_, counted = room.journal.new_id(), _Counted(given.content(watch))
    sealed = room.files.seal(counted, owner=id_)

    def decide(writing: Writing) -> None:
        if not new.anyway:
            _require_new_content(writing.db, new.dossier, counted.sha256)
        fact = _fact(room, writing, new, choice, given.media_type, counted)
        writing.add(attachment_subject(id_), fact)
        put_key(writing.db, FileKey(id=id_, file=sealed.name, key=sealed.key))

    try:
        return room.journal.write(by=by, permission=ADD, command_id=command_id, decide=decide)
    finally:
        # Refused, or carried out before: a file without its key in the database belongs to nothing.
        if find_key(room.journal.reading(), id_) is None:
            room.files.remove(sealed.name)


def remove(room: Attachments, *, by: str, attachment: str, reason: str, command_id: str) -> Written:
    """Erase an image for good, key and file, and say why; raise ``Refused`` where its file does not stand on this desk."""
    words = checked_line(reason, field="reason", label="Lý do gỡ", longest=_LONGEST_REASON, required=True)
    files: list[str] = []

    def decide(writing: Writing) -> None:
        kept = get_kept(writing.db, attachment)
        files.append(key_here(writing.db, kept).file)
        writing.add(attachment_subject(attachment), Removed(reason=words, removed_at=writing.now))
        erase_key(writing.db, attachment)

    written = room.journal.write(by=by, permission=ADD, command_id=command_id, decide=decide)
    _remove_files(room, files)
    return written


def purge(room: Attachments, *, by: str, command_id: str) -> Written:
    """Erase every image on this desk whose time is over, and what a killed program or a restored backup left behind.

    The entries of what was erased stay; none at all are written where nothing was due.
    """
    files: list[str] = []

    def decide(writing: Writing) -> None:
        for kept in expired_in(room, writing.db, writing.now.date()):
            if (until := kept.keep_until) is not None:
                subject = attachment_subject(kept.attachment.id)
                writing.add(subject, Purged(kept_until=until, purged_at=writing.now))
        # Now also those that have just ended: each takes its key with it.
        for key in list_ended_with_key(writing.db):
            erase_key(writing.db, key.id)
            files.append(key.file)

    written = room.journal.write(by=by, permission=PURGE, command_id=command_id, decide=decide)
    known = {key.file for key in list_keys(room.journal.reading())}
    _remove_files(room, (*files, *room.files.list_strays(known)))
    return written


class _Counted:
    """Passes a content on, and knows its size and SHA-256 afterwards."""

    def __init__(self, content: Iterable[bytes]) -> None:
        self._content = content
        self._digest = hashlib.sha256()
        self.size = 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._content:
            self._digest.update(piece)
            self.size += len(piece)
            yield piece

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()


def _fact(
    room: Attachments,
    writing: Writing,
    new: NewAttachment,
    choice: PaperChoice,
    media_type: MediaType,
    counted: _Counted,
) -> Added:
    months = room.dossiers.office.book.get(writing.db).number_on(KEEP_MONTHS, writing.now.date())
    return Added(
        dossier=new.dossier,
        paper=choice.name,
        media_type=media_type,
        size=counted.size,
        sha256=counted.sha256,
        sensitive=new.sensitive or choice.sensitive,
        keep_months=months_kept(procedure_of(room, writing.db, new.dossier), months),
        added_at=writing.now,
    )


def _require(room: Attachments, by: str, permission: str) -> None:
    """Raise ``NotAllowed`` before a large file is read in vain; the write door asks again."""
    require_allowed(room.dossiers.accounts.present_book(), by, permission, room.journal.time.now().date())


def _require_new_content(db: Database, dossier: str, sha256: str) -> None:
    for kept in list_of_dossier(db, dossier):
        same = kept.attachment
        if same.sha256 == sha256 and not same.ended:
            raise Conflict(
                "attachments.same",
                f"Nội dung này đã đính kèm ngày {spoken_day(same.added_at.date())} cho «{same.paper}».",
                "Chưa lưu thêm. Nếu cùng một bản chụp cho hai giấy tờ thì chọn vẫn thêm.",
            )


def _remove_files(room: Attachments, names: Iterable[str]) -> None:
    for name in names:
        room.files.remove(name)
    # What the key was overwritten with leaves the write-ahead log for the file itself.
    room.journal.store.checkpoint()
