"""Every question put to the dossiers' tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk_app.dossiers.numbering import Run, number_of
from desk_app.office.tables import above_floor
from desk_app.storage.engine import Database

_LISTED = (
    "local_row, id, code, procedure, field, status, name, id_number, phone, birth_on, subject_name, received_at, due_at, "
    "officer, return_by, result_at, handed_at"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A dossier as lists and search results show it; times are ISO 8601 with +07:00."""

    row: int
    id: str
    code: str
    procedure: str
    field: str
    status: str
    name: str
    id_number: str
    phone: str
    birth_on: str
    subject_name: str
    received_at: str
    due_at: str
    officer: str
    return_by: str
    result_at: str | None
    handed_at: str | None


@dataclass(frozen=True, kw_only=True)
class Narrowing:
    """What a list or a search is narrowed to; None does not narrow. Days are ISO, both ends included, of the receipt."""

    status: str | None = None
    procedure: str | None = None
    officer: str | None = None
    first_on: str | None = None
    last_on: str | None = None

    def admits(self, listed: Listed) -> bool:
        """Tell whether a dossier lies within."""
        return (
            self.status in (None, listed.status)
            and self.procedure in (None, listed.procedure)
            and self.officer in (None, listed.officer)
            and (self.first_on is None or listed.received_at[:10] >= self.first_on)
            and (self.last_on is None or listed.received_at[:10] <= self.last_on)
        )


def highest_code(db: Database, run: Run, desk: str) -> str | None:
    """Return the highest code within ``run`` that this desk has issued, or must not issue again; None when there is none."""
    return db.recall.ask(("code", run.first), _highest_known, db, run, desk)


def take_code(db: Database, run: Run, code: str) -> None:
    """Say that ``code``, the highest within its run, is being issued in the open transaction."""
    db.recall.put(("code", run.first), code)


def _highest_known(db: Database, run: Run, desk: str) -> str | None:
    row = db.conn.execute(
        "SELECT code FROM dossiers WHERE code >= ? AND code <= ? AND desk = ? AND length(code) = ? ORDER BY code DESC LIMIT 1",
        (run.first, run.last, desk, len(run.first)),
    ).fetchone()
    highest = above_floor(db, run.first, None if row is None else number_of(row[0]))
    return None if highest is None else run.code(highest)


def find_id(db: Database, code: str) -> str | None:
    """Return the id of the dossier with that code, or None."""
    row = db.conn.execute("SELECT id FROM dossiers WHERE code = ?", (code,)).fetchone()
    return None if row is None else str(row[0])


def find_code(db: Database, id_: str) -> str | None:
    """Return the code of the dossier of that id, or None."""
    row = db.conn.execute("SELECT code FROM dossiers WHERE id = ?", (id_,)).fetchone()
    return None if row is None else str(row[0])


def by_rows(db: Database, rows: Sequence[int]) -> list[Listed]:
    """Return the dossiers of these row numbers, newest first."""
    if not rows:
        return []
    marks = ", ".join("?" * len(rows))
    return _listed(db, f"WHERE local_row IN ({marks}) ORDER BY local_row DESC", rows)


def by_whole_name(db: Database, folded_name: str, limit: int) -> list[Listed]:
    """Return the newest dossiers whose applicant's folded name is exactly this."""
    return _listed(db, "WHERE folded_name = ? ORDER BY local_row DESC LIMIT ?", (folded_name, limit))


def by_id_number(db: Database, start: str, limit: int) -> list[Listed]:
    """Return the newest dossiers whose applicant's identity number begins with these digits."""
    where = "WHERE id_number <> '' AND id_number >= ? AND id_number < ? ORDER BY local_row DESC LIMIT ?"
    return _listed(db, where, (start, start + ":", limit))


def by_phone(db: Database, starts: Sequence[str], limit: int) -> list[Listed]:
    """Return the newest dossiers whose applicant's telephone number begins in one of these ways."""
    # One range a question: ranges joined by OR would read every row instead of the index.
    of_start = "SELECT local_row FROM dossiers WHERE phone <> '' AND phone >= ? AND phone < ?"
    rows = " UNION ALL ".join([of_start] * len(starts))
    bounds = [bound for start in starts for bound in (start, start + ":")]
    return _listed(db, f"WHERE local_row IN ({rows}) ORDER BY local_row DESC LIMIT ?", (*bounds, limit))


