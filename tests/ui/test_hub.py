"""The hub's page, by keys."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from desk_app.dossiers.register import register
from desk_app.sync.package import read_cover
from desk_app.sync.reference.pack import KIND
from tests.desks import RehearsalDesk, form, rehearsal_desk
from tests.sync.hubs import OFFICES, join, open_hub, sent
from tests.ui.windows import Seat
from ui.sync.hub.page import HubPage
from ui.sync.page import SyncPage

Hub = tuple[Seat, tuple[RehearsalDesk, RehearsalDesk], Path]


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    """A window at a hub that let two offices in, and the folder in which their files wait."""
    inbox = tmp_path / "usb"
    inbox.mkdir()
    with ExitStack() as stack:
        upper = stack.enter_context(open_hub(tmp_path / "hub"))
        one, two = (stack.enter_context(rehearsal_desk(tmp_path / f"d{n}", desk_number=n)) for n in (1, 2))
        for desk, office in zip((one, two), OFFICES, strict=False):
            join(upper, desk, tmp_path, office)
        for desk, count in ((one, 3), (two, 2)):
            for number in range(count):
                taken = form(f"Người {'ABC'[number]}")
                register(desk.dossiers, by=desk.admin, form=taken, command_id=desk.journal.new_id())
            sent(desk, inbox)
        seat = stack.enter_context(Seat(upper))
        seat.sign_in("quantri")
        seat.settle()
        yield seat, (one, two), inbox


def opened(seat: Seat) -> HubPage:
    seat.hands.press("Shift+F12")
    seat.settle()
    return seat.front(HubPage)


def take(seat: Seat, key: str, folder: Path) -> None:
    seat.hands.press(key)
    seat.hands.press("Ctrl+A")
    seat.hands.type(str(folder))
    seat.hands.press("Return")
    seat.settle()


def test_everybodys_files_are_taken_with_one_key_and_answered(hub: Hub) -> None:
    seat, _desks, inbox = hub
    page = opened(seat)
    assert [row.standing for row in page.units.rows] == ["Chưa gửi gì", "Chưa gửi gì"]
    take(seat, "F6", inbox)
    assert {(row.dossiers, row.standing) for row in page.units.rows} == {("3", "Đủ"), ("2", "Đủ")}
    assert "báo nhận" in seat.said
    assert len(list(inbox.glob("*.tar"))) == 4, "two bundles, two answers"
    assert len(page.files.rows) == 2


def test_looking_first_shows_each_file_and_takes_nothing(hub: Hub) -> None:
    seat, _desks, inbox = hub
    page = opened(seat)
    (inbox / "hỏng.tar").write_bytes(b"x" * 3000)
    take(seat, "F7", inbox)
    assert "Chưa ghi gì" in seat.said
    assert sorted(bool(one.error) for one in page.files.rows) == [False, False, True]
    assert {row.dossiers for row in page.units.rows} == {"0"}


def test_a_folder_that_is_not_there_is_said_and_the_question_stays(hub: Hub) -> None:
    seat, _desks, inbox = hub
    page = opened(seat)
    take(seat, "F6", inbox / "mất")
    assert "Không thấy thư mục" in seat.said
    assert page.strip.isVisible()


def test_enter_opens_the_dossiers_of_the_desk(hub: Hub) -> None:
    seat, desks, inbox = hub
    page = opened(seat)
    take(seat, "F6", inbox)
    page.units.setFocus()
    place = [row.desk for row in page.units.rows].index(desks[0].journal.desk_id)
    page.units.selectRow(place)
    seat.hands.press("Return")
    seat.settle()
    assert type(seat.workspace.front).__name__ == "ListPage"


def test_an_ordinary_desk_has_no_such_page(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("quantri")
        seat.settle()
        assert "hub" not in seat.workspace.rail.keys


def test_reference_data_go_down_and_are_looked_at_before_they_are_taken(hub: Hub) -> None:
    seat, desks, inbox = hub
    page = opened(seat)
    seat.hands.press("F8")
    seat.hands.press("Ctrl+A")
    seat.hands.type(str(inbox))
    page.reference.fields["note"].take_focus()
    seat.hands.type("Theo công văn thử")
    seat.hands.press("Return")
    seat.settle()
    assert "Đã ghi bản số 1" in seat.said
    (file,) = (each for each in inbox.glob("*.tar") if read_cover(each).kind == KIND)
    with Seat(desks[0]) as below:
        below.sign_in("quantri")
        below.settle()
        below.hands.press("Shift+F11")
        below.settle()
        front = below.front(SyncPage)
        below.hands.press("F8")
        below.hands.type(str(file))
        below.hands.press("Return")
        below.settle()
        assert "Dữ liệu tham chiếu số 1" in front.result.text()
