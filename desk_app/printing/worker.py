"""Carrying out print jobs: one at a time, oldest first, outside of any transaction.

A job is claimed on disk before its first byte leaves. When the program dies meanwhile, nobody knows what is on paper:
such a job is neither printed again nor forgotten, but shown to a person.
"""

from datetime import timedelta

from desk_app.kernel import fault_log
from desk_app.kernel.errors import DeskError
from desk_app.printing import printers
from desk_app.printing.one_at_a_time import only_printer
from desk_app.printing.outcome import Outcome
from desk_app.printing.room import Printing
from desk_app.printing.tables import Job
from desk_app.printing.tables.jobs import claim_next, forget_fleeting, leave_orphans, paper_of_job, put_state

PERHAPS_PRINTED = "Có thể đã in. Kiểm tra giấy, rồi chọn In lại hoặc Đã in."

FLEETING_FOR = timedelta(hours=12)
"""How long a fleeting paper may wait for its printer, or for somebody to say that it is on paper."""
FORGOTTEN = "Quá 12 giờ chưa in xong: nội dung đã xóa, lập lại nếu còn cần."

_BACK_OFF_S = (5, 15, 30, 60, 120, 300)


def run_once(room: Printing) -> Outcome | None:
    """Print the oldest job that is up; return what became of it, None when none is or another program prints."""
    with only_printer(room.home.print_lock) as alone:
        if not alone:
            return None
        job = _claimed(room)
        if job is None:
            return None
        outcome = _printed(room, job)
        _write_down(room, job, outcome)
        return outcome


def run_until_empty(room: Printing) -> tuple[Outcome, ...]:
    """Print every job that is up; return their outcomes in order. A printer that is off gets its next try later."""
    outcomes: list[Outcome] = []
    while (outcome := run_once(room)) is not None:
        outcomes.append(outcome)
    return tuple(outcomes)


def _claimed(room: Printing) -> Job | None:
    now = room.journal.time.now()
    with room.journal.store.writing() as db:
        # Whoever holds the lock is the only one who prints: a job still marked so was left by a program that died.
        leave_orphans(db, now, PERHAPS_PRINTED)
        forget_fleeting(db, now - FLEETING_FOR, now, FORGOTTEN)
        return claim_next(db, now)


def _printed(room: Printing, job: Job) -> Outcome:
    db = room.journal.reading()
    printer = room.find_printer(db, job.printer)
    if printer is None:
        return Outcome(state="failed", reason=f"Máy in «{job.printer}» không còn. Chọn máy khác rồi In lại.")
    try:
        return printers.send(printer, paper_of_job(db, job.id), folder=room.home.papers)
    except DeskError as error:
        return Outcome(state="failed", reason=" ".join(filter(None, (error.message, error.hint))))
    except Exception as error:
        fault_log.fault("print job", error)
        return Outcome(state="failed", reason="Chương trình gặp lỗi khi in. Kiểm tra giấy rồi chọn In lại.")


def _write_down(room: Printing, job: Job, outcome: Outcome) -> None:
    now = room.journal.time.now()
    wait_s = _BACK_OFF_S[min(job.attempts, len(_BACK_OFF_S)) - 1]
    next_at = now + timedelta(seconds=wait_s) if outcome.state == "offline" else None
    with room.journal.store.writing() as db:
        put_state(db, job.id, outcome.state, at=now, reason=outcome.reason, next_at=next_at)
