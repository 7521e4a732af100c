"""The rota of the invented office: two months lived with the same commands that offices use."""

from random import Random

import pytest

from desk_app.demonstration.rosters import rosters_filled
from desk_app.kernel.time_source import moment
from desk_app.shifts.alerts import alerts_of
from desk_app.shifts.figures import figures
from desk_app.shifts.own import own_seats
from desk_app.shifts.reading import list_months
from tests.desks import RehearsalDesk
from tests.shifts.rota import DECEMBER


def filled(desk: RehearsalDesk, end: str) -> int:
    leader = desk.accounts_by_role["leader"]
    return rosters_filled(desk, desk.time, Random(1), by=leader, end=moment(end))


@pytest.mark.parametrize("end", ["2026-11-23T09:15", "2026-11-27T08:00", "2026-12-31T16:00"])
def test_two_months_are_lived_through_and_nothing_contradicts_itself(desk: RehearsalDesk, end: str) -> None:
    seats = filled(desk, end)
    today = moment(end).date()
    made = figures(desk.shifts, first_on=today.replace(day=1, month=today.month - 1), last_on=today)
    assert 14 <= seats <= 20
    assert made.came >= 8
    assert made.minutes > 0
    assert not [each for each in alerts_of(desk.shifts) if each.kind == "unnoted"]
    assert desk.time.now() == moment(end)
    assert desk.journal.refold() == ()


def test_the_next_month_waits_as_a_draft_and_a_cancelled_seat_for_cover(desk: RehearsalDesk) -> None:
    filled(desk, "2026-11-23T09:15")
    assert [each.kind for each in alerts_of(desk.shifts)] == ["no_cover", "no_roster"]
    newest = list_months(desk.shifts)[0]
    assert (newest.month, newest.has_draft, newest.is_issued) == (DECEMBER, True, False)


def test_the_volunteer_has_duties_of_their_own_and_a_book_that_is_not_empty_stays(desk: RehearsalDesk) -> None:
    filled(desk, "2026-12-01T07:00")
    own = own_seats(desk.shifts, desk.accounts_by_role["volunteer"], DECEMBER, DECEMBER.replace(day=31))
    assert own
    assert filled(desk, "2026-12-01T07:00") == 0
