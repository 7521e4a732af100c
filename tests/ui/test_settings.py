"""The settings page itself, and the sections that everybody has."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from desk_app.accounts.sign_in import sign_in
from desk_app.journal.chain import Break
from desk_app.journal.journal import Verified
from tests.desks import RehearsalDesk
from tests.ui.settings_hands import enter, fill, seated, section, trouble
from tests.ui.windows import OWN_PASSWORD, Seat, focused
from ui import theme
from ui.settings.desk.page import DeskPage
from ui.settings.desk.state import Computer, computer_lines, size_words, verdict
from ui.settings.me.page import MePage
from ui.settings.page import SettingsPage
from ui.settings.people.page import PeoplePage
from ui.settings.sections import SECTIONS


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path) -> None:
    """Keep the program's settings of whoever runs the tests out of them."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))


def titles(seat: Seat) -> list[str]:
    return [line.entry.key for line in seat.front(SettingsPage).list.rows]


def test_an_administrator_has_every_section_and_a_volunteer_their_own(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        seat.hands.press("Ctrl+,")
        seat.settle()
        assert titles(seat) == [entry.key for entry in SECTIONS]
    with seated(desk, "volunteer") as seat:
        seat.hands.press("Ctrl+,")
        seat.settle()
        seen = set(titles(seat))
        assert {"me", "desk"} <= seen
        assert seen.isdisjoint({"people", "office", "forms", "printers"})


def test_a_section_opens_by_its_key_and_brings_its_keys_to_the_map(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        seat.hands.press("Ctrl+,")
        seat.settle()
        page = seat.front(SettingsPage)
        place = [entry.key for entry in SECTIONS].index("people") + 1
        seat.hands.press(f"Alt+{place}")
        seat.settle()
        assert isinstance(page.front, PeoplePage)
        assert ("F6", "Thêm người") in page.key_map
        assert ("Alt+1", "Của tôi") in page.key_map


def test_walking_down_the_list_shows_each_section_and_enter_goes_into_it(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        section(seat, "me", MePage)
        page = seat.front(SettingsPage)
        page.list.setFocus()
        seat.hands.press("Down")
        seat.settle()
        assert isinstance(page.front, DeskPage)
        assert focused() is page.list
        enter(seat)
        front = page.front
        assert front is not None
        assert front.isAncestorOf(focused())


def test_a_page_comes_back_to_the_section_that_was_left(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        section(seat, "people", PeoplePage)
        for key in ("F9", "Ctrl+,"):
            seat.hands.press(key)
            seat.settle()
        assert isinstance(seat.front(SettingsPage).front, PeoplePage)


@pytest.mark.parametrize("percent", [100, 200])
def test_no_section_is_wider_than_the_smallest_window(desk: RehearsalDesk, percent: int) -> None:
    with seated(desk) as seat:
        seat.window.resize(1366, 728)
        if percent != theme.present_percent():
            seat.window.grow_text((percent - 100) // 10)
            seat.settle()
        seat.workspace.go("settings", "")
        seat.settle()
        for entry in SECTIONS:
            seat.workspace.go("settings", entry.key)
            seat.settle()
            page = seat.front(SettingsPage)
            assert page.front is not None
            assert page.minimumSizeHint().width() <= page.width(), entry.key


def test_one_changes_ones_own_password(desk: RehearsalDesk) -> None:
    with seated(desk, "officer") as seat:
        page = section(seat, "me", MePage)
        seat.hands.press("F6")
        fill(seat, page.password, old=OWN_PASSWORD, password="bong sung trang", again="bong sung trang")
        enter(seat)
        assert not page.password.isVisible()
        assert "Đã đổi mật khẩu" in seat.said
    assert sign_in(desk.accounts, "officer", "bong sung trang").login == "officer"


def test_a_wrong_present_password_and_two_different_new_ones_are_said_beside_their_fields(desk: RehearsalDesk) -> None:
    with seated(desk, "officer") as seat:
        page = section(seat, "me", MePage)
        seat.hands.press("F6")
        fill(seat, page.password, old="khong phai the", password="bong sung trang", again="bong sung")
        enter(seat)
        assert "không giống nhau" in trouble(page.password, "again")
        fill(seat, page.password, again="bong sung trang")
        enter(seat)
        assert "không đúng" in trouble(page.password, "old")
        seat.hands.press("Escape")
        assert page.password.text("password") == ""
    assert sign_in(desk.accounts, "officer", OWN_PASSWORD).login == "officer"


def test_an_officer_sets_a_pin_and_a_leader_cannot(desk: RehearsalDesk) -> None:
    with seated(desk, "officer") as seat:
        page = section(seat, "me", MePage)
        seat.hands.press("F7")
        fill(seat, page.pin, old=OWN_PASSWORD, pin="902517")
        enter(seat)
    assert sign_in(desk.accounts, "officer", "902517").login == "officer"
    with seated(desk, "leader") as seat:
        assert not section(seat, "me", MePage).pin_button.isEnabled()


def test_the_journal_is_verified_with_an_answer_in_the_bar(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        section(seat, "desk", DeskPage)
        seat.hands.press("F7")
        seat.wait(lambda: "nguyên vẹn" in seat.said, seat.said)
    with seated(desk, "officer") as seat:
        assert not section(seat, "desk", DeskPage).verify_button.isEnabled()


def test_a_larger_text_is_chosen_and_the_page_stays(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        page = section(seat, "desk", DeskPage)
        seat.hands.press("F6")
        page.look.inputs["text"].put("120")
        enter(seat)
        seat.wait(lambda: theme.present_percent() == 120, "the text did not grow")
        seat.settle()
        assert isinstance(seat.front(SettingsPage).front, DeskPage)


def test_a_broken_journal_is_named_with_its_first_place() -> None:
    found = Verified(entries=1_285, breaks=(Break(desk="d", epoch=1, seq=7, what="nội dung đã bị sửa"),))
    message, hint, tone = verdict(found)
    assert (tone, "KHÔNG" in message) == ("trouble", True)
    assert "d/1/7: nội dung đã bị sửa" in hint
    assert verdict(Verified(entries=1_285, breaks=()))[1] == "Đã đọc 1.285 bút toán."


def test_sizes_are_said_the_vietnamese_way_and_a_full_disk_warns() -> None:
    assert [size_words(size) for size in (0, 1_500_000, 1288490189)] == ["0,0 MB", "1,4 MB", "1,2 GB"]
    of = Computer(
        desk_number=1,
        desk_id="d",
        folder="/data",
        key="keyring",
        rehearsal=False,
        free_bytes=1_500_000,
        data_bytes=0,
        entries=0,
        languages=("vi",),
        language="vi",
    )
    assert "sắp hết" in dict(computer_lines(of))["Ổ đĩa còn trống"]
