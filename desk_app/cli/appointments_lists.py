"""The lists of ``desk appointments``."""

from datetime import datetime

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.appointments_shown import AppointmentShown, shown_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.list_looks import saw_list
from desk_app.guidance.appointments.reading import (
    READ,
    list_appointments,
    list_reminders,
    list_without_place,
    looked_at,
    search_appointments,
)
from desk_app.guidance.prefill import prefill_of_appointment
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import day, spoken_moment

_NOTHING = "Không có hẹn nào."


class WithoutPlaceShown(Record):
    """An appointment whose slot holds too many, and the free slot to offer; None where none is near."""

    appointment: AppointmentShown
    suggested_at: datetime | None


@command("list", "Tìm hẹn theo tên, số điện thoại, số hẹn; hoặc liệt kê một thời kỳ.")
@click.argument("text", metavar="[CHỮ]", default="")
@click.option("--from", "first", default="", metavar="NGÀY", help="Từ ngày này; không ghi là hôm nay.")
@click.option("--to", "last", default="", metavar="NGÀY", help="Đến hết ngày này; không ghi là ngày đầu.")
@asks
def list_all(asked: Asked, text: str, first: str, last: str) -> None:
    """List appointments."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        room = act.desk.guidance
        first_on = day(first, field="from") if first else act.desk.journal.time.now().date()
        last_on = day(last, field="to") if last else first_on
        found = search_appointments(room, text) if text else list_appointments(room, first_on=first_on, last_on=last_on)
        saw_list(act, looked_at("found" if text else "period", first_on), len(found))
        shown = shown_each(act, found)
    answer_each(asked, shown, nothing=_NOTHING)


@command("reminders", "Ai cần gọi nhắc: hẹn của ngày làm việc kế tiếp, chưa gọi được đứng trước.")
@click.option("--date", "date_text", default="", metavar="NGÀY", help="Hẹn của ngày nào.")
@asks
def reminders(asked: Asked, date_text: str) -> None:
    """List whom to call."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        today = act.desk.journal.time.now().date()
        next_on = act.desk.working_time.present_calendar().working_day_after(today)
        on = day(date_text) if date_text else next_on
        found = list_reminders(act.desk.guidance, on)
        saw_list(act, looked_at("calls", on), len(found))
        shown = shown_each(act, found)
    answer_each(asked, shown, nothing=_NOTHING)


@command("without-place", "Hẹn cần dời sau khi gộp dữ liệu hoặc thu hẹp lịch, và lượt trống nên dời sang.")
@asks
def without_place(asked: Asked) -> None:
    """List the appointments that exceed their slots."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        found = list_without_place(act.desk.guidance)
        saw_list(act, looked_at("without_place", act.desk.journal.time.now().date()), len(found))
        shown = shown_each(act, tuple(each.appointment for each in found))
    answers = []
    for each, (made, words) in zip(found, shown, strict=True):
        at = each.suggestion.starts_at if each.suggestion is not None else None
        offer = f"; còn trống {spoken_moment(at)}" if at is not None else ""
        answers.append((WithoutPlaceShown(appointment=made, suggested_at=at), f"{words}{offer}"))
    answer_each(asked, answers, nothing="Không hẹn nào cần dời.")


@command("prefill", "Những gì đã biết để lập hồ sơ: đưa «origin», «procedure», «applicant» vào desk dossiers register.")
@click.argument("appointment", metavar="HẸN")
@asks
def prefill(asked: Asked, appointment: str) -> None:
    """Show the beginning of a registration."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        known = prefill_of_appointment(act.desk.guidance, appointment)
    name = known.applicant.name if known.applicant is not None else ""
    answer(asked, known, f"{known.origin}  {known.procedure}  {name}")
