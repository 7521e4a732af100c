"""What officers do with appointments. Two cannot take one place: the write door lets in one at a time."""

from collections.abc import Callable
from datetime import date, datetime

from desk_app.dossiers.person import Person
from desk_app.dossiers.prefill import checked_origin
from desk_app.guidance.appointments import facts
from desk_app.guidance.appointments.appointment import STATE_WORDS, Appointment, State
from desk_app.guidance.appointments.line import Plan, checked_plan
from desk_app.guidance.appointments.numbering import block_of, following, series_of
from desk_app.guidance.appointments.placing import free_slot, full
from desk_app.guidance.appointments.reading import get_appointment, get_line, list_lines, list_slots
from desk_app.guidance.appointments.slots import Slot
from desk_app.guidance.contacts.commands import checked_caller
from desk_app.guidance.room import Guidance
from desk_app.guidance.tables.appointments import highest_number
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.kernel.records import Record
from desk_app.kernel.texts import checked_line
from desk_app.kernel.time_source import spoken_moment

BOOK, PUT_LINE = "appointments.book", "appointments.put_line"


class Booking(Record):
    """The form of one appointment; see ``Booked``. ``line`` may be left out where the office has only one."""

    starts_at: datetime
    person: Person
    line: str = ""
    procedure: str = ""
    note: str = ""
    channel: facts.Channel = "phone"
    origin: str = ""


def put_line(room: Guidance, *, by: str, plan: Plan, line: str = "", command_id: str) -> Written:
    """Lay down how a line gives out slots from a day on, a new line without ``line``; its id is the subject.

    Appointments that no longer fit become findings. Raises ``InvalidInput`` naming the field, ``NotFound`` for an unknown line.
    """
    fact = checked_plan(plan)

    def decide(writing: Writing) -> None:
        lines = list_lines(room, writing.db)
        if not line and any(each.name == fact.name for each in lines):
            raise InvalidInput("name", f"Đã có lịch hẹn «{fact.name}».", "Đổi lịch ấy, hoặc đặt tên khác.")
        writing.add(get_line(room, line, writing.db).id if line else writing.new_id(), fact)

    return room.journal.write(by=by, permission=PUT_LINE, command_id=command_id, decide=decide)


def book(room: Guidance, *, by: str, booking: Booking, command_id: str) -> Written:
    """Expect somebody in a slot; the appointment's id is the subject of what was written.

    Raises ``Conflict`` when the slot is full (the hint names the next free one), ``Refused`` for a moment that is no slot
    or has gone by, ``InvalidInput`` naming a field.
    """

    def decide(writing: Writing) -> None:
        line = get_line(room, booking.line, writing.db)
        slot = free_slot(room, writing, line, booking.starts_at)
        writing.add(writing.new_id(), _booked(room, writing, booking, slot))

    return room.journal.write(by=by, permission=BOOK, command_id=command_id, decide=decide)


def walk_in(
    room: Guidance, *, by: str, person: Person, line: str = "", procedure: str = "", note: str = "", command_id: str
) -> Written:
    """Take somebody without an appointment between those who have one: in the slot under way, or the next one free today.

    Raises ``Conflict`` when no place is left today.
    """

    def decide(writing: Writing) -> None:
        named = get_line(room, line, writing.db)
        slots = list_slots(room, named, writing.now.date(), writing.db)
        slot = next((each for each in slots if each.free and each.ends_at > writing.now), None)
        if slot is None:
            raise full(room, writing, named, writing.now)
        booking = Booking(starts_at=slot.starts_at, person=person, procedure=procedure, note=note, channel="walk_in")
        id_ = writing.new_id()
        writing.add(id_, _booked(room, writing, booking, slot))
        writing.add(id_, facts.Arrived(arrived_at=writing.now))

    return room.journal.write(by=by, permission=BOOK, command_id=command_id, decide=decide)


def move(
    room: Guidance, *, by: str, appointment: str, starts_at: datetime, line: str = "", reason: str = "", command_id: str
) -> Written:
    """Put an appointment into another slot, of the same line unless ``line`` names one; raises as ``book`` does."""
    words = checked_line(reason, field="reason", label="Lý do", longest=200)

    def decide(writing: Writing, now: Appointment) -> None:
        _require(now, (State.BOOKED, State.NOT_COME), "dời")
        to = get_line(room, line or now.line, writing.db)
        slot = free_slot(room, writing, to, starts_at)
        fact = facts.Moved(
            line=to.id,
            starts_at=slot.starts_at,
            minutes=slot.minutes,
            from_at=now.starts_at,
            reason=words,
            moved_at=writing.now,
        )
        writing.add(now.id, fact)

    return _moved(room, by, appointment, command_id, decide)


