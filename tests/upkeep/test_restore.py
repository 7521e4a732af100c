"""A desk that comes back from a copy: whole, in an epoch of its own, accepted by the hub, able to work on."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.dossiers.tables.queries import find_id
from desk_app.home_card import read_card
from desk_app.journal.tables import list_alarms
from desk_app.kernel.errors import BundleRejected, Conflict, Damaged, NotAllowed
from desk_app.kernel.paths import Home
from desk_app.restoring.restore import restore
from desk_app.sync.history import write_history
from desk_app.upkeep.tables import list_epochs
from tests.attachments.papers import added, content, dossier_of, file_of, listed, pdf
from tests.desks import MORNING, RehearsalDesk, opened
from tests.sync.carrying import HUB, SyncOffice, answer, enrol, everything, send, sync_office, take, work
from tests.upkeep import second_program
from tests.upkeep.copying import copied, everything_below, flip_a_bit, newest, restored, wanted

LATER = MORNING + timedelta(hours=3)


def code_of(desk: RehearsalDesk, dossier: str) -> str:
    return str(desk.journal.reading().execute("SELECT code FROM dossiers WHERE id = ?", (dossier,)).fetchone()[0])


def test_a_restored_desk_has_all_that_was_copied(desk: RehearsalDesk, stick: Path, tmp_path: Path) -> None:
    dossier = dossier_of(desk)
    added(desk, dossier, file_of(tmp_path, pdf()))
    before = everything(desk)
    copied(desk, stick)
    done = restored(stick, tmp_path / "back", at=LATER)
    assert (done.previous, done.epoch) == (1, 2611231115)
    assert done.repaired == ()
    back = opened(tmp_path / "back", at=LATER)
    after = everything(back)
    assert {name for name in before if before[name] != after[name]} == {"desk_epochs"}
    assert content(back, listed(back, dossier)[0]) == pdf()
    assert back.journal.verify().breaks == ()
    back.close()


def test_the_new_epoch_says_why_it_began(desk: RehearsalDesk, stick: Path, tmp_path: Path) -> None:
    work(desk)
    made = copied(desk, stick)
    restored(stick, tmp_path / "back", at=LATER)
    back = opened(tmp_path / "back", at=LATER)
    (row,) = list_epochs(back.journal.reading())
    assert (row.epoch, row.why, row.previous) == (2611231115, "restored", 1)
    assert row.last == made.entries
    assert "08:15 ngày 23/11/2026" in row.reason
    back.close()


def test_the_same_copy_restored_twice_begins_two_different_epochs(
    desk: RehearsalDesk, stick: Path, tmp_path: Path
) -> None:
    copied(desk, stick)
    first = restored(stick, tmp_path / "first", at=LATER)
    second = restored(stick, tmp_path / "second", at=LATER + timedelta(minutes=1))
    assert first.epoch != second.epoch


def test_a_clock_set_back_still_begins_a_later_epoch_with_later_entries(
    desk: RehearsalDesk, stick: Path, tmp_path: Path
) -> None:
    work(desk)
    copied(desk, stick)
    done = restored(stick, tmp_path / "back", at=MORNING.replace(year=1999))
    assert done.epoch > done.previous
    back = opened(tmp_path / "back")
    clocks = back.journal.reading().execute("SELECT clock FROM entries ORDER BY epoch, seq").fetchall()
    assert clocks == sorted(clocks)
    back.close()


def test_numbers_that_may_be_on_paper_are_not_given_out_again(desk: RehearsalDesk, stick: Path, tmp_path: Path) -> None:
    work(desk)
    copied(desk, stick)
    lost = work(desk, *["Trần Thị Thử"] * 3)
    printed = {code_of(desk, each) for each in lost}
    done = restored(stick, tmp_path / "back", at=LATER)
    back = opened(tmp_path / "back", at=LATER)
    (new,) = work(back)
    assert code_of(back, new) not in printed
    assert code_of(back, new) == "000.16.32.H49-261123-1202"
    assert done.skipped_to == "000.16.32.H49-261123-1201"
    back.time.put(LATER + timedelta(days=1))
    assert code_of(back, work(back)[0]) == "000.16.32.H49-261124-1001"
    back.close()


def test_a_copy_that_is_not_whole_restores_nothing(desk: RehearsalDesk, stick: Path, tmp_path: Path) -> None:
    made = copied(desk, stick)
    flip_a_bit(Path(made.file), made.bytes // 3)
    with pytest.raises(Damaged):
        restored(stick, tmp_path / "back")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["home", "stick"]


def test_a_taken_home_is_refused_and_untouched(desk: RehearsalDesk, stick: Path, tmp_path: Path) -> None:
    copied(desk, stick)
    other = tmp_path / "other"
    other.mkdir()
    (other / "thư.txt").write_text("việc nhà")
    with pytest.raises(Conflict):
        restored(stick, other)
    assert everything_below(other) == {"thư.txt": "việc nhà".encode()}


def test_who_is_no_administrator_restores_nothing(desk: RehearsalDesk, stick: Path, tmp_path: Path) -> None:
    copied(desk, stick)
    for role in ("officer", "leader", "volunteer"):
        by = desk.accounts_by_role[role]
        with pytest.raises(NotAllowed):
            restore(wanted(stick, tmp_path / "back", sign_in=lambda _desk, by=by: by))  # type: ignore[misc]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["home", "stick"]


def test_the_old_folder_is_set_aside_untouched_and_what_it_still_knows_comes_along(
    desk: RehearsalDesk, stick: Path
) -> None:
    work(desk)
    copied(desk, stick)
    (later,) = work(desk, "Trần Thị Thử")
    code = code_of(desk, later)
    desk.close()
    old = everything_below(desk.home.folder)
    done = restored(stick, desk.home.folder, at=LATER, may_set_aside=True)
    assert done.set_aside
    assert everything_below(Path(done.set_aside)) == old
    assert done.salvaged > 0
    back = opened(desk.home.folder, at=LATER)
    assert find_id(back.journal.reading(), code) == later
    assert back.journal.verify().breaks == ()
    back.close()


def test_a_damaged_old_folder_gives_what_lies_before_the_damage(desk: RehearsalDesk, stick: Path) -> None:
    copied(desk, stick)
    work(desk, *["Nguyễn Văn Mẫu"] * 150)
    written = desk.journal.verify().entries
    desk.close()
    size = desk.home.database.stat().st_size
    flip_a_bit(desk.home.database, size - 5 * 4096)
    done = restored(stick, desk.home.folder, at=LATER, may_set_aside=True)
    assert done.entries <= written
    back = opened(desk.home.folder, at=LATER)
    assert back.journal.verify().breaks == ()
    assert back.journal.refold() == ()
    back.close()


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be moved there anyway")
def test_a_folder_that_another_program_has_open_is_not_moved_away(desk: RehearsalDesk, stick: Path) -> None:
    copied(desk, stick)
    desk.close()
    program = second_program.start(desk.home.folder, stick)
    assert program.stdout is not None
    assert program.stdout.readline() == "ready\n"
    try:
        with pytest.raises(Conflict) as caught:
            restored(stick, desk.home.folder, may_set_aside=True)
        assert caught.value.code == "storage.open_elsewhere"
    finally:
        program.kill()
        program.wait()
        program.stdout.close()
    assert read_card(desk.home).epoch == 1


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SyncOffice]:
    with sync_office(tmp_path / "office") as made:
        yield made


def test_the_hub_takes_the_new_epoch_and_gives_the_lost_entries_back(
    office: SyncOffice, stick: Path, tmp_path: Path
) -> None:
    hub, desk = office.desk(HUB), office.desk(1)
    enrol(desk, hub, office.stick)
    work(desk)
    copied(desk, stick)
    lost = work(desk, "Trần Thị Thử")
    take(hub, send(desk, office.stick).file)
    desk.close()
    restored(stick, tmp_path / "back", at=LATER)
    back = opened(tmp_path / "back", at=LATER)
    (new,) = work(back, "Đặng Văn Sau")
    taken = take(hub, send(back, office.stick).file)
    assert taken.taken > 0
    assert hub.journal.reading().execute("SELECT count(*) FROM dossiers").fetchone()[0] == 3
    with pytest.raises(BundleRejected) as ahead:
        answer(hub, back, office.stick)
    assert ahead.value.code == "sync.acknowledgement_ahead"
    history = write_history(hub.sync, by=hub.admin, desk=back.journal.desk_id, folder=office.stick)
    take(back, history.file)
    assert {lost[0], new} <= {row[0] for row in back.journal.reading().execute("SELECT id FROM dossiers").fetchall()}
    assert answer(hub, back, office.stick).waiting == 0
    assert "restored" in {kind for _at, kind, _desk, _words in list_alarms(back.journal.reading())}
    assert not [kind for _at, kind, _desk, _words in list_alarms(hub.journal.reading()) if kind == "fork"]
    back.close()


def test_an_old_folder_that_cannot_give_way_stays_where_it_is(
    desk: RehearsalDesk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied(desk, stick)
    desk.close()
    before, real = everything_below(desk.home.folder), Path.rename

    def rename(self: Path, target: Path) -> Path:
        if target == desk.home.folder and ".part-" in self.name:
            raise PermissionError(13, "made up")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(PermissionError):
        restored(stick, desk.home.folder, may_set_aside=True)
    assert everything_below(desk.home.folder) == before
    assert sorted(each.name for each in desk.home.folder.parent.iterdir()) == ["home", "stick"]


def test_the_copy_itself_is_never_changed_by_a_restore(desk: RehearsalDesk, stick: Path, tmp_path: Path) -> None:
    copied(desk, stick)
    before = everything_below(stick)
    restored(stick, tmp_path / "back")
    assert everything_below(stick) == before
    assert newest(stick).card.epoch == 1
    assert Home(tmp_path / "back").database.is_file()
