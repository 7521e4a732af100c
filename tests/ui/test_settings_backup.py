"""The section of copies, the copy of the day, and what they say when something is missing."""

from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.doctor.examine import examined
from desk_app.doctor.row import bad, good, warning
from desk_app.upkeep.back_up import back_up, choose_place
from desk_app.upkeep.records import Rehearsed
from desk_app.upkeep.tables import REHEARSED, find_note, find_place
from tests.desks import MORNING, RehearsalDesk
from tests.sync.carrying import work
from tests.ui.settings_hands import enter, fill, seated, section, trouble
from tests.ui.windows import Seat, focused
from tests.upkeep.copying import flip_a_bit
from ui.settings.backup import state
from ui.settings.backup.desk_side import standing
from ui.settings.backup.page import BackupPage


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def opened(seat: Seat) -> BackupPage:
    return section(seat, "backup", BackupPage)


def empty(page: BackupPage) -> str:
    return page.table.accessibleDescription()


def test_without_a_place_the_page_says_what_to_do_and_takes_one(desk: RehearsalDesk, stick: Path) -> None:
    with seated(desk) as seat:
        page = opened(seat)
        assert "mất máy là mất dữ liệu" in empty(page)
        seat.hands.press("F6")
        seat.settle()
        fill(seat, page.place, place=str(stick / "none"))
        enter(seat)
        assert "Không thấy" in seat.window.messages.text
        assert page.place.isVisible()
        fill(seat, page.place, place=str(stick))
        enter(seat)
        assert find_place(desk.journal.reading()) == stick
        assert not page.place.isVisible()
        assert trouble(page.place, "place") == ""


def test_a_copy_is_made_shown_proved_and_rehearsed_by_keys(desk: RehearsalDesk, stick: Path) -> None:
    work(desk, "Nguyễn Văn Mẫu")
    choose_place(desk.upkeep, by=desk.admin, folder=stick)
    with seated(desk) as seat:
        page = opened(seat)
        assert not page.rehearse_button.isEnabled()
        seat.hands.press("F6")
        seat.settle()
        assert "Đã sao lưu và đọc lại kiểm tra: 1 hồ sơ" in seat.window.messages.text
        assert [row.dossiers for row in page.table.rows] == ["1"]
        seat.hands.press("F7")
        seat.settle()
        assert "nguyên vẹn" in seat.window.messages.text
        seat.hands.press("F8")
        seat.settle()
        assert "Khôi phục thử được" in seat.window.messages.text
        noted = find_note(desk.journal.reading(), REHEARSED, Rehearsed)
        assert noted is not None
        assert noted.ok


def test_a_spoilt_copy_is_told_when_it_is_read_back(desk: RehearsalDesk, stick: Path) -> None:
    choose_place(desk.upkeep, by=desk.admin, folder=stick)
    made = back_up(desk.upkeep, by=desk.admin, folder=stick)
    flip_a_bit(Path(made.file), made.bytes // 2)
    with seated(desk) as seat:
        opened(seat)
        seat.hands.press("F7")
        seat.settle()
        assert "hỏng" in seat.window.messages.text.lower()
        seat.hands.press("F8")
        seat.settle()
        assert "KHÔNG" in seat.window.messages.text


def test_a_pulled_stick_is_said_in_words(desk: RehearsalDesk, stick: Path) -> None:
    choose_place(desk.upkeep, by=desk.admin, folder=stick)
    back_up(desk.upkeep, by=desk.admin, folder=stick)
    stick.rename(stick.with_name("pulled"))
    with seated(desk) as seat:
        page = opened(seat)
        assert "thẻ nhớ chưa cắm" in empty(page)
        seat.hands.press("F6")
        seat.settle()
        assert "Không thấy" in seat.window.messages.text
        stick.with_name("pulled").rename(stick)
        seat.hands.press("F5")
        seat.settle()
        assert len(page.table.rows) == 1


def test_the_doctor_answers_what_must_be_done_first_and_escape_puts_it_away(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        page = opened(seat)
        seat.hands.press("Ctrl+D")
        seat.settle()
        assert page.rows.isVisible()
        assert [row.state for row in page.rows.rows] == sorted(
            (row.state for row in page.rows.rows), key=("bad", "warning", "good").index
        )
        assert page.rows.rows[0].code == "backup"
        assert focused() is page.rows
        seat.hands.press("Esc")
        assert not page.rows.isVisible()


def test_an_officer_copies_and_leaves_the_place_to_the_administrator(desk: RehearsalDesk, stick: Path) -> None:
    with seated(desk, "officer") as seat:
        page = opened(seat)
        assert not page.place_button.isEnabled()
        seat.hands.press("F6")
        seat.settle()
        assert "Nhờ quản trị" in seat.window.messages.text
        choose_place(desk.upkeep, by=desk.admin, folder=stick)
        seat.hands.press("F5")
        seat.settle()
        seat.hands.press("F6")
        seat.settle()
        assert len(page.table.rows) == 1


def test_the_copy_of_the_day_is_made_by_itself_and_the_month_rehearsed(desk: RehearsalDesk, stick: Path) -> None:
    with seated(desk) as seat:
        seat.workspace.upkeep.look()
        seat.settle()
        assert list(stick.iterdir()) == []
        choose_place(desk.upkeep, by=desk.admin, folder=stick)
        seat.workspace.upkeep.look()
        seat.settle()
        page = opened(seat)
        assert len(page.table.rows) == 1
        noted = find_note(desk.journal.reading(), REHEARSED, Rehearsed)
        assert noted is not None
        assert noted.ok
        desk.time.put(MORNING + timedelta(days=1))
        seat.workspace.upkeep.look()
        seat.settle()
        assert len(opened(seat).table.rows) == 2


def test_a_copy_of_the_day_that_fails_is_told_once(desk: RehearsalDesk, stick: Path) -> None:
    choose_place(desk.upkeep, by=desk.admin, folder=stick)
    stick.rmdir()
    with seated(desk) as seat:
        told: list[object] = []
        seat.workspace.upkeep.troubled.connect(told.append)
        for _time in range(2):
            seat.workspace.upkeep.look()
            seat.settle()
        assert len(told) == 1
        assert "Không thấy" in seat.window.messages.text
        facts = state.facts_of(standing(desk, desk.admin))
        assert any("Không thấy" in words for title, words in facts if title == "Lần tự sao lưu hỏng")


def test_damage_is_said_before_everything_else() -> None:
    fine = examined((good("file", "Tệp tốt."),))
    some = examined((good("file", "Tệp tốt."), warning("disk", "Sắp đầy.", "Dọn ổ đĩa.")))
    torn = examined((bad("file", "Tệp hỏng.", "Khôi phục."),))
    assert state.verdict(fine)[2] == "good"
    assert state.verdict(some)[0].startswith("1 điều")
    assert state.verdict(torn)[2] == "trouble"


@pytest.mark.parametrize(("size", "words"), [(1, "0,1 MB"), (1_052_672, "1,0 MB"), (5_000_000_000, "4.768,4 MB")])
def test_sizes_are_written_the_vietnamese_way(size: int, words: str) -> None:
    assert state.size_words(size) == words
