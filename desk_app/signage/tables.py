"""Slogans and what was played as tables; and, local to this desk, what is being played and not yet in the journal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from desk_app.journal.entry import Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.folding import AnyFold, EntryFold, SubjectFold
from desk_app.kernel.records import Record, canonical, from_json
from desk_app.signage.facts import Played, SloganEnded, SloganPut
from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

migrations = Migrations("signage")


@migrations()
def m001_signage(db: Database) -> None:
    db.execute("""
        CREATE TABLE slogans (
            id TEXT PRIMARY KEY, desk TEXT NOT NULL, text TEXT NOT NULL, source TEXT NOT NULL,
            valid_from TEXT NOT NULL, valid_until TEXT
        ) STRICT, WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE signage_played (
            desk TEXT NOT NULL, screen TEXT NOT NULL, from_at TEXT NOT NULL, to_at TEXT NOT NULL, body TEXT NOT NULL,
            PRIMARY KEY (desk, screen, from_at, to_at)
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX signage_played_by_day ON signage_played (from_at)")
    # Local to this desk: written by the screens themselves, also while nobody is signed in; a person's session then
    # enters it in the journal.
    db.execute("CREATE TABLE signage_playing (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID")


class OwnSlogan(Record):
    """A slogan of the office's own, with its days."""

    id: str
    desk: str
    text: str
    source: str
    valid_from: date
    valid_until: date | None

    def is_shown_on(self, day: date) -> bool:
        """Tell whether ``day`` is one of its days."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """Something that was played at one desk; ``is_entered`` tells whether it stands in the journal."""

    desk: str
    played: Played
    is_entered: bool


class SloganFold(SubjectFold[OwnSlogan | None]):
    """One slogan, from its first day to its last."""

    name = "slogans"
    facts: ClassVar[tuple[type[Fact], ...]] = (SloganPut, SloganEnded)
    tables = ("slogans",)

    def fold(self, history: Sequence[Recorded]) -> OwnSlogan | None:
        """Return the slogan as it was put last; of several ends the earliest day counts."""
        put = [(each.entry, each.fact) for each in history if isinstance(each.fact, SloganPut)]
        if not put:
            return None
        (entry, _first), (_entry, fact) = put[0], put[-1]
        ends = [each.fact.last_on for each in history if isinstance(each.fact, SloganEnded)]
        ends += [fact.valid_until] if fact.valid_until is not None else []
        return OwnSlogan(
            id=entry.subject,
            desk=entry.desk,
            text=fact.text,
            source=fact.source,
            valid_from=fact.valid_from,
            valid_until=min(ends, default=None),
        )

    def store(self, db: Database, subject: str, state: OwnSlogan | None, *, fresh: bool) -> None:
        """Replace the slogan's row."""
        if not fresh:
            db.conn.execute("DELETE FROM slogans WHERE id = ?", (subject,))
        if state is not None:
            last = state.valid_until.isoformat() if state.valid_until else None
            row = (state.id, state.desk, state.text, state.source, state.valid_from.isoformat(), last)
            db.conn.execute("INSERT INTO slogans VALUES (?, ?, ?, ?, ?, ?)", row)


class PlayedFold(EntryFold):
    """One row for each stretch."""

    name = "signage_played"
    facts: ClassVar[tuple[type[Fact], ...]] = (Played,)
    tables = ("signage_played",)

    def store(self, db: Database, recorded: Recorded) -> None:
        """Write the stretch's row."""
        fact = recorded.fact
        if not isinstance(fact, Played):
            raise TypeError(f"{recorded.entry.kind} was not played")
        row = (recorded.entry.desk, fact.screen, fact.from_at.isoformat(), fact.to_at.isoformat())
        body = canonical(fact).decode()
        db.conn.execute("INSERT OR REPLACE INTO signage_played VALUES (?, ?, ?, ?, ?)", (*row, body))


FOLDS: tuple[AnyFold, ...] = (SloganFold(), PlayedFold())


def list_slogans(db: Database) -> tuple[OwnSlogan, ...]:
    """Return every slogan of the office's own, by its first day."""
    rows = db.execute(
        "SELECT id, desk, text, source, valid_from, valid_until FROM slogans ORDER BY valid_from, id"
    ).fetchall()
    return tuple(_slogan(*row) for row in rows)


def find_slogan(db: Database, id_: str) -> OwnSlogan | None:
    """Return one slogan, or None."""
    return next((each for each in list_slogans(db) if each.id == id_), None)


def put_playing(db: Database, id_: str, played: Played) -> None:
    """Keep what a screen shows just now; an older note of the same stretch is replaced."""
    body = canonical(played).decode()
    db.conn.execute("INSERT OR REPLACE INTO signage_playing VALUES (?, ?)", (id_, body))


def list_playing(db: Database) -> tuple[tuple[str, Played], ...]:
    """Return what was played and is not in the journal yet, with its id."""
    rows = db.execute("SELECT id, body FROM signage_playing ORDER BY id").fetchall()
    return tuple((str(id_), from_json(body, Played)) for id_, body in rows)


def drop_playing(db: Database, id_: str) -> None:
    """Forget a stretch: it stands in the journal now."""
    db.conn.execute("DELETE FROM signage_playing WHERE id = ?", (id_,))


def stretches_between(db: Database, desk: str, first_on: date, last_on: date) -> tuple[Stretch, ...]:
    """Return what was played in a period at every desk this one knows of, in order of time; ``desk`` is this desk's id."""
    span = (first_on.isoformat(), (last_on + timedelta(days=1)).isoformat())
    rows = db.execute(
        "SELECT desk, body FROM signage_played WHERE from_at >= ? AND from_at < ? ORDER BY from_at, desk, screen", span
    ).fetchall()
    entered = [Stretch(desk=name, played=from_json(body, Played), is_entered=True) for name, body in rows]
    waiting = [
        Stretch(desk=desk, played=played, is_entered=False)
        for _id, played in list_playing(db)
        if first_on <= played.from_at.date() <= last_on
    ]
    return tuple(sorted((*entered, *waiting), key=lambda each: (each.played.from_at, each.desk, each.played.screen)))


def _slogan(id_: str, desk: str, text: str, source: str, first: str, last: str | None) -> OwnSlogan:
    return OwnSlogan(
        id=id_,
        desk=desk,
        text=text,
        source=source,
        valid_from=date.fromisoformat(first),
        valid_until=date.fromisoformat(last) if last else None,
    )
