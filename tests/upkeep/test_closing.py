"""The copy that a closing program leaves behind: where something is new, where the place is in reach, and not otherwise."""

from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.kernel.errors import Cancelled, DeskError
from desk_app.upkeep.back_up import choose_place, copy_at_closing, is_closing_copy_due, is_copy_due
from desk_app.upkeep.copies import list_copies
from desk_app.upkeep.records import Trouble
from desk_app.upkeep.tables import TROUBLE, find_note
from tests.bench.journals import fill_journal
from tests.desks import RehearsalDesk
from tests.sync.carrying import work
from tests.upkeep.copying import copied

FOUR_HOURS = timedelta(hours=4)


def test_what_was_written_since_the_last_copy_is_copied_once(desk: RehearsalDesk, stick: Path) -> None:
    choose_place(desk.upkeep, by=desk.admin, folder=stick)
    assert copy_at_closing(desk.upkeep) is not None
    assert copy_at_closing(desk.upkeep) is None
    work(desk)
    made = copy_at_closing(desk.upkeep)
    assert made is not None
    assert made.dossiers == 1
    assert copy_at_closing(desk.upkeep) is None


def test_the_copy_at_closing_takes_the_place_of_the_mornings(desk: RehearsalDesk, stick: Path) -> None:
    choose_place(desk.upkeep, by=desk.admin, folder=stick)
    copied(desk, stick)
    work(desk)
    desk.time.advance(FOUR_HOURS)
    copy_at_closing(desk.upkeep)
    (only,) = list_copies(stick)
    assert only.card.dossiers == 1


def test_without_a_place_or_out_of_its_reach_nothing_is_due(desk: RehearsalDesk, stick: Path) -> None:
    assert not is_closing_copy_due(desk.upkeep)
    choose_place(desk.upkeep, by=desk.admin, folder=stick)
    assert is_closing_copy_due(desk.upkeep)
    stick.rename(stick.with_name("pulled"))
    assert not is_closing_copy_due(desk.upkeep)
    assert copy_at_closing(desk.upkeep) is None
    assert is_copy_due(desk.upkeep), "the next start tells of it"


def test_another_place_or_an_emptied_one_lacks_everything(desk: RehearsalDesk, stick: Path, tmp_path: Path) -> None:
    choose_place(desk.upkeep, by=desk.admin, folder=stick)
    made = copied(desk, stick)
    assert not is_closing_copy_due(desk.upkeep)
    Path(made.folder).rename(tmp_path / "away")
    assert is_closing_copy_due(desk.upkeep)
    (tmp_path / "away").rename(made.folder)
    other = tmp_path / "other"
    other.mkdir()
    choose_place(desk.upkeep, by=desk.admin, folder=other)
    assert is_closing_copy_due(desk.upkeep)


def test_a_copy_at_closing_that_fails_is_due_again_at_the_next_start_of_the_same_day(
    desk: RehearsalDesk, small_stick: Path
) -> None:
    choose_place(desk.upkeep, by=desk.admin, folder=small_stick)
    copied(desk, small_stick)
    assert not is_copy_due(desk.upkeep)
    fill_journal(desk, 6_000)
    with pytest.raises(DeskError):
        copy_at_closing(desk.upkeep)
    noted = find_note(desk.journal.reading(), TROUBLE, Trouble)
    assert noted is not None
    assert noted.code == "storage.full"
    assert is_copy_due(desk.upkeep)


def test_a_skipped_copy_is_no_trouble(desk: RehearsalDesk, stick: Path) -> None:
    choose_place(desk.upkeep, by=desk.admin, folder=stick)

    def skip(_done: int, _of: int) -> None:
        raise Cancelled("test", "Đã dừng.")

    with pytest.raises(Cancelled):
        copy_at_closing(desk.upkeep, skip)
    assert find_note(desk.journal.reading(), TROUBLE, Trouble) is None
    assert list_copies(stick) == ()
