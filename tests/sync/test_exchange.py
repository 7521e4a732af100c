"""The exchange folder: desks of one office that share a folder see each other's work."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.dossiers.mark import receipt_text
from desk_app.dossiers.register import register
from desk_app.dossiers.scan import scanned
from desk_app.dossiers.tables.queries import find_id
from desk_app.journal.fold_pass import table_contents
from desk_app.journal.tables import every_entry, list_alarms
from desk_app.kernel.errors import DeviceTrouble, InvalidInput, NotFound
from desk_app.office.tables import RECEIPT_KEY, get_secret, list_secrets
from desk_app.sync.enrolment import accept, grant, own_request, read_grant
from desk_app.sync.exchange.exchange import MOST_FILES, Exchanged, choose_folder, list_troubles, look
from desk_app.sync.revocation import revoke
from tests.desks import RehearsalDesk, form, rehearsal_desk

Desks = tuple[RehearsalDesk, RehearsalDesk, RehearsalDesk]


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    folder = tmp_path / "chung"
    folder.mkdir()
    return folder


@pytest.fixture
def desks(tmp_path: Path, shared: Path) -> Iterator[Desks]:
    """Three desks of one office that let each other in and share a folder."""
    with ExitStack() as stack:
        made = tuple(
            stack.enter_context(rehearsal_desk(tmp_path / f"desk{number}", desk_number=number)) for number in (1, 2, 3)
        )
        for granter in made:
            for newcomer in made:
                if granter is not newcomer:
                    let_in(granter, newcomer, tmp_path)
        for desk in made:
            choose_folder(desk.sync, by=desk.admin, folder=shared)
        yield made[0], made[1], made[2]


def let_in(granter: RehearsalDesk, newcomer: RehearsalDesk, folder: Path) -> None:
    """Let one desk trust another, both ways of one grant."""
    asked = own_request(newcomer.sync, by=newcomer.admin)
    file = grant(
        granter.sync,
        by=granter.admin,
        request=asked,
        fingerprint=asked.fingerprint,
        folder=folder,
        role="desk",
        command_id=granter.journal.new_id(),
    )
    granted = read_grant(file)
    accept(
        newcomer.sync,
        by=newcomer.admin,
        grant=granted,
        fingerprint=granted.fingerprint,
        command_id=newcomer.journal.new_id(),
    )


def looked(desk: RehearsalDesk) -> Exchanged:
    return look(desk.sync, by=desk.admin)


def everybody_looks(desks: Desks, times: int = 3) -> None:
    for _time in range(times):
        for desk in desks:
            looked(desk)


def registered(desk: RehearsalDesk, name: str) -> str:
    written = register(desk.dossiers, by=desk.admin, form=form(name), command_id=desk.journal.new_id())
    return written.subject


def contents(desk: RehearsalDesk) -> object:
    return table_contents(desk.journal.reading(), desk.journal.registry)


def test_what_one_desk_registers_the_others_find(desks: Desks) -> None:
    everybody_looks(desks)
    registered(desks[0], "Người Quầy Một")
    everybody_looks(desks)
    code = desks[0].dossiers.journal.reading().execute("SELECT code FROM dossiers").fetchone()[0]
    assert [find_id(desk.journal.reading(), code) is not None for desk in desks] == [True] * 3


def test_desks_that_work_side_by_side_end_with_the_same_tables(desks: Desks) -> None:
    for round_ in range(3):
        for place, desk in enumerate(desks):
            registered(desk, f"Người {['Một', 'Hai', 'Ba'][place]} {'ABC'[round_]}")
            looked(desk)
    everybody_looks(desks)
    assert contents(desks[0]) == contents(desks[1]) == contents(desks[2])
    assert [list_alarms(desk.journal.reading()) for desk in desks] == [()] * 3


def test_looking_again_gives_and_takes_nothing(desks: Desks) -> None:
    registered(desks[0], "Người Quầy Một")
    everybody_looks(desks, times=4)
    again = [looked(desk) for desk in desks]
    assert [(each.given, each.taken, each.settling) for each in again] == [(0, 0, 0)] * 3


def test_a_file_still_being_copied_is_left_alone_and_raises_no_alarm(desks: Desks, shared: Path) -> None:
    everybody_looks(desks)
    registered(desks[0], "Người Quầy Một")
    looked(desks[0])
    newest = max((shared / desks[0].journal.desk_id).glob("*.tar"), key=lambda each: each.stat().st_mtime_ns)
    whole = newest.read_bytes()
    newest.write_bytes(whole[:700])
    assert looked(desks[1]).settling == 1
    newest.write_bytes(whole)
    assert looked(desks[1]).settling == 1
    assert looked(desks[1]).taken > 0
    assert list_alarms(desks[1].journal.reading()) == ()


def test_a_file_that_stays_broken_is_named_and_taken_once_it_is_whole(desks: Desks, shared: Path) -> None:
    everybody_looks(desks)
    registered(desks[0], "Người Quầy Một")
    looked(desks[0])
    newest = max((shared / desks[0].journal.desk_id).glob("*.tar"), key=lambda each: each.stat().st_mtime_ns)
    whole = newest.read_bytes()
    newest.write_bytes(whole[:-1500])
    everybody_looks(desks)
    (trouble,) = list_troubles(desks[1].sync)
    assert trouble.code == "sync.truncated"
    newest.write_bytes(whole)
    everybody_looks(desks)
    assert list_troubles(desks[1].sync) == ()
    assert contents(desks[0]) == contents(desks[1])


def test_a_conflict_copy_and_other_peoples_files_do_no_harm(desks: Desks, shared: Path) -> None:
    registered(desks[0], "Người Quầy Một")
    everybody_looks(desks)
    place = shared / desks[0].journal.desk_id
    for file in list(place.glob("*.tar")):
        shutil.copy(file, file.with_name(f"{file.stem} (sync-conflict).tar"))
    (place / ".syncthing.x.tar.tmp").write_bytes(b"half")
    (shared / "danh sach.xlsx").write_bytes(b"theirs")
    everybody_looks(desks)
    assert [list_troubles(desk.sync) for desk in desks] == [()] * 3
    assert contents(desks[0]) == contents(desks[1])


def test_a_folder_out_of_reach_loses_nothing_and_work_goes_on_when_it_is_back(desks: Desks, shared: Path) -> None:
    everybody_looks(desks)
    away = shared.with_name("mất mạng")
    shared.rename(away)
    registered(desks[0], "Người Quầy Một")
    with pytest.raises(DeviceTrouble, match="Không thấy thư mục"):
        looked(desks[0])
    assert not shared.exists()
    away.rename(shared)
    everybody_looks(desks)
    assert contents(desks[0]) == contents(desks[1])


def test_a_desk_let_in_later_gets_everything_from_the_beginning(tmp_path: Path, shared: Path) -> None:
    with ExitStack() as stack:
        one, two, late = (
            stack.enter_context(rehearsal_desk(tmp_path / f"d{number}", desk_number=number)) for number in (1, 2, 3)
        )
        let_in(one, two, tmp_path)
        let_in(two, one, tmp_path)
        for desk in (one, two):
            choose_folder(desk.sync, by=desk.admin, folder=shared)
        registered(one, "Người Trước")
        for _time in range(3):
            looked(one)
            looked(two)
        choose_folder(late.sync, by=late.admin, folder=shared)
        for _time in range(2):
            looked(late)
        assert {each.code for each in list_troubles(late.sync)} == {"sync.unknown_desk"}
        for other in (one, two):
            let_in(other, late, tmp_path)
            let_in(late, other, tmp_path)
        for desk in (one, two, late):
            desk.time.advance(timedelta(minutes=2))
        everybody_looks((one, two, late), times=4)
        assert contents(one) == contents(late)


def test_many_small_files_become_one_that_holds_everything(desks: Desks, shared: Path) -> None:
    everybody_looks(desks)
    for number in range(MOST_FILES + 2):
        registered(desks[0], f"Người {chr(65 + number % 26)}{chr(97 + number // 26)}")
        looked(desks[0])
    files = list((shared / desks[0].journal.desk_id).glob("*.tar"))
    assert len(files) <= MOST_FILES
    everybody_looks(desks)
    assert contents(desks[0]) == contents(desks[1])


def test_a_desk_whose_key_was_taken_back_is_not_listened_to(desks: Desks) -> None:
    everybody_looks(desks)
    lost = desks[2]
    revoke(
        desks[0].sync,
        by=desks[0].admin,
        desk=lost.journal.desk_id,
        reason="Mất máy",
        command_id=desks[0].journal.new_id(),
    )
    before = len(list(every_entry(desks[0].journal.reading())))
    registered(lost, "Người Máy Mất")
    looked(lost)
    for _time in range(3):
        looked(desks[0])
    assert {each.code for each in list_troubles(desks[0].sync)} == {"sync.revoked_key"}
    assert len(list(every_entry(desks[0].journal.reading()))) == before


def test_without_a_folder_and_with_a_wrong_one_it_says_what_to_do(desk: RehearsalDesk, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="Chưa chọn"):
        looked(desk)
    with pytest.raises(InvalidInput, match="Không có thư mục"):
        choose_folder(desk.sync, by=desk.admin, folder=tmp_path / "không có")


def test_a_receipt_of_one_desk_is_proved_genuine_at_every_desk_of_the_office(desks: Desks) -> None:
    one, _two, three = desks
    dossier = registered(three, "Người Quầy Ba")
    code = three.journal.reading().execute("SELECT code FROM dossiers WHERE id = ?", (dossier,)).fetchone()[0]
    text = receipt_text(code, get_secret(three.journal.reading(), RECEIPT_KEY))
    for desk in desks:
        assert scanned(text, list_secrets(desk.journal.reading(), RECEIPT_KEY)).verdict == "genuine"
    assert len({get_secret(desk.journal.reading(), RECEIPT_KEY) for desk in desks}) == 1
    assert one.journal.refold() == ()


def test_what_a_desk_marked_before_it_joined_still_proves_genuine_there(tmp_path: Path) -> None:
    with ExitStack() as stack:
        one, two = (stack.enter_context(rehearsal_desk(tmp_path / f"k{n}", desk_number=n)) for n in (1, 2))
        before = receipt_text("000.16.32.H49-261123-2001", get_secret(two.journal.reading(), RECEIPT_KEY))
        let_in(one, two, tmp_path)
        assert scanned(before, list_secrets(two.journal.reading(), RECEIPT_KEY)).verdict == "genuine"
