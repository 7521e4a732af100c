"""Opening a laptop's pack: it needs its words, is stopped without a trace, and shows a thief nothing."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from desk_app.accounts.sign_in import sign_in
from desk_app.away_founding import open_pack
from desk_app.kernel.errors import BundleRejected, Cancelled, Conflict
from desk_app.kernel.paths import Home
from desk_app.sync.away.pack import read_pack
from tests.desks import PASSWORD, RehearsalDesk, rehearsal_desk
from tests.storage.memory_keyring import MemoryKeyring
from tests.sync.laptops import PASSPHRASE, opened_laptop, packed, registered


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RehearsalDesk]:
    """Give a desk that no hub knows: taking a laptop away needs none."""
    with rehearsal_desk(tmp_path / "desk") as made:
        yield made


@pytest.fixture
def key_store(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryKeyring]:
    """Give the key store of a real laptop, where the rehearsal's would be a file."""
    before, ours = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(ours)
    monkeypatch.setattr("desk_app.away_founding.key_place", lambda _rehearsal: "keyring")
    yield ours
    keyring.set_keyring(before)


def test_who_was_not_chosen_cannot_sign_in(desk: RehearsalDesk, tmp_path: Path) -> None:
    with opened_laptop(packed(desk, tmp_path), tmp_path / "laptop", desk) as laptop:
        leader = desk.accounts.present_book().get(desk.accounts_by_role["leader"])
        with pytest.raises(Exception, match="không đúng"):
            sign_in(laptop.accounts, leader.login, PASSWORD)


def test_a_stolen_pack_and_a_stolen_disk_show_nobodys_name(desk: RehearsalDesk, tmp_path: Path) -> None:
    registered(desk, desk.admin, "Nguyễn Thị Bí Mật")
    file = packed(desk, tmp_path)
    secrets = [text.encode(coding) for text in ("Bí Mật", "Trần Thị Thử") for coding in ("utf-8", "utf-16-le")]
    with opened_laptop(file, tmp_path / "laptop", desk) as laptop:
        registered(laptop, desk.accounts_by_role["officer"], "Lê Văn Bí Mật")
        written = [each for each in (tmp_path / "laptop").rglob("*") if each.is_file()]
        for each in (file, *written):
            raw = each.read_bytes()
            assert not any(secret in raw for secret in secrets), each.name


def test_a_wrong_passphrase_opens_nothing_and_leaves_nothing(desk: RehearsalDesk, tmp_path: Path) -> None:
    file = packed(desk, tmp_path)
    with pytest.raises(BundleRejected, match="Không mở được"):
        open_pack(Home(tmp_path / "laptop"), file, passphrase="sai mật khẩu rồi")
    file.write_bytes(file.read_bytes()[:-40])
    with pytest.raises(BundleRejected):
        open_pack(Home(tmp_path / "laptop"), file, passphrase=PASSPHRASE)
    assert not (tmp_path / "laptop").exists()


def test_whoever_stops_the_opening_leaves_neither_folder_nor_key_and_may_open_again(
    desk: RehearsalDesk, tmp_path: Path, key_store: MemoryKeyring
) -> None:
    file, heard = packed(desk, tmp_path), list[tuple[int, int]]()
    open_pack(Home(tmp_path / "whole"), file, passphrase=PASSPHRASE, watch=lambda *step: heard.append(step))
    key_store.kept.clear()
    for last in (0, 1, 2, len(heard) // 2, len(heard) - 1):
        steps = iter(range(len(heard)))

        def stop(_done: int, _total: int, steps: Iterator[int] = steps, last: int = last) -> None:
            if next(steps) == last:
                raise Cancelled("window.stopped", "Đã dừng.", "")

        with pytest.raises(Cancelled):
            open_pack(Home(tmp_path / "laptop"), file, passphrase=PASSPHRASE, watch=stop)
        assert sorted(each.name for each in tmp_path.iterdir()) == ["desk", file.name, "whole"]
        assert key_store.kept == {}
    open_pack(Home(tmp_path / "laptop"), file, passphrase=PASSPHRASE)
    assert len(key_store.kept) == 1


def test_a_pack_opened_twice_on_one_computer_leaves_the_first_its_key(
    desk: RehearsalDesk, tmp_path: Path, key_store: MemoryKeyring
) -> None:
    file = packed(desk, tmp_path)
    open_pack(Home(tmp_path / "laptop"), file, passphrase=PASSPHRASE)
    before = dict(key_store.kept)
    with pytest.raises(Conflict):
        open_pack(Home(tmp_path / "again"), file, passphrase=PASSPHRASE)
    assert key_store.kept == before
    assert not (tmp_path / "again").exists()


def test_a_passphrase_opens_however_the_keyboard_composes_its_letters(desk: RehearsalDesk, tmp_path: Path) -> None:
    file = packed(desk, tmp_path)
    decomposed = unicodedata.normalize("NFD", PASSPHRASE)
    assert decomposed != PASSPHRASE
    assert read_pack(file, decomposed).desk_number == 90
