"""A small invented subject: notes that are written and struck, colours as reference data, and a log of glances."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from desk_app.journal import tables
from desk_app.journal.entry import Entry, Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.folding import EntryFold, FoldRegistry, SubjectFold
from desk_app.journal.write_door import Writing
from desk_app.kernel.errors import NotAllowed
from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

migrations = Migrations("notebook")
STRANGER = "stranger"


@migrations()
def m001_notebook(db: Database) -> None:
    db.execute("CREATE TABLE notes (id TEXT PRIMARY KEY, words TEXT, on_day TEXT, writes INTEGER, author TEXT) STRICT")
    db.execute("CREATE TABLE colours (name TEXT PRIMARY KEY, code TEXT NOT NULL) STRICT")
    db.execute(
        "CREATE TABLE glances (local_row INTEGER PRIMARY KEY, entry TEXT UNIQUE, note TEXT, clock INTEGER) STRICT"
    )


class Written(Fact):
    """Version 1 had ``text`` and no day."""

    KIND = "note.written"
    VERSION = 2
    words: str
    on_day: date


class Struck(Fact):
    KIND = "note.struck"
    reason: str = ""


class ColourSet(Fact):
    KIND = "colour.set"
    code: str


class Glanced(Fact):
    KIND = "note.glanced"


@dataclass(frozen=True, kw_only=True)
class Note:
    words: str
    on_day: date
    writes: int
    author: str
    contradictions: tuple[tuple[str, str], ...]


class NoteFold(SubjectFold[Note | None]):
    """The last words win; words written by one desk after another desk struck the note are a finding."""

    name = "notes"
    facts: ClassVar[tuple[type[Fact], ...]] = (Written, Struck)
    tables = ("notes",)
    lifts: ClassVar = {("note.written", 1): lambda old: {"words": old["text"], "on_day": "2020-01-01"}}

    def fold(self, history: Sequence[Recorded]) -> Note | None:
        words: list[tuple[Entry, Written]] = []
        struck: Entry | None = None
        found: list[tuple[str, str]] = []
        for each in history:
            if isinstance(each.fact, Struck):
                struck = each.entry
            elif isinstance(each.fact, Written):
                words.append((each.entry, each.fact))
                if struck is not None and struck.desk != each.entry.desk:
                    found.append((each.entry.name, struck.name))
        if not words:
            return None
        entry, last = words[-1]
        shown = "" if struck is not None and struck.order > entry.order else last.words
        return Note(words=shown, on_day=last.on_day, writes=len(words), author=entry.desk, contradictions=tuple(found))

    def store(self, db: Database, subject: str, state: Note | None, *, fresh: bool) -> None:
        if not fresh:
            db.execute("DELETE FROM notes WHERE id = ?", (subject,))
        if state is not None:
            row = (subject, state.words, state.on_day.isoformat(), state.writes, state.author)
            db.execute("INSERT INTO notes VALUES (?, ?, ?, ?, ?)", row)
        found = state.contradictions if state is not None else ()
        tables.put_findings(db, self.name, subject, (("struck", entry, against, "đã gạch") for entry, against in found))


class ColourFold(SubjectFold[str]):
    name = "colours"
    facts: ClassVar[tuple[type[Fact], ...]] = (ColourSet,)
    tables = ("colours",)
    reference = True

    def fold(self, history: Sequence[Recorded]) -> str:
        last = history[-1].fact
        assert isinstance(last, ColourSet)
        return last.code

    def store(self, db: Database, subject: str, state: str, *, fresh: bool) -> None:
        if not fresh:
            db.execute("DELETE FROM colours WHERE name = ?", (subject,))
        db.execute("INSERT INTO colours VALUES (?, ?)", (subject, state))


class GlanceFold(EntryFold):
    name = "glances"
    facts: ClassVar[tuple[type[Fact], ...]] = (Glanced,)
    tables = ("glances",)

    def store(self, db: Database, recorded: Recorded) -> None:
        entry = recorded.entry
        db.execute(
            "INSERT OR IGNORE INTO glances (entry, note, clock) VALUES (?, ?, ?)",
            (entry.name, entry.subject, entry.clock),
        )


def registry() -> FoldRegistry:
    return FoldRegistry((ColourFold(), NoteFold(), GlanceFold()))


def load_colours(db: Database) -> dict[str, str]:
    return dict(db.execute("SELECT name, code FROM colours").fetchall())


def authorise(db: Database, by: str, permission: str) -> None:
    """Allow everybody but the stranger; look into the tables as a real door does."""
    if by == STRANGER and db.execute("SELECT 1 FROM notes WHERE id = ?", (permission,)).fetchone() is None:
        raise NotAllowed("notebook.not_allowed", "Không được viết vào sổ này.")


def adding(subject: str, *facts: Fact) -> Callable[[Writing], None]:
    """Return a decision that adds ``facts`` about ``subject``."""

    def decide(writing: Writing) -> None:
        for fact in facts:
            writing.add(subject, fact)

    return decide


def expected_notes(entries: Iterable[Entry]) -> dict[str, str]:
    """Say which words each note shows, told from the entries without any fold: a second opinion."""
    shown: dict[str, str] = {}
    known: set[str] = set()
    for entry in sorted(entries, key=lambda each: (each.clock, each.desk, each.epoch, each.seq)):
        if entry.kind == Written.KIND:
            shown[entry.subject] = entry.body.decode().split('"words":"')[1].split('"')[0]
            known.add(entry.subject)
        elif entry.kind == Struck.KIND:
            shown[entry.subject] = ""
    return {subject: words for subject, words in shown.items() if subject in known}
