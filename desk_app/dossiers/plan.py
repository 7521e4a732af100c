"""What a registration promises: the total due moment, each agency's, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desk_app.catalogue.procedure import Procedure, spoken_days, spoken_term
from desk_app.dossiers.facts import PlannedLeg
from desk_app.kernel.errors import InvalidInput
from desk_app.working_time.calendar import Calendar
from desk_app.working_time.half_days import vietnamese
from desk_app.working_time.legs import Leg, legs_due
from desk_app.working_time.reading import Reading, reading_on
from desk_app.working_time.supplement import Supplement, due_after_supplements
from desk_app.working_time.term import Term
from desk_app.working_time.why import WhyStep


@dataclass(frozen=True, kw_only=True)
class Plan:
    """When the result is promised, the term in words, every agency's part, and the way to the date."""

    due_at: datetime
    due_on: date
    term: str
    legs: tuple[PlannedLeg, ...]
    why: tuple[WhyStep, ...]
    warnings: tuple[str, ...]


def planned(
    procedure: Procedure,
    received_at: datetime,
    calendar: Calendar,
    readings: Sequence[Reading],
    *,
    extended: bool = False,
    promised_at: datetime | None = None,
    waits: Sequence[Supplement] = (),
) -> Plan:
    """Return what registering ``procedure`` at ``received_at`` promises, after ``waits`` for the citizen if there were any.

    Raises ``InvalidInput`` for ``extended`` where the procedure has no longer term, and for ``promised_at`` where the
    catalogue states no term and none, or a moment before the receipt, is given.
    """
    if extended and (procedure.is_linked or not procedure.extension_half_days):
        raise InvalidInput("extended", "Thủ tục này không có thời hạn kéo dài.", "Hãy bỏ chọn thời hạn kéo dài.")
    if not procedure.states_term:
        return _promised(procedure, received_at, promised_at)
    reading = reading_on(readings, vietnamese(received_at).date())
    if procedure.is_linked:
        return _linked(procedure, reading, received_at, calendar, readings, waits)
    total = due_after_supplements(_term(procedure, extended, reading), received_at, waits, calendar, readings)
    words = spoken_term(procedure, reading)
    if extended and procedure.extended_half_days is not None:
        words = f"{spoken_days(procedure.extended_half_days)} ({procedure.extension_condition})"
    leg = _leg(procedure, total.due_at)
    return Plan(
        due_at=total.due_at, due_on=total.due_on, term=words, legs=(leg,), why=total.why, warnings=total.warnings
    )


def _term(procedure: Procedure, extended: bool, reading: Reading) -> Term:
    if procedure.hours is not None:
        return Term(hours=procedure.hours, cutoff=procedure.cutoff_under(reading))
    half_days = procedure.extended_half_days if extended else procedure.half_days
    return Term(half_days=half_days or 0, cutoff=procedure.cutoff_under(reading))


def _linked(
    procedure: Procedure,
    reading: Reading,
    received_at: datetime,
    calendar: Calendar,
    readings: Sequence[Reading],
    waits: Sequence[Supplement],
) -> Plan:
    """Date every step of a linked procedure; the whole is due when its last step is."""
    legs = tuple(
        Leg(id=step.id, agency=step.agency, name=step.name, half_days=step.half_days or 0, after=step.after)
        for step in procedure.steps
    )
    cutoff = procedure.cutoff_under(reading)
    dated = legs_due(legs, received_at, calendar, readings, cutoff=cutoff, supplements=waits)
    total = max((each.due for each in dated), key=lambda found: found.due_at)
    plans = tuple(
        PlannedLeg(id=leg.id, agency=leg.agency, name=leg.name, half_days=leg.half_days, due_at=each.due.due_at)
        for leg, each in zip(legs, dated, strict=True)
    )
    return Plan(
        due_at=total.due_at,
        due_on=total.due_on,
        term=spoken_term(procedure, reading),
        legs=plans,
        why=total.why,
        warnings=total.warnings,
    )


def _promised(procedure: Procedure, received_at: datetime, promised_at: datetime | None) -> Plan:
    if promised_at is None:
        raise InvalidInput(
            "promised_at", "Danh mục chưa nêu thời hạn của thủ tục này.", "Hãy ghi ngày hẹn trả kết quả."
        )
    if promised_at < received_at:
        raise InvalidInput("promised_at", "Ngày hẹn trả ở trước lúc nhận.", "Hãy xem lại ngày hẹn.")
    step = WhyStep(on=promised_at.date(), half=None, counted=False, reason="Ngày hẹn do người tiếp nhận ghi")
    return Plan(
        due_at=promised_at,
        due_on=promised_at.date(),
        term="theo ngày hẹn",
        legs=(_leg(procedure, promised_at),),
        why=(step,),
        warnings=(),
    )


def _leg(procedure: Procedure, due_at: datetime) -> PlannedLeg:
    step = procedure.steps[0]
    return PlannedLeg(id=step.id, agency=step.agency, name=step.name, half_days=step.half_days or 0, due_at=due_at)
