"""The day the key store is reset, the password forgotten, the key file gone: the paper opens the data again."""

import base64
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from desk_app.desk import Desk, open_desk
from desk_app.founding import Founding, found_desk
from desk_app.home_card import read_card
from desk_app.kernel.errors import BundleRejected, Damaged, NotFound, Refused
from desk_app.kernel.paths import Home
from desk_app.kernel.records import from_json
from desk_app.kernel.time_source import FixedTime
from desk_app.office.tables import RECEIPT_KEY, get_secret, list_secrets
from desk_app.sync.escrow import Escrow, find_escrow, has_recovery_file, read_recovery_file, write_recovery_file
from desk_app.sync.key_return import use_recovery
from desk_app.sync.keys import own_keys, rotate_keys
from desk_app.sync.receipt_keys import adopt_receipt_keys
from desk_app.sync.recovery import (
    RecoveryKey,
    drill,
    make_recovery,
    name_new_recovery,
    new_recovery,
    recovery_from,
)
from desk_app.sync.status import status
from tests.desks import AGENCY, MORNING, PASSWORD, RehearsalDesk, opened
from tests.scanner.garbling import caps_lock, layout_vn
from tests.storage.memory_keyring import MemoryKeyring
from tests.sync.age_reader import opened as age_opened
from tests.sync.carrying import SyncOffice, enrol, send, take, work


@pytest.fixture
def system() -> Iterator[MemoryKeyring]:
    before, ours = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(ours)
    yield ours
    keyring.set_keyring(before)


@pytest.fixture
def home(tmp_path: Path, system: MemoryKeyring) -> Home:
    """A real desk, whose key the system keeps."""
    assert system.kept == {}
    made = Home(tmp_path / "home")
    founding = Founding(agency=AGENCY, desk_number=1, login="quantri", name="Trần Thị Thử", password=PASSWORD)
    found_desk(made, founding, time=FixedTime(MORNING))
    assert read_card(made).key == "keyring"
    return made


@contextmanager
def at_work(home: Home, password: str = "") -> Iterator[tuple[Desk, str]]:
    desk = open_desk(home, time=FixedTime(MORNING), password=password)
    try:
        yield desk, desk.accounts.present_book().list_accounts()[0].id
    finally:
        desk.close()


def with_paper(home: Home) -> str:
    """Make a recovery key; return the words on its paper."""
    key = new_recovery()
    with at_work(home) as (desk, by):
        name_new_recovery(desk.sync, by=by, key=key, command_id=desk.journal.new_id())
        rotate_keys(desk.sync, by=by, command_id=desk.journal.new_id())
    return key.words


def test_after_the_key_store_was_reset_the_paper_opens_the_data_and_the_keys_are_all_there(
    home: Home, system: MemoryKeyring
) -> None:
    words = with_paper(home)
    with at_work(home) as (desk, by):
        before = own_keys(desk.sync, by=by)
    system.kept.clear()
    with pytest.raises(Damaged) as lost, at_work(home):
        pass
    assert lost.value.code == "storage.key_missing"
    use_recovery(home, key=recovery_from(words), time=FixedTime(MORNING))
    with at_work(home) as (desk, by):
        assert own_keys(desk.sync, by=by) == before
        assert before.generation == 2
        assert desk.journal.verify().breaks == ()
        assert [each.kind for each in status(desk.sync, by=by).alarms] == ["recovery"], "that it was used stays visible"


def test_where_the_system_keeps_no_keys_any_more_a_password_does(home: Home) -> None:
    words = with_paper(home)
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    with pytest.raises(Refused) as caught:
        use_recovery(home, key=recovery_from(words))
    assert caught.value.code == "storage.password_needed"
    assert read_card(home).key == "keyring", "nothing was changed"
    use_recovery(home, key=recovery_from(words), password="sen-trang-2026")
    assert read_card(home).key == "password"
    with at_work(home, "sen-trang-2026"):
        pass
    use_recovery(home, key=recovery_from(words), password="sen-vang-2026")
    with pytest.raises(Refused), at_work(home, "sen-trang-2026"):
        pass
    with at_work(home, "sen-vang-2026"):
        pass


def test_another_paper_another_desk_s_file_and_a_spoilt_one_change_nothing(home: Home, desk: RehearsalDesk) -> None:
    words = with_paper(home)
    raw = home.recovery.read_bytes()
    with pytest.raises(Refused) as caught:
        use_recovery(home, key=new_recovery())
    assert caught.value.code == "sync.other_recovery"
    name_new_recovery(desk.sync, by=desk.admin, key=recovery_from(words), command_id=desk.journal.new_id())
    with pytest.raises(Refused) as caught:
        use_recovery(home, key=recovery_from(words), file=desk.home.recovery)
    assert caught.value.code == "sync.other_desk"
    for place in range(0, len(raw), 7):
        home.recovery.write_bytes(raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :])
        with pytest.raises((BundleRejected, Refused)):
            use_recovery(home, key=recovery_from(words))
    home.recovery.unlink()
    with pytest.raises(NotFound) as gone:
        use_recovery(home, key=recovery_from(words))
    assert "desk sync recovery file" in gone.value.hint
    home.recovery.write_bytes(raw)
    home.database.rename(home.folder / "elsewhere.db")
    with pytest.raises(Damaged):
        use_recovery(home, key=recovery_from(words))
    assert not home.database.exists(), "no empty database is made in its place"


