"""Half-typed forms that survive a crash, a lock and a power cut: encrypted like everything else, never in the journal."""

from typing import TypeVar

from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.tables import queries
from desk_app.kernel.records import WireError, canonical, from_json

R = TypeVar("R")


def keep_draft(room: Dossiers, *, account: str, form: str, draft: object) -> None:
    """Keep ``draft`` as the half-typed ``form`` of one person, on the disk when this returns."""
    with room.journal.store.writing() as db:
        queries.put_draft(db, account, form, canonical(draft), room.journal.time.now().isoformat())


def kept_draft(room: Dossiers, *, account: str, form: str, kind: type[R]) -> R | None:
    """Return the half-typed form of one person; None when there is none or an older program wrote it otherwise."""
    body = queries.find_draft(room.journal.reading(), account, form)
    if body is None:
        return None
    try:
        return from_json(body, kind)
    except WireError:
        return None


def list_drafts(room: Dossiers, *, account: str, forms: str, kind: type[R]) -> tuple[R, ...]:
    """Return one person's half-typed forms whose name begins with ``forms``, newest first; unreadable ones are left out."""
    found = []
    for body in queries.list_drafts(room.journal.reading(), account, forms):
        try:
            found.append(from_json(body, kind))
        except WireError:
            continue
    return tuple(found)


def drop_draft(room: Dossiers, *, account: str, form: str) -> None:
    """Forget the half-typed form of one person: it was saved, or thrown away."""
    with room.journal.store.writing() as db:
        queries.drop_draft(db, account, form)
