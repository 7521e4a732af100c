"""A new computer at its first start: the lost one comes back from a copy, at the sign-in page."""

from datetime import timedelta
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from PySide6.QtWidgets import QLineEdit

from desk_app.desk import open_desk
from desk_app.dossiers.tables.queries import find_id
from desk_app.kernel.paths import Home
from desk_app.kernel.time_source import FixedTime
from desk_app.sync.recovery import name_new_recovery, new_recovery
from desk_app.upkeep.back_up import back_up
from tests.desks import MORNING, PASSWORD, RehearsalDesk
from tests.storage.memory_keyring import MemoryKeyring
from tests.sync.carrying import work
from tests.ui.away_windows import LaptopSeat
from tests.upkeep.copying import flip_a_bit
from tests.upkeep.test_key import copied_away
from ui.shell.main_window import MainWindow
from ui.shell.opened import Opened
from ui.shell.opening import is_paper, restore_into
from ui.shell.progress import Progress
from ui.shell.sign_in import Answer, Asked, SignInPage

LATER = MORNING + timedelta(hours=2)


class NewComputer(LaptopSeat):
    """A window on a folder that holds nothing, where a copy may be restored."""

    def __enter__(self) -> "NewComputer":
        super().__enter__()
        return self

    def _made_window(self) -> MainWindow:
        return MainWindow(self._open, None, self._open_pack, None, self._restore)

    def _restore(self, answer: Answer, progress: Progress) -> Opened:
        return self._kept(restore_into(self.home, answer, progress, time=self._time))

    def type_in(self, **texts: str) -> None:
        """Type into the fields by their accessible names' beginnings, then Enter."""
        for begins, text in texts.items():
            field = next(
                each for each in fields(self.window.sign_in) if each.accessibleName().startswith(_NAMES[begins])
            )
            field.setFocus()
            self.hands.press("Ctrl+A")
            self.hands.type(text)
        self.hands.press("Return")
        self.settle()


_NAMES = {"copy": "Bản sao", "paper": "Mật khẩu dữ liệu cũ", "login": "Quản trị", "secret": "Mật khẩu hoặc"}


def fields(page: SignInPage) -> list[QLineEdit]:
    return [each for each in page.findChildren(QLineEdit) if each.isVisible()]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def code(desk: RehearsalDesk, stick: Path) -> str:
    """Copy a desk with one dossier, and give the dossier's code."""
    key = new_recovery()
    name_new_recovery(desk.sync, by=desk.admin, key=key, command_id=desk.journal.new_id())
    (dossier,) = work(desk)
    back_up(desk.upkeep, by=desk.admin, folder=stick)
    found = desk.journal.reading().execute("SELECT code FROM dossiers WHERE id = ?", (dossier,)).fetchone()
    return str(found[0])


def at_restore(seat: NewComputer) -> SignInPage:
    """Turn to the question for a copy."""
    page = seat.window.sign_in
    page._other.click()
    assert page.asked is Asked.RESTORE, "it is offered where there are no data"
    return page


def test_a_lost_computer_comes_back_at_the_sign_in_page(code: str, stick: Path, tmp_path: Path) -> None:
    with NewComputer(tmp_path / "new", FixedTime(LATER)) as seat:
        page = at_restore(seat)
        seat.type_in(copy=str(stick), login="quantri", secret=PASSWORD)
        seat.wait(lambda: page.asked is Asked.SECRET, page.error)
        assert find_id(seat.desk.journal.reading(), code)
        assert seat.desk.card.epoch == 2611231015


def test_who_is_no_administrator_is_refused_and_the_folder_stays_empty(code: str, stick: Path, tmp_path: Path) -> None:
    assert code
    with NewComputer(tmp_path / "new", FixedTime(LATER)) as seat:
        page = at_restore(seat)
        seat.type_in(copy=str(stick), login="officer", secret=PASSWORD)
        assert "không có quyền" in page.error
        seat.type_in(secret="sai-mật-khẩu")
        assert "không đúng" in page.error
        assert not (tmp_path / "new").exists()
        assert fields(page)[0].text() == str(stick)
        seat.type_in(login="quantri", secret=PASSWORD)
        seat.wait(lambda: page.asked is Asked.SECRET, page.error)


def test_a_spoilt_copy_is_refused_in_words(code: str, stick: Path, tmp_path: Path) -> None:
    assert code
    file = next(stick.glob("*/*/desk.db"))
    flip_a_bit(file, file.stat().st_size // 2)
    with NewComputer(tmp_path / "new", FixedTime(LATER)) as seat:
        page = at_restore(seat)
        seat.type_in(copy=str(file), login="quantri", secret=PASSWORD)
        assert "không dùng được" in page.error or "hỏng" in page.error
        assert not (tmp_path / "new").exists()


def test_a_place_without_copies_says_what_to_choose(stick: Path, tmp_path: Path) -> None:
    with NewComputer(tmp_path / "new", FixedTime(LATER)) as seat:
        page = at_restore(seat)
        seat.type_in(copy=str(stick), login="quantri", secret=PASSWORD)
        assert "Không thấy bản sao lưu nào" in page.error
        page._other.click()
        assert page.asked is Asked.PACK


def test_the_paper_opens_a_real_copy_where_the_old_key_store_is_gone(stick: Path, tmp_path: Path) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(MemoryKeyring())
    try:
        paper = new_recovery()
        copied_away(tmp_path / "old", stick, recovery=paper)
        # Another computer, which has no key store at all.
        keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
        asked = Answer(asked=Asked.RESTORE, pack=str(stick), paper=paper.words, login="quantri", secret=PASSWORD)
        progress = Progress("", lambda _stand: None)
        made = restore_into(Home(tmp_path / "new"), asked, progress, time=FixedTime(LATER))
        made.close()
        assert "mật khẩu mở dữ liệu của máy này là mật khẩu vừa đăng nhập" in made.hint
        open_desk(Home(tmp_path / "new"), password=PASSWORD).close()
    finally:
        keyring.set_keyring(before)


def test_words_of_the_paper_are_told_from_a_password() -> None:
    paper = new_recovery()
    assert is_paper(paper.words)
    assert is_paper(paper.identity)
    assert not is_paper("lúa chín vàng đồng 2026")
    assert not is_paper("")
