"""How a print job stands, in a word and a shape."""

from dataclasses import dataclass

from desk_app.kernel.translations import _
from desk_app.printing.tables import Job
from ui.widgets.colours import COLOURS


@dataclass(frozen=True, kw_only=True)
class JobWords:
    """A job's state for people; ``reason`` says what is wrong, ``settled`` that nothing is left to do."""

    words: str
    shape: str
    colour: str
    reason: str
    settled: bool


_STATES = {
    "waiting": (_("Đang chờ in"), "clock", COLOURS.calm),
    "printing": (_("Đang in"), "print", COLOURS.calm),
    "confirmed": (_("Đã in"), "tick", COLOURS.good),
    "unconfirmed": (_("Chưa rõ đã in"), "question", COLOURS.warning),
    "offline": (_("Máy in không trả lời"), "pause", COLOURS.warning),
    "failed": (_("In hỏng"), "late", COLOURS.danger),
    "cancelled": (_("Đã hủy"), "cross", COLOURS.soft_ink),
}


def job_words(job: Job) -> JobWords:
    """Return a job's state for people."""
    words, shape, colour = _STATES[job.state]
    if job.state == "waiting" and not job.printer:
        words, shape, colour = _("Chưa chọn máy in"), "warning", COLOURS.warning
    return JobWords(
        words=words,
        shape=shape,
        colour=colour,
        reason=job.reason,
        settled=job.state in ("confirmed", "cancelled"),
    )
