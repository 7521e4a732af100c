"""The reading of terms: the office's dated answers to what the law leaves open.

Every point is data with the day it begins to hold and its legal basis; ``resources/calendars`` holds what is shipped.
"""

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Literal

from desk_app.kernel.errors import NotFound
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_day
from desk_app.working_time.half_days import OfficeHours

Counting = Literal["next_day", "next_half"]
DayOffReceipt = Literal["same_day", "next_working_day"]
CutoffDefault = Literal["at_once", "always", "never"]
SupplementMode = Literal["restart", "pause"]


class Reading(Record):
    """How terms are read for dossiers received on or after ``valid_from``.

    ``counting``: the first half-day that counts is the next working day's morning, or the next half-day that begins.
    ``day_off_receipt``: a dossier received on a day off keeps that date of receipt, or takes the next working day's.
    ``cutoff_at``: later than this counts as received on the next working day, for procedures that say so.
    ``cutoff_default``: which terms have that cutoff when their procedure does not say.
    ``supplement``: a completed dossier starts its term again, or goes on where it stopped.
    """

    valid_from: date
    basis: str
    hours: OfficeHours = OfficeHours()
    counting: Counting = "next_day"
    day_off_receipt: DayOffReceipt = "same_day"
    cutoff_at: time = time(15, 0)
    cutoff_default: CutoffDefault = "at_once"
    supplement: SupplementMode = "restart"

    def usual_cutoff(self, *, at_once: bool) -> bool:
        """Tell whether a term whose procedure says nothing has the cutoff; ``at_once``: its result is due the same day."""
        return self.cutoff_default == "always" or (self.cutoff_default == "at_once" and at_once)


def reading_on(readings: Iterable[Reading], on: date) -> Reading:
    """Return the reading in force on a day; raise ``NotFound`` when the first one begins later."""
    chosen: Reading | None = None
    for reading in readings:
        if reading.valid_from <= on and (chosen is None or reading.valid_from >= chosen.valid_from):
            chosen = reading
    if chosen is None:
        raise NotFound(
            "working_time.no_reading",
            f"Chưa có quy định tính thời hạn cho ngày {spoken_day(on)}.",
            "Hãy nhập quy định có hiệu lực từ ngày đó hoặc sớm hơn.",
        )
    return chosen


def readings_with(readings: Sequence[Reading], put: Iterable[Reading]) -> tuple[Reading, ...]:
    """Return ``readings`` with those in ``put`` added, each replacing the one of its day, oldest first."""
    by_day = {reading.valid_from: reading for reading in (*readings, *put)}
    return tuple(by_day[on] for on in sorted(by_day))
