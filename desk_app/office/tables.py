"""The office as tables; and, local to this desk, the secrets that never enter the journal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk_app.journal.entry import Recorded
from desk_app.journal.folding import AnyFold, SubjectFold
from desk_app.kernel.errors import Conflict, NotFound
from desk_app.kernel.records import canonical, from_json
from desk_app.office.agency import Agency
from desk_app.office.book import OfficeBook
from desk_app.office.facts import OFFICE, OfficeDescribed, SettingPut, WordingPut
from desk_app.office.rules import DatedSetting
from desk_app.office.wordings import DatedWording
from desk_app.storage.engine import Database
from desk_app.storage.migrations import Migrations

RECEIPT_KEY = "receipt_key"
"""The secret by which this office's receipts are marked; every desk of the office holds the same."""

SECRET_BYTES = 32

migrations = Migrations("office")


@migrations()
def m001_office(db: Database) -> None:
    db.execute("CREATE TABLE office (only INTEGER PRIMARY KEY CHECK (only = 1), agency TEXT NOT NULL) STRICT")
    db.execute("""
        CREATE TABLE office_settings (
            key TEXT NOT NULL, valid_from TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (key, valid_from)
        ) STRICT, WITHOUT ROWID""")
    # Local to this desk and no fold's table: a key in the journal would travel with every bundle.
    db.execute("""
        CREATE TABLE office_secrets (
            name TEXT PRIMARY KEY, value BLOB NOT NULL CHECK (length(value) = 32)
        ) STRICT, WITHOUT ROWID""")


@migrations()
def m002_wordings(db: Database) -> None:
    db.execute("""
        CREATE TABLE office_wordings (
            key TEXT NOT NULL, valid_from TEXT NOT NULL, text TEXT, PRIMARY KEY (key, valid_from)
        ) STRICT, WITHOUT ROWID""")


@dataclass(frozen=True, kw_only=True)
class OfficeState:
    """What one subject's history leads to: the agency, or the dated values of one setting or one wording."""

    agency: Agency | None
    settings: tuple[DatedSetting, ...]
    wordings: tuple[DatedWording, ...] = ()


class OfficeFold(SubjectFold[OfficeState]):
    """The agency as last described; a setting's or wording's latest value for each day on which one begins."""

    name = "office"
    facts = (OfficeDescribed, SettingPut, WordingPut)
    tables = ("office", "office_settings", "office_wordings")
    reference = True

    def fold(self, history: Sequence[Recorded]) -> OfficeState:
        """Return the latest description, or the latest value for each first day."""
        agency: Agency | None = None
        by_day: dict[date, DatedSetting] = {}
        words: dict[date, DatedWording] = {}
        for fact in (recorded.fact for recorded in history):
            if isinstance(fact, OfficeDescribed):
                agency = fact.agency
            elif isinstance(fact, SettingPut):
                by_day[fact.valid_from] = DatedSetting(key=fact.key, valid_from=fact.valid_from, value=fact.value)
            elif isinstance(fact, WordingPut):
                words[fact.valid_from] = DatedWording(key=fact.key, valid_from=fact.valid_from, text=fact.text)
        return OfficeState(agency=agency, settings=tuple(by_day.values()), wordings=tuple(words.values()))

    def store(self, db: Database, subject: str, state: OfficeState, *, fresh: bool) -> None:
        """Replace the subject's rows."""
        if not fresh:
            if subject == OFFICE:
                db.conn.execute("DELETE FROM office")
            db.conn.executemany("DELETE FROM office_settings WHERE key = ?", {(each.key,) for each in state.settings})
            db.conn.executemany("DELETE FROM office_wordings WHERE key = ?", {(each.key,) for each in state.wordings})
        if state.agency is not None:
            db.conn.execute("INSERT INTO office VALUES (1, ?)", (canonical(state.agency).decode(),))
        rows = [(each.key, each.valid_from.isoformat(), each.value) for each in state.settings]
        db.conn.executemany("INSERT INTO office_settings VALUES (?, ?, ?)", rows)
        words = [(each.key, each.valid_from.isoformat(), each.text) for each in state.wordings]
        db.conn.executemany("INSERT INTO office_wordings VALUES (?, ?, ?)", words)


FOLDS: tuple[AnyFold, ...] = (OfficeFold(),)


def load_office(db: Database) -> OfficeBook:
    """Return the agency, all dated settings and wordings, each one's in the order of their first days."""
    row = db.execute("SELECT agency FROM office").fetchone()
    rows = db.execute("SELECT key, valid_from, value FROM office_settings ORDER BY key, valid_from").fetchall()
    words = db.execute("SELECT key, valid_from, text FROM office_wordings ORDER BY key, valid_from").fetchall()
    return OfficeBook(
        agency=None if row is None else from_json(row[0], Agency),
        settings=tuple(
            DatedSetting(key=key, valid_from=date.fromisoformat(first), value=value) for key, first, value in rows
        ),
        wordings=tuple(
            DatedWording(key=key, valid_from=date.fromisoformat(first), text=text) for key, first, text in words
        ),
    )


def put_secret(db: Database, name: str, value: bytes) -> None:
    """Keep a secret of 32 bytes; raise ``Conflict`` when another stands under that name: papers rely on it."""
    db.execute("INSERT OR IGNORE INTO office_secrets VALUES (?, ?)", (name, value))
    if get_secret(db, name) != value:
        raise Conflict("office.secret", f"Máy này đã có khóa «{name}» khác.", "Khóa cũ vẫn còn nguyên.")


def get_secret(db: Database, name: str) -> bytes:
    """Return the secret of that name; raise ``NotFound`` without one."""
    row = db.execute("SELECT value FROM office_secrets WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise NotFound(
            "office.secret", f"Máy này chưa có khóa «{name}».", "Hãy nhờ quản trị khởi tạo lại khóa của cơ quan."
        )
    return bytes(row[0])
