"""Requests to complete a dossier that was not taken in: whose they are, so that they are found when the person returns."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from desk_app.dossiers.sent_back_facts import SentBack
from desk_app.dossiers.tables.schema import migrations
from desk_app.journal.entry import Recorded
from desk_app.journal.fact import Fact
from desk_app.journal.folding import EntryFold
from desk_app.kernel.texts import folded
from desk_app.storage.engine import Database

_LISTED = "id, asked_at, procedure, procedure_name, name, id_number, phone, birth_on, subject_name"


@migrations()
def m010_sent_back(db: Database) -> None:
    db.execute("""
        CREATE TABLE sent_back (
            id TEXT PRIMARY KEY, asked_at TEXT NOT NULL, procedure TEXT NOT NULL, procedure_name TEXT NOT NULL,
            name TEXT NOT NULL, folded_name TEXT NOT NULL, id_number TEXT NOT NULL, phone TEXT NOT NULL,
            birth_on TEXT NOT NULL, subject_name TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX sent_back_by_number ON sent_back (id_number) WHERE id_number <> ''")
    db.execute("CREATE INDEX sent_back_by_name ON sent_back (folded_name)")


@dataclass(frozen=True, slots=True)
class AskedFor:
    """A request as lists show it; ``asked_at`` is ISO 8601 with +07:00."""

    id: str
    asked_at: str
    procedure: str
    procedure_name: str
    name: str
    id_number: str
    phone: str
    birth_on: str
    subject_name: str


class SentBackFold(EntryFold):
    """One row for each request."""

    name = "sent_back"
    facts: ClassVar[tuple[type[Fact], ...]] = (SentBack,)
    tables = ("sent_back",)

    def store(self, db: Database, recorded: Recorded) -> None:
        """Write the request's row."""
        fact = recorded.fact
        if not isinstance(fact, SentBack):
            raise TypeError(f"{recorded.entry.kind} is no request")
        person = fact.applicant
        row = (
            recorded.entry.subject,
            fact.asked_at.isoformat(),
            fact.procedure,
            fact.procedure_name,
            person.name,
            folded(person.name),
            person.id_number,
            person.phone,
            person.birth_on,
            fact.subject.name if fact.subject else "",
        )
        db.conn.execute("INSERT OR REPLACE INTO sent_back VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def of_number(db: Database, id_number: str, limit: int) -> list[AskedFor]:
    """Return the newest requests to the person with this identity number."""
    return _listed(db, "WHERE id_number = ? AND id_number <> '' ORDER BY id DESC LIMIT ?", (id_number, limit))


def of_whole_name(db: Database, folded_name: str, limit: int) -> list[AskedFor]:
    """Return the newest requests to people whose folded name is exactly this."""
    return _listed(db, "WHERE folded_name = ? ORDER BY id DESC LIMIT ?", (folded_name, limit))


def _listed(db: Database, tail: str, values: Iterable[Any]) -> list[AskedFor]:
    rows = db.conn.execute(f"SELECT {_LISTED} FROM sent_back {tail}", tuple(values)).fetchall()
    return [AskedFor(*row) for row in rows]
