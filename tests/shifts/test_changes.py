"""Swaps, cancellations, cover, names, shifts called off: what is legal, and what is said when it is not."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.kernel.errors import InvalidInput, NotFound, Refused
from desk_app.shifts import changes, keeping
from desk_app.shifts.alerts import alerts_of
from desk_app.shifts.book import Member
from desk_app.shifts.facts import Holder
from desk_app.shifts.planning.eligible import Availability
from desk_app.shifts.reading import get_seat
from desk_app.shifts.replacement import replacements
from desk_app.shifts.seen import SeatSeen
from tests.desks import RehearsalDesk
from tests.shifts.rota import a_desk, act, drafted, entered, issued, on, roster, seats


def of_other_days(found: Sequence[SeatSeen]) -> tuple[SeatSeen, SeatSeen]:
    """Return two seats of different days and people, neither of whom is on duty on the other's day."""
    first = found[0]
    on_first = {each.member for each in found if each.on == first.on}
    for other in found:
        on_other = {each.member for each in found if each.on == other.on}
        if other.on != first.on and other.member not in on_first and first.member not in on_other:
            return first, other
    raise AssertionError("no two such seats")


def test_two_people_exchange_their_seats(desk: RehearsalDesk) -> None:
    entered(desk)
    first, second = of_other_days(seats(issued(desk)))
    act(desk, changes.swap_seats, first=first.seat, second=second.seat, reason="hai bên thỏa thuận")
    now = get_seat(desk.shifts, first.seat), get_seat(desk.shifts, second.seat)
    assert [each.member for each in now] == [second.member, first.member]
    assert [(each.how, each.why, each.sequence) for each in now] == [("swap", "hai bên thỏa thuận", 1)] * 2


def test_a_swap_is_refused_whole_and_says_who_cannot_and_why(desk: RehearsalDesk) -> None:
    entered(desk)
    first, second = of_other_days(seats(issued(desk)))
    act(desk, keeping.note_absence, who=second.member, first_on=first.on, last_on=first.on, reason="đám giỗ")
    with pytest.raises(Refused, match=f"{second.member_name} không nhận được .* đám giỗ"):
        act(desk, changes.swap_seats, first=first.seat, second=second.seat)
    assert get_seat(desk.shifts, first.seat).member == first.member
    assert get_seat(desk.shifts, second.seat).member == second.member


def test_nobody_comes_to_two_seats_of_a_day_by_a_swap(desk: RehearsalDesk) -> None:
    entered(desk)
    found = seats(issued(desk))
    twice = next(each for each in found[2:] if each.member != found[1].member)
    act(desk, changes.cover_seat, seat=found[0].seat, organisation=twice.organisation, member=twice.member)
    with pytest.raises(Refused, match="đã trực ngày"):
        act(desk, changes.swap_seats, first=found[1].seat, second=twice.seat)


def test_a_swap_needs_two_seats_of_two_people(desk: RehearsalDesk) -> None:
    entered(desk)
    first = seats(issued(desk))[0]
    with pytest.raises(Refused, match="là một"):
        act(desk, changes.swap_seats, first=first.seat, second=first.seat)
    with pytest.raises(NotFound):
        act(desk, changes.swap_seats, first=first.seat, second="x/2026-12-04/1")


def test_a_cancellation_opens_the_seat_and_raises_an_alert_with_whom_to_call(desk: RehearsalDesk) -> None:
    entered(desk)
    gone = seats(issued(desk))[0]
    desk.time.put(on(3, 10))
    act(desk, changes.cancel_seat, seat=gone.seat, reason="con ốm")
    now = get_seat(desk.shifts, gone.seat)
    assert (now.state, now.cancelled_name, now.cancelled_late, now.member) == ("cancelled", gone.member_name, True, "")
    (alert,) = [each for each in alerts_of(desk.shifts) if each.kind == "no_cover"]
    assert (alert.seat, alert.is_late) == (gone.seat, True)
    assert f"{gone.member_name} báo vắng, chưa có người thay" in alert.words
    best = replacements(desk.shifts, gone.seat)[0]
    assert f"Nên gọi {best.member_name}" in alert.hint
    assert best.is_standby
    act(desk, changes.cover_seat, seat=gone.seat, organisation=best.organisation, member=best.member)
    covered = get_seat(desk.shifts, gone.seat)
    assert (covered.state, covered.how, covered.why) == ("held", "cover", f"Trực thay {gone.member_name}.")
    assert not [each for each in alerts_of(desk.shifts) if each.kind == "no_cover"]


