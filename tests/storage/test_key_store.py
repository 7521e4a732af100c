import stat
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from desk_app.kernel.errors import Conflict, Damaged, DeviceTrouble, Refused
from desk_app.storage.key_store import KeyPlace, has_keyring, kept_key, new_key
from tests.storage.memory_keyring import MemoryKeyring

PASSWORD = "Mật khẩu số 1"


@pytest.fixture(autouse=True)
def system() -> Iterator[MemoryKeyring]:
    before, ours = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(ours)
    yield ours
    keyring.set_keyring(before)


@pytest.mark.parametrize("place", ["keyring", "password", "file"])
def test_a_kept_key_comes_back_and_every_desk_has_its_own(tmp_path: Path, place: KeyPlace) -> None:
    keys = [new_key(place=place, file=tmp_path / name, name=name, password=PASSWORD) for name in ("one", "two")]
    assert [len(key) for key in keys] == [32, 32]
    assert keys[0] != keys[1]
    again = [kept_key(place=place, file=tmp_path / name, name=name, password=PASSWORD) for name in ("one", "two")]
    assert again == keys


@pytest.mark.parametrize("place", ["keyring", "password", "file"])
def test_a_key_that_is_kept_is_never_overwritten(tmp_path: Path, place: KeyPlace) -> None:
    key = new_key(place=place, file=tmp_path / "desk.key", name="desk", password=PASSWORD)
    with pytest.raises(Conflict) as caught:
        new_key(place=place, file=tmp_path / "desk.key", name="desk", password=PASSWORD)
    assert caught.value.code == "storage.key_exists"
    assert kept_key(place=place, file=tmp_path / "desk.key", name="desk", password=PASSWORD) == key


@pytest.mark.parametrize("place", ["keyring", "password", "file"])
def test_a_key_that_is_gone_is_damaged(tmp_path: Path, place: KeyPlace) -> None:
    with pytest.raises(Damaged) as caught:
        kept_key(place=place, file=tmp_path / "desk.key", name="desk", password=PASSWORD)
    assert caught.value.code == "storage.key_missing"


def test_the_wrapped_key_does_not_hold_the_key(tmp_path: Path) -> None:
    key = new_key(place="password", file=tmp_path / "desk.key", name="desk", password=PASSWORD)
    content = (tmp_path / "desk.key").read_bytes()
    assert key not in content
    assert key.hex().encode() not in content


def test_the_key_in_the_system_s_store_leaves_no_file(tmp_path: Path, system: MemoryKeyring) -> None:
    key = new_key(place="keyring", file=tmp_path / "desk.key", name="desk")
    assert list(tmp_path.iterdir()) == []
    assert list(system.kept.values()) == [key.hex()]


def test_a_wrong_password_is_refused_and_leaves_the_file(tmp_path: Path) -> None:
    new_key(place="password", file=tmp_path / "desk.key", name="desk", password=PASSWORD)
    before = (tmp_path / "desk.key").read_bytes()
    for wrong in ("", PASSWORD + " ", PASSWORD.lower()):
        with pytest.raises(Refused) as caught:
            kept_key(place="password", file=tmp_path / "desk.key", name="desk", password=wrong)
        assert caught.value.code == "storage.wrong_password"
    assert (tmp_path / "desk.key").read_bytes() == before


def test_a_password_typed_with_loose_marks_is_the_same_password(tmp_path: Path) -> None:
    key = new_key(place="password", file=tmp_path / "desk.key", name="desk", password=PASSWORD)
    loose = unicodedata.normalize("NFD", PASSWORD)
    assert loose != PASSWORD
    assert kept_key(place="password", file=tmp_path / "desk.key", name="desk", password=loose) == key


def test_without_a_password_no_key_is_wrapped(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        new_key(place="password", file=tmp_path / "desk.key", name="desk")
    assert caught.value.code == "storage.password_needed"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["password", "file"])
@pytest.mark.parametrize("spoilt", [b"", b"zz", b"ab" * 31, b"\xff\xfe", b'{"salt":"!","nonce":"!","wrapped":"!"}'])
def test_a_spoilt_key_file_is_damaged(tmp_path: Path, place: KeyPlace, spoilt: bytes) -> None:
    (tmp_path / "desk.key").write_bytes(spoilt)
    with pytest.raises(Damaged) as caught:
        kept_key(place=place, file=tmp_path / "desk.key", name="desk", password=PASSWORD)
    assert caught.value.code == "storage.key_damaged"


def test_a_locked_key_store_is_told_as_such(tmp_path: Path, system: MemoryKeyring) -> None:
    new_key(place="keyring", file=tmp_path / "desk.key", name="desk")
    system.locked = True
    with pytest.raises(DeviceTrouble) as caught:
        kept_key(place="keyring", file=tmp_path / "desk.key", name="desk")
    assert caught.value.code == "storage.keyring"
    with pytest.raises(DeviceTrouble):
        new_key(place="keyring", file=tmp_path / "desk.key", name="other")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere")
def test_a_key_file_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    new_key(place="file", file=tmp_path / "desk.key", name="desk")
    assert stat.S_IMODE((tmp_path / "desk.key").stat().st_mode) == 0o600


def test_a_computer_says_whether_it_has_a_real_key_store() -> None:
    assert has_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    assert not has_keyring()
