"""The printer of an invented office, and the papers of its past days, which nobody wants all at once."""

from desk_app.desk import Desk
from desk_app.printing.commands import cancel_job, configure_printer
from desk_app.printing.printer_settings import Printer
from desk_app.printing.tables import list_jobs

_PREVIEW = "Xem trước"
_AT_ONCE = 4
_OLD_PAPER = "Dữ liệu tập dượt: không in giấy của những ngày trước"


def put_preview_printer(desk: Desk, *, by: str) -> None:
    """Give the desk the printer that draws files, unless it has one already."""
    printing = desk.printing
    if not printing.own_printers(desk.journal.reading()):
        printer = Printer(name=_PREVIEW, kind="preview")
        configure_printer(printing, by=by, printer=printer, command_id=desk.journal.new_id())


def put_papers_away(desk: Desk, *, by: str) -> None:
    """Call off the papers that were just queued."""
    for job in list_jobs(desk.journal.reading(), limit=_AT_ONCE):
        if job.state == "waiting":
            cancel_job(desk.printing, by=by, job_id=job.id, reason=_OLD_PAPER, command_id=desk.journal.new_id())
