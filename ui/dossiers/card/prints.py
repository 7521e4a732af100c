"""What was printed of a dossier, sheet by sheet: which paper, who asked for it, when, and how its print job stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk_app.journal.entry import Recorded
from desk_app.kernel.translations import _
from desk_app.printing.facts import PaperCopied, PaperIssued
from desk_app.printing.tables import IssuedPaper, Job
from ui.widgets.job_words import JobWords, job_words

ORIGINAL = 0


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One sheet that was ordered: the paper itself (``number`` 0) or its marked copy of that number.

    ``replaced``: a newer receipt took this one's place. ``job`` None: another desk printed it.
    """

    paper: str
    title: str
    number: int
    copies: int
    at: datetime
    who: str
    replaced: bool
    job: JobWords | None

    @property
    def words(self) -> str:
        """Return what the sheet is."""
        if self.number:
            return _("    Bản sao lần {number}").format(number=self.number)
        title = _(self.title)
        return _("{title} (đã thay)").format(title=title) if self.replaced else title

    @property
    def when(self) -> str:
        """Return who ordered it, and when."""
        return f"{self.at:%H:%M %d/%m} {self.who}".strip()


def sheets_of(
    paper: IssuedPaper, history: Sequence[Recorded], jobs: Sequence[Job], who: dict[str, str], *, replaced: bool
) -> tuple[Sheet, ...]:
    """Return a paper and its copies in the order in which they were ordered; ``who`` gives names by account."""
    sheets = []
    for recorded in history:
        fact = recorded.fact
        if isinstance(fact, PaperIssued | PaperCopied):
            number = fact.number if isinstance(fact, PaperCopied) else ORIGINAL
            sheets.append(
                Sheet(
                    paper=paper.id,
                    title=paper.title,
                    number=number,
                    copies=paper.marked_copies,
                    at=recorded.at,
                    who=who.get(recorded.entry.actor, ""),
                    replaced=replaced,
                    job=_job(jobs, number),
                )
            )
    return tuple(sheets)


def _job(jobs: Sequence[Job], number: int) -> JobWords | None:
    """Return how the job of the paper, or of one of its copies, stands."""
    ends = f" {number}"
    mine = (job for job in jobs if (job.mark.endswith(ends) if number else not job.mark))
    newest = max(mine, key=lambda job: job.id, default=None)
    return job_words(newest) if newest is not None else None
