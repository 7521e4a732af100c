"""A copy is worth what its key is: where it lies, that it never lies in the clear, how the paper opens it on a new computer."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from desk_app.desk import Desk, open_desk
from desk_app.founding import Founding, found_desk
from desk_app.home_card import read_card
from desk_app.kernel.errors import Damaged, NotAllowed, Refused
from desk_app.kernel.paths import Home
from desk_app.kernel.time_source import FixedTime
from desk_app.restoring.key import key_of, where_key_is
from desk_app.restoring.restore import Wanted, restore
from desk_app.sync.recovery import RecoveryKey, name_new_recovery, new_recovery, recovery_from
from desk_app.upkeep.back_up import back_up
from desk_app.upkeep.copies import copy_named
from tests.desks import AGENCY, MORNING, PASSWORD
from tests.storage.memory_keyring import MemoryKeyring
from tests.upkeep.copying import administrator, everything_below

TIME = FixedTime(MORNING)


@pytest.fixture
def system() -> Iterator[MemoryKeyring]:
    before, ours = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(ours)
    yield ours
    keyring.set_keyring(before)


def real_desk(folder: Path) -> Desk:
    founding = Founding(agency=AGENCY, desk_number=1, login="quantri", name="Trần Thị Thử", password=PASSWORD)
    found_desk(Home(folder), founding, time=TIME)
    return open_desk(Home(folder), time=TIME, password=PASSWORD)


def copied_away(folder: Path, stick: Path, *, recovery: RecoveryKey | None = None) -> bytes:
    """Copy a real desk, with a recovery key if one is given; return its raw key."""
    desk = real_desk(folder)
    by = administrator(desk)
    if recovery is not None:
        name_new_recovery(desk.sync, by=by, key=recovery, command_id=desk.journal.new_id())
    back_up(desk.upkeep, by=by, folder=stick)
    key = desk.journal.store.key
    desk.close()
    return key


def back(stick: Path, home: Path, *, password: str = "", recovery: RecoveryKey | None = None) -> None:
    copy = copy_named(stick)
    key = key_of(copy, password=password, recovery=recovery)
    restore(Wanted(copy=copy, key=key, home=Home(home), sign_in=administrator, time=TIME, key_password=password))


def test_no_key_lies_in_the_clear_beside_a_real_copy(tmp_path: Path, stick: Path, system: MemoryKeyring) -> None:
    key = copied_away(tmp_path / "home", stick, recovery=new_recovery())
    assert system.kept
    for name, content in everything_below(stick).items():
        assert key not in content, name
        assert key.hex().encode() not in content, name
    copy = copy_named(stick)
    assert not copy.home.key.exists()
    assert copy.card.recovery
    assert "tờ khóa dự phòng" in where_key_is(copy)


def test_a_copy_whose_key_dies_with_the_computer_says_so(tmp_path: Path, stick: Path, system: MemoryKeyring) -> None:
    copied_away(tmp_path / "home", stick)
    assert "MẤT MÁY LÀ KHÔNG MỞ ĐƯỢC" in where_key_is(copy_named(stick))
    system.kept.clear()
    with pytest.raises(Damaged) as caught:
        back(stick, tmp_path / "back")
    assert caught.value.code == "upkeep.no_key"
    assert "máy cũ" in caught.value.hint


@pytest.mark.usefixtures("system")
def test_on_the_same_computer_the_key_store_opens_it(tmp_path: Path, stick: Path) -> None:
    copied_away(tmp_path / "home", stick)
    back(stick, tmp_path / "back")
    open_desk(Home(tmp_path / "back"), time=TIME).close()


def test_on_a_new_computer_the_paper_opens_it(tmp_path: Path, stick: Path, system: MemoryKeyring) -> None:
    paper = new_recovery()
    copied_away(tmp_path / "home", stick, recovery=paper)
    system.kept.clear()
    back(stick, tmp_path / "back", recovery=recovery_from(paper.words))
    assert read_card(Home(tmp_path / "back")).key == "keyring"
    open_desk(Home(tmp_path / "back"), time=TIME).close()
    assert system.kept


def test_who_may_not_restore_leaves_no_key_behind(tmp_path: Path, stick: Path, system: MemoryKeyring) -> None:
    paper = new_recovery()
    copied_away(tmp_path / "home", stick, recovery=paper)
    system.kept.clear()
    copy = copy_named(stick)
    key = key_of(copy, recovery=recovery_from(paper.words))
    refused = Wanted(copy=copy, key=key, home=Home(tmp_path / "back"), sign_in=lambda _desk: "nobody", time=TIME)
    with pytest.raises(NotAllowed):
        restore(refused)
    assert system.kept == {}
    assert not (tmp_path / "back").exists()


def test_another_paper_opens_nothing(tmp_path: Path, stick: Path, system: MemoryKeyring) -> None:
    copied_away(tmp_path / "home", stick, recovery=new_recovery())
    system.kept.clear()
    with pytest.raises(Refused):
        back(stick, tmp_path / "back", recovery=new_recovery())
    assert not (tmp_path / "back").exists()


@pytest.mark.usefixtures("system")
def test_a_copy_from_before_the_recovery_key_says_so(tmp_path: Path, stick: Path) -> None:
    copied_away(tmp_path / "home", stick)
    with pytest.raises(Refused) as caught:
        back(stick, tmp_path / "back", recovery=new_recovery())
    assert caught.value.code == "upkeep.no_recovery"


@pytest.mark.usefixtures("system")
def test_under_a_password_the_wrapped_key_goes_along(tmp_path: Path, stick: Path) -> None:
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    key = copied_away(tmp_path / "home", stick)
    copy = copy_named(stick)
    assert copy.home.key.is_file()
    assert key.hex().encode() not in copy.home.key.read_bytes()
    with pytest.raises(Refused):
        back(stick, tmp_path / "back", password="sai-mật-khẩu")
    back(stick, tmp_path / "back", password=PASSWORD)
    open_desk(Home(tmp_path / "back"), time=TIME, password=PASSWORD).close()
