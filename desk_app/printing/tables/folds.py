"""Printers and papers, as their entries say."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desk_app.journal.entry import Recorded
from desk_app.journal.folding import SubjectFold
from desk_app.kernel.records import canonical, from_json
from desk_app.kernel.time_source import from_milliseconds, milliseconds
from desk_app.printing.facts import (
    PaperCancelled,
    PaperCopied,
    PaperFound,
    PaperIssued,
    PaperReprinted,
    PrinterChosen,
    PrinterConfigured,
    PrinterRemoved,
)
from desk_app.printing.printer_settings import Printer
from desk_app.storage.engine import Database

_PAPER_COLUMNS = "id, kind, code, title, about, digest, issued_at, issued_by, marked_copies, cancelled"
_INSERT_PAPER = f"INSERT INTO papers ({_PAPER_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, kw_only=True)
class IssuedPaper:
    """A paper that was made out, and how many marked copies of it were ordered; ``cancelled``: a job was called off."""

    id: str
    kind: str
    code: str
    title: str
    about: str
    digest: str
    issued_at: datetime
    issued_by: str
    marked_copies: int = 0
    cancelled: bool = False


class PrinterFold(SubjectFold[Printer | None]):
    """The last configuration of each printer; None once it was removed."""

    name = "printers"
    facts = (PrinterConfigured, PrinterRemoved)
    tables = ("printers",)
    reference = True

    def fold(self, history: Sequence[Recorded]) -> Printer | None:
        """Return the printer as it was last configured, or None."""
        last = history[-1].fact
        return last.printer if isinstance(last, PrinterConfigured) else None

    def store(self, db: Database, subject: str, state: Printer | None, *, fresh: bool) -> None:
        """Write the printer's row, or none when it was removed."""
        if not fresh:
            db.execute("DELETE FROM printers WHERE subject = ?", (subject,))
        if state is not None:
            desk = subject.split(":")[1]
            db.execute("INSERT INTO printers VALUES (?, ?, ?, ?)", (subject, desk, state.name, canonical(state)))


class UseFold(SubjectFold[PrinterChosen]):
    """The printer last chosen for one use of paper at one desk."""

    name = "printer_uses"
    facts = (PrinterChosen,)
    tables = ("printer_uses",)
    reference = True

    def fold(self, history: Sequence[Recorded]) -> PrinterChosen:
        """Return the last choice."""
        last = history[-1].fact
        assert isinstance(last, PrinterChosen)
        return last

    def store(self, db: Database, subject: str, state: PrinterChosen, *, fresh: bool) -> None:
        """Write the choice, or no row where somebody chooses each time."""
        if not fresh:
            db.execute("DELETE FROM printer_uses WHERE subject = ?", (subject,))
        if state.printer:
            row = (subject, subject.split(":")[1], state.use, state.printer)
            db.execute("INSERT INTO printer_uses VALUES (?, ?, ?, ?)", row)


class PaperFold(SubjectFold[IssuedPaper | None]):
    """What was made out and copied; None while the entry that issued it has not arrived."""

    name = "papers"
    facts = (PaperIssued, PaperCopied, PaperCancelled, PaperReprinted, PaperFound)
    tables = ("papers",)

    def fold(self, history: Sequence[Recorded]) -> IssuedPaper | None:
        """Return the paper and the count of its copies."""
        state: IssuedPaper | None = None
        for recorded in history:
            if isinstance(recorded.fact, PaperIssued):
                state = _issued(recorded, recorded.fact)
        if state is None or len(history) == 1:
            return state
        copies = sum(isinstance(recorded.fact, PaperCopied) for recorded in history)
        cancelled = any(isinstance(recorded.fact, PaperCancelled) for recorded in history)
        return replace(state, marked_copies=copies, cancelled=cancelled)

    def store(self, db: Database, subject: str, state: IssuedPaper | None, *, fresh: bool) -> None:
        """Write the paper's row."""
        if not fresh:
            db.execute("DELETE FROM papers WHERE id = ?", (subject,))
        if state is not None:
            db.execute(
                _INSERT_PAPER,
                (
                    state.id,
                    state.kind,
                    state.code,
                    state.title,
                    state.about,
                    state.digest,
                    milliseconds(state.issued_at),
                    state.issued_by,
                    state.marked_copies,
                    int(state.cancelled),
                ),
            )


FOLDS = (PrinterFold(), UseFold(), PaperFold())


def load_printers(db: Database) -> dict[str, tuple[Printer, ...]]:
    """Return the printers of every desk, by name."""
    rows = db.execute("SELECT desk, body FROM printers ORDER BY desk, name").fetchall()
    desks = {desk for desk, _ in rows}
    return {desk: tuple(from_json(body, Printer) for owner, body in rows if owner == desk) for desk in desks}


def load_uses(db: Database) -> dict[str, dict[str, str]]:
    """Return for every desk the printer chosen for each use of paper."""
    chosen: dict[str, dict[str, str]] = {}
    for desk, use, printer in db.execute("SELECT desk, use, printer FROM printer_uses").fetchall():
        chosen.setdefault(desk, {})[use] = printer
    return chosen


def list_printers(db: Database, desk: str | None = None) -> tuple[Printer, ...]:
    """Return the printers of one desk, or of all, by name."""
    printers = load_printers(db)
    chosen = printers.get(desk, ()) if desk is not None else tuple(one for own in printers.values() for one in own)
    return tuple(sorted(chosen, key=lambda printer: printer.name))


def find_paper(db: Database, paper_id: str) -> IssuedPaper | None:
    """Return a paper that was made out, or None."""
    row = db.execute(f"SELECT {_PAPER_COLUMNS} FROM papers WHERE id = ?", (paper_id,)).fetchone()
    return None if row is None else _paper(row)


def list_papers(db: Database, about: str) -> tuple[IssuedPaper, ...]:
    """Return the papers made out about one dossier or other subject, oldest first."""
    beside = f"SELECT {_PAPER_COLUMNS} FROM papers WHERE id >= ? AND id < ? AND about = ? ORDER BY issued_at, id"
    rows = db.execute(beside, (f"{about}/", f"{about}0", about))
    return tuple(_paper(row) for row in rows.fetchall())


def _issued(recorded: Recorded, fact: PaperIssued) -> IssuedPaper:
    return IssuedPaper(
        id=recorded.entry.subject,
        kind=fact.paper_kind,
        code=fact.code,
        title=fact.title,
        about=fact.about,
        digest=fact.digest,
        issued_at=recorded.at,
        issued_by=recorded.entry.actor,
    )


def _paper(row: Sequence[object]) -> IssuedPaper:
    id_, kind, code, title, about, digest, issued_at, issued_by, marked_copies, cancelled = row
    return IssuedPaper(
        id=str(id_),
        kind=str(kind),
        code=str(code),
        title=str(title),
        about=str(about),
        digest=str(digest),
        issued_at=from_milliseconds(int(str(issued_at))),
        issued_by=str(issued_by),
        marked_copies=int(str(marked_copies)),
        cancelled=bool(cancelled),
    )
