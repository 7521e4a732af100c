"""Where a dossier's dates come from after the citizen was waited for, and where they go when a leader moves them.

*Restart*: the term runs anew from the moment the dossier was complete. *Pause*: it goes on where it stood still. Nothing
of this ever brings a promised date forward.
"""

from collections.abc import Sequence
from datetime import datetime

from desk_app.catalogue.procedure import Procedure
from desk_app.dossiers.dossier import Dossier, Leg
from desk_app.dossiers.facts import Registered
from desk_app.dossiers.life.facts import LegDate, NewDates, WaitMode
from desk_app.dossiers.life.story import Wait
from desk_app.dossiers.plan import Plan, planned
from desk_app.dossiers.received_under import received_under
from desk_app.dossiers.room import Dossiers
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import spoken_moment
from desk_app.storage.engine import Database
from desk_app.working_time.calendar import Calendar
from desk_app.working_time.due import due
from desk_app.working_time.half_days import Half, HalfDay, OfficeHours, vietnamese
from desk_app.working_time.marks import half_days_between
from desk_app.working_time.reading import Reading, reading_on
from desk_app.working_time.supplement import Supplement
from desk_app.working_time.term import Term
from desk_app.working_time.walk import Walk
from desk_app.working_time.why import WhyStep

_FOR_SUPPLEMENT = "Chờ bổ sung hồ sơ, không tính"
_FOR_PAYMENT = "Chờ thực hiện nghĩa vụ tài chính, không tính"


def mode_of(room: Dossiers, db: Database, dossier: Dossier) -> WaitMode:
    """Return what the reading in force when the term began says of a completed dossier: restart or pause."""
    return reading_on(room.working_time.readings.get(db), start_of(dossier).date()).supplement


def dates_after(room: Dossiers, db: Database, dossier: Dossier, wait: Wait) -> NewDates:
    """Return the dates of a dossier after one more wait for the citizen."""
    calendar, readings = room.working_time.calendar.get(db), room.working_time.readings.get(db)
    by_hand = dossier.moved_due is not None and wait.mode == "pause"
    plan = None if by_hand else counted(room, db, dossier.registered, (*dossier.story.waits, wait))
    if plan is None:
        return _gone_on(dossier, wait, calendar, readings)
    by_leg = {leg.id: leg.due_at for leg in plan.legs}
    legs = tuple(
        LegDate(leg=leg.plan.id, due_at=max(by_leg.get(leg.plan.id, leg.plan.due_at), leg.plan.due_at))
        for leg in dossier.open_legs
    )
    return NewDates(due_at=max(plan.due_at, dossier.registered.due_at), legs=legs)


def counted(room: Dossiers, db: Database, fact: Registered, waits: Sequence[Wait]) -> Plan | None:
    """Return what the calculator makes of a registration and its waits; None where the catalogue states no term."""
    procedure = received_under(room, db, fact)
    if procedure is None or not procedure.states_term:
        return None
    calendar, readings = room.working_time.calendar.get(db), room.working_time.readings.get(db)
    return recounted(procedure, fact, waits, calendar, readings)


def recounted(
    procedure: Procedure, fact: Registered, waits: Sequence[Wait], calendar: Calendar, readings: Sequence[Reading]
) -> Plan:
    """Return the plan of a registration after ``waits``, oldest first, told from the first receipt."""
    start_at, pauses = fact.received_at, list[Wait]()
    for wait in waits:
        start_at, pauses = (wait.to_at, []) if wait.mode == "restart" else (start_at, [*pauses, wait])
    plan = planned(
        procedure,
        start_at,
        calendar,
        tuple(changed(reading, supplement="pause") for reading in readings),
        extended=fact.extended,
        waits=tuple(Supplement(requested_at=each.from_at, completed_at=each.to_at) for each in pauses),
    )
    return Plan(
        due_at=plan.due_at,
        due_on=plan.due_on,
        term=plan.term,
        legs=plan.legs,
        why=_told(plan.why, fact, start_at, pauses),
        warnings=plan.warnings,
    )


