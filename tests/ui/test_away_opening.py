"""A laptop opens its pack at the sign-in page."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from tests.desks import RehearsalDesk
from tests.ui.away_windows import PASSPHRASE, LaptopSeat, later, made_ready, open_pack
from ui.shell.sign_in import Asked


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


def test_a_wrong_passphrase_leaves_the_laptop_empty_and_asks_again(
    desk: RehearsalDesk, stick: Path, tmp_path: Path
) -> None:
    pack = made_ready(desk, stick)
    with LaptopSeat(tmp_path / "laptop", later(desk)) as laptop:
        page = laptop.window.sign_in
        assert "Máy này chưa có dữ liệu" in page.title
        laptop.answer(str(pack), "sai mật khẩu rồi nhé")
        laptop.settle()
        assert "Không mở được gói" in page.error
        assert not (tmp_path / "laptop").exists()
        edits = [each for each in page.findChildren(QLineEdit) if each.isVisible()]
        assert [each.text() for each in edits] == [str(pack), ""], "the file stays, the passphrase is typed again"
        laptop.hands.type(PASSPHRASE)
        laptop.hands.press("Return")
        laptop.wait(lambda: page.asked is Asked.SECRET, "the pack did not open")


def test_the_opening_of_a_pack_is_stopped_by_esc_and_leaves_nothing(
    desk: RehearsalDesk, stick: Path, tmp_path: Path
) -> None:
    pack = made_ready(desk, stick)
    with LaptopSeat(tmp_path / "laptop", later(desk)) as laptop:
        page = laptop.window.sign_in
        laptop.answer(str(pack), PASSPHRASE)
        laptop.wait(lambda: laptop.window.long.isVisible(), "nothing shows that it takes a while")
        laptop.hands.press("Esc")
        laptop.settle()
        assert "Đã dừng: Mở gói mang đi." in page.error
        assert sorted(each.name for each in tmp_path.iterdir()) == ["home", "usb"]
        laptop.hands.type(PASSPHRASE)
        laptop.hands.press("Return")
        laptop.wait(lambda: page.asked is Asked.SECRET, "the pack did not open")


def test_a_laptop_asks_for_its_pack_once(desk: RehearsalDesk, stick: Path, tmp_path: Path) -> None:
    pack = made_ready(desk, stick)
    with LaptopSeat(tmp_path / "laptop", later(desk)) as laptop:
        open_pack(laptop, pack)
    with LaptopSeat(tmp_path / "laptop", later(desk)) as laptop:
        laptop.sign_in("officer")
        assert laptop.desk.card.desk_number == 90
