"""The office as tables; and, local to this desk, the secrets that never enter the journal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

from desk_app.journal.entry import Recorded
from desk_app.journal.folding import AnyFold, SubjectFold
from desk_app.kernel.errors import Conflict, NotFound
from desk_app.kernel.records import canonical, from_json
from desk_app.office.agency import Agency
from desk_app.office.book import OfficeBook
from desk_app.office.facts import DeskAdded, OfficeDescribed, SettingPut, WordingPut
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


@migrations()
def m003_offices(db: Database) -> None:
    # A hub reads the journals of many offices: what each desk says of its own stands by itself.
    for table in ("office", "office_settings", "office_wordings"):
        db.execute(f"DROP TABLE {table}")
    db.execute("""
        CREATE TABLE office_desks (
            desk TEXT PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, agency TEXT NOT NULL, clock INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID""")
    for table, value in (("office_settings", "value TEXT NOT NULL"), ("office_wordings", "text TEXT")):
        db.execute(f"""
            CREATE TABLE {table} (
                key TEXT NOT NULL, valid_from TEXT NOT NULL, desk TEXT NOT NULL, {value}, clock INTEGER NOT NULL,
                PRIMARY KEY (key, valid_from, desk)
            ) STRICT, WITHOUT ROWID""")


@migrations()
def m004_number_floors(db: Database) -> None:
    # Local: numbers of a series that were printed perhaps, although this desk's journal knows nothing of them any more.
    db.execute("CREATE TABLE number_floors (series TEXT PRIMARY KEY, highest TEXT NOT NULL) STRICT, WITHOUT ROWID")


@migrations()
def m005_added_desks(db: Database) -> None:
    # Laptops work for the office that made them ready, and describe none themselves.
    db.execute("""
        CREATE TABLE office_added_desks (
            desk TEXT PRIMARY KEY, code TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")


class Unit(NamedTuple):
    """An office whose desks this journal knows; ``desks`` are their ids, laptops last."""

    code: str
    name: str
    desks: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class OfficeState:
    """What one subject's history leads to: the latest of each desk's words, with the clock of each."""

    agencies: Mapping[str, tuple[Agency, int]]
    added: Mapping[str, str]
    settings: Mapping[tuple[str, date, str], tuple[str, int]]
    wordings: Mapping[tuple[str, date, str], tuple[str | None, int]]


class OfficeFold(SubjectFold[OfficeState]):
    """Each desk's office as last described, or as it was added to; its latest value of a setting or wording for each first day."""

    name = "office"
    facts = (OfficeDescribed, DeskAdded, SettingPut, WordingPut)
    tables = ("office_desks", "office_added_desks", "office_settings", "office_wordings")
    reference = True

    def fold(self, history: Sequence[Recorded]) -> OfficeState:
        """Return the latest description of each desk, or its latest value for each first day."""
        agencies: dict[str, tuple[Agency, int]] = {}
        added: dict[str, str] = {}
        settings: dict[tuple[str, date, str], tuple[str, int]] = {}
        wordings: dict[tuple[str, date, str], tuple[str | None, int]] = {}
        for entry, fact in ((recorded.entry, recorded.fact) for recorded in history):
            if isinstance(fact, OfficeDescribed):
                agencies[entry.desk] = (fact.agency, entry.clock)
            elif isinstance(fact, DeskAdded):
                added[fact.desk] = fact.code
            elif isinstance(fact, SettingPut):
                settings[fact.key, fact.valid_from, entry.desk] = (fact.value, entry.clock)
            elif isinstance(fact, WordingPut):
                wordings[fact.key, fact.valid_from, entry.desk] = (fact.text, entry.clock)
        return OfficeState(agencies=agencies, added=added, settings=settings, wordings=wordings)

    def store(self, db: Database, subject: str, state: OfficeState, *, fresh: bool) -> None:  # noqa: ARG002 - see below
        """Replace the subject's rows: each stands under its own key, and a later history holds all of them again."""
        agencies = [
            (desk, agency.code, agency.name, canonical(agency).decode(), clock)
            for desk, (agency, clock) in state.agencies.items()
        ]
        db.conn.executemany("INSERT OR REPLACE INTO office_desks VALUES (?, ?, ?, ?, ?)", agencies)
        db.conn.executemany("INSERT OR REPLACE INTO office_added_desks VALUES (?, ?)", state.added.items())
        for table, dated in (("office_settings", state.settings), ("office_wordings", state.wordings)):
            rows = [(key, first.isoformat(), desk, *told) for (key, first, desk), told in dated.items()]
            db.conn.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?, ?, ?)", rows)


FOLDS: tuple[AnyFold, ...] = (OfficeFold(),)


def load_office(db: Database, desk: str, code: str) -> OfficeBook:
    """Return the agency that ``desk`` belongs to, with the settings and wordings that desks of that office have put.

    ``code`` is the office's, for a desk that has not described one itself. What desks of other offices say stays theirs.
    """
    units = list_units(db)
    own = next((unit for unit in units if desk in unit.desks), None)
    own = own or next((unit for unit in units if unit.code == code), None)
    desks = (desk,) if own is None else (*own.desks, desk)
    return OfficeBook(
        agency=_agency_of(db, desks),
        settings=tuple(
            DatedSetting(key=key, valid_from=date.fromisoformat(first), value=value)
            for key, first, value in _latest(db, "office_settings", "value", desks)
        ),
        wordings=tuple(
            DatedWording(key=key, valid_from=date.fromisoformat(first), text=text)
            for key, first, text in _latest(db, "office_wordings", "text", desks)
        ),
    )


def list_units(db: Database) -> tuple[Unit, ...]:
    """Return the offices whose desks have described them, by their code; each bears the name it gave itself last."""
    rows = db.execute("SELECT code, name, desk FROM office_desks ORDER BY code, clock, desk").fetchall()
    added = db.execute(
        "SELECT code, desk FROM office_added_desks WHERE desk NOT IN (SELECT desk FROM office_desks) ORDER BY desk"
    ).fetchall()
    names = {code: name for code, name, _desk in rows}
    desks = [*((code, desk) for code, _name, desk in rows), *added]
    return tuple(
        Unit(code=code, name=name, desks=tuple(desk for own, desk in desks if own == code))
        for code, name in names.items()
    )


def _agency_of(db: Database, desks: Sequence[str]) -> Agency | None:
    marks = ", ".join("?" * len(desks))
    sql = f"SELECT agency FROM office_desks WHERE desk IN ({marks}) ORDER BY clock DESC, desk DESC LIMIT 1"
    row = db.execute(sql, tuple(desks)).fetchone()
    return None if row is None else from_json(row[0], Agency)


def _latest(db: Database, table: str, value: str, desks: Sequence[str]) -> list[tuple[str, str, Any]]:
    """Return key, first day and value of what ``desks`` put last, in the order of keys and first days."""
    marks = ", ".join("?" * len(desks))
    rows = db.execute(
        f"SELECT key, valid_from, {value} FROM {table} WHERE desk IN ({marks}) ORDER BY key, valid_from, clock, desk",
        tuple(desks),
    )
    latest = {(key, first): told for key, first, told in rows}
    return [(key, first, told) for (key, first), told in latest.items()]


def put_secret(db: Database, name: str, value: bytes) -> None:
    """Keep a secret of 32 bytes; raise ``Conflict`` when another stands under that name: papers rely on it."""
    db.execute("INSERT OR IGNORE INTO office_secrets VALUES (?, ?)", (name, value))
    if get_secret(db, name) != value:
        raise Conflict("office.secret", f"Máy này đã có khóa «{name}» khác.", "Khóa cũ vẫn còn nguyên.")


def adopt_secret(db: Database, name: str, value: bytes) -> None:
    """Keep ``value`` under ``name`` from now on; what stood there before is kept as a former one, to prove older papers."""
    former = db.execute("SELECT value FROM office_secrets WHERE name = ?", (name,)).fetchone()
    if former is not None and bytes(former[0]) != value:
        old = bytes(former[0])
        kept = f"{name}:{sha256(old).hexdigest()[:16]}"
        db.execute("INSERT OR IGNORE INTO office_secrets VALUES (?, ?)", (kept, old))
    db.execute("INSERT OR REPLACE INTO office_secrets VALUES (?, ?)", (name, value))
    db.recall.forget(("office_secrets", name))


def list_secrets(db: Database, name: str) -> tuple[bytes, ...]:
    """Return the secret of that name and its former ones, the present one first; raise ``NotFound`` without one."""
    former = db.execute("SELECT value FROM office_secrets WHERE name LIKE ? ORDER BY name", (f"{name}:%",))
    return (get_secret(db, name), *(bytes(row[0]) for row in former))


def get_secret(db: Database, name: str) -> bytes:
    """Return the secret of that name; raise ``NotFound`` without one."""
    return db.recall.ask(("office_secrets", name), _read_secret, db, name)


def _read_secret(db: Database, name: str) -> bytes:
    row = db.execute("SELECT value FROM office_secrets WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise NotFound(
            "office.secret", f"Máy này chưa có khóa «{name}».", "Hãy nhờ quản trị khởi tạo lại khóa của cơ quan."
        )
    return bytes(row[0])


def put_number_floor(db: Database, series: str, highest: int) -> None:
    """Give out no number of ``series`` up to ``highest`` any more: a restored desk may have printed them before."""
    db.execute("INSERT OR REPLACE INTO number_floors VALUES (?, ?)", (series, str(highest)))
    db.recall.forget_all()


def above_floor(db: Database, series: str, highest: int | None) -> int | None:
    """Return ``highest`` of a series, or its floor where that is higher: the next number is the one after it."""
    row = db.conn.execute("SELECT highest FROM number_floors WHERE series = ?", (series,)).fetchone()
    if row is None:
        return highest
    # Floors were written as whole codes once: ``PT-261123-1200``.
    floor = int(str(row[0]).rpartition("-")[2])
    return floor if highest is None else max(highest, floor)
