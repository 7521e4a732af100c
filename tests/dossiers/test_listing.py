"""Which dossiers stand in which list, in which order, and page by page."""

from datetime import timedelta

import pytest

from desk_app.dossiers.listing.asked import wanted_of
from desk_app.dossiers.listing.pages import asker_of, count_of, page_of
from desk_app.dossiers.listing.selection import selection_of
from desk_app.dossiers.listing.shipped import SHIPPED
from desk_app.dossiers.tables.listing import ListRow, list_page
from desk_app.kernel.errors import Cancelled, InvalidInput
from tests.bench.many import fill_table
from tests.desks import RehearsalDesk, opened
from tests.dossiers.lists import LINKED, MONDAY, THREE_DAYS, give, names, receive, rows, settle, step


@pytest.fixture
def week(desk: RehearsalDesk) -> RehearsalDesk:
    """Give Wednesday morning: one dossier in every stage."""
    receive(desk, "Người Trễ")
    settled = receive(desk, "Người Chờ")
    given = receive(desk, "Người Đã Nhận")
    receive(desk, "Người Liên Thông", LINKED, return_by="counter")
    settle(desk, settled)
    settle(desk, given)
    give(desk, given)
    receive(desk, "Người Ba Ngày", THREE_DAYS)
    desk.time.put(MONDAY + timedelta(days=2))
    receive(desk, "Người Nay")
    return desk


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("view:overdue", ["Người Trễ"]),
        ("view:today", ["Người Nay"]),
        ("view:waiting", ["Người Chờ"]),
        ("view:uncollected", []),
        ("view:received_today", ["Người Nay"]),
        ("view:supplement", []),
        ("status=10", ["Người Đã Nhận"]),
        ("handed=2026-11-23", ["Người Đã Nhận"]),
        ("handed=2026-11-24..", []),
        ("handed=2026-11-23&status=10&procedure=1.001193", ["Người Đã Nhận"]),
        ("procedure=2.000986", ["Người Liên Thông"]),
        ("status=open&procedure=1.001193&sort=name", ["Người Chờ", "Người Nay", "Người Trễ"]),
        ("received=..2026-11-23&procedure=1.001193&sort=received", ["Người Trễ", "Người Chờ", "Người Đã Nhận"]),
        ("due=no_result&procedure=1.001193", ["Người Nay", "Người Trễ"]),
        ("due=overdue&status=10", []),
        ("return_by=home", []),
        ("due_on=2026-11-25", ["Người Nay"]),
    ],
)
def test_a_list_holds_what_it_says(week: RehearsalDesk, asked: str, expected: list[str]) -> None:
    assert names(week, asked) == expected


def test_a_dossier_is_with_the_agency_whose_step_is_due_first(week: RehearsalDesk) -> None:
    (linked,) = rows(week, "procedure=2.000986")
    assert linked.agency
    assert names(week, f"unit={linked.agency}&procedure=2.000986") == ["Người Liên Thông"]
    step(week, linked.id, linked.agency)
    (moved,) = rows(week, "procedure=2.000986")
    assert moved.agency not in ("", linked.agency)
    assert moved.step_due_at >= linked.step_due_at


def test_a_dossier_with_its_result_is_with_nobody(week: RehearsalDesk) -> None:
    (waiting,) = rows(week, "view:waiting")
    assert (waiting.agency, waiting.step_due_at) == ("", "")


def test_a_step_that_takes_longer_than_it_may_is_stuck_though_the_whole_is_not_late(week: RehearsalDesk) -> None:
    assert "Người Liên Thông" not in names(week, "view:stuck")
    week.time.put(MONDAY + timedelta(days=4))
    assert "Người Liên Thông" in names(week, "view:stuck")
    assert "Người Liên Thông" not in names(week, "view:overdue")


def test_a_result_that_nobody_fetches_is_uncollected_after_ten_days(week: RehearsalDesk) -> None:
    week.time.put(MONDAY + timedelta(days=10))
    assert names(week, "view:uncollected") == []
    week.time.put(MONDAY + timedelta(days=11))
    assert names(week, "view:uncollected") == ["Người Chờ"]


def test_tomorrow_is_the_next_working_day(desk: RehearsalDesk) -> None:
    desk.time.put(MONDAY + timedelta(days=3))
    receive(desk, "Người Thứ Hai", THREE_DAYS)
    (row,) = rows(desk, "")
    due_on = row.due_at[:10]
    desk.time.put(MONDAY.replace(day=27))
    assert names(desk, "view:tomorrow") == (["Người Thứ Hai"] if due_on == "2026-11-30" else [])
    assert names(desk, "view:near") == ["Người Thứ Hai"]


def test_who_received_and_who_moved_it_last_are_told_apart(desk: RehearsalDesk) -> None:
    leader = desk.accounts_by_role["leader"]
    moved = receive(desk, "Người Được Chuyển", LINKED)
    receive(desk, "Người Còn Nguyên", LINKED)
    step(desk, moved, role="leader")
    assert names(desk, f"holder={leader}") == ["Người Được Chuyển"]
    assert names(desk, f"officer={leader}") == []
    assert names(desk, f"of={leader}") == ["Người Được Chuyển"]
    assert names(desk, "officer=me&sort=received") == ["Người Được Chuyển", "Người Còn Nguyên"]
    assert names(desk, "holder=me") == ["Người Còn Nguyên"]
    assert sorted(names(desk, "view:mine")) == ["Người Còn Nguyên", "Người Được Chuyển"]


