"""What the tests of rosters do over and over, at a real desk."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from desk_app.journal.write_door import Written
from desk_app.kernel.time_source import VIETNAM
from desk_app.shifts import keeping, plan_month
from desk_app.shifts.book import Member, Organisation, Pattern, Place
from desk_app.shifts.plan_month import Draft
from desk_app.shifts.reading import RosterSeen, roster_of
from desk_app.shifts.seen import SeatSeen
from tests.desks import RehearsalDesk, rehearsal_desk

DECEMBER = date(2026, 12, 1)
NAMES = ("Đoàn Thanh niên", "Hội Nông dân", "Hội Phụ nữ", "Hội Cựu chiến binh")


@dataclass(frozen=True, kw_only=True)
class Rota:
    """What stands in the book of a desk: ids by order."""

    organisations: tuple[str, ...]
    members: dict[str, tuple[str, ...]]
    place: str
    pattern: str


def act(desk: RehearsalDesk, command: Any, **values: Any) -> Written:
    """Carry out one command as the administrator, who has every right in these tests."""
    done: Written = command(desk.shifts, by=desk.admin, command_id=desk.journal.new_id(), **values)
    return done


def entered(desk: RehearsalDesk, *, people: int = 2, **pattern: Any) -> Rota:
    """Enter four organisations with some people each, and a table manned by two on Fridays."""
    own = [
        act(
            desk, keeping.put_organisation, organisation=Organisation(id="", name=name, phone=f"029339990{number}")
        ).subject
        for number, name in enumerate(NAMES)
    ]
    members = {id_: tuple(_members(desk, id_, number, people)) for number, id_ in enumerate(own)}
    place = act(desk, keeping.put_place, place=Place(id="", name="Bàn viết hộ", agency="000.16.32.H49")).subject
    usual = {"weekdays": (4,), "starts": time(7, 30), "ends": time(11, 30), "valid_from": date(2026, 1, 1), "seats": 2}
    made = Pattern(id="", place=place, name="Thứ sáu viết hộ", **{**usual, **pattern})
    return Rota(
        organisations=tuple(own),
        members=members,
        place=place,
        pattern=act(desk, keeping.put_pattern, pattern=made).subject,
    )


def _members(desk: RehearsalDesk, organisation: str, number: int, count: int) -> Iterator[str]:
    for letter in ("Anh", "Bình", "Cúc", "Dung")[:count]:
        member = Member(
            id="", organisation=organisation, name=f"Người Thử {letter} {number}", phone=f"09070001{number}"
        )
        yield act(desk, keeping.put_member, member=member).subject


def previewed(desk: RehearsalDesk, month: date = DECEMBER, *, anew: bool = False) -> Draft:
    """Return a month as the planner would make it."""
    return plan_month.preview(desk.shifts, month, anew=anew)


def drafted(desk: RehearsalDesk, month: date = DECEMBER, *, anew: bool = False) -> RosterSeen:
    """Plan a month and keep it as its draft."""
    act(desk, plan_month.keep_draft, draft=previewed(desk, month, anew=anew))
    return roster(desk, month)


def issued(desk: RehearsalDesk, month: date = DECEMBER, number: str = "15/TB-UBND") -> RosterSeen:
    """Plan a month and make it known."""
    drafted(desk, month)
    act(desk, plan_month.issue, month=month, number=number, issued_on=desk.time.now().date())
    return roster(desk, month)


def roster(desk: RehearsalDesk, month: date = DECEMBER) -> RosterSeen:
    """Return a month's roster as it stands."""
    found = roster_of(desk.shifts, month)
    assert found is not None
    return found


def seats(found: RosterSeen) -> list[SeatSeen]:
    """Return every seat of a roster in order."""
    return [seat for shift in found.shifts for seat in shift.seats]


def on(day: int, hour: int = 9, minute: int = 0) -> datetime:
    """Return a moment of December 2026."""
    return datetime(2026, 12, day, hour, minute, tzinfo=VIETNAM)


@contextmanager
def a_desk(number: int = 1) -> Iterator[RehearsalDesk]:
    """Give a desk of one's own, for each example of a property."""
    with TemporaryDirectory() as folder, rehearsal_desk(Path(folder) / "home", desk_number=number) as made:
        yield made
