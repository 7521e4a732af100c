"""The print jobs of this desk: never in the journal, never wiped by folding again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from desk_app.kernel.errors import NotFound
from desk_app.kernel.time_source import from_milliseconds, milliseconds
from desk_app.printing.blocks import Paper, paper_from_json
from desk_app.storage.engine import Database

JobState = Literal["waiting", "printing", "confirmed", "unconfirmed", "offline", "failed", "cancelled"]

_COLUMNS = "id, paper_id, printer, mark, title, state, attempts, next_at, reason, created_at, changed_at"
_INSERT = (
    "INSERT INTO print_jobs (id, paper_id, printer, mark, title, paper, state, attempts, next_at, reason, "
    "created_at, changed_at, fleeting) VALUES (?, ?, ?, ?, ?, ?, 'waiting', 0, 0, '', ?, ?, ?)"
)
# Of each printer only its oldest open job is up: a receipt never overtakes the one before it.
_NEXT = f"""
    SELECT {_COLUMNS} FROM print_jobs AS job
    WHERE state IN ('waiting', 'offline') AND printer <> '' AND next_at <= ? AND NOT EXISTS (
        SELECT 1 FROM print_jobs AS earlier
        WHERE earlier.state IN ('waiting', 'offline') AND earlier.printer = job.printer AND earlier.id < job.id)
    ORDER BY id LIMIT 1"""


@dataclass(frozen=True, kw_only=True)
class Job:
    """One sheet (with all its liên) on its way to a printer; ``mark`` tells a copy, ``reason`` is for people."""

    id: str
    paper_id: str
    printer: str
    mark: str
    title: str
    state: JobState
    attempts: int
    next_at: datetime
    reason: str
    created_at: datetime
    changed_at: datetime


def first_job_of(paper_id: str) -> str:
    """Return the id of the job by which a paper is first printed: the end of the paper's own."""
    return paper_id.rpartition("/")[2]


def insert_job(
    db: Database, *, job_id: str, paper_id: str, printer: str, paper: Paper, body: bytes, at: datetime
) -> None:
    """Put a paper, as it is now, at the end of the queue."""
    now = milliseconds(at)
    row = (job_id, paper_id, printer, paper.mark, paper.title, body, now, now, int(paper.fleeting))
    db.conn.execute(_INSERT, row)


def claim_next(db: Database, at: datetime) -> Job | None:
    """Mark the oldest job that is up as being printed and return it, or None."""
    row = db.execute(_NEXT, (milliseconds(at),)).fetchone()
    if row is None:
        return None
    job = _job(row)
    db.execute(
        "UPDATE print_jobs SET state = 'printing', attempts = attempts + 1, changed_at = ? WHERE id = ?",
        (milliseconds(at), job.id),
    )
    return get_job(db, job.id)


def leave_orphans(db: Database, at: datetime, reason: str) -> int:
    """Turn every job that is marked as being printed into an unconfirmed one; return how many there were."""
    count = db.execute("SELECT count(*) FROM print_jobs WHERE state = 'printing'").fetchone()[0]
    if count:
        db.execute(
            "UPDATE print_jobs SET state = 'unconfirmed', reason = ?, changed_at = ? WHERE state = 'printing'",
            (reason, milliseconds(at)),
        )
    return int(count)


def put_state(
    db: Database, job_id: str, state: JobState, *, at: datetime, reason: str, next_at: datetime | None = None
) -> None:
    """Write how a job stands; a fleeting one that is done with keeps nothing of its content."""
    due = 0 if next_at is None else milliseconds(next_at)
    if state in ("confirmed", "cancelled"):
        db.execute("UPDATE print_jobs SET paper = x'' WHERE id = ? AND fleeting", (job_id,))
    db.execute(
        "UPDATE print_jobs SET state = ?, reason = ?, changed_at = ?, next_at = ? WHERE id = ?",
        (state, reason, milliseconds(at), due, job_id),
    )