def test_the_receiving_desk_is_this_one_another_or_named(desk: RehearsalDesk) -> None:
    receive(desk, "Người Ở Đây")
    assert names(desk, "desk=this") == ["Người Ở Đây"]
    assert names(desk, "desk=other") == []
    assert names(desk, f"desk={desk.journal.desk_id}") == ["Người Ở Đây"]
    assert names(desk, "desk=01a201b5-0353-7000-b94b-57cd80c9eea9") == []


PEOPLE = ("Đặng Văn Thử", "Dương Thị Thử", "An Văn Thử", "Ấu Văn Thử", "Ân Văn Thử", "Đào Thị Thử", "Ăn Văn Thử")
IN_ORDER = ["An Văn Thử", "Ăn Văn Thử", "Ân Văn Thử", "Ấu Văn Thử", "Dương Thị Thử", "Đào Thị Thử", "Đặng Văn Thử"]


def test_names_stand_in_the_vietnamese_order_both_ways(desk: RehearsalDesk) -> None:
    for name in PEOPLE:
        receive(desk, name)
    assert names(desk, "sort=name") == IN_ORDER
    assert names(desk, "sort=-name&status=open") == IN_ORDER[::-1]


@pytest.fixture
def crowd(desk: RehearsalDesk) -> RehearsalDesk:
    """Give a desk with some two dozen dossiers, several due at one moment, some with the same name, some done."""
    for number in range(26):
        name = PEOPLE[number % len(PEOPLE)]
        made = receive(desk, name, ("1.001193", THREE_DAYS, LINKED)[number % 3])
        if number % 5 == 0:
            settle(desk, made)
        if number % 10 == 0:
            give(desk, made)
    return desk


@pytest.mark.parametrize("scope", ["", "status=open", "status=10", "received=2026-11-23", "due_on=2026-11-23.."])
@pytest.mark.parametrize("sort", ["received", "-received", "due", "-due", "code", "-code", "name", "-name"])
def test_pages_put_together_are_the_whole_list_forwards_and_backwards(
    crowd: RehearsalDesk, scope: str, sort: str
) -> None:
    asked = f"{scope}&sort={sort}"
    whole = rows(crowd, asked, limit=1000)
    assert len({row.id for row in whole}) == len(whole) > 2
    forwards: list[ListRow] = []
    while page := rows(crowd, asked, limit=4, after=forwards[-1] if forwards else None):
        forwards += page
    assert forwards == list(whole)
    backwards: list[ListRow] = []
    while page := rows(crowd, asked, limit=4, back=True, after=backwards[0] if backwards else None):
        backwards = [*page, *backwards]
    assert backwards == list(whole)


@pytest.mark.parametrize("sort", ["received", "due", "code", "name"])
def test_a_list_is_in_the_order_it_says(crowd: RehearsalDesk, sort: str) -> None:
    keys = {"received": "received_at", "due": "due_at", "code": "code", "name": "name_key"}
    found = [getattr(row, keys[sort]) for row in rows(crowd, f"sort={sort}")]
    assert found == sorted(found)
    assert len(set(found)) > 1


def test_reading_that_nobody_waits_for_any_more_ends(desk: RehearsalDesk) -> None:
    fill_table(desk, 5_000)
    asker = asker_of(desk.dossiers, desk.admin)
    with pytest.raises(Cancelled):
        count_of(desk.dossiers, wanted_of("return_by=home"), asker, is_stopped=lambda: True)
    with pytest.raises(Cancelled):
        page_of(desk.dossiers, wanted_of("sort=name"), asker, is_stopped=lambda: True)
    assert count_of(desk.dossiers, wanted_of(""), asker) == 5_000


def test_sqlite_can_take_the_index_that_was_chosen_for_each_list(desk: RehearsalDesk) -> None:
    lists = (
        *SHIPPED.values(),
        "sort=code",
        "sort=-due",
        "handed=2026-11-23",
        "status=10&sort=due",
        "unit=x",
        "desk=other",
    )
    for asked in lists:
        selection = selection_of(wanted_of(asked), asker_of(desk.dossiers, desk.admin))
        assert list_page(desk.journal.reading(), selection, 5) == []


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_list_opens_on_an_empty_desk(desk: RehearsalDesk, name: str) -> None:
    assert names(desk, f"view:{name}") == []


def test_a_list_that_cannot_be_read_is_refused(desk: RehearsalDesk) -> None:
    with pytest.raises(InvalidInput):
        names(desk, "due=soon")


def test_a_column_added_by_an_upgrade_is_filled_from_the_journal(desk: RehearsalDesk) -> None:
    receive(desk, "Đặng Văn Thử")
    with desk.journal.store.writing() as db:
        db.execute("UPDATE dossiers SET name_key = '', holder = ''")
        db.execute("DROP TABLE saved_lists")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm004_saved_lists'")
    desk.close()
    again = opened(desk.home.folder)
    try:
        (row,) = rows(again, "")
        assert row.name_key
        assert row.holder == again.accounts_by_role["officer"]
    finally:
        again.close()
