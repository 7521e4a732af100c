"""Restoring on trial: the last copy is opened and read from end to end, then thrown away."""

from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.kernel.errors import Cancelled, DeviceTrouble, NotAllowed, NotFound
from desk_app.restoring.rehearse import rehearsal_of_month, rehearse
from desk_app.upkeep.back_up import choose_place
from desk_app.upkeep.records import Rehearsed
from desk_app.upkeep.tables import REHEARSED, find_note
from tests.attachments.papers import added, dossier_of, file_of, pdf
from tests.desks import MORNING, RehearsalDesk
from tests.sync.carrying import work
from tests.upkeep.copying import copied, everything_below, flip_a_bit


def noted(desk: RehearsalDesk) -> Rehearsed | None:
    return find_note(desk.journal.reading(), REHEARSED, Rehearsed)


def test_a_good_copy_is_green_and_leaves_no_trace(desk: RehearsalDesk, stick: Path, tmp_path: Path) -> None:
    added(desk, dossier_of(desk), file_of(tmp_path, pdf()))
    made = copied(desk, stick)
    before, names = everything_below(stick), sorted(each.name for each in desk.home.folder.iterdir())
    done = rehearse(desk, by=desk.admin)
    assert (done.ok, done.entries, done.copied_at) == (True, made.entries, MORNING)
    assert noted(desk) == done
    assert everything_below(stick) == before
    assert sorted(each.name for each in desk.home.folder.iterdir()) == names
    assert sum(1 for _file in tmp_path.rglob("desk.key")) == 2


def test_a_spoilt_copy_is_red_with_the_reason(desk: RehearsalDesk, stick: Path) -> None:
    made = copied(desk, stick)
    flip_a_bit(Path(made.file), made.bytes // 2)
    done = rehearse(desk, by=desk.admin)
    assert not done.ok
    assert done.words
    assert noted(desk) == done


def test_a_changed_scan_is_red_although_its_size_is_right(desk: RehearsalDesk, stick: Path, tmp_path: Path) -> None:
    added(desk, dossier_of(desk), file_of(tmp_path, pdf()))
    copied(desk, stick)
    flip_a_bit(next(stick.glob("*/attachments/*")), 700)
    assert not rehearse(desk, by=desk.admin).ok


def test_without_a_copy_or_a_stick_nothing_is_noted(desk: RehearsalDesk, stick: Path) -> None:
    with pytest.raises((NotFound, DeviceTrouble)):
        rehearse(desk, by=desk.admin)
    copied(desk, stick)
    stick.rename(stick.with_name("pulled"))
    with pytest.raises((NotFound, DeviceTrouble)):
        rehearse(desk, by=desk.admin)
    assert noted(desk) is None


def test_a_cancel_is_no_verdict(desk: RehearsalDesk, stick: Path) -> None:
    work(desk)
    copied(desk, stick)

    def stop() -> None:
        raise Cancelled("test", "Đã dừng.")

    with pytest.raises(Cancelled):
        rehearse(desk, by=desk.admin, watch=stop)
    assert noted(desk) is None
    assert not (desk.home.folder / "rehearsal").exists()


def test_the_month_has_one_rehearsal_of_its_own(desk: RehearsalDesk, stick: Path) -> None:
    assert rehearsal_of_month(desk) is None
    choose_place(desk.upkeep, by=desk.admin, folder=stick)
    copied(desk, stick)
    assert rehearsal_of_month(desk) is not None
    assert rehearsal_of_month(desk) is None
    desk.time.put(MORNING + timedelta(days=10))
    assert rehearsal_of_month(desk) is not None


def test_a_volunteer_rehearses_nothing(desk: RehearsalDesk, stick: Path) -> None:
    copied(desk, stick)
    with pytest.raises(NotAllowed):
        rehearse(desk, by=desk.accounts_by_role["volunteer"])
