"""Closing the window: the copy it leaves behind, and that it never stands in the way of going home."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.journal.tables import count_entries
from desk_app.upkeep.back_up import back_up, choose_place
from desk_app.upkeep.copies import Copy, list_copies
from desk_app.upkeep.proving import prove
from tests.bench.journals import fill_journal
from tests.desks import MORNING, RehearsalDesk
from tests.small_disks import small_disk_at, stick_at
from tests.sync.carrying import work
from tests.ui.settings_hands import seated
from tests.ui.windows import Seat


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def small_stick(tmp_path: Path) -> Iterator[Path]:
    with small_disk_at(tmp_path / "small", 3) as point:
        yield point


def whole_copies(desk: RehearsalDesk, place: Path) -> tuple[Copy, ...]:
    """Return the copies at a place, each read back; nothing half-made may lie beside them."""
    assert not list(place.rglob("*.part*"))
    copies = list_copies(place)
    for each in copies:
        prove(each, desk.journal.store.key)
    return copies


def gone(seat: Seat) -> None:
    seat.wait(lambda: not seat.window.isVisible(), "the window does not close")


def test_a_closing_window_leaves_a_copy_of_everything_and_goes(desk: RehearsalDesk, stick: Path) -> None:
    choose_place(desk.upkeep, by=desk.admin, folder=stick)
    with seated(desk) as seat:
        work(desk)
        seat.window.close()
        assert seat.window.leaving.isVisible()
        assert "Đang sao lưu trước khi đóng" in seat.window.leaving.text
        assert seat.window.leaving.skip_button.hasFocus()
        gone(seat)
    (copy,) = whole_copies(desk, stick)
    assert copy.card.entries == count_entries(desk.journal.reading())
    assert copy.card.dossiers == 1


def test_nothing_is_copied_where_the_copy_of_the_day_holds_everything(desk: RehearsalDesk, stick: Path) -> None:
    choose_place(desk.upkeep, by=desk.admin, folder=stick)
    with seated(desk) as seat:
        before = back_up(desk.upkeep, by=desk.admin, folder=stick)
        seat.window.close()
        assert not seat.window.isVisible()
    (copy,) = list_copies(stick)
    assert str(copy.folder) == before.folder


def test_a_stick_that_is_not_there_keeps_nobody_and_is_told_at_the_next_start(desk: RehearsalDesk, stick: Path) -> None:
    choose_place(desk.upkeep, by=desk.admin, folder=stick)
    stick.rmdir()
    with seated(desk) as seat:
        work(desk)
        seat.window.close()
        assert not seat.window.isVisible()
    desk.time.put(MORNING + timedelta(days=1))
    with seated(desk) as seat:
        seat.workspace.upkeep.look()
        seat.settle()
        assert "Không thấy" in seat.said


@pytest.mark.parametrize("how", ["Esc", "Space", "close again"])
def test_the_copy_is_skipped_by_a_key_and_nothing_half_made_stays(desk: RehearsalDesk, stick: Path, how: str) -> None:
    fill_journal(desk, 6_000)
    choose_place(desk.upkeep, by=desk.admin, folder=stick)
    with seated(desk) as seat:
        seat.window.close()
        assert seat.window.isVisible()
        if how == "close again":
            seat.window.close()
        else:
            seat.hands.press(how)
        assert not seat.window.isVisible()
    whole_copies(desk, stick)


def test_while_it_copies_no_page_takes_a_key(desk: RehearsalDesk, stick: Path) -> None:
    fill_journal(desk, 6_000)
    choose_place(desk.upkeep, by=desk.admin, folder=stick)
    with seated(desk) as seat:
        seat.workspace.go("home")
        seat.window.close()
        seat.hands.press("F3")
        assert seat.workspace.place[0] == "home"
        gone(seat)


def test_a_copy_that_fails_is_said_until_a_key_is_pressed_and_tried_again_on_the_same_day(
    desk: RehearsalDesk, small_stick: Path
) -> None:
    choose_place(desk.upkeep, by=desk.admin, folder=small_stick)
    with seated(desk) as seat:
        back_up(desk.upkeep, by=desk.admin, folder=small_stick)
        fill_journal(desk, 6_000)
        seat.window.close()
        seat.wait(lambda: "Chưa sao lưu được" in seat.window.leaving.text)
        assert "đã đầy" in seat.window.leaving.text
        seat.hands.press("Return")
        assert not seat.window.isVisible()
    assert len(whole_copies(desk, small_stick)) == 1
    with seated(desk) as seat:
        seat.workspace.upkeep.look()
        seat.settle()
        assert "đã đầy" in seat.said
        choose_place(desk.upkeep, by=desk.admin, folder=None)


def test_a_stick_that_dies_while_the_window_closes_is_said_and_keeps_nobody(
    desk: RehearsalDesk, tmp_path: Path
) -> None:
    with stick_at(tmp_path / "forged", really=6) as stick:
        choose_place(desk.upkeep, by=desk.admin, folder=stick.point)
        with seated(desk) as seat:
            back_up(desk.upkeep, by=desk.admin, folder=stick.point)
            fill_journal(desk, 20_000)
            seat.window.close()
            seat.wait(lambda: "Chưa sao lưu được" in seat.window.leaving.text)
            assert "không ghi tiếp được" in seat.window.leaving.text
            assert "các bản sao trước vẫn nguyên" in seat.window.leaving.text
            seat.hands.press("Return")
            assert not seat.window.isVisible()
        stick.unplug()
        assert stick.plug(to_read=True)
        assert len(list_copies(stick.point)) == 1


def test_a_copy_under_way_gives_way_to_the_one_at_closing(desk: RehearsalDesk, stick: Path) -> None:
    fill_journal(desk, 6_000)
    choose_place(desk.upkeep, by=desk.admin, folder=stick)
    with seated(desk) as seat:
        seat.workspace.upkeep.look()
        seat.wait(lambda: seat.window.long.isVisible(), "the copy of the day does not begin")
        seat.window.close()
        gone(seat)
    assert len(whole_copies(desk, stick)) == 1


def test_a_place_that_hangs_is_asked_for_some_seconds_only(seat: Seat) -> None:
    let_go = threading.Event()
    jobs = seat.window.jobs
    assert not jobs.waited_for(lambda: let_go.wait(20), patience_s=0.1)
    let_go.set()
    assert jobs.waited_for(lambda: True, patience_s=5)
