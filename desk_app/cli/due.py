"""``desk due``: when a result is due, and why, with or without a data folder."""

from datetime import date, datetime

import click

from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.reference import Reference, reference
from desk_app.kernel.errors import Refused
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import moment, spoken_day, spoken_moment
from desk_app.working_time.due import due
from desk_app.working_time.half_days import Half, vietnamese
from desk_app.working_time.reading import reading_on
from desk_app.working_time.term import Term, usual_term
from desk_app.working_time.why import WhyStep


class LegDate(Record):
    """One agency's part of a linked procedure."""

    agency: str
    due_at: datetime


class DueDate(Record):
    """What ``desk due`` answers; ``why`` leads from the day of receipt to the half-day it is due."""

    due_at: datetime
    due_on: date
    half: Half
    why: tuple[WhyStep, ...]
    legs: tuple[LegDate, ...] = ()
    warnings: tuple[str, ...] = ()


@command("due", "Tính ngày hẹn trả và nói vì sao.")
@click.option("--procedure", metavar="MÃ", help="Mã thủ tục, như 1.001193.")
@click.option("--half-days", type=int, metavar="SỐ", help="Số nửa ngày làm việc: 10 ngày là 20, 1,5 ngày là 3.")
@click.option("--received", required=True, metavar="THỜI_ĐIỂM", help="Lúc nhận hồ sơ, như 2026-11-23T08:15.")
@click.option(
    "--cutoff/--no-cutoff", default=None, help="Nhận sau mốc giờ chiều tính từ hôm sau hay không (với --half-days)."
)
@click.option("--extended", is_flag=True, help="Tính cả thời gian kéo dài của thủ tục (khi phải xác minh).")
@asks
def due_date(
    asked: Asked, procedure: str | None, half_days: int | None, received: str, cutoff: bool | None, extended: bool
) -> None:
    """Count a term from a receipt."""
    received_at = vietnamese(moment(received, field="received"), field="received")
    if (procedure is None) == (half_days is None):
        raise Refused("cli.usage", "Cần đúng một trong hai: --procedure hoặc --half-days.", "Xem desk due --help.")
    with reference(asked) as known:
        if procedure is not None:
            found = _of_procedure(known, procedure, received_at, extended=extended)
        else:
            found = _of_term(known, half_days or 0, received_at, cutoff)
    answer(asked, found, _words(found))


def _of_term(known: Reference, half_days: int, received_at: datetime, cutoff: bool | None) -> DueDate:
    term = usual_term(half_days, reading_on(known.readings, received_at.date()))
    if cutoff is not None:
        term = Term(half_days=half_days, cutoff=cutoff)
    total = due(term, received_at, known.calendar, known.readings)
    return DueDate(due_at=total.due_at, due_on=total.due_on, half=total.half, why=total.why, warnings=total.warnings)


def _of_procedure(known: Reference, code: str, received_at: datetime, *, extended: bool) -> DueDate:
    from desk_app.dossiers.plan import planned

    procedure = known.catalogue.procedure_on(code.strip(), received_at.date())
    plan = planned(procedure, received_at, known.calendar, known.readings, extended=extended)
    hours = reading_on(known.readings, received_at.date()).hours
    return DueDate(
        due_at=plan.due_at,
        due_on=plan.due_on,
        half=hours.half_at(plan.due_at),
        why=plan.why,
        legs=tuple(LegDate(agency=leg.agency, due_at=leg.due_at) for leg in plan.legs),
        warnings=plan.warnings,
    )


def _words(found: DueDate) -> str:
    lines = [f"Hẹn trả: {spoken_moment(found.due_at)}"]
    if len(found.legs) > 1:
        lines += [f"  {leg.agency}: {spoken_moment(leg.due_at)}" for leg in found.legs]
    lines.append("Vì sao:")
    lines += [f"  {_step(step)}" for step in found.why]
    lines += [f"Lưu ý: {warning}." for warning in found.warnings]
    return "\n".join(lines)


def _step(step: WhyStep) -> str:
    half = "" if step.half is None else f" {step.half.spoken}"
    return f"{'+' if step.counted else ' '} {spoken_day(step.on)}{half}: {step.reason}"
