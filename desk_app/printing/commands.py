"""Issuing papers, and what people do to printers and print jobs. Every further sheet leaves a trace in the journal."""

from hashlib import sha256

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Conflict, NotFound, Refused
from desk_app.kernel.records import changed
from desk_app.kernel.texts import checked_line
from desk_app.printing.blocks import Paper, paper_json
from desk_app.printing.escpos_library import profile_width
from desk_app.printing.facts import (
    PaperCancelled,
    PaperCopied,
    PaperFound,
    PaperIssued,
    PaperReprinted,
    PrinterChosen,
    PrinterConfigured,
    PrinterRemoved,
    printer_subject,
    use_subject,
)
from desk_app.printing.printer_settings import Printer, checked_printer
from desk_app.printing.room import Printing
from desk_app.printing.tables import Job, find_paper, get_job
from desk_app.printing.tables.jobs import find_original, first_job_of, insert_job, paper_of_job, put_printer, put_state
from desk_app.printing.uses import checked_use, printer_for

CONFIGURE_PRINTERS = "printers.configure"
COPY_PAPERS = "papers.copy"
CANCEL_JOBS = "jobs.cancel"
RETRY_JOBS = "jobs.retry"

_REASON_LENGTH = 200
_STILL_OPEN = ("waiting", "offline", "failed", "unconfirmed")


def issue(writing: Writing, room: Printing, paper: Paper, *, about: str, printer: str | None = None) -> str:
    """Enter a paper in the journal and queue it, inside the transaction of ``writing``; return the paper's id.

    ``about`` is the subject it belongs to. Without ``printer`` it goes to the printer chosen for such papers, else to this
    desk's only one; when there is none, or several to choose from, the job waits until somebody names one.
    Raises ``NotFound`` for an unknown printer.
    """
    chosen = _chosen(writing, room, printer, paper)
    paper_id, body = writing.new_id(within=about), paper_json(paper)
    fact = PaperIssued(
        paper_kind=paper.kind,
        code=paper.code,
        title=paper.title,
        about=about,
        copies=paper.copies,
        digest=sha256(body).hexdigest(),
        printer=chosen,
    )
    writing.add(paper_id, fact)
    job_id = first_job_of(paper_id)
    insert_job(writing.db, job_id=job_id, paper_id=paper_id, printer=chosen, paper=paper, body=body, at=writing.now)
    return paper_id


def copy_paper(room: Printing, *, by: str, paper_id: str, command_id: str, printer: str | None = None) -> Written:
    """Queue a copy marked ``BẢN SAO lần n``, the next number each time; the paper is as it was when it was issued.

    Raises ``NotFound`` when this desk did not issue the paper.
    """

    def decide(writing: Writing) -> None:
        issued, original = find_paper(writing.db, paper_id), find_original(writing.db, paper_id)
        if issued is None or original is None:
            raise NotFound(
                "printing.no_paper", "Quầy này không giữ nội dung của giấy đó.", "In bản sao ở quầy đã lập giấy."
            )
        number = issued.marked_copies + 1
        chosen = _chosen(writing, room, printer, original)
        copy = changed(original, mark=f"BẢN SAO lần {number}")
        body = paper_json(copy)
        fact = PaperCopied(number=number, digest=sha256(body).hexdigest(), printer=chosen)
        writing.add(paper_id, fact)
        insert_job(
            writing.db,
            job_id=writing.new_id(),
            paper_id=paper_id,
            printer=chosen,
            paper=copy,
            body=body,
            at=writing.now,
        )

    return room.journal.write(by=by, permission=COPY_PAPERS, command_id=command_id, decide=decide)


def cancel_job(room: Printing, *, by: str, job_id: str, reason: str, command_id: str) -> Written:
    """Call off a job for a ``reason``. Raises ``Refused`` once it was printed or called off, ``Conflict`` meanwhile."""
    words = checked_line(reason, field="reason", label="Lý do hủy", longest=_REASON_LENGTH, required=True)

    def decide(writing: Writing) -> None:
        job = _open_job(writing, job_id)
        writing.add(job.paper_id, PaperCancelled(job=job.id, reason=words))
        put_state(writing.db, job.id, "cancelled", at=writing.now, reason=words)

    return room.journal.write(by=by, permission=CANCEL_JOBS, command_id=command_id, decide=decide)


