"""Finding the slot that was asked for, and saying what else is free when it cannot be had."""

from datetime import datetime

from desk_app.guidance.appointments.line import Line
from desk_app.guidance.appointments.reading import list_slots, next_free
from desk_app.guidance.appointments.slots import Slot, why_closed
from desk_app.guidance.room import Guidance
from desk_app.journal.write_door import Writing
from desk_app.kernel.errors import Conflict, Refused
from desk_app.kernel.time_source import spoken_day, spoken_moment


def free_slot(room: Guidance, writing: Writing, line: Line, starts_at: datetime) -> Slot:
    """Return the slot of ``line`` that begins at ``starts_at``, with a place left and not over.

    Raises ``Refused`` for a moment that is no slot or has gone by, ``Conflict`` for a full one; hints name the next free one.
    """
    slots = list_slots(room, line, starts_at.date(), writing.db)
    slot = next((each for each in slots if each.starts_at == starts_at), None)
    if slot is None:
        raise _no_slot(room, writing, line, starts_at)
    if slot.ends_at <= writing.now:
        raise Refused("appointments.gone_by", f"Giờ hẹn {spoken_moment(starts_at)} đã qua.", "Chọn một giờ sau.")
    if not slot.free:
        raise full(room, writing, line, max(starts_at, writing.now))
    return slot


def _no_slot(room: Guidance, writing: Writing, line: Line, starts_at: datetime) -> Refused:
    why = why_closed(line, starts_at.date(), room.working_time.calendar.get(writing.db))
    if why:
        words = f"Không hẹn được ngày {spoken_day(starts_at.date())}: {why[0].lower()}{why[1:]}."
        return Refused("appointments.closed", words, _next_words(room, writing, line, starts_at))
    words = f"«{line.name}» không có lượt bắt đầu lúc {spoken_moment(starts_at)}."
    return Refused("appointments.no_slot", words, _next_words(room, writing, line, starts_at))


def full(room: Guidance, writing: Writing, line: Line, after: datetime) -> Conflict:
    """Return the error for a line that has no place left at ``after``."""
    words = f"«{line.name}» đã đủ người lúc {spoken_moment(after)}."
    return Conflict("appointments.full", words, _next_words(room, writing, line, after))


def _next_words(room: Guidance, writing: Writing, line: Line, after: datetime) -> str:
    slot = next_free(room, line, max(after, writing.now), writing.db)
    if slot is None:
        return "Chưa ghi gì. Không còn lượt trống trong 60 ngày tới; hãy xem lịch khác."
    return f"Chưa ghi gì. Lượt trống gần nhất: {spoken_moment(slot.starts_at)}."
