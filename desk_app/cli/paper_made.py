"""Which paper of a dossier is meant: as it was issued here, else made out again from the dossier itself."""

from desk_app.cli.acting import Acting
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.correction_paper import anew_words, marked_as_new
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.life.papers.kinds import LIFE_PAPERS, life_paper
from desk_app.dossiers.life.papers.maker import Maker
from desk_app.dossiers.mark import receipt_text
from desk_app.dossiers.papers import Receipt, receipt
from desk_app.office.tables import RECEIPT_KEY, get_secret
from desk_app.printing.blocks import Paper
from desk_app.printing.tables import list_papers
from desk_app.printing.tables.jobs import find_original

KINDS = ("receipt", *LIFE_PAPERS)

_NEVER_ISSUED = "control"


def paper_meant(act: Acting, kind: str, dossier: str) -> Paper:
    """Return the newest paper of a kind; raise ``NotFound`` where the dossier has none.

    A receipt whose date has moved since it was issued is made out again: the newest date is what holds.
    """
    known = dossier_in(act.desk.dossiers, act.desk.journal.reading(), dossier)
    issued = None if kind == _NEVER_ISSUED else _as_issued(act, known, kind)
    if kind == "receipt":
        return issued or _receipt_again(act, known)
    return issued or life_paper(kind, known, _maker(act))


def _as_issued(act: Acting, dossier: Dossier, kind: str) -> Paper | None:
    """Return the newest of its kind as it was made out at this desk; None when another desk did, or it holds no more."""
    db = act.desk.journal.reading()
    issued = next((each for each in reversed(list_papers(db, dossier.id)) if each.kind == kind), None)
    moved_at = dossier.story.redated_at if kind == "receipt" else None
    if issued is None or (moved_at is not None and issued.issued_at < moved_at):
        return None
    return find_original(db, issued.id)


def _receipt_again(act: Acting, dossier: Dossier) -> Paper:
    desk = act.desk
    officer = desk.accounts.present_book().find(dossier.officer)
    key = get_secret(desk.journal.reading(), RECEIPT_KEY)
    made = receipt(
        Receipt(
            fact=dossier.registered,
            agency=desk.office.present_book().get_agency(),
            officer=officer.name if officer else "",
            scan_text=receipt_text(dossier.code, key, edition=dossier.edition),
        )
    )
    return marked_as_new(made, anew_words(dossier)) if dossier.story.date_words else made


def _maker(act: Acting) -> Maker:
    desk, now = act.desk, act.desk.journal.time.now()
    book, office = desk.accounts.present_book(), desk.office.present_book()
    return Maker(
        agency=office.get_agency(),
        officer=book.get(act.by).name,
        words=office.words_on(now.date()),
        names={account.id: account.name for account in book.accounts},
        now=now,
    )
