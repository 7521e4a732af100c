"""The receipt made out anew after a correction, and what an older one says of itself."""

from datetime import datetime

from desk_app.dossiers import mark
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.papers import Receipt, receipt
from desk_app.dossiers.room import Dossiers
from desk_app.journal.write_door import Writing
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import spoken_moment
from desk_app.office.tables import RECEIPT_KEY, get_secret
from desk_app.printing.blocks import Paper, Text, Title
from desk_app.printing.commands import issue
from desk_app.printing.tables import list_papers


def issue_anew(
    writing: Writing, room: Dossiers, dossier: Dossier, before: Dossier, *, printer: str | None = None
) -> None:
    """Make out the receipt of a corrected dossier in the place of the newest one, and queue it."""
    issued = [paper.issued_at for paper in list_papers(writing.db, dossier.id) if paper.kind == "receipt"]
    replaced_at = max(issued, default=before.reissued_at or before.registered.entered_at)
    office = room.office.book.get(writing.db)
    paper = receipt(
        Receipt(
            fact=dossier.registered,
            agency=office.get_agency(),
            officer=room.accounts.book.get(writing.db).get(writing.by).name,
            scan_text=mark.receipt_text(dossier.code, get_secret(writing.db, RECEIPT_KEY), edition=dossier.edition),
            copies=office.number_on("receipt_copies", writing.now.date()),
            words=office.words_on(writing.now.date()),
        )
    )
    issue(
        writing,
        room.printing,
        marked_as_new(paper, anew_words(dossier, replaced_at)),
        about=dossier.id,
        printer=printer,
    )


def anew_words(dossier: Dossier, replaced_at: datetime | None = None) -> str:
    """Return what a new receipt says: whose place it takes, and why its date is not the first one."""
    why = dossier.story.date_words
    if replaced_at is None:
        return why
    replaced = f"THAY GIẤY HẸN IN LÚC {spoken_moment(replaced_at)}".replace("ngày", "NGÀY")
    return f"{replaced}\n{why}" if why else replaced


def marked_as_new(paper: Paper, words: str) -> Paper:
    """Return a receipt that says right under its title whose place it takes."""
    place = next(at for at, block in enumerate(paper.blocks) if isinstance(block, Title)) + 1
    said = Text(text=words, bold=True, align="center")
    return changed(paper, blocks=(*paper.blocks[:place], said, *paper.blocks[place:]))


def replaced_words(dossier: Dossier, edition: int) -> str:
    """Return what to say of a scanned receipt of that edition; empty for the newest one or where its mark does not tell."""
    if not 0 < edition < dossier.edition or dossier.reissued_at is None:
        return ""
    return f"Giấy hẹn này đã được thay bằng giấy in lúc {spoken_moment(dossier.reissued_at)}."
