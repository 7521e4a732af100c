"""What the page of appointments shows, decided without a window."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from desk_app.catalogue.picker import matches
from desk_app.catalogue.procedure import Procedure
from desk_app.guidance.appointments.appointment import Appointment, State
from desk_app.guidance.appointments.line import Line
from desk_app.guidance.appointments.slots import Slot
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import VIETNAM, spoken_day
from desk_app.kernel.translations import _
from ui.guidance.appointments.week import Week, days_of_week
from ui.widgets.colours import COLOURS

View = Literal["day", "week", "calls", "found"]

WEEKDAYS = (_("Thứ hai"), _("Thứ ba"), _("Thứ tư"), _("Thứ năm"), _("Thứ sáu"), _("Thứ bảy"), _("Chủ nhật"))
_MARKS: Mapping[State, tuple[str, str, str]] = {
    State.BOOKED: (_("Đã hẹn"), "ring", COLOURS.calm),
    State.ARRIVED: (_("Đã đến"), "done", COLOURS.good),
    State.NOT_COME: (_("Không đến"), "cross", COLOURS.danger),
    State.CANCELLED: (_("Đã hủy"), "cross", COLOURS.soft_ink),
}


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the list: an appointment, or the free places of a slot (``id`` is then empty)."""

    starts_at: datetime
    minutes: int
    id: str = ""
    number: str = ""
    line: str = ""
    who: str = ""
    phone: str = ""
    procedure: str = ""
    note: str = ""
    state: State | None = None
    has_place: bool = True
    reached: bool | None = None
    free: int = 0
    is_past: bool = False
    is_walk_in: bool = False
    shows_day: bool = False

    @property
    def time(self) -> str:
        """Return when it is."""
        at = self.starts_at.astimezone(VIETNAM)
        return f"{at:%H:%M %d/%m}" if self.shows_day else f"{at:%H:%M}"

    @property
    def mark(self) -> tuple[str, str, str]:
        """Return how it stands: words, shape, colour."""
        if self.state is None:
            words = _("Trống") if self.free == 1 else _("Trống {count} chỗ").format(count=self.free)
            return words, "", COLOURS.good
        if not self.has_place and self.state is not State.CANCELLED:
            return _("Cần dời"), "warning", COLOURS.danger
        return _MARKS[self.state]

    @property
    def called(self) -> tuple[str, str, str]:
        """Return whether somebody called to remind: words, shape, colour."""
        if self.reached is None:
            return "", "", COLOURS.soft_ink
        return (_("gọi được"), "tick", COLOURS.good) if self.reached else (_("chưa gọi được"), "pause", COLOURS.warning)

    @property
    def is_free(self) -> bool:
        """Tell whether somebody may still be booked here."""
        return self.state is None


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A free slot that is offered, and the name of its line."""

    line: str
    name: str
    starts_at: datetime

    @property
    def key(self) -> str:
        """Return what tells it from the others."""
        return f"{self.line} {self.starts_at.isoformat()}"

    def words(self, own_line: str) -> str:
        """Return how it is offered; the line only where it is not the appointment's own."""
        at = f"{self.starts_at:%H:%M} {WEEKDAYS[self.starts_at.weekday()]} {self.starts_at:%d/%m}"
        return at if self.line == own_line else f"{at} · {self.name}"


@dataclass(frozen=True, kw_only=True)
class Seen:
    """The page; ``line`` is None before any line was laid down, ``why_closed`` says why a day has no slots.

    ``next_day`` is the working day after today: whom to call.
    """

    lines: tuple[Line, ...]
    line: Line | None
    view: View
    day: date
    today: date
    next_day: date
    rows: tuple[Row, ...]
    week: Week | None
    why_closed: str
    without_place: tuple[Row, ...]
    procedures: tuple[Procedure, ...]

    def procedure_meant(self, text: str) -> Procedure | None:
        """Return the procedure that a few letters mean, None for none."""
        found = matches(self.procedures, text, {}) if text.strip() else ()
        return found[0] if found else None


def day_rows(slots: tuple[Slot, ...], appointments: tuple[Row, ...], now: datetime) -> tuple[Row, ...]:
    """Return a day's list: who is expected, and after them the places left of each slot that is not over."""
    free = [
        Row(starts_at=slot.starts_at, minutes=slot.minutes, free=slot.free)
        for slot in slots
        if slot.free and slot.ends_at > now
    ]
    return tuple(sorted((*appointments, *free), key=lambda row: (row.starts_at, row.state is None, row.id)))


def row_of(
    of: Appointment, procedures: Mapping[str, str], now: datetime, *, has_place: bool, shows_day: bool = False
) -> Row:
    """Return an appointment as a line of the list."""
    return Row(
        starts_at=of.starts_at,
        minutes=of.minutes,
        id=of.id,
        number=of.number,
        line=of.line,
        who=of.spoken_name,
        phone=of.person.phone,
        procedure=procedures.get(of.procedure, ""),
        note=of.note,
        state=of.state,
        has_place=has_place,
        reached=of.reached,
        is_past=of.ends_at <= now,
        is_walk_in=of.channel == "walk_in",
        shows_day=shows_day,
    )


def title_of(view: View, day: date, today: date) -> str:
    """Return what the page shows now, in one line."""
    if view == "found":
        return _("Kết quả tìm")
    if view == "week":
        days = days_of_week(day)
        return _("Tuần {first} – {last}").format(first=f"{days[0]:%d/%m}", last=spoken_day(days[-1]))
    ahead = {0: _("hôm nay"), 1: _("ngày mai")}.get((day - today).days, "")
    head = f"{WEEKDAYS[day.weekday()]}, {spoken_day(day)}"
    head = _("Gọi nhắc hẹn {day}").format(day=head) if view == "calls" else head
    return f"{head} ({ahead})" if ahead else head


def count_words(rows: tuple[Row, ...]) -> str:
    """Return how many are expected, have come, have not."""
    states = [row.state for row in rows if row.state is not None]
    free = sum(row.free for row in rows if row.is_free)
    words = _("{booked} hẹn · {arrived} đã đến · {absent} không đến · {free} chỗ trống")
    kept = [state for state in states if state is not State.CANCELLED]
    return words.format(
        booked=quantity(len(kept)),
        arrived=quantity(states.count(State.ARRIVED)),
        absent=quantity(states.count(State.NOT_COME)),
        free=quantity(free),
    )


def detail_words(row: Row) -> str:
    """Return what is known of a line beyond its columns."""
    if row.state is None:
        until = row.starts_at + timedelta(minutes=row.minutes)
        return f"{row.starts_at:%H:%M}–{until:%H:%M}"
    parts = (row.procedure, row.note, _("đến thẳng") if row.is_walk_in else "")
    return " · ".join(part for part in parts if part)
