"""Copies of a desk's data: whole, proved, encrypted, kept by a rule."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.journal.tables import count_entries
from desk_app.kernel.errors import Cancelled, Damaged, NotAllowed, NotFound, Refused
from desk_app.upkeep.back_up import back_up, choose_place, copies_at, copy_of_day, is_copy_due, prove_copy
from desk_app.upkeep.copies import list_copies
from desk_app.upkeep.proving import prove
from desk_app.upkeep.records import Copied, Trouble
from desk_app.upkeep.tables import COPIED, TROUBLE, find_note, find_place
from tests.attachments.papers import added, dossier_of, file_of, pdf
from tests.desks import MORNING, PEOPLE, RehearsalDesk, rehearsal_desk
from tests.sync.carrying import work
from tests.upkeep.copying import copied, everything_below, flip_a_bit, newest


def test_a_copy_holds_what_was_saved_and_proves_itself(desk: RehearsalDesk, stick: Path) -> None:
    work(desk, "Nguyễn Văn Mẫu", "Trần Thị Thử")
    made = copied(desk, stick)
    assert (made.dossiers, made.entries) == (2, count_entries(desk.journal.reading()))
    assert Path(made.file).is_file()
    prove(newest(stick), desk.journal.store.key)
    assert find_note(desk.journal.reading(), COPIED, Copied) == made


def test_the_copy_is_as_encrypted_as_the_data(desk: RehearsalDesk, stick: Path) -> None:
    work(desk, "Nguyễn Văn Mẫu")
    raw = Path(copied(desk, stick).file).read_bytes()
    assert "Nguyễn".encode() not in raw
    assert not raw.startswith(b"SQLite format 3")


def test_nothing_but_the_copy_is_left_on_the_stick(desk: RehearsalDesk, stick: Path) -> None:
    copied(desk, stick)
    assert {Path(each).name for each in everything_below(stick)} == {"desk.db", "desk.json", "desk.key", "copy.json"}


def test_scans_go_along_once_for_all_copies(desk: RehearsalDesk, stick: Path, tmp_path: Path) -> None:
    added(desk, dossier_of(desk), file_of(tmp_path, pdf()))
    first = copied(desk, stick)
    desk.time.put(MORNING + timedelta(days=1))
    second = copied(desk, stick)
    assert (first.attachments, second.attachments) == (1, 1)
    assert len(list(stick.glob("*/attachments/*"))) == 1
    prove(newest(stick), desk.journal.store.key)


def test_a_scan_that_this_desk_lost_is_counted_and_the_rest_is_copied(
    desk: RehearsalDesk, stick: Path, tmp_path: Path
) -> None:
    added(desk, dossier_of(desk), file_of(tmp_path, pdf()))
    for file in desk.home.attachments.iterdir():
        file.unlink()
    made = copied(desk, stick)
    assert (made.attachments, made.missing_attachments) == (0, 1)
    prove(newest(stick), desk.journal.store.key)


def test_copies_leave_by_the_rule_and_others_stay(desk: RehearsalDesk, stick: Path) -> None:
    (stick / "ảnh-của-cơ-quan").mkdir()
    for number in range(9):
        desk.time.put(MORNING + timedelta(days=number))
        made = copied(desk, stick)
    # 23/11 to 1/12: seven days, the Sunday of the first week, the last day of November (among the seven).
    days = [f"{each.card.made_at:%d/%m}" for each in list_copies(stick)]
    assert days == ["01/12", "30/11", "29/11", "28/11", "27/11", "26/11", "25/11"]
    assert (made.copies, made.removed) == (7, 1)
    assert (stick / "ảnh-của-cơ-quan").is_dir()


def test_a_clock_set_back_does_not_cost_the_copy_just_made(desk: RehearsalDesk, stick: Path) -> None:
    for number in range(12):
        desk.time.put(MORNING + timedelta(days=31 * number))
        copied(desk, stick)
    desk.time.put(MORNING - timedelta(days=400))
    made = copied(desk, stick)
    assert Path(made.file).is_file()


def test_two_desks_share_a_stick(desk: RehearsalDesk, stick: Path, tmp_path: Path) -> None:
    with rehearsal_desk(tmp_path / "second", desk_number=2) as second:
        copied(desk, stick)
        copied(second, stick)
        assert len(list_copies(stick)) == 2
        own = copies_at(second.upkeep, by=second.admin, folder=stick)
        assert [each.card.desk_id for each in own] == [second.journal.desk_id]


def test_progress_runs_from_nothing_to_all_and_a_cancel_leaves_nothing(desk: RehearsalDesk, stick: Path) -> None:
    seen: list[tuple[int, int]] = []
    back_up(desk.upkeep, by=desk.admin, folder=stick, watch=lambda done, of: seen.append((done, of)))
    assert seen[-1][0] == seen[-1][1]
    assert [done for done, _of in seen] == sorted(done for done, _of in seen)
    before = everything_below(stick)

    def stop(_done: int, _of: int) -> None:
        raise Cancelled("test", "Đã dừng.")

    with pytest.raises(Cancelled):
        back_up(desk.upkeep, by=desk.admin, folder=stick, watch=stop)
    assert everything_below(stick) == before
    assert not list(stick.rglob("*.part*"))


def test_a_copy_in_the_data_folder_itself_saves_nothing(desk: RehearsalDesk) -> None:
    inside = desk.home.folder / "sao-luu"
    inside.mkdir()
    with pytest.raises(Refused):
        copied(desk, inside)
    with pytest.raises(Refused):
        choose_place(desk.upkeep, by=desk.admin, folder=inside)


def test_a_flipped_bit_is_found(desk: RehearsalDesk, stick: Path) -> None:
    made = copied(desk, stick)
    flip_a_bit(Path(made.file), made.bytes // 2)
    with pytest.raises(Damaged):
        prove_copy(desk.upkeep, by=desk.admin, named=stick)


def test_a_zeroed_page_is_found(desk: RehearsalDesk, stick: Path) -> None:
    made = copied(desk, stick)
    content = bytearray(Path(made.file).read_bytes())
    page = made.bytes // 2 // 4096 * 4096
    content[page : page + 4096] = bytes(4096)
    Path(made.file).write_bytes(content)
    with pytest.raises(Damaged):
        prove_copy(desk.upkeep, by=desk.admin, named=stick)


def test_a_cut_database_is_found(desk: RehearsalDesk, stick: Path) -> None:
    made = copied(desk, stick)
    with Path(made.file).open("rb+") as file:
        file.truncate(made.bytes - 8192)
    with pytest.raises(Damaged):
        prove_copy(desk.upkeep, by=desk.admin, named=stick)


def test_a_card_of_another_moment_is_found(desk: RehearsalDesk, stick: Path) -> None:
    first = Path(copied(desk, stick).folder) / "copy.json"
    card = first.read_bytes()
    work(desk)
    desk.time.put(MORNING + timedelta(days=1))
    made = copied(desk, stick)
    (Path(made.folder) / "copy.json").write_bytes(card)
    with pytest.raises(Damaged, match=r"copy\.json"):
        prove_copy(desk.upkeep, by=desk.admin, named=Path(made.file))


def test_a_lost_scan_in_the_copy_is_found(desk: RehearsalDesk, stick: Path, tmp_path: Path) -> None:
    added(desk, dossier_of(desk), file_of(tmp_path, pdf()))
    copied(desk, stick)
    next(stick.glob("*/attachments/*")).unlink()
    with pytest.raises(Damaged):
        prove_copy(desk.upkeep, by=desk.admin, named=stick)


def test_a_scan_that_rots_on_the_stick_is_put_right_within_thirty_days(
    desk: RehearsalDesk, stick: Path, tmp_path: Path
) -> None:
    added(desk, dossier_of(desk), file_of(tmp_path, pdf()))
    copied(desk, stick)
    (stored,) = stick.glob("*/attachments/*")
    right = stored.read_bytes()
    flip_a_bit(stored, 900)
    for day in range(1, 31):
        desk.time.put(MORNING + timedelta(days=day))
        copied(desk, stick)
    assert stored.read_bytes() == right


def test_scans_leave_with_the_last_copy_that_needs_them(desk: RehearsalDesk, stick: Path, tmp_path: Path) -> None:
    added(desk, dossier_of(desk), file_of(tmp_path, pdf()))
    copied(desk, stick)
    (stored,) = stick.glob("*/attachments/*")
    stray = stored.with_name("0" * 32)
    stray.write_bytes(b"x")
    os.utime(stray, (1, 1))
    os.utime(stored, (1, 1))
    strange = stored.parent.parent / "20250101-000000"
    strange.mkdir()
    copied(desk, stick)
    assert stray.exists(), "a copy whose card is gone may need it"
    strange.rmdir()
    copied(desk, stick)
    assert (stray.exists(), stored.exists()) == (False, True)


def test_a_copy_is_made_once_a_day_where_a_place_is_chosen(desk: RehearsalDesk, stick: Path) -> None:
    assert copy_of_day(desk.upkeep) is None
    choose_place(desk.upkeep, by=desk.admin, folder=stick)
    assert find_place(desk.journal.reading()) == stick
    assert copy_of_day(desk.upkeep) is not None
    assert not is_copy_due(desk.upkeep)
    assert copy_of_day(desk.upkeep) is None
    desk.time.put(MORNING + timedelta(days=1))
    assert is_copy_due(desk.upkeep)
    choose_place(desk.upkeep, by=desk.admin, folder=None)
    assert copy_of_day(desk.upkeep) is None


def test_a_pulled_stick_is_noted_until_the_next_copy(desk: RehearsalDesk, stick: Path) -> None:
    choose_place(desk.upkeep, by=desk.admin, folder=stick)
    stick.rename(stick.with_name("pulled"))
    with pytest.raises(Exception, match="Không thấy"):
        copy_of_day(desk.upkeep)
    noted = find_note(desk.journal.reading(), TROUBLE, Trouble)
    assert noted is not None
    assert noted.code == "upkeep.no_place"
    assert not stick.exists()
    stick.with_name("pulled").rename(stick)
    assert copy_of_day(desk.upkeep) is not None
    assert find_note(desk.journal.reading(), TROUBLE, Trouble) is None


def test_a_place_without_copies_says_what_to_point_at(desk: RehearsalDesk, stick: Path) -> None:
    with pytest.raises(NotFound):
        prove_copy(desk.upkeep, by=desk.admin, named=stick)


@pytest.mark.parametrize(("role", "may"), [("officer", True), ("leader", True), ("keeper", True), ("volunteer", False)])
def test_staff_may_copy_and_a_volunteer_may_not(desk: RehearsalDesk, stick: Path, role: str, *, may: bool) -> None:
    by = desk.accounts_by_role[role]
    if may:
        assert back_up(desk.upkeep, by=by, folder=stick).entries
        return
    with pytest.raises(NotAllowed):
        back_up(desk.upkeep, by=by, folder=stick)
    with pytest.raises(NotAllowed):
        copies_at(desk.upkeep, by=by, folder=stick)
    assert everything_below(stick) == {}


@pytest.mark.parametrize("role", sorted(PEOPLE))
def test_only_an_administrator_chooses_the_place(desk: RehearsalDesk, stick: Path, role: str) -> None:
    if role == "keeper":
        choose_place(desk.upkeep, by=desk.accounts_by_role[role], folder=stick)
        return
    with pytest.raises(NotAllowed):
        choose_place(desk.upkeep, by=desk.accounts_by_role[role], folder=stick)
    assert find_place(desk.journal.reading()) is None
