"""The rules of working time in one place: what other rooms import from here is all they need."""

from desk_app.working_time.calendar import Calendar, Day, DayOff, WorkedDay, WorkingYear
from desk_app.working_time.due import due
from desk_app.working_time.half_days import Half, HalfDay, OfficeHours
from desk_app.working_time.legs import Leg, LegDue, legs_due, total_term
from desk_app.working_time.marks import Mark, Progress, half_days_between, is_late, mark, progress
from desk_app.working_time.reading import Reading, reading_on, readings_with
from desk_app.working_time.supplement import Supplement, due_after_supplements
from desk_app.working_time.term import Term, usual_term
from desk_app.working_time.why import Due, WhyStep
from desk_app.working_time.year_rules import checked_year

__all__ = [
    "Calendar",
    "Day",
    "DayOff",
    "Due",
    "Half",
    "HalfDay",
    "Leg",
    "LegDue",
    "Mark",
    "OfficeHours",
    "Progress",
    "Reading",
    "Supplement",
    "Term",
    "WhyStep",
    "WorkedDay",
    "WorkingYear",
    "checked_year",
    "due",
    "due_after_supplements",
    "half_days_between",
    "is_late",
    "legs_due",
    "mark",
    "progress",
    "reading_on",
    "readings_with",
    "total_term",
    "usual_term",
]
