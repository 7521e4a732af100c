"""What the tests of mobile sessions do over and over, at a real desk; and lists in Excel as they really come."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from desk_app.journal.tables import every_entry
from desk_app.journal.write_door import Written
from desk_app.kernel.time_source import VIETNAM
from desk_app.mobile_sessions import planning
from desk_app.mobile_sessions.facts import Place, Plan, Staff
from desk_app.mobile_sessions.importing import Judged, judge_file
from desk_app.mobile_sessions.line import Line
from desk_app.mobile_sessions.named import line_in, session_in
from desk_app.mobile_sessions.progress import Progress, progress_in
from desk_app.mobile_sessions.screening import add_line
from desk_app.mobile_sessions.screening_facts import Found
from desk_app.mobile_sessions.session import Session
from tests.desks import RehearsalDesk, form, rehearsal_desk

FRIDAY = datetime(2026, 11, 27, 7, 30, tzinfo=VIETNAM)
HALL = Place(
    name="Nhà văn hóa khu vực 3", area="KV3", address="Khu vực 3, Hòa Mẫu", contact="Ông Thử", phone="0907000111"
)
STAFF = (Staff(name="Lê Thị Thử", agency="Một cửa", job="tiếp nhận"), Staff(name="Phạm Văn Mẫu", agency="Công an xã"))
COPY, MARRIAGE, CARD = "2.000635", "1.000894", "1.001613"
BINH = Person(
    name="Trần Thị Bình", id_number="093195004321", birth_on="1995-01-02", phone="0907123456", address="Khu vực 3"
)


@contextmanager
def a_desk(number: int = 1, *, at: datetime | None = None) -> Iterator[RehearsalDesk]:
    """Give an open rehearsal desk in a folder of its own."""
    with TemporaryDirectory() as folder, rehearsal_desk(Path(folder) / "home", desk_number=number) as desk:
        if at is not None:
            desk.time.put(at)
        yield desk


def act(desk: RehearsalDesk, command: Any, **values: Any) -> Written:
    """Carry out one command as the administrator, who has every right in these tests."""
    written = command(desk.mobile_sessions, by=desk.admin, command_id=desk.journal.new_id(), **values)
    assert isinstance(written, Written)
    return written


def a_place(desk: RehearsalDesk, place: Place = HALL) -> str:
    """Enter a place; return its id."""
    return act(desk, planning.put_place, place=place).subject


def a_session(desk: RehearsalDesk, place: str = "", *, at: datetime = FRIDAY, **values: Any) -> str:
    """Plan a session of three and a half hours; return its id."""
    plan = Plan(place=place or a_place(desk), starts_at=at, ends_at=at + timedelta(hours=3, minutes=30), **values)
    return act(desk, planning.plan_sessions, plans=(plan,)).subject


def a_line(
    desk: RehearsalDesk,
    person: Person = BINH,
    *,
    area: str = "Khu vực 3",
    lacks: tuple[str, ...] = ("marriage",),
    **more: Any,
) -> str:
    """Enter somebody who lacks papers; return the line's id."""
    found = Found(person=person, area=area, lacks=lacks, **more)
    return act(desk, add_line, found=found).subject


def named(name: str, **values: str) -> Person:
    """Return a person of whom little is known."""
    return Person(name=name, **values)


def session_now(desk: RehearsalDesk, session: str) -> Session:
    """Return a session as it stands."""
    return session_in(desk.mobile_sessions, desk.journal.reading(), session)


def line_now(desk: RehearsalDesk, line: str) -> Line:
    """Return a line as it stands."""
    return line_in(desk.mobile_sessions, desk.journal.reading(), line)


def progress_now(desk: RehearsalDesk, line: str) -> Progress:
    """Return a line with its papers as it stands."""
    return progress_in(desk.journal.reading(), line_now(desk, line))


def received(desk: RehearsalDesk, line: str = "", *, procedure: str = MARRIAGE, name: str = "Trần Thị Bình") -> str:
    """Register a dossier out of the office, from a line where one is named; return its id."""
    origin = f"sessions:{line}" if line else ""
    made = form(name, procedure, channel="mobile", origin=origin)
    return register(desk.dossiers, by=desk.admin, form=made, command_id=desk.journal.new_id()).subject


def exchanged(one: RehearsalDesk, other: RehearsalDesk) -> None:
    """Let two desks have each other's entries."""
    mine, theirs = list(every_entry(one.journal.reading())), list(every_entry(other.journal.reading()))
    one.journal.merge(theirs)
    other.journal.merge(mine)


def pass_minutes(desk: RehearsalDesk, minutes: float) -> None:
    """Let time pass."""
    desk.time.advance(timedelta(minutes=minutes))


def workbook(
    file: Path, rows: Sequence[Sequence[object]], merged: Sequence[str] = (), title: str = "Danh sách"
) -> Path:
    """Write a sheet with these rows, some cells merged as in ``A1:F1``; return the file."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    book.save(file)
    return file


def judged(desk: RehearsalDesk, file: Path, **values: Any) -> Judged:
    """Return the verdicts on a file."""
    return judge_file(desk.mobile_sessions, file, **values)
