"""The two windows that citizens see: what they show of a real counter, and that they stay."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from desk_app.accounts.rules import Role
from desk_app.signage.slogans import shipped_slogans
from desk_app.surveys.rules import Level, Reason
from desk_app.surveys.screens import ScreenSetup, keep_setup, kept_setup
from desk_app.tickets.taking import take_ticket
from tests.cli.command_line import ROOT, environment
from tests.desks import RehearsalDesk
from tests.ui.citizens import (
    asked,
    called,
    customer_of,
    display_of,
    given_out,
    keys_of,
    screens_of,
    today,
    with_both_open,
)
from tests.ui.windows import Seat
from ui.citizen.customer_state import REASONS_S, SLOGAN_S, Kind


@pytest.fixture
def open_seat(seat: Seat) -> Seat:
    return with_both_open(seat)


def test_the_keys_open_both_windows_and_put_them_away_again(open_seat: Seat, desk: RehearsalDesk) -> None:
    assert customer_of(open_seat).isVisible()
    assert display_of(open_seat).isVisible()
    assert kept_setup(desk.surveys) == ScreenSetup(customer_open=True, display_open=True)
    for keys in ("Ctrl+F7", "Ctrl+F8"):
        open_seat.hands.press(keys)
    open_seat.wait(lambda: screens_of(open_seat).windows.customer is None, "the customer's screen stays")
    open_seat.wait(lambda: screens_of(open_seat).windows.display is None, "the call display stays")
    assert kept_setup(desk.surveys) == ScreenSetup()


def test_what_was_open_opens_again_at_the_next_start_before_anybody_signs_in(desk: RehearsalDesk) -> None:
    keep_setup(desk.surveys, ScreenSetup(customer_open=True))
    with Seat(desk) as seat:
        seat.wait(lambda: screens_of(seat).windows.customer is not None, "it did not open")
        assert customer_of(seat).isVisible()
        assert screens_of(seat).windows.display is None
        assert seat.window.is_locked


def test_closing_the_main_window_closes_both_and_remembers_them(desk: RehearsalDesk) -> None:
    keep_setup(desk.surveys, ScreenSetup(customer_open=True, display_open=True))
    with Seat(desk) as seat:
        seat.wait(lambda: screens_of(seat).windows.display is not None, "it did not open")
        customer, display = customer_of(seat), display_of(seat)
        seat.window.close()
        assert not customer.isVisible()
        assert not display.isVisible()
    assert kept_setup(desk.surveys).display_open


def test_a_window_closed_by_hand_counts_as_put_away(open_seat: Seat, desk: RehearsalDesk) -> None:
    customer_of(open_seat).close()
    open_seat.wait(lambda: screens_of(open_seat).windows.customer is None, "it is still held")
    assert not kept_setup(desk.surveys).customer_open
    assert screens_of(open_seat).windows.display is not None


def test_the_officer_goes_on_typing_where_they_were(seat: Seat) -> None:
    seat.hands.press("F3")
    before = seat.window.focusWidget()
    seat.hands.press("Ctrl+F8")
    seat.wait(lambda: screens_of(seat).windows.display is not None, "no call display")
    assert seat.window.isActiveWindow()
    assert seat.window.focusWidget() is before


def test_idle_screens_show_the_offices_slogans(open_seat: Seat) -> None:
    shown = customer_of(open_seat).big.text()
    assert shown == shipped_slogans().slogans[0].text
    screens_of(open_seat).state.tick(screens_of(open_seat).state.showing.until_s + SLOGAN_S)
    screens_of(open_seat).tick()
    assert customer_of(open_seat).big.text() != shown
    assert display_of(open_seat).slogan.text()


def test_pressing_a_face_is_counted_for_the_officer_who_handed_over(open_seat: Seat, desk: RehearsalDesk) -> None:
    asked(open_seat, desk).levels[Level.VERY_SATISFIED].click()
    open_seat.settle()
    found = today(desk)
    assert (found.total, found.good.count) == (1, 1)
    assert found.officers[0].key == desk.accounts_by_role["officer"]
    assert screens_of(open_seat).state.showing.kind is Kind.REASONS


@pytest.mark.parametrize(
    ("key", "level"), [("1", Level.VERY_SATISFIED), ("2", Level.SATISFIED), ("3", Level.DISSATISFIED)]
)
def test_each_key_is_an_answer(open_seat: Seat, desk: RehearsalDesk, key: str, level: Level) -> None:
    keys_of(asked(open_seat, desk)).press(key)
    open_seat.settle()
    assert {each.level: each.count for each in today(desk).levels if each.count} == {level: 1}


def test_reasons_go_with_the_answer_and_count_once(open_seat: Seat, desk: RehearsalDesk) -> None:
    hands = keys_of(asked(open_seat, desk))
    for key in ("3", "2", "3", "Return"):
        hands.press(key)
    open_seat.settle()
    found = today(desk)
    assert found.total == 1
    assert {each.reason for each in found.reasons if each.count} == {Reason.TIME, Reason.GUIDANCE}
    assert customer_of(open_seat).big.text() == "Xin cảm ơn ông/bà"


def test_nobody_need_answer(open_seat: Seat, desk: RehearsalDesk) -> None:
    keys_of(asked(open_seat, desk)).press("Esc")
    open_seat.settle()
    assert today(desk).total == 0
    assert screens_of(open_seat).state.showing.kind is Kind.SLOGAN


def test_an_answer_that_cannot_be_written_is_told_to_the_officer_and_not_thanked_for(
    open_seat: Seat, desk: RehearsalDesk
) -> None:
    dossier, code = given_out(desk)
    for _turn in range(2):
        open_seat.window.happenings.handed_over.emit(dossier, code)
        customer_of(open_seat).levels[Level.SATISFIED].click()
        open_seat.settle()
    assert today(desk).total == 1
    assert "đã được đánh giá" in open_seat.said
    assert customer_of(open_seat).big.text() == "Xin lỗi, chưa ghi được ý kiến"


def test_who_takes_no_answers_down_is_not_asked_about(desk: RehearsalDesk) -> None:
    keep_setup(desk.surveys, ScreenSetup(customer_open=True))
    with Seat(desk) as seat:
        seat.sign_in("leader")
        assert Role.LEADER in seat.workspace.actor.roles
        seat.wait(lambda: screens_of(seat).windows.customer is not None, "it did not open")
        seat.window.happenings.handed_over.emit(*given_out(desk))
        assert screens_of(seat).state.showing.kind is Kind.SLOGAN


def test_a_locked_counter_shows_slogans_and_the_windows_outlive_a_change_of_user(
    open_seat: Seat, desk: RehearsalDesk
) -> None:
    customer = asked(open_seat, desk)
    customer.levels[Level.DISSATISFIED].click()
    customer.reasons[Reason.ATTITUDE].click()
    open_seat.hands.press("Ctrl+L")
    open_seat.settle()
    assert screens_of(open_seat).state.showing.kind is Kind.SLOGAN
    open_seat.window.happenings.called.emit("A001", "Quầy 1")
    open_seat.settle()
    assert screens_of(open_seat).state.showing.kind is Kind.SLOGAN
    open_seat.sign_in("quantri")
    open_seat.settle()
    assert customer_of(open_seat) is customer
    assert customer.isVisible()
    assert {each.reason: each.count for each in today(desk).reasons if each.count} == {Reason.ATTITUDE: 1}


def test_reasons_left_without_a_last_press_are_written_when_time_is_up(open_seat: Seat, desk: RehearsalDesk) -> None:
    customer = asked(open_seat, desk)
    customer.levels[Level.DISSATISFIED].click()
    customer.reasons[Reason.TIME].click()
    state = screens_of(open_seat).state
    screens_of(open_seat)._show_after(state.tick(state.showing.until_s + REASONS_S))
    open_seat.settle()
    assert [each.reason for each in today(desk).reasons if each.count] == [Reason.TIME]


def test_a_call_shows_big_in_the_hall_and_at_the_counter(open_seat: Seat, desk: RehearsalDesk) -> None:
    called(desk, "Quầy 2")
    open_seat.window.happenings.called.emit("A1001", "Quầy 2")
    open_seat.settle()
    hall = display_of(open_seat)
    assert re.fullmatch(r"A\d+", hall.number.text())
    assert hall.counter.text() == "đến Quầy 2"
    assert screens_of(open_seat).state.showing.kind is Kind.CALLED
    assert customer_of(open_seat).under.text() == "đến Quầy 2"


def test_calls_and_people_waiting_are_seen_without_being_told(open_seat: Seat, desk: RehearsalDesk) -> None:
    officer = desk.accounts_by_role["officer"]
    called(desk)
    for _turn in range(2):
        take_ticket(desk.tickets, by=officer, field="Hộ tịch", command_id=desk.journal.new_id())
    hall = display_of(open_seat)
    open_seat.wait(lambda: hall.number.text() != "", "the poll never came")
    open_seat.wait(lambda: hall.waiting.cells[0].count.text() == "A: 2", hall.waiting.cells[0].count.text())
    assert hall.waiting.cells[0].field.text() == "Hộ tịch"
    assert hall.is_light or hall._left >= 0


_OTHER_PROGRAM = """
import sys
from pathlib import Path
from pathlib import Path
from tests.desks import opened
from tests.ui.citizens import called
desk = opened(Path(sys.argv[1]))
called(desk, "Quầy 9")
desk.close()
"""


def test_calls_of_another_program_on_the_same_data_are_shown(open_seat: Seat, desk: RehearsalDesk) -> None:
    command = [sys.executable, "-c", _OTHER_PROGRAM, str(desk.home.folder)]
    done = subprocess.run(command, env=environment(), cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    hall = display_of(open_seat)
    open_seat.wait(lambda: hall.counter.text() == "đến Quầy 9", hall.counter.text())


_TWO_SCREENS = """
{"screens": [
  {"name": "Hall", "x": 1366, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
  {"name": "Counter", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
]}
"""
_PLACED = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from ui.app import application
from ui.citizen.windows import Windows
from desk_app.surveys.screens import ScreenSetup
app = application(100)
officers = QWidget()
officers.show()
windows = Windows("UBND", officers, officers)
told = lambda each: (each.isFullScreen(), each.screen().name(), bool(each.windowFlags() & Qt.WindowDoesNotAcceptFocus))
windows.follow(ScreenSetup(display_open=True))
print(officers.screen().name(), told(windows.display))
windows.follow(ScreenSetup(display_open=True, customer_open=True))
print(told(windows.customer), windows.display.isFullScreen())
windows.follow(ScreenSetup(display_open=True))
print(told(windows.display))
windows.follow(ScreenSetup())
"""


def test_a_second_screen_is_filled_and_takes_no_keys_and_never_twice(tmp_path: Path) -> None:
    (tmp_path / "two.json").write_text(_TWO_SCREENS, encoding="utf-8")
    where = f"offscreen:configfile={tmp_path / 'two.json'}"
    command = [sys.executable, "-c", _PLACED]
    done = subprocess.run(
        command, env=environment(QT_QPA_PLATFORM=where), cwd=ROOT, capture_output=True, text=True, check=False
    )
    officers, other = done.stdout.splitlines()[0].split()[0], done.stdout.splitlines()
    hall = "Counter" if officers == "Hall" else "Hall"
    assert other[0].endswith(f"(True, '{hall}', True)"), done.stdout + done.stderr
    assert other[1] == f"(True, '{hall}', True) False"
    assert other[2] == f"(True, '{hall}', True)"
