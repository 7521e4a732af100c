"""The register book: its numbers never change, whatever is typed in late or arrives from elsewhere."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.dossiers.book.columns import COLUMNS, words
from desk_app.dossiers.book.rows import BookLine, Wanted, checked, lines, numbered
from desk_app.dossiers.commands import hand_over, issue_result
from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from desk_app.journal.tables import every_entry
from desk_app.kernel.errors import InvalidInput
from tests.desks import MORNING, RehearsalDesk, form, rehearsal_desk
from tests.fees.taking import a_desk

YEAR = Wanted(year=2026)


@pytest.fixture
def second(tmp_path: Path) -> Iterator[RehearsalDesk]:
    with rehearsal_desk(tmp_path / "second", desk_number=2) as made:
        yield made


def registered(desk: RehearsalDesk, name: str = "Nguyễn Văn Mẫu", **values: Any) -> str:
    by = desk.accounts_by_role["officer"]
    return register(desk.dossiers, by=by, form=form(name, **values), command_id=desk.journal.new_id()).subject


def book(desk: RehearsalDesk, wanted: Wanted = YEAR) -> list[BookLine]:
    return list(lines(desk.dossiers, numbered(desk.dossiers, wanted)))


def numbers(desk: RehearsalDesk, wanted: Wanted = YEAR) -> list[tuple[int, str]]:
    return [(line.number, line.name) for line in book(desk, wanted)]


def test_lines_are_numbered_from_01_in_the_order_of_entering(desk: RehearsalDesk) -> None:
    for name in ("An", "Bình", "Cường"):
        registered(desk, name)
    assert numbers(desk) == [(1, "An"), (2, "Bình"), (3, "Cường")]
    assert words(COLUMNS[0].value(book(desk)[0])) == "01"


def test_a_late_paper_goes_onto_the_next_free_line_and_moves_none(desk: RehearsalDesk) -> None:
    registered(desk, "An")
    desk.time.advance(timedelta(days=2))
    registered(desk, "Bình")
    registered(desk, "Cường", received_at=MORNING + timedelta(hours=1), paper_number="12")
    assert numbers(desk) == [(1, "An"), (2, "Bình"), (3, "Cường")]
    late = book(desk)[2]
    assert late.remark == "Vào sổ muộn ngày 25/11/2026, giấy số 12"
    assert late.code < book(desk)[1].code


def test_what_another_desk_received_stands_in_its_own_book(desk: RehearsalDesk, second: RehearsalDesk) -> None:
    registered(desk, "An")
    registered(second, "Dung")
    desk.journal.merge(list(every_entry(second.journal.reading())))
    registered(desk, "Bình")
    assert numbers(desk) == [(1, "An"), (2, "Bình")]
    assert numbers(second) == [(1, "Dung")]


def test_every_year_begins_at_01_and_an_extract_keeps_the_numbers(desk: RehearsalDesk) -> None:
    registered(desk, "An")
    desk.time.put(MORNING.replace(day=30))
    registered(desk, "Bình")
    desk.time.put(MORNING.replace(year=2027, month=1, day=4))
    registered(desk, "Cường")
    assert numbers(desk, Wanted(year=2027)) == [(1, "Cường")]
    assert numbers(desk, Wanted(year=2026, first_on=date(2026, 11, 24))) == [(2, "Bình")]
    assert numbers(desk, Wanted(year=2026, last_on=date(2026, 11, 23))) == [(1, "An")]
    assert numbers(desk, Wanted(year=2025)) == []


def test_a_line_says_what_form_06_asks(desk: RehearsalDesk) -> None:
    person = Person(name="Nguyễn Văn Mẫu", address="Ấp 1, xã Hòa Mẫu", phone="0912345678")
    dossier = registered(desk, procedure="2.000635", applicant=person, copies=2, return_by="post")
    by = desk.accounts_by_role["officer"]
    issue_result(desk.dossiers, by=by, dossier=dossier, command_id=desk.journal.new_id())
    desk.time.advance(timedelta(hours=2))
    hand_over(
        desk.dossiers, by=by, dossier=dossier, relation="relative", to="Trần Thị Thử", command_id=desk.journal.new_id()
    )
    cells = [words(column.value(book(desk)[0])) for column in COLUMNS]
    assert cells[:6] == [
        "01",
        "000.16.32.H49-261123-1001",
        "Cấp bản sao trích lục hộ tịch",
        "02",
        "Nguyễn Văn Mẫu",
        "Ấp 1, xã Hòa Mẫu, 0912345678",
    ]
    assert cells[7:] == ["08:15 23/11/2026", "17:00 23/11/2026", "10:15 23/11/2026", "bưu điện", "Trần Thị Thử", ""]


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        (Wanted(year=26), "year"),
        (Wanted(year=2026, first_on=date(2025, 12, 31)), "from"),
        (Wanted(year=2026, last_on=date(2027, 1, 1)), "to"),
        (Wanted(year=2026, first_on=date(2026, 5, 2), last_on=date(2026, 5, 1)), "to"),
    ],
)
def test_days_that_make_no_book_are_refused(wanted: Wanted, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        checked(wanted)
    assert refused.value.field == field


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 30)), min_size=1, max_size=12))
def test_a_number_once_given_stays_whatever_comes_after(steps: list[tuple[bool, int]]) -> None:
    with a_desk() as desk:
        known: list[tuple[int, str]] = []
        for late, hours in steps:
            desk.time.advance(timedelta(hours=hours))
            earlier = desk.time.now() - timedelta(hours=hours + 1)
            registered(desk, received_at=earlier if late else None)
            now = [(line.number, line.code) for line in book(desk)]
            assert now[: len(known)] == known
            assert [number for number, _code in now] == list(range(1, len(known) + 2))
            known = now
