"""A due date and the way to it, as the window shows it, the paper prints it and scripts read it."""

from datetime import date, datetime

from desk_app.kernel.records import Record
from desk_app.working_time.half_days import Half


class WhyStep(Record):
    """One half-day, or with ``half`` None one whole day passed over, and the Vietnamese reason it counts or not."""

    on: date
    half: Half | None
    counted: bool
    reason: str


class Due(Record):
    """When a result is due, and why.

    ``received_on``: the date the term takes as that of receipt, under the cutoff the next working day. ``why``: the way
    from the day the dossier came to the half-day it is due. ``warnings``: the years without a notice.
    """

    due_at: datetime
    due_on: date
    half: Half
    received_on: date
    why: tuple[WhyStep, ...]
    warnings: tuple[str, ...] = ()