def forget_fleeting(db: Database, before: datetime, at: datetime, reason: str) -> None:
    """Call off the fleeting jobs that are older than ``before`` and not being printed, and empty them."""
    db.execute(
        "UPDATE print_jobs SET paper = x'', state = 'cancelled', reason = ?, changed_at = ? "
        "WHERE fleeting AND length(paper) > 0 AND created_at < ? AND state <> 'printing'",
        (reason, milliseconds(at), milliseconds(before)),
    )


def put_printer(db: Database, job_id: str, printer: str) -> None:
    """Send a job to another printer."""
    db.execute("UPDATE print_jobs SET printer = ? WHERE id = ?", (printer, job_id))


def find_job(db: Database, job_id: str) -> Job | None:
    """Return a job, or None."""
    row = db.execute(f"SELECT {_COLUMNS} FROM print_jobs WHERE id = ?", (job_id,)).fetchone()
    return None if row is None else _job(row)


def get_job(db: Database, job_id: str) -> Job:
    """Return a job; raise ``NotFound`` when this desk has none of that id."""
    job = find_job(db, job_id)
    if job is None:
        raise NotFound("printing.no_job", "Không có lệnh in này ở quầy.", "Xem lại danh sách hàng đợi in.")
    return job


def list_jobs(db: Database, *, limit: int = 200) -> tuple[Job, ...]:
    """Return the newest jobs, those that still need printing or a person's eye first."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM print_jobs ORDER BY state IN ('confirmed', 'cancelled'), id DESC LIMIT ?", (limit,)
    )
    return tuple(_job(row) for row in rows.fetchall())


def count_open_jobs(db: Database) -> dict[JobState, int]:
    """Return how many jobs still need printing or a person's eye, by their state."""
    rows = db.execute(
        "SELECT state, count(*) FROM print_jobs "
        "WHERE state IN ('waiting', 'printing', 'unconfirmed', 'offline', 'failed') GROUP BY state"
    )
    return {state: int(count) for state, count in rows.fetchall()}


def last_jobs(db: Database) -> dict[str, Job]:
    """Return the job that each printer had in hand last, by the printer's name."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM print_jobs WHERE id IN (SELECT max(id) FROM print_jobs WHERE attempts > 0 GROUP BY printer)"
    )
    return {job.printer: job for job in map(_job, rows.fetchall())}


def jobs_of_paper(db: Database, paper_id: str) -> tuple[Job, ...]:
    """Return every job of one paper that this desk had, oldest first."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM print_jobs WHERE paper_id = ? ORDER BY id", (paper_id,))
    return tuple(_job(row) for row in rows.fetchall())


def paper_of_job(db: Database, job_id: str) -> Paper:
    """Return the paper of a job as it was when it was queued.

    Raises ``NotFound`` for a fleeting one whose content is gone, ``Damaged`` when it cannot be read.
    """
    body = db.execute("SELECT paper FROM print_jobs WHERE id = ?", (job_id,)).fetchone()[0]
    if not body:
        raise NotFound(
            "printing.forgotten", "Nội dung tờ này đã xóa sau khi in: không giữ lại gì.", "Cần tờ nữa thì lập lại."
        )
    return paper_from_json(body)


def find_original(db: Database, paper_id: str) -> Paper | None:
    """Return a paper as it was first queued here, or None when another desk made it out or it was a fleeting one."""
    row = db.execute("SELECT paper FROM print_jobs WHERE id = ?", (first_job_of(paper_id),)).fetchone()
    return None if row is None or not row[0] else paper_from_json(row[0])


def _job(row: Sequence[Any]) -> Job:
    id_, paper_id, printer, mark, title, state, attempts, next_at, reason, created_at, changed_at = row
    return Job(
        id=id_,
        paper_id=paper_id,
        printer=printer,
        mark=mark,
        title=title,
        state=state,
        attempts=attempts,
        next_at=from_milliseconds(next_at),
        reason=reason,
        created_at=from_milliseconds(created_at),
        changed_at=from_milliseconds(changed_at),
    )