def by_code_start(db: Database, starts: Iterable[str], limit: int) -> list[Listed]:
    """Return dossiers whose code begins with one of ``starts``, each start's lowest numbers first."""
    found: list[Listed] = []
    for start in starts:
        if len(found) < limit:
            found += _listed(
                db, "WHERE code >= ? AND code < ? ORDER BY code LIMIT ?", (start, start + "\x7f", limit - len(found))
            )
    return found


def of_person(db: Database, id_number: str, limit: int) -> list[Listed]:
    """Return a person's dossiers, newest first."""
    return _listed(db, "WHERE id_number = ? AND id_number <> '' ORDER BY local_row DESC LIMIT ?", (id_number, limit))


def of_paper_number(db: Database, number: str, limit: int) -> list[Listed]:
    """Return the dossiers entered from the handwritten form of this number, newest first; case makes no other number."""
    where = "WHERE paper_number <> '' AND paper_number = ? COLLATE NOCASE ORDER BY local_row DESC LIMIT ?"
    return _listed(db, where, (number, limit))


def newest(db: Database, narrowing: Narrowing, limit: int) -> list[Listed]:
    """Return the newest dossiers within ``narrowing``."""
    conditions: list[str] = []
    values: list[Any] = []
    for column in ("status", "procedure", "officer"):
        if (wanted := getattr(narrowing, column)) is not None:
            conditions.append(f"{column} = ?")
            values.append(wanted)
    if narrowing.first_on is not None:
        conditions.append("received_at >= ?")
        values.append(narrowing.first_on)
    if narrowing.last_on is not None:
        conditions.append("received_at <= ?")
        values.append(narrowing.last_on + "T99")
    where = f"WHERE {' AND '.join(conditions)} " if conditions else ""
    return _listed(db, f"{where}ORDER BY local_row DESC LIMIT ?", (*values, limit))


def count_by_status(db: Database) -> dict[str, int]:
    """Return how many dossiers stand in each status."""
    return {
        str(row[0]): int(row[1])
        for row in db.execute("SELECT status, count(*) FROM dossiers GROUP BY status").fetchall()
    }


def due_between(db: Database, statuses: Sequence[str], first: datetime, last: datetime, limit: int) -> list[Listed]:
    """Return dossiers in one of ``statuses`` due from ``first`` to before ``last``, the earliest first."""
    marks = ", ".join("?" * len(statuses))
    where = f"WHERE status IN ({marks}) AND due_at >= ? AND due_at < ? ORDER BY due_at LIMIT ?"
    return _listed(db, where, (*statuses, first.isoformat(), last.isoformat(), limit))


def waiting_longest(db: Database, limit: int) -> list[Listed]:
    """Return dossiers whose result nobody has collected yet, the one that has waited longest first."""
    return _listed(db, "WHERE status = 'settled' ORDER BY result_at, local_row LIMIT ?", (limit,))


def procedures_used(db: Database, since: str, desk: str) -> dict[str, int]:
    """Return how often one desk registered each procedure since a day, for the picker's order."""
    rows = db.execute(
        "SELECT procedure, count(*) FROM dossiers WHERE received_at >= ? AND desk = ? GROUP BY procedure", (since, desk)
    )
    return {str(row[0]): int(row[1]) for row in rows.fetchall()}


def put_draft(db: Database, account: str, form: str, body: bytes, saved_at: str) -> None:
    """Keep a half-typed form of one person; the older one is replaced."""
    db.execute("INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?)", (account, form, body, saved_at))


def find_draft(db: Database, account: str, form: str) -> bytes | None:
    """Return the half-typed form of one person, or None."""
    row = db.execute("SELECT body FROM drafts WHERE account = ? AND form = ?", (account, form)).fetchone()
    return None if row is None else bytes(row[0])


def list_drafts(db: Database, account: str, start: str) -> list[bytes]:
    """Return the half-typed forms of one person whose name begins with ``start``, newest first."""
    rows = db.execute(
        "SELECT body FROM drafts WHERE account = ? AND form >= ? AND form < ? ORDER BY saved_at DESC, form DESC",
        (account, start, start + "\x7f"),
    )
    return [bytes(row[0]) for row in rows.fetchall()]


def drop_draft(db: Database, account: str, form: str) -> None:
    """Forget a half-typed form."""
    db.execute("DELETE FROM drafts WHERE account = ? AND form = ?", (account, form))


def _listed(db: Database, tail: str, values: Iterable[Any]) -> list[Listed]:
    rows = db.conn.execute(f"SELECT {_LISTED} FROM dossiers {tail}", tuple(values)).fetchall()
    return [Listed(*row) for row in rows]
