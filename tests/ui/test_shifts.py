"""The month's roster in the page of shifts, worked by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from desk_app.shifts import changes, keeping
from tests.desks import RehearsalDesk
from tests.shifts.rota import act, drafted, entered, issued, roster, seats
from tests.ui.planning import Planning, december, other_than, titles
from tests.ui.windows import Seat, focused
from ui.shell.dress import dress
from ui.shifts.fairness_tab import FairnessTab
from ui.shifts.page import FAIRNESS, MONTH


@pytest.fixture
def planning(desk: RehearsalDesk) -> Iterator[Planning]:
    with Seat(desk) as seat:
        seat.sign_in("quantri")
        yield Planning(seat, desk)


def test_a_month_is_entered_planned_and_issued_by_keys_alone(planning: Planning) -> None:
    planning.come()
    planning.press("Alt+5", "F6")
    planning.fill(place="Bàn viết hộ", weekdays="T6", hours="7:30-11:00", seats="1")
    planning.press("Return", "Alt+3")
    for name in ("Hoi Nong dan", "Hoi Phu nu"):
        planning.press("F6")
        planning.fill(name=name, weekdays="T6")
        planning.press("Return")
    planning.press("Alt+2", "Alt+Right", "F6")
    found = roster(planning.desk)
    assert [seat.on.day for seat in seats(found)] == [4, 11, 18, 25]
    assert found.edition == "draft"
    planning.press("F7")
    planning.fill(number="15/TB-UBND")
    planning.press("Return")
    assert roster(planning.desk).edition == "issued"
    assert "Đã ban hành số 15/TB-UBND" in planning.page.stand.text()


def test_the_calendar_shows_days_down_and_places_across(planning: Planning) -> None:
    entered(planning.desk)
    issued(planning.desk)
    planning.come("2026-12")
    model = planning.page.month.view.grid.grid_model
    assert planning.page.deck.place == MONTH
    assert [day.on.day for day in model.grid.days] == [4, 11, 18, 25]
    assert model.grid.places == ("Bàn viết hộ",)
    shown = model.data(model.index(0, 0))
    assert all(seat.member_name in shown for seat in december(planning.desk) if seat.on.day == 4)


def test_arrows_walk_the_calendar_and_enter_goes_to_the_seats(planning: Planning) -> None:
    entered(planning.desk)
    issued(planning.desk)
    planning.come("2026-12")
    view = planning.page.month.view
    assert focused() is view.grid
    planning.press("Down")
    assert [seat.on.day for seat in view.seats.rows] == [11, 11]
    planning.press("Return")
    assert focused() is view.seats
    assert view.why.text()
    planning.press("Escape")
    assert focused() is view.grid


def test_a_seat_is_pinned_to_somebody_and_stays_theirs_when_planned_again(planning: Planning) -> None:
    entered(planning.desk)
    drafted(planning.desk)
    planning.come("2026-12")
    planning.press("P")
    strip = planning.page.month.pin
    assert strip.isVisible()
    strip.box.setCurrentIndex(2)
    chosen = strip.choice
    planning.press("Return")
    first = december(planning.desk)[0]
    assert first.pinned
    assert f"{first.organisation}|{first.member}" == chosen
    planning.press("P")
    assert not december(planning.desk)[0].pinned


def test_two_shifts_are_swapped_with_the_same_key_on_both(planning: Planning) -> None:
    entered(planning.desk)
    issued(planning.desk)
    first = december(planning.desk)[0]
    other = other_than(planning.desk, first)
    planning.come("2026-12")
    planning.stand_on(first)
    planning.press("D")
    assert "chọn ca kia" in planning.seat.said
    planning.stand_on(other)
    planning.press("D")
    planning.fill(reason="Ban hop")
    planning.press("Return")
    by_seat = {seat.seat: seat for seat in december(planning.desk)}
    assert by_seat[first.seat].member == other.member
    assert by_seat[other.seat].member == first.member
    planning.stand_on(by_seat[first.seat])
    planning.press("Ctrl+J")
    assert "Phiếu đổi ca trực" in titles(planning.desk)


def test_a_swap_that_is_refused_can_be_given_up_or_tried_again(planning: Planning) -> None:
    entered(planning.desk, people=1)
    issued(planning.desk)
    first = december(planning.desk)[0]
    other = other_than(planning.desk, first)
    act(
        planning.desk,
        keeping.note_absence,
        who=first.member,
        first_on=other.on,
        last_on=other.on,
        reason="Đi học",
    )
    planning.come("2026-12")
    planning.stand_on(first)
    planning.press("D")
    planning.stand_on(other)
    planning.press("D", "Return")
    strip = planning.page.month.moves.strips.swap
    assert strip.isVisible()
    said = planning.seat.said
    planning.press("Return")
    assert planning.seat.said == said
    planning.press("Escape", "Escape")
    assert not strip.isVisible()
    assert not planning.page.month.moves.forget()
    assert december(planning.desk)[0].member == first.member


def test_a_swap_begun_is_forgotten_at_escape(planning: Planning) -> None:
    entered(planning.desk)
    issued(planning.desk)
    first = december(planning.desk)[0]
    planning.come("2026-12")
    planning.stand_on(first)
    planning.press("D", "Escape")
    planning.stand_on(other_than(planning.desk, first))
    planning.press("D")
    assert not planning.page.month.moves.strips.swap.isVisible()


def test_a_cancellation_says_why_and_asks_for_cover(planning: Planning) -> None:
    entered(planning.desk)
    issued(planning.desk)
    planning.come("2026-12")
    planning.stand_on(december(planning.desk)[0])
    planning.press("F8", "Return")
    assert planning.page.month.moves.strips.cancel.fields["reason"].trouble
    planning.fill(reason="Om")
    planning.press("Return")
    assert december(planning.desk)[0].state == "cancelled"
    assert "Om" in planning.page.month.view.why.text()
    planning.press("Ctrl+T")
    strip = planning.page.month.moves.strips.cover
    keys = [key for key, _words in strip._choices]
    taken = {seat.member for seat in december(planning.desk) if seat.on.day == 4}
    strip.box.setCurrentIndex(
        next(at for at, key in enumerate(keys) if key[-1] != "|" and key.split("|")[1] not in taken)
    )
    planning.press("Return")
    assert december(planning.desk)[0].state == "held"


def test_a_whole_shift_is_called_off_with_a_reason(planning: Planning) -> None:
    entered(planning.desk)
    issued(planning.desk)
    planning.come("2026-12")
    planning.press("Ctrl+Delete")
    planning.fill(reason="Sua tru so")
    planning.press("Return")
    assert {seat.state for seat in december(planning.desk) if seat.on.day == 4} == {"called_off"}


def test_a_month_without_a_plan_says_what_to_do(planning: Planning) -> None:
    planning.come()
    planning.press("Alt+2")
    assert "Chưa có nếp trực" in planning.page.month.view.grid.empty.text
    entered(planning.desk)
    planning.press("F5")
    assert "chưa xếp lịch" in planning.page.month.view.grid.empty.text


def test_fairness_is_told_in_words_for_every_organisation(planning: Planning) -> None:
    entered(planning.desk)
    issued(planning.desk)
    planning.come("2026-12")
    planning.press("Alt+4")
    tab = planning.page.tabs[FAIRNESS]
    assert isinstance(tab, FairnessTab)
    assert focused() is tab.table
    assert len(tab.table.rows) == 4
    words = [tab.table.model().index(row, 5).data() for row in range(4)]
    assert all(each == "vừa đủ" for each in words)
    assert "0 lượt" in tab.title.text()


def test_an_officer_notes_what_happens_and_leaves_planning_to_the_leader(seat: Seat, desk: RehearsalDesk) -> None:
    entered(desk)
    issued(desk)
    officer = Planning(seat, desk)
    officer.come("2026-12")
    enabled = {deed.key for deed in officer.page.month.deeds if deed.may()}
    assert "F8" in enabled
    assert not {"F6", "Shift+F6", "F7", "P", "Ctrl+Delete"} & enabled
    officer.press("F6")
    assert roster(desk).edition == "issued"


def test_an_alert_opens_the_page_on_its_seat(planning: Planning) -> None:
    entered(planning.desk)
    issued(planning.desk)
    second = december(planning.desk)[3]
    act(planning.desk, changes.cancel_seat, seat=second.seat, reason="Ốm")
    planning.come(second.seat)
    assert planning.page.deck.place == MONTH
    chosen = planning.page.month.view.seat
    assert chosen is not None
    assert chosen.seat == second.seat


def test_nothing_stands_beyond_the_edge_at_twice_the_text(planning: Planning, qapp: QApplication) -> None:
    entered(planning.desk)
    issued(planning.desk)
    dress(qapp, 200)
    planning.seat.window.resize(1366, 728)
    planning.come("2026-12")
    for key in ("Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5", "Alt+6"):
        planning.press(key)
        area = planning.page.findChild(QScrollArea, options=Qt.FindChildOption.FindDirectChildrenOnly)
        assert area is not None
        inside = area.widget()
        assert inside is not None
        assert inside.width() <= planning.page.width(), key
