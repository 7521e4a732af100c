"""Places, days by pattern, plans, weather: what a person may put on the calendar and take off it."""

from datetime import date, datetime, time, timedelta

import pytest

from desk_app.accounts.room import Accounts
from desk_app.kernel.errors import Conflict, DeskError, InvalidInput, NotFound, Refused
from desk_app.kernel.records import changed
from desk_app.kernel.time_source import VIETNAM
from desk_app.mobile_sessions import following, planning, running
from desk_app.mobile_sessions.areas import area_of, looks_like_area
from desk_app.mobile_sessions.dates import clock_time, hours, weekly
from desk_app.mobile_sessions.facts import Plan, Staff
from desk_app.mobile_sessions.lists import SETTING, kit_on, shipped
from desk_app.mobile_sessions.named import place_named, session_named
from desk_app.mobile_sessions.planning import Change
from desk_app.mobile_sessions.reading import places, sessions
from desk_app.mobile_sessions.session import State
from desk_app.office.commands import put_setting
from tests.desks import RehearsalDesk
from tests.mobile_sessions.outing import (
    COPY,
    FRIDAY,
    HALL,
    STAFF,
    a_line,
    a_place,
    a_session,
    act,
    line_now,
    session_now,
)


def test_a_place_is_entered_and_described_anew(desk: RehearsalDesk) -> None:
    place = a_place(desk)
    act(desk, planning.put_place, place=changed(HALL, contact="Bà Mẫu"), id_=place)
    [known] = places(desk.mobile_sessions)
    assert (known.id, known.place.area, known.place.contact) == (place, "Khu vực 3", "Bà Mẫu")


def test_one_place_is_not_entered_twice(desk: RehearsalDesk) -> None:
    a_place(desk)
    with pytest.raises(Conflict):
        a_place(desk)


def test_a_place_given_up_takes_no_further_session(desk: RehearsalDesk) -> None:
    place = a_place(desk)
    act(desk, planning.end_place, place=place, reason="đang sửa chữa")
    assert places(desk.mobile_sessions) == ()
    with pytest.raises(InvalidInput):
        a_session(desk, place)


def test_a_place_is_named_by_its_name_or_area_without_marks(desk: RehearsalDesk) -> None:
    place = a_place(desk)
    for text in ("nha van hoa khu vuc 3", "Khu vực 3", place[-6:]):
        assert place_named(desk.mobile_sessions, text).id == place
    with pytest.raises(NotFound):
        place_named(desk.mobile_sessions, "khu vực 9")


def test_every_friday_of_a_month_and_every_second_one() -> None:
    november = date(2026, 11, 1), date(2026, 11, 30)
    assert [day.day for day in weekly(4, *november)] == [6, 13, 20, 27]
    assert [day.day for day in weekly(4, *november, every=2)] == [6, 20]
    assert weekly(4, date(2026, 11, 27), date(2026, 11, 27)) == (date(2026, 11, 27),)


@pytest.mark.parametrize(
    ("weekday", "last", "every"),
    [(7, date(2026, 12, 31), 1), (4, date(2026, 11, 2), 1), (4, date(2030, 1, 1), 1), (4, date(2026, 12, 31), 0)],
)
def test_a_pattern_without_days_or_with_too_many_is_refused(weekday: int, last: date, every: int) -> None:
    with pytest.raises(InvalidInput):
        weekly(weekday, date(2026, 11, 1), last, every=every)


@pytest.mark.parametrize(
    ("typed", "read"), [("7:30", time(7, 30)), ("07h30", time(7, 30)), ("7h", time(7)), ("13", time(13))]
)
def test_hours_are_read_as_people_type_them(typed: str, read: time) -> None:
    assert clock_time(typed, field="at") == read


@pytest.mark.parametrize("typed", ["", "sáng", "25:00", "7:75", "7:30:00"])
def test_what_is_no_hour_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput):
        clock_time(typed, field="at")


def test_a_session_ends_after_it_begins() -> None:
    with pytest.raises(InvalidInput):
        hours(date(2026, 11, 27), time(11), time(7, 30))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("KV3", "Khu vực 3"),
        ("kv. 03", "Khu vực 3"),
        ("KHU VUC 3", "Khu vực 3"),
        ("ẤP 2", "Ấp 2"),
        ("ap 2a", "Ấp 2A"),
        ("khóm 4", "Khóm 4"),
        ("tổ 12", "Tổ 12"),
        ("ấp Mỹ Hưng", "Ấp Mỹ Hưng"),
    ],
)
def test_areas_are_brought_to_one_spelling(typed: str, read: str) -> None:
    assert area_of(typed) == read
    assert looks_like_area(typed)


