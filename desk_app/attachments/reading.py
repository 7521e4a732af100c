"""Looking at attachments: which there are, what is in one, which have been kept long enough, what is out of order."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desk_app.accounts.authorise import require_allowed
from desk_app.accounts.commands import look_up_logged
from desk_app.accounts.facts import about_dossier
from desk_app.attachments.attachment import Kept
from desk_app.attachments.room import Attachments
from desk_app.attachments.rules import PaperChoice, paper_choices
from desk_app.attachments.tables import (
    FileKey,
    find_attachment,
    find_key,
    list_keys,
    list_of_dossier,
    list_of_ended,
)
from desk_app.catalogue.procedure import Procedure
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.received_under import received_under
from desk_app.kernel.errors import Damaged, NotFound, Refused
from desk_app.storage.engine import Database

READ = "attachments.read"
PURGE = "attachments.purge"


def attachments_of(room: Attachments, *, by: str, dossier: str) -> tuple[Kept, ...]:
    """Return everything ever attached to a dossier, oldest first; raise ``NotAllowed`` without the permission."""
    return list_of_dossier(_readable(room, by, READ), dossier)


def papers_to_attach(room: Attachments, dossier: str) -> tuple[PaperChoice, ...]:
    """Return the papers of which images may be kept for a dossier, and those of which none may, with the reason."""
    return paper_choices(procedure_of(room, room.journal.reading(), dossier))


def expired(room: Attachments, *, by: str) -> tuple[Kept, ...]:
    """Return what stands on this desk and has been kept long enough, the longest first."""
    return expired_in(room, _readable(room, by, PURGE), room.journal.time.now().date())


def expired_in(room: Attachments, db: Database, today: date) -> tuple[Kept, ...]:
    """Return the same as ``expired``, for the command that erases it."""
    due = (each for each in list_of_ended(db, room.journal.desk_id) if each.is_expired(today))
    return tuple(sorted(due, key=lambda each: (each.keep_until or today, each.attachment.id)))


def opened(room: Attachments, *, by: str, attachment: str) -> tuple[Kept, Iterator[bytes]]:
    """Return an attachment and its content, chunk by chunk; that ``by`` looked at it is in the access log first.

    Raises ``Refused`` for one that was erased or stands on another desk; reading on raises ``Damaged`` where the file is not
    what was added.
    """
    db = _readable(room, by, READ)
    kept = get_kept(db, attachment)
    key = key_here(db, kept)
    look_up_logged(
        room.dossiers.accounts,
        by=by,
        about=about_dossier(kept.attachment.dossier),
        how="card",
        reason=f"Mở bản chụp: {kept.attachment.paper}"[:200],
        command_id=room.journal.new_id(),
    )
    return kept, _proved(room.files.content(key.file, key.key, owner=key.id), kept.attachment.sha256)


def get_kept(db: Database, attachment: str) -> Kept:
    """Return an attachment; raise ``NotFound`` for an id that is none."""
    found = find_attachment(db, attachment)
    if found is None:
        raise NotFound("attachments.unknown", "Không có bản chụp này trên máy.", "Hãy mở lại danh sách của hồ sơ.")
    return found


def key_here(db: Database, kept: Kept) -> FileKey:
    """Return the key of an attachment; raise ``Refused`` when it was erased, or stands on another desk."""
    if kept.attachment.ended:
        raise Refused("attachments.erased", "Bản chụp này đã bị gỡ hoặc hủy.", "Chỉ còn ghi chép trong sổ nhật ký.")
    found = find_key(db, kept.attachment.id)
    if found is None:
        raise Refused(
            "attachments.elsewhere",
            "Bản chụp này nằm ở một máy khác của cơ quan.",
            "Hãy mở hoặc gỡ trên máy đã thêm nó.",
        )
    return found


def procedure_of(room: Attachments, db: Database, dossier: str) -> Procedure:
    """Return the version of the procedure under which a dossier was received; raise ``NotFound`` where it is not here."""
    fact = dossier_in(room.dossiers, db, dossier).registered
    found = received_under(room.dossiers, db, fact)
    if found is None:
        raise NotFound(
            "attachments.no_procedure",
            f"Máy này không có thủ tục {fact.procedure} như ngày tiếp nhận.",
            "Hãy nhờ quản trị nhập danh mục thủ tục, hoặc thêm bản chụp ở máy đã tiếp nhận.",
        )
    return found


@dataclass(frozen=True, kw_only=True)
class Disorder:
    """What is out of order beside the database: attachments whose file is gone, files that belong to nothing."""

    missing: tuple[Kept, ...]
    strays: tuple[str, ...]


def disorder(room: Attachments) -> Disorder:
    """Return what a check must name; a file that is being added right now is none of it."""
    db = room.journal.reading()
    keys = list_keys(db)
    found = (find_attachment(db, key.id) for key in keys if not room.files.has(key.file))
    missing = tuple(each for each in found if each is not None and not each.attachment.ended)
    return Disorder(missing=missing, strays=room.files.list_strays({key.file for key in keys}))


def _readable(room: Attachments, by: str, permission: str) -> Database:
    """Return the connection to read from; raise ``NotAllowed`` for somebody who may not."""
    require_allowed(room.dossiers.accounts.present_book(), by, permission, room.journal.time.now().date())
    return room.journal.reading()


def _proved(content: Iterator[bytes], sha256: str) -> Iterator[bytes]:
    digest = hashlib.sha256()
    for chunk in content:
        digest.update(chunk)
        yield chunk
    if digest.hexdigest() != sha256:
        raise Damaged(
            "attachments.not_as_added",
            "Bản chụp không đúng như lúc thêm vào.",
            "Đừng dùng bản này. Hãy phục hồi từ bản sao lưu, hoặc chụp lại giấy tờ.",
        )
