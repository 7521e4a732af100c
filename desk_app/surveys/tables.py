"""Ratings as tables; and, local to this desk, how its screens for citizens are set up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desk_app.journal.entry import Recorded
from desk_app.journal.folding import AnyFold, SubjectFold
from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations
from desk_app.surveys.facts import Rated
from desk_app.surveys.rules import Level, Reason

migrations = Migrations("surveys")


@migrations()
def m001_ratings(db: Database) -> None:
    # Joined to a dossier by its id alone: no name, no number, nothing of who answered.
    db.execute("""
        CREATE TABLE ratings (
            subject TEXT PRIMARY KEY, asking TEXT NOT NULL, dossier TEXT NOT NULL, officer TEXT NOT NULL,
            level TEXT NOT NULL, screen TEXT NOT NULL, rated_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX ratings_by_day ON ratings (rated_at)")
    db.execute("""
        CREATE TABLE rating_reasons (
            subject TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (subject, reason)
        ) STRICT, WITHOUT ROWID""")


@migrations()
def m002_screen_setup(db: Database) -> None:
    # Local to this desk and in no fold: which window stands on which screen means nothing elsewhere.
    db.execute("CREATE TABLE screen_setup (only INTEGER PRIMARY KEY CHECK (only = 1), body BLOB NOT NULL) STRICT")


@dataclass(frozen=True, kw_only=True)
class Counted:
    """How often one officer got one answer."""

    officer: str
    level: Level
    count: int


class RatingFold(SubjectFold[Rated | None]):
    """One hand-over or visit: the first asking counts, and within it the last answer."""

    name = "ratings"
    facts = (Rated,)
    tables = ("ratings", "rating_reasons")

    def fold(self, history: Sequence[Recorded]) -> Rated | None:
        """Return the last answer of the first asking."""
        answers = [recorded.fact for recorded in history if isinstance(recorded.fact, Rated)]
        return next((fact for fact in reversed(answers) if fact.asking == answers[0].asking), None)

    def store(self, db: Database, subject: str, state: Rated | None, *, fresh: bool) -> None:
        """Replace the subject's rows."""
        if not fresh:
            db.conn.execute("DELETE FROM ratings WHERE subject = ?", (subject,))
            db.conn.execute("DELETE FROM rating_reasons WHERE subject = ?", (subject,))
        if state is None:
            return
        at = state.rated_at.isoformat()
        row = (subject, state.asking, state.dossier, state.officer, str(state.level), state.screen, at)
        db.conn.execute("INSERT INTO ratings VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        reasons = {(subject, str(reason)) for reason in state.reasons}
        db.conn.executemany("INSERT INTO rating_reasons VALUES (?, ?)", sorted(reasons))


FOLDS: tuple[AnyFold, ...] = (RatingFold(),)


def asking_of(db: Database, subject: str) -> str | None:
    """Return the asking whose answer counts for ``subject``; None while nobody answered."""
    row = db.conn.execute("SELECT asking FROM ratings WHERE subject = ?", (subject,)).fetchone()
    return None if row is None else str(row[0])


def count_ratings(db: Database, first_on: date, last_on: date, officer: str = "") -> list[Counted]:
    """Return how often each officer got each answer in a period, of one officer or (empty) of all."""
    rows = db.execute(
        "SELECT officer, level, count(*) FROM ratings WHERE rated_at >= ? AND rated_at < ? AND (? = '' OR officer = ?) "
        "GROUP BY officer, level",
        (*_span(first_on, last_on), officer, officer),
    )
    return [Counted(officer=who, level=Level(level), count=int(count)) for who, level, count in rows.fetchall()]


def count_reasons(db: Database, first_on: date, last_on: date, officer: str = "") -> dict[Reason, int]:
    """Return how often each reason was named in a period."""
    rows = db.execute(
        "SELECT reason, count(*) FROM rating_reasons JOIN ratings USING (subject) "
        "WHERE rated_at >= ? AND rated_at < ? AND (? = '' OR officer = ?) GROUP BY reason",
        (*_span(first_on, last_on), officer, officer),
    )
    return {Reason(reason): int(count) for reason, count in rows.fetchall()}


def put_screen_setup(db: Database, body: bytes) -> None:
    """Keep how the screens are set up; the older setting is replaced."""
    db.execute("INSERT OR REPLACE INTO screen_setup VALUES (1, ?)", (body,))


def find_screen_setup(db: Database) -> bytes | None:
    """Return how the screens are set up, or None before anybody chose."""
    row = db.execute("SELECT body FROM screen_setup").fetchone()
    return None if row is None else bytes(row[0])


def _span(first_on: date, last_on: date) -> tuple[str, str]:
    """Return the texts between which the moments of the period lie; all are written with +07:00."""
    return first_on.isoformat(), (last_on + timedelta(days=1)).isoformat()
