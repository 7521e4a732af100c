"""The calendar file, read back by a library that shares no code with the writer."""

from datetime import UTC, datetime
from typing import Any

import pytest
import vobject

from desk_app.kernel.errors import NotFound
from desk_app.kernel.time_source import VIETNAM
from desk_app.shifts import changes, plan_month
from desk_app.shifts.calendar_file import calendar_bytes, calendar_name
from desk_app.shifts.replacement import replacements
from tests.desks import RehearsalDesk
from tests.shifts.rota import act, drafted, entered, issued, roster, seats


def events(desk: RehearsalDesk, **whose: str) -> dict[str, Any]:
    """Return the events of a file by their name."""
    calendar = vobject.readOne(calendar_bytes(desk.shifts, **whose).decode())
    found = list(calendar.vevent_list) if hasattr(calendar, "vevent_list") else []
    by_uid = {each.uid.value: each for each in found}
    assert len(by_uid) == len(found)
    return by_uid


def statuses(found: dict[str, Any]) -> list[tuple[str, int]]:
    return sorted((each.status.value, int(each.sequence.value)) for each in found.values())


def test_every_issued_duty_is_an_event_at_its_vietnamese_time(desk: RehearsalDesk) -> None:
    rota = entered(desk)
    first = seats(issued(desk))[0]
    found = events(desk)
    assert len(found) == 8
    event = next(each for each in found.values() if first.member_name in each.summary.value)
    assert event.summary.value == f"Trực Bàn viết hộ: {first.who}"
    assert event.dtstart.value.astimezone(UTC) == datetime(2026, 12, 4, 0, 30, tzinfo=UTC)
    assert event.dtend.value == datetime(2026, 12, 4, 11, 30, tzinfo=VIETNAM)
    assert event.location.value == "Bàn viết hộ"
    assert len(events(desk, place=rota.place)) == 8
    assert b"TZID:Asia/Ho_Chi_Minh" in calendar_bytes(desk.shifts)


def test_a_person_and_an_organisation_get_their_own(desk: RehearsalDesk) -> None:
    entered(desk)
    first = seats(issued(desk))[0]
    own = events(desk, member=first.member)
    assert all(first.member_name in each.summary.value for each in own.values())
    assert set(own) < set(events(desk, organisation=first.organisation)) < set(events(desk))


def test_a_cancelled_duty_stays_as_a_cancelled_event_with_a_higher_sequence(desk: RehearsalDesk) -> None:
    entered(desk)
    first = seats(issued(desk))[0]
    before = events(desk, member=first.member)
    act(desk, changes.cancel_seat, seat=first.seat, reason="con ốm")
    after = events(desk, member=first.member)
    assert set(after) == set(before)
    (uid,) = [name for name, each in after.items() if each.status.value == "CANCELLED"]
    assert int(after[uid].sequence.value) > int(before[uid].sequence.value)
    assert after[uid].description.value == "con ốm"
    assert after[uid].summary.value.startswith("ĐÃ BỎ: ")


def test_who_takes_over_gets_an_event_and_who_gave_up_loses_theirs(desk: RehearsalDesk) -> None:
    entered(desk)
    first = seats(issued(desk))[0]
    act(desk, changes.cancel_seat, seat=first.seat, reason="ốm")
    best = replacements(desk.shifts, first.seat)[0]
    act(desk, changes.cover_seat, seat=first.seat, organisation=best.organisation, member=best.member)
    on_day = [each for each in events(desk).values() if each.dtstart.value.day == 4]
    assert sorted(each.status.value for each in on_day) == ["CANCELLED", "CONFIRMED", "CONFIRMED"]


def test_who_gets_a_seat_back_has_one_event_that_stands(desk: RehearsalDesk) -> None:
    entered(desk)
    first = seats(issued(desk))[0]
    act(desk, changes.cancel_seat, seat=first.seat, reason="ốm")
    act(desk, changes.cover_seat, seat=first.seat, organisation=first.organisation, member=first.member)
    event = next(each for each in events(desk, member=first.member).values() if each.dtstart.value.day == 4)
    assert (event.status.value, event.sequence.value) == ("CONFIRMED", "2")


def test_a_shift_that_is_off_is_cancelled_for_all_and_a_new_plan_keeps_the_names(desk: RehearsalDesk) -> None:
    entered(desk)
    shift = issued(desk).shifts[0].shift
    before = events(desk)
    act(desk, changes.call_off_shift, shift=shift, reason="mất điện")
    assert statuses(events(desk)) == [("CANCELLED", 1)] * 2 + [("CONFIRMED", 0)] * 6
    drafted(desk)
    act(desk, plan_month.issue, month=roster(desk).month, number="2", issued_on=desk.time.now().date())
    assert set(events(desk)) == set(before)
    assert statuses(events(desk))[:2] == [("CANCELLED", 1)] * 2


def test_a_draft_is_in_no_calendar_and_strangers_have_none(desk: RehearsalDesk) -> None:
    entered(desk)
    drafted(desk)
    assert events(desk) == {}
    with pytest.raises(NotFound):
        calendar_bytes(desk.shifts, member="x")


def test_the_file_is_named_after_whose_it_is(desk: RehearsalDesk) -> None:
    rota = entered(desk)
    assert calendar_name(desk.shifts) == "lich-truc.ics"
    assert calendar_name(desk.shifts, organisation=rota.organisations[2]) == "lich-truc-hoi-phu-nu.ics"
