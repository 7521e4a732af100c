"""Single days on which somebody can come, written at a real desk."""

from datetime import date

import pytest

from desk_app.kernel.errors import InvalidInput, NotFound
from desk_app.kernel.records import changed
from desk_app.shifts import keeping, single_days
from desk_app.shifts.planning.eligible import Availability
from tests.desks import RehearsalDesk
from tests.shifts.rota import Rota, act, entered

FIRST, SECOND = date(2026, 12, 4), date(2026, 12, 9)


@pytest.fixture
def rota(desk: RehearsalDesk) -> Rota:
    return entered(desk)


def person(rota: Rota) -> str:
    return rota.members[rota.organisations[0]][0]


def comes(desk: RehearsalDesk, member: str, on: date) -> bool:
    book = desk.shifts.present()
    return Availability(book).member_blocked(book.get_member(member), on) is None


def test_somebody_without_weekdays_comes_on_their_single_days_alone(desk: RehearsalDesk, rota: Rota) -> None:
    act(desk, single_days.offer_days, member=person(rota), days=(SECOND, FIRST, FIRST))
    assert desk.shifts.present().get_member(person(rota)).only_on == (FIRST, SECOND)
    assert comes(desk, person(rota), FIRST)
    assert not comes(desk, person(rota), date(2026, 12, 11))


def test_a_single_day_comes_besides_the_weekdays(desk: RehearsalDesk, rota: Rota) -> None:
    member = desk.shifts.present().get_member(person(rota))
    act(desk, keeping.put_member, member=changed(member, weekdays=(4,)))
    assert not comes(desk, member.id, SECOND)
    act(desk, single_days.offer_days, member=member.id, days=(SECOND,))
    assert comes(desk, member.id, SECOND)
    assert comes(desk, member.id, FIRST)


def test_a_day_taken_back_leaves_the_others(desk: RehearsalDesk, rota: Rota) -> None:
    act(desk, single_days.offer_days, member=person(rota), days=(FIRST, SECOND))
    act(desk, single_days.withdraw_days, member=person(rota), days=(FIRST,))
    assert desk.shifts.present().get_member(person(rota)).only_on == (SECOND,)
    with pytest.raises(NotFound, match="04/12/2026"):
        act(desk, single_days.withdraw_days, member=person(rota), days=(FIRST,))


@pytest.mark.parametrize("days", [(), (date(2026, 11, 1),)])
def test_no_day_and_a_day_that_is_over_are_refused(desk: RehearsalDesk, rota: Rota, days: tuple[date, ...]) -> None:
    with pytest.raises(InvalidInput) as refused:
        act(desk, single_days.offer_days, member=person(rota), days=days)
    assert refused.value.field == "days"


@pytest.mark.parametrize("whole_organisation", [False, True])
def test_a_day_on_which_they_are_away_is_refused(desk: RehearsalDesk, rota: Rota, whole_organisation: bool) -> None:
    who = rota.organisations[0] if whole_organisation else person(rota)
    act(desk, keeping.note_absence, who=who, first_on=FIRST, last_on=SECOND, reason="đi học")
    with pytest.raises(InvalidInput, match="đang báo vắng: đi học"):
        act(desk, single_days.offer_days, member=person(rota), days=(SECOND,))
    assert desk.shifts.present().get_member(person(rota)).only_on == ()
