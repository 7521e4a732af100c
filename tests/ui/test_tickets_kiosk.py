"""The kiosk: people take their own number, and nothing else."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from desk_app.printing.commands import configure_printer
from desk_app.printing.printer_settings import Printer
from desk_app.printing.tables import list_jobs
from tests.desks import RehearsalDesk
from tests.ui.test_tickets import tickets
from tests.ui.windows import Seat, press
from ui.rehearsal.hands import Hands
from ui.tickets.kiosk import Kiosk


@pytest.fixture
def counter(seat: Seat) -> Seat:
    """Give the page from which the kiosk is opened."""
    press(seat, "F10")
    return seat


@pytest.fixture
def kiosk(counter: Seat) -> Iterator[Kiosk]:
    press(counter, "Shift+F9")
    found = counter.window.findChild(Kiosk)
    assert isinstance(found, Kiosk)
    counter.wait(lambda: bool(found.keys), "the kiosk has no keys")
    yield found
    if shiboken6.isValid(found):
        found.put_away()
    counter.settle()


def test_people_take_numbers_on_the_kiosk_by_a_tap(counter: Seat, kiosk: Kiosk, desk: RehearsalDesk) -> None:
    add_printer(desk, "preview")
    kiosk.keys["Đất đai"].click()
    counter.settle()
    assert kiosk.said.text() == "Số của ông/bà: D001. Mời nhận phiếu và chờ gọi."
    assert [job.state for job in list_jobs(desk.journal.reading())] == ["confirmed"]
    assert [(ticket.text, ticket.source) for ticket in tickets(desk)] == [("D001", "kiosk")]
    assert "1 người chờ" in kiosk.keys["Đất đai"].accessibleDescription()


def test_a_double_tap_on_the_kiosk_takes_one_number(counter: Seat, kiosk: Kiosk, desk: RehearsalDesk) -> None:
    for _ in range(3):
        kiosk.keys["Hộ tịch"].click()
    counter.settle()
    kiosk.keys["Hộ tịch"].click()
    counter.settle()
    assert len(tickets(desk)) == 1
    assert "A001 vừa được lấy, phiếu đang in" in kiosk.said.text()


def test_the_kiosk_is_no_way_into_the_program(counter: Seat, kiosk: Kiosk, desk: RehearsalDesk) -> None:
    for keys in ("Esc", "F10", "F2", "Ctrl+K", "x"):
        counter.hands.press(keys)
    QApplication.sendEvent(kiosk, QCloseEvent())
    assert kiosk.isVisible()
    assert tickets(desk) == ()


def test_only_the_officers_keys_close_the_kiosk(counter: Seat, kiosk: Kiosk) -> None:
    Hands(kiosk).press("Ctrl+Shift+Q")
    counter.settle()
    assert not shiboken6.isValid(kiosk) or not kiosk.isVisible()


def test_the_kiosk_goes_on_while_the_officers_screen_is_locked(
    counter: Seat, kiosk: Kiosk, desk: RehearsalDesk
) -> None:
    counter.window.lock()
    kiosk.keys["Hộ tịch"].click()
    counter.settle()
    assert len(tickets(desk)) == 1


def test_the_kiosk_fits_its_screen_at_any_text_size(counter: Seat, kiosk: Kiosk) -> None:
    for width, height in ((1366, 768), (1024, 600), (768, 1366)):
        kiosk.resize(width, height)
        counter.hands.rest(20)
        assert (kiosk.width(), kiosk.height()) == (width, height)
        boxes = [each.geometry() for each in kiosk.keys.values()]
        assert all(kiosk.rect().contains(box) for box in boxes)
        assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)


def add_printer(desk: RehearsalDesk, kind: str) -> None:
    printer = Printer(name="Máy in phiếu", kind=kind, address="127.0.0.1", port=9)  # type: ignore[arg-type]
    configure_printer(desk.printing, by=desk.admin, printer=printer, command_id=desk.journal.new_id())


def test_a_slip_that_does_not_come_out_is_said_on_the_kiosk_and_the_number_stays(
    counter: Seat, kiosk: Kiosk, desk: RehearsalDesk
) -> None:
    add_printer(desk, "network")
    kiosk.keys["Hộ tịch"].click()
    counter.wait(lambda: "Máy in chưa in được phiếu" in kiosk.said.text(), kiosk.said.text())
    assert "A001" in kiosk.said.text()
    assert [ticket.text for ticket in tickets(desk)] == ["A001"]
