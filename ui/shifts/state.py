"""What the page of shifts decides, without a widget: the calendar of a month, words and shapes, what may be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk_app.kernel.texts import collation_key
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.shifts.alerts import Alert
from desk_app.shifts.book import ShiftBook
from desk_app.shifts.reading import RosterSeen
from desk_app.shifts.seen import SeatSeen, ShiftSeen
from desk_app.shifts.today import Today
from desk_app.shifts.words import weekday
from ui.widgets.colours import COLOURS

STATES: dict[str, tuple[str, str, str]] = {
    "open": (_("Chưa có người"), "warning", COLOURS.danger),
    "held": (_("Đã phân công"), "half", COLOURS.calm),
    "cancelled": (_("Chưa có người thay"), "warning", COLOURS.danger),
    "called_off": (_("Không trực"), "pause", COLOURS.soft_ink),
    "came": (_("Có mặt"), "tick", COLOURS.good),
    "late": (_("Đến trễ"), "late", COLOURS.warning),
    "no_show": (_("Vắng không báo"), "cross", COLOURS.danger),
}
"""Words, shape and colour of a seat's state."""


@dataclass(frozen=True, kw_only=True)
class TodaySeen:
    """What the view of today shows; ``own`` is for people who see only their own shifts."""

    today: Today
    alerts: tuple[Alert, ...]


@dataclass(frozen=True, kw_only=True)
class Day:
    """One row of the calendar."""

    on: date
    words: str
    begins_week: bool


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A month: days down, places across; ``cells`` by row and column, most of them with one shift."""

    days: tuple[Day, ...]
    places: tuple[str, ...]
    cells: tuple[tuple[tuple[ShiftSeen, ...], ...], ...]


def grid_of(roster: RosterSeen | None) -> Grid:
    """Return the calendar of a month; empty before anybody planned it."""
    shifts = roster.shifts if roster is not None else ()
    places = sorted(
        {shift.place: shift.place_name for shift in shifts}.items(), key=lambda each: collation_key(each[1])
    )
    days = sorted({shift.on for shift in shifts})
    cells = tuple(
        tuple(tuple(shift for shift in shifts if shift.on == on and shift.place == id_) for id_, _name in places)
        for on in days
    )
    return Grid(days=tuple(_days(days)), places=tuple(name for _id, name in places), cells=cells)


def _days(days: Sequence[date]) -> list[Day]:
    weeks = [on.isocalendar().week for on in days]
    return [
        Day(on=on, words=f"{weekday(on)}\n{on:%d/%m}", begins_week=place > 0 and weeks[place] != weeks[place - 1])
        for place, on in enumerate(days)
    ]


def seat_words(seat: SeatSeen) -> str:
    """Return who sits on a seat, in one line of the calendar."""
    if seat.state == "called_off":
        return _("Không trực")
    if seat.state == "cancelled":
        return _("{name} báo vắng").format(name=seat.cancelled_name)
    return seat.who or _("Chưa có người")


def cell_words(seat: SeatSeen) -> str:
    """Return who sits on a seat, as a narrow cell of the calendar says it: the organisation first."""
    if seat.state in ("called_off", "cancelled") or not seat.member_name:
        return seat_words(seat)
    return f"{seat.organisation_short}: {seat.member_name}"


def shift_words(shift: ShiftSeen | SeatSeen) -> str:
    """Return when and where, in one line."""
    hours = f"{shift.starts:%H:%M}–{shift.ends:%H:%M}"
    return f"{weekday(shift.on)} {spoken_day(shift.on)}, {hours}, {shift.place_name}"


def roster_words(roster: RosterSeen | None) -> tuple[str, str, str]:
    """Return how far a month's roster is: words, shape, colour."""
    if roster is None:
        return _("Chưa xếp lịch"), "ring", COLOURS.soft_ink
    if roster.edition == "draft" and roster.is_outdated:
        return _("Bản thảo đã cũ: lịch có thay đổi sau khi xếp"), "warning", COLOURS.warning
    if roster.edition == "draft" and roster.is_issued:
        return _("Bản thảo sửa lịch đã ban hành"), "half", COLOURS.warning
    if roster.edition == "draft":
        return _("Bản thảo, chưa ban hành"), "half", COLOURS.calm
    on = spoken_day(roster.issued_on) if roster.issued_on is not None else ""
    return _("Đã ban hành số {number}, ngày {on}").format(number=roster.number, on=on), "done", COLOURS.good


def month_words(month: date) -> str:
    """Return how a month is called on the page."""
    return _("Tháng {month}").format(month=f"{month:%m/%Y}")


def month_beside(month: date, step: int) -> date:
    """Return the first day of the month ``step`` months away."""
    place = month.year * 12 + month.month - 1 + step
    return date(place // 12, place % 12 + 1, 1)


def holders(book: ShiftBook, today: date, *, only: str = "") -> tuple[tuple[str, str], ...]:
    """Return who may be given a seat: each organisation, and each of its people; ``only`` those of one organisation."""
    found: list[tuple[str, str]] = []
    for organisation in sorted(book.organisations, key=lambda each: collation_key(each.name)):
        if only not in ("", organisation.id) or (organisation.active_to is not None and organisation.active_to < today):
            continue
        found.append((f"{organisation.id}|", _("{name} – tự cử người").format(name=organisation.spoken)))
        found += (
            (f"{organisation.id}|{each.id}", f"{organisation.spoken} – {each.name}")
            for each in book.members_of(organisation.id)
            if each.active_to is None or each.active_to >= today
        )
    return tuple(found)
