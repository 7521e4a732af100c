"""Half-typed forms of one person: the one on the counter, and those put aside for another visitor; on a job's thread."""

from datetime import datetime

from desk_app.desk import Desk
from desk_app.dossiers.drafts import drop_draft, keep_draft, kept_draft, list_drafts
from desk_app.journal import tables as journal_tables
from desk_app.kernel.records import Record
from ui.dossiers.registration.typed import DRAFT, Typed

_ASIDE = f"{DRAFT}:"


class Aside(Record):
    """A form that was put aside half-typed, and when."""

    typed: Typed
    at: datetime


def restored(desk: Desk, account: str) -> Typed | None:
    """Return the form that was on the counter; None when there is none, or it was saved before the program ended."""
    draft = kept_draft(desk.dossiers, account=account, form=DRAFT, kind=Typed)
    return None if draft is None or _was_saved(desk, draft) else draft


def keep(desk: Desk, account: str, typed: Typed) -> None:
    """Put the form on the counter into safety."""
    keep_draft(desk.dossiers, account=account, form=DRAFT, draft=typed)


def drop(desk: Desk, account: str) -> None:
    """Forget the form on the counter: it was saved, or thrown away."""
    drop_draft(desk.dossiers, account=account, form=DRAFT)


def put_aside(desk: Desk, account: str, typed: Typed) -> tuple[Aside, ...]:
    """Put a half-typed form aside, safe on the disk, and return all of them."""
    aside = Aside(typed=typed, at=desk.journal.time.now())
    keep_draft(desk.dossiers, account=account, form=_ASIDE + typed.command_id, draft=aside)
    drop(desk, account)
    return list_aside(desk, account)


def take_back(desk: Desk, account: str, typed: Typed) -> tuple[Aside, ...]:
    """Lay a form that was put aside on the counter again and return the others."""
    keep(desk, account, typed)
    drop_draft(desk.dossiers, account=account, form=_ASIDE + typed.command_id)
    return list_aside(desk, account)


def list_aside(desk: Desk, account: str) -> tuple[Aside, ...]:
    """Return the forms that were put aside and not saved since, newest first."""
    found = list_drafts(desk.dossiers, account=account, forms=_ASIDE, kind=Aside)
    return tuple(each for each in found if not _was_saved(desk, each.typed))


def _was_saved(desk: Desk, typed: Typed) -> bool:
    return bool(journal_tables.of_command(desk.journal.reading(), typed.command_id))
