"""What the print queue shows and allows, decided without a window."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk_app.dossiers.numbering import tail
from desk_app.kernel.translations import _
from desk_app.printing.tables import IssuedPaper, Job
from ui.widgets.job_words import JobWords, job_words

_OPEN = ("waiting", "offline", "failed", "unconfirmed")
# Where Enter leads: to the dossier, unless the paper is about something else.
_PLACES = {
    "ticket": ("tickets", "ticket:{about}"),
    "sent_back": ("registration", "supplement:{about}"),
    "return_list": ("returns", ""),
    "fee_day": ("fees", ""),
}


@dataclass(frozen=True, kw_only=True)
class JobRow:
    """One print job as a row, and what may be done with it; ``page`` and ``about`` are where what it belongs to is shown."""

    id: str
    state: JobWords
    title: str
    code: str
    printer: str
    attempts: str
    when: str
    page: str
    about: str
    may_retry: bool
    may_confirm: bool
    may_cancel: bool


@dataclass(frozen=True, kw_only=True)
class Queue:
    """The queue, and the printers to choose from."""

    rows: tuple[JobRow, ...]
    printers: tuple[str, ...]

    @property
    def words(self) -> str:
        """Return the one sentence above the list."""
        left = sum(not row.state.settled for row in self.rows)
        doubtful = sum(row.may_confirm for row in self.rows)
        if not left:
            return _("Không có giấy nào đang chờ.")
        if doubtful:
            words = _("{left} giấy chưa in xong, {doubtful} giấy cần xem lại đã in chưa.")
            return words.format(left=left, doubtful=doubtful)
        return _("{left} giấy chưa in xong.").format(left=left)


def row_of(job: Job, paper: IssuedPaper | None, now: datetime) -> JobRow:
    """Return a job as a row."""
    is_open = job.state in _OPEN
    page, about = _place_of(paper)
    day = "" if job.created_at.date() == now.date() else f"{job.created_at:%d/%m} "
    return JobRow(
        id=job.id,
        state=job_words(job),
        title=f"{_(job.title)} – {_(job.mark)}" if job.mark else _(job.title),
        code=tail(paper.code) if paper is not None and "-" in paper.code else "",
        printer=job.printer or _("chưa chọn"),
        attempts=str(job.attempts),
        when=f"{day}{job.created_at:%H:%M}",
        page=page,
        about=about,
        may_retry=is_open,
        may_confirm=job.state == "unconfirmed",
        may_cancel=is_open,
    )


def _place_of(paper: IssuedPaper | None) -> tuple[str, str]:
    """Return page and subject to open for a paper; two empty texts where another desk made it out."""
    if paper is None:
        return "", ""
    page, about = _PLACES.get(paper.kind, ("card", "{about}"))
    return page, about.format(about=paper.about)


def queue_of(rows: Sequence[JobRow], printers: Sequence[str]) -> Queue:
    """Return the queue, as it was read."""
    return Queue(rows=tuple(rows), printers=tuple(printers))
