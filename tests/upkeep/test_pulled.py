"""A stick that is pulled, locked or dying in the middle of being written: real disks, and the kernel's own errors."""

import os
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.kernel.errors import DeviceTrouble
from desk_app.upkeep.back_up import back_up, choose_place, copies_at, copy_of_day, is_closing_copy_due
from desk_app.upkeep.copies import Copy, list_copies
from desk_app.upkeep.proving import prove
from desk_app.upkeep.records import Trouble
from desk_app.upkeep.tables import TROUBLE, find_note
from tests.attachments.papers import added, dossier_of, file_of, pdf
from tests.bench.journals import fill_journal
from tests.desks import RehearsalDesk
from tests.small_disks import Stick
from tests.sync.carrying import work
from tests.upkeep.copying import copied, everything_below

ONE_DAY = timedelta(days=1)
# Where in the writing it happens: in the database, among the scans, before the copy gets its name.
MOMENTS = {"in the database": 0.2, "among the scans": 0.6, "before the name": 1.0}
HOWS: dict[str, tuple[Callable[[Stick], None], str, str]] = {
    "pulled": (Stick.pull, "upkeep.no_place", "bị rút"),
    "dead": (Stick.die, "upkeep.io", "không ghi tiếp được"),
    "locked": (Stick.lock, "storage.read_only", "không ghi tiếp được"),
}


@pytest.fixture
def busy(desk: RehearsalDesk, real_stick: Stick, tmp_path: Path) -> RehearsalDesk:
    """Give a desk with an older copy on the stick, and since then more to copy: entries and a scan."""
    added(desk, dossier_of(desk), file_of(tmp_path, pdf(1_000_000)))
    copied(desk, real_stick.point)
    added(desk, dossier_of(desk), file_of(tmp_path, pdf(2_500_000)))
    fill_journal(desk, 3_000)
    return desk


def whole(desk: RehearsalDesk, place: Path) -> tuple[Copy, ...]:
    """Return the copies at a place, each read back."""
    copies = list_copies(place)
    for each in copies:
        prove(each, desk.journal.store.key)
    return copies


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("how", HOWS)
def test_a_stick_lost_in_the_middle_costs_only_the_copy_that_was_being_made(
    busy: RehearsalDesk, real_stick: Stick, how: str, moment: str
) -> None:
    lose, code, words = HOWS[how]
    before, place = whole(busy, real_stick.point), real_stick.point
    lost: list[bool] = []

    def watch(done: int, of: int) -> None:
        if not lost and done >= MOMENTS[moment] * of:
            lost.append(True)
            lose(real_stick)

    with pytest.raises(DeviceTrouble) as caught:
        back_up(busy.upkeep, by=busy.admin, folder=place, watch=watch)
    assert lost
    assert (caught.value.code, caught.value.exit_code) == (code, 6)
    assert f"«{place}»" in caught.value.message
    assert words in caught.value.message
    assert "các bản sao trước vẫn nguyên" in caught.value.hint
    # The desk goes on, and nothing was written where the stick had been.
    work(busy)
    assert busy.journal.verify().breaks == ()
    real_stick.unplug()
    assert everything_below(place) == {}
    # Plugged in again: what was there is there, what was half-made is no copy, and the next one is whole.
    assert real_stick.plug()
    assert whole(busy, place) == before
    copied(busy, place)
    assert len(whole(busy, place)) == 2


def test_what_a_pulled_stick_holds_half_made_leaves_it_an_hour_later(busy: RehearsalDesk, real_stick: Stick) -> None:
    def watch(done: int, of: int) -> None:
        if done == of:
            real_stick.die()

    with pytest.raises(DeviceTrouble):
        back_up(busy.upkeep, by=busy.admin, folder=real_stick.point, watch=watch)
    real_stick.unplug()
    assert real_stick.plug()
    halves = list(real_stick.point.rglob("*.part*"))
    assert halves
    long_ago = time.time() - 2 * 3600
    for each in (*halves, *(file for half in halves if half.is_dir() for file in half.iterdir())):
        os.utime(each, (long_ago, long_ago))
    copied(busy, real_stick.point)
    assert not list(real_stick.point.rglob("*.part*"))


def test_a_forged_stick_that_takes_no_more_is_told_and_its_older_copy_is_whole(
    desk: RehearsalDesk, forged_stick: Stick
) -> None:
    copied(desk, forged_stick.point)
    before = whole(desk, forged_stick.point)
    fill_journal(desk, 20_000)
    with pytest.raises(DeviceTrouble, match="không ghi tiếp được") as caught:
        copied(desk, forged_stick.point)
    # Whichever comes first: the error itself, or the kernel that lets nothing be written after it.
    assert caught.value.code in ("upkeep.io", "storage.read_only")
    forged_stick.unplug()
    assert forged_stick.plug(to_read=True)
    assert whole(desk, forged_stick.point) == before


def test_a_copy_whose_card_cannot_be_read_does_not_hide_the_others(desk: RehearsalDesk, stick: Path) -> None:
    older = Path(copied(desk, stick).folder)
    desk.time.advance(ONE_DAY)
    newer = Path(copied(desk, stick).folder)
    # A folder in the place of the file: the system answers with an error, as a dying stick does.
    _make_unreadable(newer)
    assert [each.folder for each in whole(desk, stick)] == [older]
    _make_unreadable(older)
    with pytest.raises(DeviceTrouble):
        copies_at(desk.upkeep, by=desk.admin, folder=stick)


def _make_unreadable(copy: Path) -> None:
    (copy / "copy.json").unlink()
    (copy / "copy.json").mkdir()


def test_the_empty_place_of_a_pulled_stick_takes_no_copies_by_itself(desk: RehearsalDesk, real_stick: Stick) -> None:
    """Where a stick's place stays on the computer's own disk, a copy there would be lost with the computer."""
    choose_place(desk.upkeep, by=desk.admin, folder=real_stick.point)
    made = copied(desk, real_stick.point)
    assert not made.same_disk
    work(desk)
    desk.time.advance(ONE_DAY)
    real_stick.pull()
    assert not is_closing_copy_due(desk.upkeep)
    with pytest.raises(DeviceTrouble) as caught:
        copy_of_day(desk.upkeep)
    assert caught.value.code == "upkeep.no_place"
    assert everything_below(real_stick.point) == {}
    noted = find_note(desk.journal.reading(), TROUBLE, Trouble)
    assert noted is not None
    assert real_stick.plug()
    assert is_closing_copy_due(desk.upkeep)
    assert copy_of_day(desk.upkeep) is not None


def test_a_copy_asked_for_goes_where_it_is_told_even_on_the_same_disk(desk: RehearsalDesk, real_stick: Stick) -> None:
    choose_place(desk.upkeep, by=desk.admin, folder=real_stick.point)
    copied(desk, real_stick.point)
    real_stick.pull()
    assert copied(desk, real_stick.point).same_disk
    desk.time.advance(ONE_DAY)
    assert copy_of_day(desk.upkeep) is not None
