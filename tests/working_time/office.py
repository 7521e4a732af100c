"""The office the tests count for: the shipped calendars and readings, and the readings an office may put instead."""

import csv
from datetime import datetime
from pathlib import Path
from typing import Any

from desk_app.kernel.records import changed
from desk_app.kernel.time_source import VIETNAM
from desk_app.working_time.calendar import Calendar
from desk_app.working_time.reading import Reading
from desk_app.working_time.shipped import shipped_readings, shipped_years
from desk_app.working_time.supplement import Supplement
from desk_app.working_time.term import Term

CALENDAR = Calendar(shipped_years())
READINGS = shipped_readings()
HOURS = READINGS[-1].hours


def at(text: str) -> datetime:
    """Return the moment a case names, Vietnamese time where it says no offset."""
    moment = datetime.fromisoformat(text.strip())
    return moment.replace(tzinfo=VIETNAM) if moment.tzinfo is None else moment


def term(text: str, cutoff: str = "no") -> Term:
    """Return the term a case names: ``3`` half-days, or ``4h``."""
    if text.endswith("h"):
        return Term(hours=int(text[:-1]), cutoff=cutoff == "yes")
    return Term(half_days=int(text), cutoff=cutoff == "yes")


def readings(**values: Any) -> tuple[Reading, ...]:
    """Return the shipped readings with some points answered otherwise."""
    return tuple(changed(reading, **values) for reading in READINGS)


def supplements(text: str) -> tuple[Supplement, ...]:
    """Return what a case names as ``requested > completed``, parted by bars."""
    pairs = (one.split(">") for one in text.split("|") if one.strip())
    return tuple(Supplement(requested_at=at(asked), completed_at=at(done)) for asked, done in pairs)


def cases(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of cases beside this file."""
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))
