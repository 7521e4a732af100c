"""The sheet that hangs on the wall: who sits at the writing table on which day, without telephone numbers."""

from collections.abc import Sequence
from datetime import date

from desk_app.printing.wall_sheet import WallLine, WallRow, WallSheet, WallSize
from desk_app.shifts.notice import clock, is_off
from desk_app.shifts.paper_texts import shipped_texts
from desk_app.shifts.seen import SeatSeen, ShiftSeen
from desk_app.shifts.words import weekday


def wall_sheet(
    shifts: Sequence[ShiftSeen], month: date, agency_name: str, *, place: str, size: WallSize = "A4"
) -> WallSheet:
    """Return the sheet of one place, by its id, for a month."""
    shown = [shift for shift in shifts if shift.place == place]
    return WallSheet(
        title=f"LỊCH TRỰC THÁNG {month:%m/%Y}",
        head=" – ".join((agency_name, *{shift.place_name for shift in shown})),
        rows=tuple(_row(shift) for shift in shown),
        foot=shipped_texts().wall_note,
        size=size,
    )


def _row(shift: ShiftSeen) -> WallRow:
    off = is_off(shift)
    return WallRow(
        day=f"{shift.on:%d/%m}",
        weekday=weekday(shift.on),
        hours=f"{clock(shift.starts)} – {clock(shift.ends)}",
        lines=() if off else _lines(shift.seats),
        remark="Không trực" if off else "",
    )


def _lines(seats: Sequence[SeatSeen]) -> tuple[WallLine, ...]:
    """Return each organisation once, in the order of its first seat, with its people."""
    names: dict[str, list[str]] = {}
    for seat in (each for each in seats if each.organisation):
        names.setdefault(seat.organisation_name, []).extend([seat.member_name] if seat.member_name else [])
    return tuple(WallLine(organisation=name, people=tuple(people)) for name, people in names.items())