@pytest.mark.parametrize("text", ["Áp dụng cho mọi người", "Tổ trưởng", "Ban chỉ đạo", "Nguyễn Văn Ấp"])
def test_what_only_sounds_like_an_area_is_none(text: str) -> None:
    assert not looks_like_area(text)


def test_a_series_is_planned_whole_with_the_offices_kit(desk: RehearsalDesk) -> None:
    place, new_id = a_place(desk), desk.journal.new_id
    put_setting(
        desk.office,
        by=desk.admin,
        key=SETTING,
        value="Máy tính\nCon dấu",
        valid_from=date(2026, 12, 1),
        command_id=new_id(),
    )
    days = weekly(4, FRIDAY.date(), date(2026, 12, 11))
    plans = tuple(
        Plan(place=place, starts_at=one, ends_at=other, staff=STAFF, procedures=(COPY,))
        for one, other in (hours(day, time(7, 30), time(11)) for day in days)
    )
    act(desk, planning.plan_sessions, plans=plans)
    seen = sessions(desk.mobile_sessions, first_on=date(2026, 11, 1), last_on=date(2026, 12, 31))
    assert [each.session.on.day for each in seen] == [27, 4, 11]
    assert [tick.item for tick in seen[0].session.kit] == list(shipped().kit)
    assert [tick.item for tick in seen[1].session.kit] == ["Máy tính", "Con dấu"]
    assert kit_on(desk.office.present_book(), date(2026, 12, 4)) == ("Máy tính", "Con dấu")


def test_a_series_with_one_bad_day_writes_nothing(desk: RehearsalDesk) -> None:
    place = a_place(desk)
    past = Plan(place=place, starts_at=FRIDAY - timedelta(days=14), ends_at=FRIDAY - timedelta(days=14, hours=-3))
    good = Plan(place=place, starts_at=FRIDAY, ends_at=FRIDAY + timedelta(hours=3))
    with pytest.raises(InvalidInput):
        act(desk, planning.plan_sessions, plans=(good, past))
    assert sessions(desk.mobile_sessions, first_on=date(2026, 1, 1), last_on=date(2026, 12, 31)) == ()


def test_a_place_holds_one_session_at_a_time(desk: RehearsalDesk) -> None:
    place = a_place(desk)
    a_session(desk, place)
    with pytest.raises(Conflict):
        a_session(desk, place)


@pytest.mark.parametrize(
    "values",
    [
        {"starts_at": FRIDAY, "ends_at": FRIDAY},
        {"starts_at": FRIDAY, "ends_at": FRIDAY + timedelta(days=1)},
        {"staff": (Staff(name=""),)},
        {"procedures": ("9.999999",)},
    ],
)
def test_a_plan_that_cannot_be_is_refused(desk: RehearsalDesk, values: dict[str, object]) -> None:
    plan = changed(Plan(place=a_place(desk), starts_at=FRIDAY, ends_at=FRIDAY + timedelta(hours=2)), **values)
    with pytest.raises((InvalidInput, NotFound)):
        act(desk, planning.plan_sessions, plans=(plan,))


def test_parts_of_a_plan_are_changed_and_the_rest_stays(desk: RehearsalDesk) -> None:
    session = a_session(desk, staff=STAFF, procedures=(COPY,))
    act(desk, planning.change_session, session=session, change=Change(note="Mang thêm bàn", kit=("Máy in", "Máy in")))
    plan = session_now(desk, session).plan
    assert (plan.note, plan.kit, plan.staff, plan.procedures) == ("Mang thêm bàn", ("Máy in",), STAFF, (COPY,))
    with pytest.raises(Refused):
        act(desk, planning.change_session, session=session, change=Change(note="Mang thêm bàn"))


