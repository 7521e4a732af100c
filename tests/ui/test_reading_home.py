"""The page of sending and receiving in a home that is fed from a copy in PostgreSQL."""

from pathlib import Path

from desk_app.sync.reading_home import note_fed
from tests.desks import RehearsalDesk
from tests.ui.windows import Seat
from ui.sync.page import SyncPage


def test_a_home_that_only_reads_says_so_and_refuses_to_ask_for_enrolment(desk: RehearsalDesk, tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    note_fed(desk.sync)
    with Seat(desk) as seat:
        seat.sign_in("quantri")
        seat.hands.press("Shift+F11")
        seat.settle()
        page = seat.front(SyncPage)
        assert "chỉ để xem: đọc từ bản sao PostgreSQL, lần cuối 08:15" in page.head.text()
        assert "không trao đổi với máy nào" in page.table.accessibleDescription()
        seat.hands.press("Ctrl+R")
        page.keys.request.fields["folder"].take_focus()
        seat.hands.type(str(folder))
        page.keys.request.do_button.click()
        seat.settle()
        assert "chỉ để xem" in seat.said
        assert list(folder.iterdir()) == []