def test_said_three_days_before_it_is_not_late(desk: RehearsalDesk) -> None:
    entered(desk)
    gone = seats(issued(desk))[0]
    desk.time.put(on(1, 7))
    act(desk, changes.cancel_seat, seat=gone.seat, reason="đi công tác")
    assert not get_seat(desk.shifts, gone.seat).cancelled_late


def test_who_cancelled_is_not_suggested_and_others_are_ordered_with_reasons(desk: RehearsalDesk) -> None:
    entered(desk)
    gone = seats(issued(desk))[0]
    act(desk, changes.cancel_seat, seat=gone.seat, reason="ốm")
    found = replacements(desk.shifts, gone.seat, limit=10)
    assert gone.member not in {each.member for each in found}
    assert [each.order for each in found] == list(range(1, len(found) + 1))
    assert [each.is_standby for each in found] == sorted((each.is_standby for each in found), reverse=True)
    assert found[0].why.startswith("Dự phòng thứ 1; tổ chức ")
    assert found[0].phone


def test_cover_is_refused_for_who_is_already_on_duty_that_day(desk: RehearsalDesk) -> None:
    entered(desk)
    first, second = seats(issued(desk))[:2]
    with pytest.raises(Refused, match="đã trực ngày"):
        act(desk, changes.cover_seat, seat=first.seat, organisation=second.organisation, member=second.member)
    with pytest.raises(Refused, match="đã của người đó"):
        act(desk, changes.cover_seat, seat=first.seat, organisation=first.organisation, member=first.member)
    with pytest.raises(Refused, match="không phải người"):
        act(desk, changes.cover_seat, seat=first.seat, organisation=second.organisation, member=first.member)


def test_an_organisation_names_whom_it_sends(desk: RehearsalDesk) -> None:
    rota = entered(desk, people=0, seats=1)
    seat = seats(issued(desk))[0]
    assert seat.member == ""
    named = act(
        desk, keeping.put_member, member=Member(id="", organisation=seat.organisation, name="Lê Thị Thử")
    ).subject
    act(desk, changes.name_member, seat=seat.seat, member=named)
    assert get_seat(desk.shifts, seat.seat).who == f"Lê Thị Thử ({seat.organisation_name})"
    other = next(each for each in rota.organisations if each != seat.organisation)
    stranger = act(desk, keeping.put_member, member=Member(id="", organisation=other, name="Trần Văn Mẫu")).subject
    with pytest.raises(Refused, match="không phải người của tổ chức này"):
        act(desk, changes.name_member, seat=seat.seat, member=stranger)


def test_a_shift_that_is_off_is_nobodys_and_changes_no_more(desk: RehearsalDesk) -> None:
    entered(desk)
    first = seats(issued(desk))[0]
    act(desk, changes.call_off_shift, shift=first.shift, reason="xã mất điện")
    assert {each.state for each in roster(desk).shifts[0].seats} == {"called_off"}
    for command, values in (
        (changes.cancel_seat, {"seat": first.seat, "reason": "ốm"}),
        (changes.call_off_shift, {"shift": first.shift, "reason": "x"}),
    ):
        with pytest.raises(Refused, match="đã bỏ"):
            act(desk, command, **values)
    with pytest.raises(NotFound):
        act(desk, changes.call_off_shift, shift="x/2026-12-04", reason="x")


