"""The moves of ``desk appointments``; each answers the appointment as it then stands.

``HẸN`` is an appointment's number, its id, or the text of its slip's code.
"""

from collections.abc import Callable

import click

from desk_app.cli.acting import acting
from desk_app.cli.appointments_shown import answer_one
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.dossiers.person import Person
from desk_app.guidance.appointments import commands
from desk_app.guidance.appointments.appointment import CHANNEL_WORDS
from desk_app.guidance.appointments.facts import Channel
from desk_app.guidance.appointments.reading import READ, get_appointment
from desk_app.guidance.contacts.reading import get_contact
from desk_app.journal.write_door import Written
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.ids import command_id_of
from desk_app.kernel.time_source import moment

_CHANNELS = [each for each in CHANNEL_WORDS if each != "walk_in"]
_appointment = click.argument("appointment", metavar="HẸN")
_line = click.option("--line", default="", metavar="LỊCH", help="Lịch nhận hẹn; không ghi khi chỉ có một.")
_name = click.option("--name", default="", metavar="TÊN", help="Họ và tên.")
_phone = click.option("--phone", default="", metavar="SỐ", help="Số điện thoại.")
_procedure = click.option("--procedure", default="", metavar="MÃ", help="Thủ tục.")
_reason = click.option("--reason", default="", metavar="LÝ_DO", help="Vì sao.")
_note = click.option("--note", default="", metavar="CHỮ", help="Ghi chú.")


@command("book", "Đặt hẹn cho một người vào một lượt.")
@click.option("--at", "at", required=True, metavar="LÚC", help="Như 2026-11-25T08:00.")
@_line
@_name
@_phone
@_procedure
@_note
@click.option("--channel", type=click.Choice(_CHANNELS), default="phone", help="Đặt qua đường nào.")
@click.option("--from-guidance", "contact", default="", metavar="MÃ", help="Từ lượt hướng dẫn này: không gõ lại.")
@click.option("--key", default="", metavar="KHÓA", help="Đặt lại với cùng khóa thì chỉ một hẹn.")
@asks
def book_one(
    asked: Asked, at: str, line: str, name: str, phone: str, channel: Channel, contact: str, key: str, **said: str
) -> None:
    """Book an appointment, perhaps from a contact of the guidance log."""
    with acting(asked) as act:
        room = act.desk.guidance
        person, origin, procedure = Person(name=name, phone=phone), "", said["procedure"]
        if contact:
            act.desk.require(act.by, commands.BOOK)
            known = get_contact(room, contact)
            person, origin, procedure = known.person, f"guidance:{known.id}", procedure or known.procedure
        booking = commands.Booking(
            starts_at=moment(at, field="at"),
            person=person,
            line=line,
            procedure=procedure,
            note=said["note"],
            channel=channel,
            origin=origin,
        )
        command_id = command_id_of(f"appointment:{key}") if key else act.new_id()
        written = commands.book(room, by=act.by, booking=booking, command_id=command_id)
        answer_one(asked, act, written.subject)


@command("walk-in", "Tiếp người đến thẳng, xen vào lượt đang diễn ra hoặc lượt trống kế tiếp hôm nay.")
@_line
@_name
@_phone
@_procedure
@_note
@asks
def walk_in_one(asked: Asked, name: str, phone: str, **said: str) -> None:
    """Take somebody without an appointment."""
    with acting(asked) as act:
        person = Person(name=name, phone=phone)
        written = commands.walk_in(act.desk.guidance, by=act.by, person=person, command_id=act.new_id(), **said)
        answer_one(asked, act, written.subject)


@command("move", "Dời hẹn sang lượt khác.")
@_appointment
@click.option("--at", "at", required=True, metavar="LÚC", help="Như 2026-11-25T08:00.")
@_line
@_reason
@asks
def move_one(asked: Asked, appointment: str, at: str, line: str, reason: str) -> None:
    """Put an appointment into another slot."""
    to = moment(at, field="at")
    _carry_out(asked, appointment, commands.move, starts_at=to, line=line, reason=reason)


@command("cancel", "Hủy hẹn; chỗ trống lại.")
@_appointment
@_reason
@asks
def cancel_one(asked: Asked, appointment: str, reason: str) -> None:
    """Call an appointment off."""
    _carry_out(asked, appointment, commands.cancel, reason=reason)


@command("arrive", "Ghi người dân đã đến, kể cả đến muộn.")
@_appointment
@asks
def arrive_one(asked: Asked, appointment: str) -> None:
    """Record that the person came."""
    _carry_out(asked, appointment, commands.arrive)


@command("no-show", "Ghi người dân không đến.")
@_appointment
@asks
def no_show(asked: Asked, appointment: str) -> None:
    """Record that nobody came."""
    _carry_out(asked, appointment, commands.mark_not_come)


@command("remind", "Ghi đã gọi nhắc hẹn: gọi được hay chưa.")
@_appointment
@click.option("--reached/--not-reached", "reached", default=None, help="Gọi được hay chưa được.")
@_note
@asks
def remind_one(asked: Asked, appointment: str, reached: bool | None, note: str) -> None:
    """Record a call to remind."""
    if reached is None:
        raise InvalidInput("reached", "Chưa nói gọi được hay chưa.", "Ghi --reached hoặc --not-reached.")
    _carry_out(asked, appointment, commands.remind, reached=reached, note=note)


def _carry_out(asked: Asked, appointment: str, work: Callable[..., Written], **values: object) -> None:
    with acting(asked) as act:
        # Who may not see appointments is not told which there are either.
        act.desk.require(act.by, READ)
        id_ = get_appointment(act.desk.guidance, appointment).id
        work(act.desk.guidance, by=act.by, appointment=id_, command_id=act.new_id(), **values)
        answer_one(asked, act, id_)
