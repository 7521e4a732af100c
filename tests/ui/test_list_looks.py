"""Looking through a list of citizens in the window leaves one line in the access log, never one for each row."""

from datetime import timedelta

import pytest

from desk_app.accounts.access_log import access_about, latest_access
from desk_app.accounts.facts import about_dossier
from desk_app.dossiers.register import register
from desk_app.journal.tables import every_entry
from tests.desks import RehearsalDesk, form
from tests.guidance.guiding import TODAY, a_line, at, booked, guided
from tests.mobile_sessions.outing import a_line as a_screening_line
from tests.ui.windows import Seat


def press(seat: Seat, *keys: str) -> None:
    for key in keys:
        seat.hands.press(key)
        seat.settle()


def registered(desk: RehearsalDesk, name: str) -> str:
    """Register a dossier and return its id."""
    command_id = desk.journal.new_id()
    return register(desk.dossiers, by=desk.admin, form=form(name), command_id=command_id).subject


def looks(desk: RehearsalDesk) -> list[str]:
    """Return what the access log says of lists, the oldest first."""
    found = latest_access(desk.accounts, by=desk.accounts_by_role["leader"])
    return [each.reason for each in reversed(found) if each.about == "list"]


def test_opening_the_guidance_log_is_one_look_a_day_however_many_rows_it_shows(seat: Seat, desk: RehearsalDesk) -> None:
    guided(desk)
    guided(desk)
    for _time in range(2):
        press(seat, "Ctrl+F6", "F4")
    assert looks(desk) == ["Sổ hướng dẫn hôm nay: 2 người"]
    desk.time.advance(timedelta(days=1))
    guided(desk)
    press(seat, "Ctrl+F6", "F4")
    assert looks(desk)[1:] == ["Sổ hướng dẫn hôm nay: 1 người"]


def test_a_search_is_a_look_as_it_stands_at_last_and_names_nobody(seat: Seat, desk: RehearsalDesk) -> None:
    guided(desk)
    press(seat, "Ctrl+F6", "Alt+F")
    for letter in "mau":
        press(seat, letter)
    press(seat, "F4")
    assert looks(desk) == ["Tìm trong sổ hướng dẫn: 1 người"]
    (entry,) = [each for each in every_entry(desk.journal.reading()) if b"looked_up" in each.kind.encode()]
    assert b"mau" not in entry.body
    press(seat, "Ctrl+F6", "F4")
    assert len(looks(desk)) == 2


def test_a_list_that_shows_nobody_is_no_look(seat: Seat, desk: RehearsalDesk) -> None:
    press(seat, "Ctrl+F6", "Ctrl+F10", "Ctrl+F9", "F4")
    assert looks(desk) == []


def test_a_day_a_week_and_the_calls_of_appointments_are_looks(seat: Seat, desk: RehearsalDesk) -> None:
    a_line(desk)
    booked(desk, at(9))
    press(seat, "Ctrl+F10", "F4")
    press(seat, "Ctrl+F10", "Alt+2", "F4")
    assert looks(desk) == [
        f"Lịch hẹn ngày {TODAY:%d/%m/%Y}: 1 người",
        f"Lịch hẹn tuần có ngày {TODAY:%d/%m/%Y}: 1 người",
    ]


def test_the_screening_list_is_a_look(seat: Seat, desk: RehearsalDesk) -> None:
    a_screening_line(desk)
    press(seat, "Ctrl+F9", "Alt+2", "F4")
    assert looks(desk) == ["Danh sách rà soát: 1 người"]


def test_who_saw_a_dossier_in_a_search_or_a_list_can_be_told(seat: Seat, desk: RehearsalDesk) -> None:
    made = [registered(desk, name) for name in ("Đỗ Thị Mẫu", "Đỗ Văn Mẫu")]
    press(seat, "F3")
    for letter in "mau":
        press(seat, letter)
    press(seat, "F4", "F11", "F5", "F4")
    for dossier in made:
        seen = access_about(desk.accounts, by=desk.admin, abouts=[about_dossier(dossier)])
        assert [each.how for each in seen] == ["list", "search"]
    assert looks(desk) == ["Tìm hồ sơ: 2 hồ sơ", "Danh sách view:open: 2 hồ sơ"]


@pytest.mark.parametrize("key", ["Ctrl+L", "F4"])
def test_what_stood_on_the_screen_is_entered_when_the_page_is_left(seat: Seat, desk: RehearsalDesk, key: str) -> None:
    guided(desk)
    press(seat, "Ctrl+F6")
    assert looks(desk) == []
    press(seat, key)
    assert len(looks(desk)) == 1


def test_what_stands_still_is_entered_without_leaving(seat: Seat, desk: RehearsalDesk) -> None:
    guided(desk)
    press(seat, "Ctrl+F6")
    seat.wait(lambda: bool(looks(desk)), "the look was not entered")