def retry_job(room: Printing, *, by: str, job_id: str, command_id: str, printer: str | None = None) -> Written:
    """Print a job again, at once, perhaps on another printer. Raises ``Refused`` once it was printed or called off."""

    def decide(writing: Writing) -> None:
        job = _open_job(writing, job_id)
        chosen = _chosen(writing, room, printer or job.printer, paper_of_job(writing.db, job.id))
        fact = PaperReprinted(job=job.id, after=job.state, printer=chosen)
        writing.add(job.paper_id, fact)
        put_printer(writing.db, job.id, chosen)
        put_state(writing.db, job.id, "waiting", at=writing.now, reason="")

    return room.journal.write(by=by, permission=RETRY_JOBS, command_id=command_id, decide=decide)


def confirm_job(room: Printing, *, by: str, job_id: str, command_id: str) -> Written:
    """Say that the sheet of an unconfirmed job was found in order. Raises ``Refused`` for a job in any other state."""

    def decide(writing: Writing) -> None:
        job = get_job(writing.db, job_id)
        if job.state != "unconfirmed":
            raise Refused("printing.not_unconfirmed", "Lệnh in này không chờ xác nhận.", "Xem lại hàng đợi in.")
        writing.add(job.paper_id, PaperFound(job=job.id))
        put_state(writing.db, job.id, "confirmed", at=writing.now, reason="Người trực đã thấy giấy in.")

    return room.journal.write(by=by, permission=RETRY_JOBS, command_id=command_id, decide=decide)


def configure_printer(room: Printing, *, by: str, printer: Printer, command_id: str) -> Written:
    """Set up a printer of this desk, or change the one of that name. Raises ``InvalidInput`` naming the field."""
    clean = checked_printer(printer)
    profile_width(clean.profile)

    def decide(writing: Writing) -> None:
        writing.add(printer_subject(room.journal.desk_id, clean.name), PrinterConfigured(printer=clean))

    return room.journal.write(by=by, permission=CONFIGURE_PRINTERS, command_id=command_id, decide=decide)


def choose_printer(room: Printing, *, by: str, use: str, printer: str, command_id: str) -> Written:
    """Let papers of one use go to ``printer`` by themselves from now on; empty: somebody chooses each time.

    Raises ``InvalidInput`` for an unknown use, ``NotFound`` for an unknown printer.
    """
    clean = checked_use(use)

    def decide(writing: Writing) -> None:
        named = room.get_printer(writing.db, printer).name if printer else ""
        writing.add(use_subject(room.journal.desk_id, clean), PrinterChosen(use=clean, printer=named))

    return room.journal.write(by=by, permission=CONFIGURE_PRINTERS, command_id=command_id, decide=decide)


def remove_printer(room: Printing, *, by: str, name: str, command_id: str) -> Written:
    """Use a printer no more; its open jobs stay in the queue until another is named. Raises ``NotFound``."""

    def decide(writing: Writing) -> None:
        room.get_printer(writing.db, name)
        writing.add(printer_subject(room.journal.desk_id, name), PrinterRemoved(name=name))

    return room.journal.write(by=by, permission=CONFIGURE_PRINTERS, command_id=command_id, decide=decide)


def _chosen(writing: Writing, room: Printing, printer: str | None, paper: Paper) -> str:
    if printer:
        return room.get_printer(writing.db, printer).name
    return printer_for(paper, room.own_uses(writing.db), tuple(room.own_printers(writing.db)))


def _open_job(writing: Writing, job_id: str) -> Job:
    job = get_job(writing.db, job_id)
    if job.state == "printing":
        raise Conflict("printing.busy", "Lệnh này đang được in.", "Đợi máy in xong rồi xem lại hàng đợi.")
    if job.state not in _STILL_OPEN:
        raise Refused("printing.closed", "Lệnh in này đã xong hoặc đã hủy.", "Cần thêm tờ nữa thì chọn «In bản sao».")
    return job