def test_bad_weather_moves_a_session_to_another_day_with_all_that_belongs_to_it(desk: RehearsalDesk) -> None:
    session, line = a_session(desk, staff=STAFF, procedures=(COPY,)), a_line(desk)
    act(desk, following.invite, session=session)
    week = timedelta(days=7)
    act(
        desk,
        planning.cancel_session,
        session=session,
        reason="weather",
        note="mưa lớn",
        hours=(FRIDAY + week, FRIDAY + week + timedelta(hours=3)),
    )
    old = session_now(desk, session)
    assert old.state is State.CANCELLED
    assert old.cancelled is not None
    new = session_now(desk, old.cancelled.moved_to)
    assert (new.moved_from, new.on, new.plan.staff, new.state) == (session, date(2026, 12, 4), STAFF, State.PLANNED)
    visit = line_now(desk, line).visit(new.id)
    assert visit is not None
    assert (visit.carried_from, visit.invited_at) == (session, desk.time.now())


def test_a_session_called_off_is_neither_changed_nor_opened_nor_called_off_again(desk: RehearsalDesk) -> None:
    session = a_session(desk)
    act(desk, planning.cancel_session, session=session, reason="staff")
    desk.time.put(FRIDAY)
    for command, values in (
        (planning.cancel_session, {"reason": "staff"}),
        (planning.change_session, {"change": Change(note="x")}),
        (running.open_session, {}),
    ):
        with pytest.raises(Refused):
            act(desk, command, session=session, **values)


def test_another_reason_must_be_said(desk: RehearsalDesk) -> None:
    session = a_session(desk)
    with pytest.raises(InvalidInput):
        act(desk, planning.cancel_session, session=session, reason="other")


def test_a_session_is_named_by_the_end_of_its_id(desk: RehearsalDesk) -> None:
    session = a_session(desk)
    assert session_named(desk.mobile_sessions, session[-6:].upper()).id == session
    for text in ("zzzzzz", "", "ab"):
        with pytest.raises(DeskError):
            session_named(desk.mobile_sessions, text)


def test_the_kit_goes_out_and_comes_back(desk: RehearsalDesk) -> None:
    session = a_session(desk, kit=("Máy tính", "Con dấu"))
    act(desk, running.tick_kit, session=session, items=("Máy tính", "Con dấu"), way="out")
    act(desk, running.tick_kit, session=session, items=("Con dấu",), way="back")
    act(desk, running.tick_kit, session=session, items=("Máy tính",), way="out", ticked=False)
    computer, stamp = session_now(desk, session).kit
    assert (computer.out_at, stamp.out_at is not None, stamp.back_at is not None) == (None, True, True)
    with pytest.raises(Refused):
        act(desk, running.tick_kit, session=session, items=("Con dấu",), way="back")
    with pytest.raises(InvalidInput):
        act(desk, running.tick_kit, session=session, items=("Cái ô",), way="out")


def test_a_desk_opens_a_session_on_its_day_only_and_one_at_a_time(desk: RehearsalDesk) -> None:
    place = a_place(desk)
    session, other = a_session(desk, place), a_session(desk, place, at=FRIDAY + timedelta(hours=6))
    with pytest.raises(Refused):
        act(desk, running.open_session, session=session)
    desk.time.put(FRIDAY)
    act(desk, running.open_session, session=session)
    with pytest.raises(Conflict):
        act(desk, running.open_session, session=other)
    desk.time.put(FRIDAY + timedelta(hours=3))
    act(desk, running.close_session, session=session, cash=120_000, note="đủ")
    closed = session_now(desk, session)
    assert (closed.state, closed.stints[0].cash, closed.stints[0].note) == (State.CLOSED, 120_000, "đủ")


@pytest.mark.parametrize(
    "values", [{"cash": -1}, {"closed_at": FRIDAY - timedelta(hours=1)}, {"closed_at": FRIDAY + timedelta(days=2)}]
)
def test_a_session_is_not_closed_with_what_cannot_be(desk: RehearsalDesk, values: dict[str, object]) -> None:
    session = a_session(desk)
    desk.time.put(FRIDAY)
    with pytest.raises(Refused):
        act(desk, running.close_session, session=session)
    act(desk, running.open_session, session=session)
    with pytest.raises(InvalidInput):
        act(desk, running.close_session, session=session, **values)


def test_the_room_needs_nothing_that_the_dossiers_have_not(desk: RehearsalDesk) -> None:
    room = desk.mobile_sessions
    assert isinstance(room.accounts, Accounts)
    assert room.dossiers is desk.dossiers
    assert datetime(2026, 11, 27, 7, 30, tzinfo=VIETNAM) == FRIDAY
