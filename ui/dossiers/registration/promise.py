"""The date a visitor is told, and why: day by day, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desk_app.catalogue.procedure import Procedure
from desk_app.dossiers.form import Form
from desk_app.dossiers.plan import Plan, planned
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.working_time.calendar import WEEKDAYS, Calendar
from desk_app.working_time.reading import Reading
from ui.widgets.why_lines import SHORT_DAYS, WhyLine, why_lines


@dataclass(frozen=True, kw_only=True)
class Promise:
    """What stands in the panel of the promised date; ``legs`` are (agency, moment) of a linked procedure."""

    day: str
    until: str
    term: str
    legs: tuple[tuple[str, str], ...]
    why: tuple[WhyLine, ...]
    warnings: tuple[str, ...]


def promise_of(
    form: Form, procedure: Procedure, now: datetime, calendar: Calendar, readings: Sequence[Reading]
) -> Promise:
    """Return the promise that saving ``form`` now would make; raises ``InvalidInput`` as ``planned`` does."""
    plan = planned(
        procedure,
        form.received_at or now,
        calendar,
        readings,
        extended=form.extended,
        promised_at=form.promised_at,
    )
    return spoken(plan)


def spoken(plan: Plan) -> Promise:
    """Return a plan in words."""
    legs = tuple((leg.agency, short_due(leg.due_at)) for leg in plan.legs) if len(plan.legs) > 1 else ()
    return Promise(
        day=f"{_(WEEKDAYS[plan.due_on.weekday()])}, {spoken_day(plan.due_on)}",
        until=_("trước {time}").format(time=f"{plan.due_at:%H:%M}"),
        term=plan.term,
        legs=legs,
        why=why_lines(plan.why),
        warnings=plan.warnings,
    )


def short_due(at: datetime) -> str:
    """Return a due moment the short way: ``T3 24/11 17:00``."""
    return f"{SHORT_DAYS[at.weekday()]} {at:%d/%m %H:%M}"