def cancel(room: Guidance, *, by: str, appointment: str, reason: str = "", command_id: str) -> Written:
    """Call an appointment off; its place is free again. Raises ``Refused`` unless it is still to come."""
    words = checked_line(reason, field="reason", label="Lý do", longest=200)

    def decide(writing: Writing, now: Appointment) -> None:
        _require(now, (State.BOOKED,), "hủy")
        writing.add(now.id, facts.Cancelled(reason=words, cancelled_at=writing.now))

    return _moved(room, by, appointment, command_id, decide)


def remind(room: Guidance, *, by: str, appointment: str, reached: bool, note: str = "", command_id: str) -> Written:
    """Record a call to remind, and whether anybody answered; raise ``Refused`` unless the appointment is to come."""
    words = checked_line(note, field="note", label="Ghi chú", longest=200)

    def decide(writing: Writing, now: Appointment) -> None:
        _require(now, (State.BOOKED,), "gọi nhắc")
        writing.add(now.id, facts.Reminded(reached=reached, note=words, called_at=writing.now))

    return _moved(room, by, appointment, command_id, decide)


def arrive(room: Guidance, *, by: str, appointment: str, command_id: str) -> Written:
    """Record that the person came, also late; raise ``Refused`` when they had, or when it was called off."""

    def decide(writing: Writing, now: Appointment) -> None:
        _require(now, (State.BOOKED, State.NOT_COME), "ghi đã đến")
        writing.add(now.id, facts.Arrived(arrived_at=writing.now))

    return _moved(room, by, appointment, command_id, decide)


def mark_not_come(room: Guidance, *, by: str, appointment: str, command_id: str) -> Written:
    """Record that nobody came; raise ``Refused`` before the appointed time, or when it is no longer open."""

    def decide(writing: Writing, now: Appointment) -> None:
        _require(now, (State.BOOKED,), "ghi không đến")
        if now.starts_at > writing.now:
            raise Refused(
                "appointments.too_early",
                f"Chưa đến giờ hẹn ({spoken_moment(now.starts_at)}).",
                "Người dân báo bận thì hủy.",
            )
        writing.add(now.id, facts.NotCome(noted_at=writing.now))

    return _moved(room, by, appointment, command_id, decide)


def _moved(
    room: Guidance, by: str, appointment: str, command_id: str, decide: Callable[[Writing, Appointment], None]
) -> Written:
    def within(writing: Writing) -> None:
        decide(writing, get_appointment(room, appointment, writing.db))

    return room.journal.write(by=by, permission=BOOK, command_id=command_id, decide=within)


def _booked(room: Guidance, writing: Writing, booking: Booking, slot: Slot) -> facts.Booked:
    today = writing.now.date()
    person = checked_caller(booking.person, today=today)
    if not person.name and not person.phone:
        raise InvalidInput("person.name", "Chưa có tên hoặc số điện thoại.", "Ghi ít nhất một trong hai.")
    if booking.procedure:
        room.catalogue.book.get(writing.db).procedure_on(booking.procedure, today)
    return facts.Booked(
        number=_number(room, writing, today),
        line=slot.line,
        starts_at=slot.starts_at,
        minutes=slot.minutes,
        person=person,
        procedure=booking.procedure,
        note=checked_line(booking.note, field="note", label="Ghi chú", longest=500),
        channel=booking.channel,
        origin=checked_origin(booking.origin),
        booked_at=writing.now,
    )


def _number(room: Guidance, writing: Writing, today: date) -> str:
    first, last = block_of(room.desk_number)
    highest = highest_number(writing.db, series_of(today), first, last)
    return following(highest, room.desk_number, today)


def _require(now: Appointment, states: tuple[State, ...], verb: str) -> None:
    if now.state not in states:
        words = f"Hẹn {now.number} {STATE_WORDS[now.state]}: không thể {verb}."
        raise Refused("appointments.not_allowed", words, "Chưa ghi gì. Cần hẹn lại thì đặt hẹn mới.")
