"""A morning on which the data do not open: the recovery paper at the sign-in."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from desk_app.desk import Desk, open_desk
from desk_app.founding import Founding, found_desk
from desk_app.home_card import read_card
from desk_app.kernel.paths import Home
from desk_app.kernel.time_source import FixedTime
from desk_app.sync.recovery import name_new_recovery, new_recovery
from tests.desks import AGENCY, MORNING, PASSWORD
from tests.storage.memory_keyring import MemoryKeyring
from tests.ui.windows import Seat
from ui.rehearsal.hands import Hands
from ui.shell.main_window import MainWindow
from ui.shell.opened import Opened
from ui.shell.opening import open_by_paper, opened
from ui.shell.sign_in import Asked


def asked(seat: Seat) -> str:
    return seat.window.sign_in.asked.value


class PaperSeat(Seat):
    """A window on a folder whose key may be gone; its desk is there once it opened, and is closed with the window."""

    def __init__(self, home: Home) -> None:
        self.home, self._time = home, FixedTime(MORNING)
        self.window = MainWindow(self._open, None, None, self._recover)
        self.window.resize(1366, 768)
        self.hands = Hands(self.window)

    def _open(self, password: str) -> Opened:
        return self._kept(opened(open_desk(self.home, time=self._time, password=password)))

    def _recover(self, paper: str, password: str) -> Opened:
        return self._kept(open_by_paper(self.home, paper, password, time=self._time))

    def _kept(self, made: Opened) -> Opened:
        self.desk: Desk = made.desk
        return made


@pytest.fixture
def system() -> Iterator[MemoryKeyring]:
    before, ours = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(ours)
    yield ours
    keyring.set_keyring(before)


def founded(folder: Path) -> tuple[Home, str]:
    """Return a real desk with a recovery key, and the words on its paper."""
    home, time = Home(folder), FixedTime(MORNING)
    founding = Founding(
        agency=AGENCY, desk_number=1, login="quantri", name="Trần Thị Thử", password=PASSWORD, key_password=PASSWORD
    )
    found_desk(home, founding, time=time)
    desk, key = open_desk(home, time=time, password=PASSWORD), new_recovery()
    by = desk.accounts.present_book().list_accounts()[0].id
    name_new_recovery(desk.sync, by=by, key=key, command_id=desk.journal.new_id())
    desk.close()
    return home, key.words


def test_the_paper_opens_the_data_after_the_key_store_was_reset(tmp_path: Path, system: MemoryKeyring) -> None:
    home, words = founded(tmp_path / "home")
    system.kept.clear()
    with PaperSeat(home) as seat:
        page = seat.window.sign_in
        seat.settle()
        assert asked(seat) == Asked.RECOVERY.value
        assert "đúng người dùng của máy" in page._hint.text(), "most often somebody else is signed in to the system"
        seat.hands.type(words.rsplit(" ", 1)[0])
        seat.hands.press("Return")
        seat.settle()
        assert "14 nhóm" in page.error
        seat.hands.press("End")
        seat.hands.type(" " + words.rsplit(" ", 1)[1])
        seat.hands.press("Return")
        seat.settle()
        assert asked(seat) == Asked.SECRET.value, "a wrong group did not cost the others"
        seat.sign_in("quantri")
        seat.settle()
        assert seat.window.workspace is not None


def test_a_forgotten_password_of_the_data_is_replaced_by_the_paper(tmp_path: Path) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    try:
        home, words = founded(tmp_path / "home")
        assert read_card(home).key == "password"
        with PaperSeat(home) as seat:
            page = seat.window.sign_in
            seat.settle()
            assert asked(seat) == Asked.DATA_PASSWORD.value
            seat.hands.press("Tab")
            seat.hands.press("Tab")
            seat.hands.press("Space")
            assert asked(seat) == Asked.RECOVERY_PASSWORD.value
            for text in (words, "sen-trang-2026", "sen-trang-2027"):
                seat.hands.type(text)
                seat.hands.press("Return")
            seat.settle()
            assert "không giống nhau" in page.error
            page._fields["again"].setFocus()
            seat.hands.press("Ctrl+A")
            seat.hands.type("sen-trang-2026")
            seat.hands.press("Return")
            seat.settle()
            assert asked(seat) == Asked.SECRET.value
        with PaperSeat(home) as seat:
            seat.settle()
            seat.hands.type("sen-trang-2026")
            seat.hands.press("Return")
            seat.settle()
            assert asked(seat) == Asked.SECRET.value
    finally:
        keyring.set_keyring(before)


def test_the_groups_need_not_be_typed_again_where_a_password_is_needed_too(
    tmp_path: Path, system: MemoryKeyring
) -> None:
    home, words = founded(tmp_path / "home")
    system.kept.clear()
    with PaperSeat(home) as seat:
        page = seat.window.sign_in
        seat.settle()
        assert asked(seat) == Asked.RECOVERY.value
        keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
        seat.hands.type(words)
        seat.hands.press("Return")
        seat.settle()
        assert asked(seat) == Asked.RECOVERY_PASSWORD.value
        for _each in range(2):
            seat.hands.type("sen-trang-2026")
            seat.hands.press("Return")
        seat.settle()
        assert asked(seat) == Asked.SECRET.value, page.error
    assert read_card(home).key == "password"
