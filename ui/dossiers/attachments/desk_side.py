"""What the page of images asks of the desk; every function runs on a job's thread."""

from collections.abc import Callable
from pathlib import Path

from desk_app.attachments import commands, reading
from desk_app.attachments.commands import NewAttachment
from desk_app.attachments.taken_out import take_out
from desk_app.desk import Desk
from desk_app.dossiers.commands import dossier_in
from desk_app.journal.write_door import Written
from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.kernel.translations import _
from ui.dossiers.attachments.state import Seen, size_words

Say = Callable[[int, int, str], None]


def seen(desk: Desk, by: str, dossier: str) -> Seen:
    """Return everything the page shows; raises ``NotAllowed`` for somebody who may not see it."""
    room, db = desk.attachments, desk.journal.reading()
    kept = reading.attachments_of(room, by=by, dossier=dossier)
    state = dossier_in(desk.dossiers, db, dossier)
    try:
        choices = reading.papers_to_attach(room, dossier)
    except NotFound:
        # Received at another desk under a procedure that is not here: what there is can be seen all the same.
        choices = ()
    return Seen(
        dossier=dossier,
        code=state.code,
        applicant=state.registered.applicant.name,
        procedure=state.registered.procedure_name,
        kept=kept,
        choices=choices,
        names={account.id: account.name for account in desk.accounts.present_book().accounts},
        own_desk=desk.journal.desk_id,
        today=desk.journal.time.now().date(),
    )


def add(desk: Desk, by: str, new: NewAttachment, command_id: str, say: Say) -> Written:
    """Keep an image, and tell how much of it has been read."""
    return commands.add(desk.attachments, by=by, new=new, command_id=command_id, watch=_watch(say))


def remove(desk: Desk, by: str, attachment: str, reason: str, command_id: str) -> Written:
    """Erase an image."""
    return commands.remove(desk.attachments, by=by, attachment=attachment, reason=reason, command_id=command_id)


def content(desk: Desk, by: str, attachment: str, say: Say) -> bytes:
    """Return an image's content in memory; it is never written to the disk."""
    watch = _watch(say)
    kept, chunks = reading.opened(desk.attachments, by=by, attachment=attachment)
    gathered = bytearray()
    for chunk in chunks:
        gathered += chunk
        watch(len(gathered), kept.attachment.size)
    return bytes(gathered)


def save_out(desk: Desk, by: str, attachment: str, file: str, say: Say) -> Path:
    """Write an image to a plain file and return its place; raises ``InvalidInput`` for no place at all."""
    if not file:
        raise InvalidInput("file", _("Chưa ghi nơi lưu tệp."), _("Hãy ghi đường dẫn của tệp."))
    place = Path(file).expanduser()
    take_out(desk.attachments, by=by, attachment=attachment, file=place, watch=_watch(say))
    return place


def _watch(say: Say) -> Callable[[int, int], None]:
    def watch(done: int, total: int) -> None:
        say(done, total, f"{size_words(done)} / {size_words(total)}")

    return watch
