"""Single days on which people can or cannot come, in the page of shifts."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from desk_app.kernel.records import changed
from desk_app.shifts import keeping
from desk_app.shifts.book import Member
from tests.desks import RehearsalDesk
from tests.shifts.rota import act, entered
from tests.ui.planning import Planning
from tests.ui.windows import Seat

FRIDAY, WEDNESDAY, JANUARY = date(2026, 12, 4), date(2026, 12, 9), date(2027, 1, 5)


@pytest.fixture
def planning(desk: RehearsalDesk) -> Iterator[Planning]:
    entered(desk)
    with Seat(desk) as seat:
        seat.sign_in("quantri")
        yield Planning(seat, desk)


def among_people(planning: Planning) -> Member:
    """Come to the people of the first organisation, and return the one stood on."""
    planning.come()
    planning.press("Alt+3")
    planning.people.view.members.setFocus()
    chosen = planning.people.view.member
    assert chosen is not None
    return chosen


def offered(planning: Planning, days: str) -> Member:
    """Enter single days for a person by keys."""
    member = among_people(planning)
    planning.press("Ctrl+N")
    planning.fill(days=days)
    planning.press("Return")
    return member


def days_of(planning: Planning, member: Member) -> tuple[date, ...]:
    return planning.desk.shifts.present().get_member(member.id).only_on


def shown(planning: Planning) -> list[str]:
    """Return the rows of single days, each as one line."""
    cells = planning.people.view.days.model()
    columns = range(cells.columnCount())
    return [" | ".join(cells.index(row, column).data() for column in columns) for row in range(cells.rowCount())]


def button(planning: Planning, words: str) -> QPushButton:
    found = (each for each in planning.people.findChildren(QPushButton) if each.accessibleName() == words)
    return next(found)


def test_an_empty_list_says_how_days_come_into_it(planning: Planning) -> None:
    among_people(planning)
    over = [each.text() for each in planning.people.view.days.findChildren(QLabel) if each.isVisible()]
    assert any("F8" in words and "Ctrl+N" in words for words in over)


def test_single_days_are_typed_with_commas_and_stand_in_the_list(planning: Planning) -> None:
    member = offered(planning, "9/12, 4/12; 5/1")
    assert days_of(planning, member) == (FRIDAY, WEDNESDAY, JANUARY)
    assert shown(planning) == [
        f"{member.name} | Đến được | Thứ sáu 04/12/2026 | ",
        f"{member.name} | Đến được | Thứ tư 09/12/2026 | ",
        f"{member.name} | Đến được | Thứ ba 05/01/2027 | ",
    ]
    assert "chỉ xếp" in planning.seat.said
    cells = planning.people.view.members.model()
    assert cells.index(0, 2).data() == "chỉ 3 ngày lẻ"


def test_who_has_weekdays_keeps_them_besides_single_days(planning: Planning) -> None:
    member = among_people(planning)
    act(planning.desk, keeping.put_member, member=changed(member, weekdays=(4,)))
    planning.press("F5", "Ctrl+N")
    planning.fill(days="9/12")
    planning.press("Return")
    assert "chỉ xếp" not in planning.seat.said
    assert planning.people.view.members.model().index(0, 2).data() == "T6; 1 ngày lẻ"


@pytest.mark.parametrize(
    ("typed", "trouble"), [("hom kia", "không phải là ngày"), ("1/11/2026", "đã qua"), ("", "ngày nào")]
)
def test_a_day_that_cannot_be_is_said_beside_its_field(planning: Planning, typed: str, trouble: str) -> None:
    member = offered(planning, typed)
    strip = planning.people.ask.comes
    assert strip.isVisible()
    assert trouble in strip.fields["days"].trouble
    assert days_of(planning, member) == ()


def test_days_away_and_days_offered_stand_in_one_list_by_day(planning: Planning) -> None:
    member = offered(planning, "9/12")
    planning.press("F8")
    planning.fill(first_on="4/12", reason="Di hoc")
    planning.press("Return")
    assert shown(planning) == [
        f"{member.name} | Vắng | Thứ sáu 04/12/2026 | Di hoc",
        f"{member.name} | Đến được | Thứ tư 09/12/2026 | ",
    ]


def test_a_day_taken_back_by_mistake_is_noted_again_by_one_key(planning: Planning) -> None:
    member = offered(planning, "4/12")
    planning.people.view.days.setFocus()
    planning.press("Delete")
    assert days_of(planning, member) == ()
    assert "lại đến được mọi ngày" in planning.seat.said
    planning.press("Ctrl+Z")
    assert days_of(planning, member) == (FRIDAY,)


def test_an_absence_taken_back_by_mistake_is_noted_again_by_one_key(planning: Planning) -> None:
    among_people(planning)
    planning.press("F8")
    planning.fill(first_on="4/12", last_on="9/12", reason="Di hoc")
    planning.press("Return")
    planning.people.view.days.setFocus()
    planning.press("Delete")
    assert planning.desk.shifts.present().absences == ()
    planning.press("Ctrl+Z")
    (absence,) = planning.desk.shifts.present().absences
    assert (absence.first_on, absence.last_on, absence.reason) == (FRIDAY, WEDNESDAY, "Di hoc")


def test_delete_among_the_people_takes_no_day_back(planning: Planning) -> None:
    member = offered(planning, "4/12")
    planning.people.view.members.setFocus()
    planning.press("Delete")
    assert days_of(planning, member) == (FRIDAY,)


def test_an_organisation_as_a_whole_is_asked_for_no_single_days(planning: Planning) -> None:
    planning.come()
    planning.press("Alt+3", "Ctrl+N")
    assert not planning.people.ask.comes.isVisible()
    assert not button(planning, "Ngày đến được").isEnabled()


def test_a_button_that_is_clicked_is_about_the_person_chosen_in_the_list(planning: Planning) -> None:
    member = among_people(planning)
    planning.people.view.members.selectRow(1)
    QTest.mouseClick(button(planning, "Báo vắng"), Qt.MouseButton.LeftButton)
    second = planning.people.view.members.rows[1]
    assert second.id != member.id
    assert second.name in planning.people.ask.away.title.text()