def test_the_hub_writes_a_lost_recovery_file_again(desk: RehearsalDesk, hub: RehearsalDesk, stick: Path) -> None:
    key = new_recovery()
    name_new_recovery(desk.sync, by=desk.admin, key=key, command_id=desk.journal.new_id())
    take(hub, send(desk, stick).file)
    file = write_recovery_file(find_escrow(hub.journal.reading(), desk.journal.desk_id), stick / "desk.recovery")
    assert file.read_bytes() == desk.home.recovery.read_bytes()
    desk.home.key.unlink()
    desk.home.recovery.unlink()
    use_recovery(desk.home, key=key, file=file)
    again = opened(desk.home.folder)
    assert again.journal.verify().breaks == ()
    again.close()


def test_the_file_opens_with_the_standard_tool_and_holds_no_secret_in_the_clear(desk: RehearsalDesk) -> None:
    key = new_recovery()
    name_new_recovery(desk.sync, by=desk.admin, key=key, command_id=desk.journal.new_id())
    raw = desk.home.recovery.read_bytes()
    keys = own_keys(desk.sync, by=desk.admin)
    for secret in (keys.sign, keys.seal, desk.journal.store.key.hex(), key.identity):
        assert secret.encode() not in raw
    sealed = base64.b64decode(json.loads(raw)["sealed"])
    found = from_json(age_opened(sealed, key.identity), Escrow)
    assert found.keys == keys
    assert bytes.fromhex(found.database_key) == desk.journal.store.key


def test_a_drill_says_whether_the_paper_would_help_today(desk: RehearsalDesk) -> None:
    key = new_recovery()
    assert not drill(desk.sync, by=desk.admin, key=key).named
    name_new_recovery(desk.sync, by=desk.admin, key=key, command_id=desk.journal.new_id())
    desk.home.recovery.unlink()
    assert not has_recovery_file(desk.sync)
    tried = drill(desk.sync, by=desk.admin, key=recovery_from(key.identity))
    assert (tried.named, tried.opens) == (True, True), "what was lost is written again"
    assert has_recovery_file(desk.sync)


@pytest.mark.parametrize("garbled", [str, layout_vn, caps_lock])
def test_the_code_on_the_paper_is_scanned_instead_of_typing(garbled: Callable[[str], str]) -> None:
    key = new_recovery()
    assert recovery_from(f" {garbled(key.identity)}\r\n").public == key.public


def test_new_keys_reach_the_recovery_file_the_same_moment(desk: RehearsalDesk) -> None:
    key = new_recovery()
    name_new_recovery(desk.sync, by=desk.admin, key=key, command_id=desk.journal.new_id())
    for generation in range(2, 13):
        rotate_keys(desk.sync, by=desk.admin, command_id=desk.journal.new_id())
        assert read_recovery_file(desk.home.recovery).opened(key.identity).generation == generation


def test_the_paper_is_drawn_before_anything_relies_on_it(desk: RehearsalDesk, tmp_path: Path) -> None:
    with pytest.raises(Exception, match="rút rồi"):
        make_recovery(desk.sync, by=desk.admin, file=tmp_path / "rút rồi" / "to.pdf", command_id=desk.journal.new_id())
    assert status(desk.sync, by=desk.admin).recovery_fingerprint == ""
    assert not desk.home.recovery.exists()
    made = make_recovery(desk.sync, by=desk.admin, file=tmp_path / "to.pdf", command_id=desk.journal.new_id())
    assert isinstance(made, RecoveryKey)
    assert status(desk.sync, by=desk.admin).recovery_fingerprint == made.fingerprint


def test_receipts_of_a_lost_desk_are_proved_by_the_one_that_replaces_it(
    office: SyncOffice, desk: RehearsalDesk, hub: RehearsalDesk, stick: Path
) -> None:
    key = new_recovery()
    name_new_recovery(desk.sync, by=desk.admin, key=key, command_id=desk.journal.new_id())
    work(desk)
    take(hub, send(desk, stick).file)
    new = office.desk(2)
    own = get_secret(new.journal.reading(), RECEIPT_KEY)
    enrol(new, hub, stick, replaces=desk.journal.desk_id)
    take(new, send(hub, stick, to=new.journal.desk_id, whole=True).file)
    new_id = new.journal.new_id()
    assert adopt_receipt_keys(new.sync, by=new.admin, key=key, desk=desk.journal.desk_id, command_id=new_id) >= 1
    lost = get_secret(desk.journal.reading(), RECEIPT_KEY)
    assert get_secret(new.journal.reading(), RECEIPT_KEY) == lost
    assert own in list_secrets(new.journal.reading(), RECEIPT_KEY), "what it printed itself is proved as before"
    assert lost.hex() in read_recovery_file(new.home.recovery).opened(key.identity).receipt_keys, (
        "nor are they lost again"
    )
