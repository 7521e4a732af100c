"""A week of one line as a grid of plain values."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desk_app.guidance.appointments.appointment import Appointment, State
from desk_app.guidance.appointments.slots import Slot
from desk_app.kernel.time_source import VIETNAM
from desk_app.kernel.translations import _

_SHORT = (_("T2"), _("T3"), _("T4"), _("T5"), _("T6"), _("T7"), _("CN"))


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One slot in the week; a moment that is no slot on that day has capacity 0."""

    starts_at: datetime
    capacity: int
    names: tuple[str, ...]
    is_past: bool

    @property
    def words(self) -> str:
        """Return who is expected, or that nobody is."""
        if not self.capacity and not self.names:
            return ""
        free = self.capacity - len(self.names)
        shown = ", ".join(self.names)
        if self.capacity == 1 or free <= 0:
            return shown or ("" if self.is_past else _("trống"))
        left = _("trống {count}").format(count=free)
        return f"{shown} · {left}" if shown else ("" if self.is_past else left)


@dataclass(frozen=True, kw_only=True)
class Week:
    """A week of one line: its days with the reason why one is closed (empty: open), and a row of cells for each time."""

    days: tuple[date, ...]
    closed: tuple[str, ...]
    rows: tuple[tuple[time, tuple[Cell, ...]], ...]

    def title(self, column: int) -> str:
        """Return the head of a day."""
        day, why = self.days[column], self.closed[column]
        head = f"{_SHORT[day.weekday()]} {day:%d/%m}"
        return f"{head}\n{why}" if why else head


def week_of(
    days: tuple[date, ...],
    closed: tuple[str, ...],
    slots: tuple[Slot, ...],
    appointments: tuple[Appointment, ...],
    now: datetime,
) -> Week:
    """Return the grid of a week: every time at which some day has a slot or somebody is expected."""
    capacity = {slot.starts_at: slot.capacity for slot in slots}
    expected: dict[datetime, list[str]] = {}
    for each in appointments:
        if each.state is not State.CANCELLED:
            expected.setdefault(each.starts_at, []).append(short_name(each.spoken_name))
    times = sorted({at.astimezone(VIETNAM).time() for at in (*capacity, *expected)})
    rows = []
    for at in times:
        moments = [datetime.combine(day, at, VIETNAM) for day in days]
        cells = tuple(
            Cell(
                starts_at=moment,
                capacity=capacity.get(moment, 0),
                names=tuple(expected.get(moment, ())),
                is_past=moment < now,
            )
            for moment in moments
        )
        rows.append((at, cells))
    return Week(days=days, closed=closed, rows=tuple(rows))


def days_of_week(day: date) -> tuple[date, ...]:
    """Return Monday to Saturday of the week of ``day``."""
    monday = day - timedelta(days=day.weekday())
    return tuple(monday + timedelta(days=number) for number in range(6))


def short_name(name: str) -> str:
    """Return a name as it fits a cell: ``N.V. Mẫu``."""
    words = name.split()
    if len(words) < 2:
        return name
    return f"{''.join(f'{word[0]}.' for word in words[:-1])} {words[-1]}"