def owed_at(
    dossier: Dossier, leg: Leg, before: Sequence[Leg], at: datetime, calendar: Calendar, hours: OfficeHours
) -> datetime:
    """Return by when an agency that got the folder ``at`` owes its part: as many half-days later as the folder came late.

    ``before`` are the legs it waited for; the first one waits for the end of the day of receipt.
    """
    begins = hours.closing(HalfDay(vietnamese(start_of(dossier)).date(), Half.AFTERNOON))
    planned_at = max((each.plan.due_at for each in before), default=begins)
    late = half_days_between(planned_at, at, calendar, hours) if at > planned_at else 0
    return moved_by(leg.plan.due_at, late, calendar, hours)


def moved_dates(dossier: Dossier, due_at: datetime, calendar: Calendar, hours: OfficeHours) -> NewDates:
    """Return the dates when the total is set to ``due_at``: every open leg moves by as many half-days as the total."""
    before = dossier.registered.due_at
    by = half_days_between(before, due_at, calendar, hours)
    legs = tuple(
        LegDate(
            leg=leg.plan.id,
            due_at=due_at if leg.plan.due_at >= before else min(due_at, moved_by(leg.plan.due_at, by, calendar, hours)),
        )
        for leg in dossier.open_legs
    )
    return NewDates(due_at=due_at, legs=legs)


def moved_by(at: datetime, half_days: int, calendar: Calendar, hours: OfficeHours) -> datetime:
    """Return the end of the working half-day that stands so many after the one of ``at``."""
    if half_days <= 0:
        return at
    local = vietnamese(at)
    walk = Walk(calendar, HalfDay(local.date(), hours.half_at(local)).following)
    walk.count(half_days, of=half_days)
    return hours.closing(walk.last)


def start_of(dossier: Dossier) -> datetime:
    """Return when the term began: at the receipt, or when the dossier was complete."""
    restarts = (wait.to_at for wait in dossier.story.waits if wait.mode == "restart")
    return max(restarts, default=dossier.registered.received_at)


def _gone_on(dossier: Dossier, wait: Wait, calendar: Calendar, readings: Sequence[Reading]) -> NewDates:
    """Return the dates where no term leads to them: what was left when the clock stopped runs on after the wait.

    After a restart it is the whole time between receipt and promise that runs again.
    """
    hours = reading_on(readings, dossier.registered.received_at.date()).hours
    stopped_at = dossier.registered.received_at if wait.mode == "restart" else wait.from_at

    def gone_on(at: datetime) -> datetime:
        left = half_days_between(hours.closing(hours.last_begun(vietnamese(stopped_at))), at, calendar, hours)
        return max(at, due(Term(half_days=max(left, 1)), wait.to_at, calendar, readings).due_at)

    return NewDates(
        due_at=gone_on(dossier.registered.due_at),
        legs=tuple(LegDate(leg=leg.plan.id, due_at=gone_on(leg.plan.due_at)) for leg in dossier.open_legs),
    )


def _told(
    why: tuple[WhyStep, ...], fact: Registered, start_at: datetime, pauses: Sequence[Wait]
) -> tuple[WhyStep, ...]:
    paying = [wait for wait in pauses if wait.for_payment]
    steps = tuple(
        changed(step, reason=_FOR_PAYMENT)
        if step.reason == _FOR_SUPPLEMENT and any(w.from_at.date() <= step.on <= w.to_at.date() for w in paying)
        else step
        for step in why
    )
    if start_at == fact.received_at:
        return steps
    words = f"Nhận hồ sơ lần đầu; hoàn thiện lúc {spoken_moment(start_at)} thì thời hạn tính lại từ đầu"
    return (WhyStep(on=fact.received_at.date(), half=None, counted=False, reason=words), *steps)