def test_after_the_shift_has_begun_only_cover_and_attendance_remain(desk: RehearsalDesk) -> None:
    entered(desk)
    found = seats(issued(desk))
    first, other = of_other_days(found)
    desk.time.put(on(4, 8))
    with pytest.raises(Refused, match="đã bắt đầu"):
        act(desk, changes.cancel_seat, seat=first.seat, reason="ốm")
    act(desk, changes.cover_seat, seat=first.seat, organisation=other.organisation, member=other.member)
    assert get_seat(desk.shifts, first.seat).member == other.member


def test_a_cancellation_says_why(desk: RehearsalDesk) -> None:
    entered(desk)
    seat = seats(issued(desk))[0]
    with pytest.raises(InvalidInput):
        act(desk, changes.cancel_seat, seat=seat.seat, reason=" ")
    act(desk, changes.cancel_seat, seat=seat.seat, reason="ốm")
    with pytest.raises(Refused, match="chưa có ai"):
        act(desk, changes.cancel_seat, seat=seat.seat, reason="ốm")


def test_a_draft_can_be_changed_by_hand_before_it_is_issued(desk: RehearsalDesk) -> None:
    entered(desk)
    first, second = of_other_days(seats(drafted(desk)))
    act(desk, changes.swap_seats, first=first.seat, second=second.seat)
    now = roster(desk)
    assert (now.edition, now.is_outdated) == ("draft", False)
    assert get_seat(desk.shifts, first.seat).member == second.member
    assert get_seat(desk.shifts, first.seat).sequence == 0


NAMES = ("swap", "cancel", "cover", "call_off", "away")
steps = st.tuples(st.sampled_from(NAMES), st.integers(0, 7), st.integers(0, 7))


def do(desk: RehearsalDesk, name: str, which: int, other: int) -> None:
    """Try one change; what the rules refuse changes nothing."""
    found = seats(roster(desk))
    seat, second = found[which % len(found)], found[other % len(found)]
    everybody = desk.shifts.present().members
    person = everybody[other % len(everybody)]
    tries: dict[str, tuple[Any, dict[str, Any]]] = {
        "swap": (changes.swap_seats, {"first": seat.seat, "second": second.seat}),
        "cancel": (changes.cancel_seat, {"seat": seat.seat, "reason": "ốm"}),
        "cover": (
            changes.cover_seat,
            {"seat": seat.seat, "organisation": person.organisation, "member": person.id},
        ),
        "call_off": (changes.call_off_shift, {"shift": seat.shift, "reason": "mất điện"}),
        "away": (
            keeping.note_absence,
            {"who": person.id, "first_on": seat.on, "last_on": seat.on, "reason": "bận"},
        ),
    }
    command, values = tries[name]
    try:
        act(desk, command, **values)
    except Refused:
        assert [each.member for each in seats(roster(desk))] == [each.member for each in found]


def require_sound(desk: RehearsalDesk, away_before: set[tuple[str, object]]) -> None:
    """Nobody is twice on a day, and nobody was given a seat on a day on which they had said they are away."""
    held = [each for each in seats(roster(desk)) if each.state == "held"]
    assert len({(each.on, each.member) for each in held}) == len(held)
    book = desk.shifts.present()
    availability = Availability(book)
    for each in held:
        holder = Holder(organisation=each.organisation, member=each.member)
        blocked = availability.blocked(holder, each.on, book.get_pattern(each.pattern), each.skill)
        assert blocked is None or (each.member, each.on) in away_before


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(steps, max_size=14))
def test_no_sequence_of_swaps_and_cancellations_makes_an_impossible_roster(changed: list[tuple[str, int, int]]) -> None:
    with a_desk() as desk:
        entered(desk)
        issued(desk)
        away: set[tuple[str, object]] = set()
        for name, which, other in changed:
            if name == "away":
                found, everybody = seats(roster(desk)), desk.shifts.present().members
                away.add((everybody[other % len(everybody)].id, found[which % len(found)].on))
            do(desk, name, which, other)
            require_sound(desk, away)
        assert desk.journal.refold() == ()
