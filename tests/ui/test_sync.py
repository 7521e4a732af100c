"""The page of sending and receiving, by keys."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from desk_app.desk import Desk
from desk_app.printing.tables import list_jobs
from desk_app.sync.acknowledgement import acknowledge
from desk_app.sync.enrolment import own_request, read_grant, request
from desk_app.sync.exchange.exchange import find_folder
from desk_app.sync.export import export
from desk_app.sync.hub.inbox import take_inbox
from desk_app.sync.keys import own_keys
from desk_app.sync.recovery import name_new_recovery, new_recovery
from desk_app.sync.trust import list_trusted
from tests.desks import RehearsalDesk, rehearsal_desk
from tests.sync.hubs import join, open_hub, staff_of
from tests.sync.test_exchange import registered
from tests.ui.windows import Seat
from ui.sync.page import SyncPage
from ui.widgets.strip import Strip


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Desk]:
    with open_hub(tmp_path / "hub") as made:
        yield made


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


def opened(seat: Seat) -> SyncPage:
    seat.sign_in("quantri")
    seat.settle()
    seat.hands.press("Shift+F11")
    seat.settle()
    return seat.front(SyncPage)


def fill(seat: Seat, strip: Strip, **answers: str) -> None:
    """Type into the open strip, and press Enter in its last field."""
    assert strip.isVisible()
    for name, text in answers.items():
        strip.fields[name].take_focus()
        seat.hands.press("Ctrl+A")
        seat.hands.type(text)
    seat.hands.press("Return")
    seat.settle()


def test_the_evening_is_one_key_a_folder_and_a_slip(
    desk: RehearsalDesk, hub: Desk, stick: Path, tmp_path: Path
) -> None:
    join(hub, desk, tmp_path)
    registered(desk, "Nguyễn Văn Mẫu")
    with Seat(desk) as seat:
        page = opened(seat)
        seat.hands.press("F6")
        fill(seat, page.moves.evening, folder=str(stick))
        assert "Rút USB được rồi" in seat.said
        assert len(list(stick.glob("*.tar"))) == 1
        assert any("cuối ngày" in job.title for job in list_jobs(desk.journal.reading()))
        seat.hands.press("F6")
        assert page.moves.evening.text("folder") == str(stick), "the folder is remembered"
        seat.hands.press("Escape")
    taken = take_inbox(hub.sync, by=staff_of(hub), folder=stick)
    assert taken.refused == 0


def test_an_answer_that_comes_back_says_that_all_is_there(
    desk: RehearsalDesk, hub: Desk, stick: Path, tmp_path: Path
) -> None:
    join(hub, desk, tmp_path)
    registered(desk, "Nguyễn Văn Mẫu")
    with Seat(desk) as seat:
        page = opened(seat)
        seat.hands.press("F6")
        fill(seat, page.moves.evening, folder=str(stick))
        (done,) = take_inbox(hub.sync, by=staff_of(hub), folder=stick, answers=stick).answers
        seat.hands.press("F7")
        fill(seat, page.moves.take, file=done)
        assert "đã báo nhận" in page.result.text()
        assert "hôm nay" in page.head.text()


def test_a_file_is_looked_at_before_it_is_taken(hub: Desk, stick: Path, tmp_path: Path) -> None:
    with ExitStack() as stack:
        desk = stack.enter_context(rehearsal_desk(tmp_path / "d", desk_number=3))
        join(hub, desk, tmp_path)
        registered(desk, "Nguyễn Văn Mẫu")
        seat = stack.enter_context(Seat(desk))
        page = opened(seat)
        seat.hands.press("F6")
        fill(seat, page.moves.evening, folder=str(stick))
    (file,) = stick.glob("*.tar")
    before = hub.journal.reading().execute("SELECT count(*) FROM dossiers").fetchone()[0]
    with Seat(hub) as seat:
        page = opened(seat)
        seat.hands.press("F8")
        fill(seat, page.moves.look, file=str(file))
        assert "Nếu nhận" in page.result.text()
        assert hub.journal.reading().execute("SELECT count(*) FROM dossiers").fetchone()[0] == before
        seat.hands.press("F7")
        fill(seat, page.moves.take, file=str(file))
        assert "Hồ sơ mới: 1" in page.result.text()


def test_a_broken_file_is_named_and_the_question_stays(desk: RehearsalDesk, stick: Path) -> None:
    (stick / "x.tar").write_bytes(b"x" * 2000)
    with Seat(desk) as seat:
        page = opened(seat)
        seat.hands.press("F7")
        fill(seat, page.moves.take, file=str(stick / "x.tar"))
        assert "không phải là gói" in seat.said
        assert page.moves.take.isVisible()


def test_a_desk_is_let_in_by_two_windows_and_six_groups(desk: RehearsalDesk, hub: Desk, stick: Path) -> None:
    with Seat(desk) as seat:
        page = opened(seat)
        seat.hands.press("Ctrl+R")
        fill(seat, page.keys.request, folder=str(stick), name="Quầy 1 Hòa Mẫu")
        assert "Sáu nhóm của máy này" in page.own.text()
    (asked,) = stick.iterdir()
    groups = own_request(desk.sync, by=desk.admin).fingerprint
    with Seat(hub) as seat:
        page = opened(seat)
        seat.hands.press("Ctrl+G")
        fill(seat, page.keys.grant, file=str(asked), fingerprint="lúa-1111 lúa-1111", folder=str(stick))
        assert page.keys.grant.isVisible(), "other groups let nobody in"
        assert list_trusted(hub.sync) == ()
        fill(seat, page.keys.grant, fingerprint=groups)
        assert [row.peer.desk for row in page.table.rows] == [desk.journal.desk_id]
    granted = next(file for file in stick.iterdir() if file != asked)
    with Seat(desk) as seat:
        page = opened(seat)
        seat.hands.press("Ctrl+N")
        fill(seat, page.keys.accept, file=str(granted), fingerprint=read_grant(granted).fingerprint)
        assert [row.peer.role for row in page.table.rows] == ["hub"]


def test_a_lost_desk_is_no_longer_listened_to(desk: RehearsalDesk, hub: Desk, tmp_path: Path) -> None:
    join(hub, desk, tmp_path)
    with Seat(hub) as seat:
        page = opened(seat)
        page.table.selectRow(0)
        seat.hands.press("Ctrl+D")
        fill(seat, page.keys.revoke, reason="Mất máy")
        assert "Mất máy" in page.table.rows[0].standing


def test_a_broken_desk_is_replaced_and_the_new_one_goes_on_with_its_dossiers(
    desk: RehearsalDesk, hub: Desk, stick: Path, tmp_path: Path
) -> None:
    join(hub, desk, tmp_path)
    registered(desk, "Người Của Máy Cũ")
    take_inbox(hub.sync, by=staff_of(hub), folder=export(desk.sync, by=desk.admin, folder=stick).file.parent)
    with rehearsal_desk(tmp_path / "new", desk_number=4) as new:
        asked = own_request(new.sync, by=new.admin)
        file = request(new.sync, by=new.admin, folder=stick)
        with Seat(hub) as seat:
            page = opened(seat)
            page.table.selectRow(0)
            seat.hands.press("Ctrl+E")
            strip = page.keys.replace
            assert "Nhận hết USB của máy cũ trước" in words_in(strip)
            fill(seat, strip, file=str(file), fingerprint=asked.fingerprint, folder=str(stick))
            assert "máy mới" in page.result.text()
            assert "Đã thu hồi" in next(row.standing for row in page.table.rows if row.peer.desk != asked.desk)
        (granted,) = stick.glob("cap-quyen-*.json")
        with Seat(new) as seat:
            page = opened(seat)
            seat.hands.press("Ctrl+N")
            fill(seat, page.keys.accept, file=str(granted), fingerprint=read_grant(granted).fingerprint)
            assert "cả của máy cũ" in page.result.text()
        names = [row[0] for row in new.journal.reading().execute("SELECT name FROM dossiers").fetchall()]
        assert names == ["Người Của Máy Cũ"]


def test_keys_are_changed_at_the_window_after_saying_what_that_means(desk: RehearsalDesk) -> None:
    own = own_keys(desk.sync, by=desk.admin)
    with Seat(desk) as seat:
        page = opened(seat)
        seat.hands.press("Ctrl+U")
        assert "không phải ghi danh lại" in words_in(page.keys.rotate)
        seat.hands.press("Escape")
        assert own_keys(desk.sync, by=desk.admin) == own
        seat.hands.press("Ctrl+U")
        seat.hands.press("Return")
        seat.settle()
        assert own_keys(desk.sync, by=desk.admin).generation == own.generation + 1
        assert "Đã đổi khóa" in seat.said


def test_the_recovery_paper_is_made_and_tried_at_the_window(desk: RehearsalDesk, stick: Path) -> None:
    with Seat(desk) as seat:
        page = opened(seat)
        assert "Chưa có khóa dự phòng" in page.own.text()
        seat.hands.press("Ctrl+J")
        fill(seat, page.keys.make_paper, file=str(stick / "khoa.pdf"))
        assert "niêm phong" in seat.said
        assert (stick / "khoa.pdf").read_bytes().startswith(b"%PDF")
        assert "Khóa dự phòng, nhận biết" in page.own.text()
        seat.hands.press("Ctrl+I")
        fill(seat, page.keys.try_paper, words=new_recovery().words)
        assert "KHÔNG phải khóa đang dùng" in page.result.text()
        key = new_recovery()
        name_new_recovery(desk.sync, by=desk.admin, key=key, command_id=desk.journal.new_id())
        seat.hands.press("Ctrl+I")
        fill(seat, page.keys.try_paper, words=key.words)
        assert "mở lại được dữ liệu" in page.result.text()


def test_officers_see_the_administrator_s_keys_grey(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("officer")
        seat.hands.press("Shift+F11")
        seat.settle()
        page = seat.front(SyncPage)
        seat.hands.press("Ctrl+U")
        assert not page.keys.rotate.isVisible()


def words_in(strip: Strip) -> str:
    return " ".join(each.text() for each in strip.findChildren(QLabel))


def test_a_week_without_an_answer_is_warned_of(desk: RehearsalDesk, hub: Desk, tmp_path: Path) -> None:
    join(hub, desk, tmp_path)
    desk.time.advance(timedelta(days=8))
    with Seat(desk) as seat:
        page = opened(seat)
        assert "8 ngày" in page.head.text()


def test_the_shared_folder_is_chosen_and_left(desk: RehearsalDesk, stick: Path) -> None:
    with Seat(desk) as seat:
        page = opened(seat)
        seat.hands.press("Ctrl+T")
        fill(seat, page.moves.shared, folder=str(stick))
        assert find_folder(desk.sync) == stick
        assert str(stick) in page.more.text()
        seat.hands.press("Ctrl+T")
        seat.hands.press("Ctrl+A")
        seat.hands.press("Delete")
        seat.hands.press("Return")
        seat.settle()
        assert find_folder(desk.sync) is None


def test_an_answer_is_written_to_the_desk_that_is_chosen(
    desk: RehearsalDesk, hub: Desk, stick: Path, tmp_path: Path
) -> None:
    join(hub, desk, tmp_path)
    with Seat(hub) as seat:
        page = opened(seat)
        page.table.selectRow(0)
        seat.hands.press("Ctrl+B")
        fill(seat, page.moves.answer, folder=str(stick))
        assert "Đã viết báo nhận" in seat.said
    assert acknowledge(hub.sync, by=staff_of(hub), desk=desk.journal.desk_id, folder=stick).number == 2
