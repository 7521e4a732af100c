"""The printers section: adding, trying, choosing which paper goes where."""

import pytest

from desk_app.dossiers.register import register
from desk_app.kernel.errors import InvalidInput
from desk_app.printing.commands import configure_printer
from desk_app.printing.found_devices import found_devices
from desk_app.printing.outcome import Outcome
from desk_app.printing.printer_settings import KIND_NAMES, Kind, Printer
from desk_app.printing.tables import list_jobs
from tests.desks import RehearsalDesk, form
from tests.ui.settings_hands import enter, fill, seated, section, trouble
from tests.ui.windows import Seat
from ui.settings.printers import state
from ui.settings.printers.page import PrintersPage


def opened(seat: Seat) -> PrintersPage:
    return section(seat, "printers", PrintersPage)


def add_preview(desk: RehearsalDesk, name: str) -> None:
    printer = Printer(name=name, kind="preview")
    configure_printer(desk.printing, by=desk.admin, printer=printer, command_id=desk.journal.new_id())


def own(desk: RehearsalDesk) -> dict[str, Printer]:
    return dict(desk.printing.own_printers(desk.journal.reading()))


def test_a_network_printer_is_added_with_what_it_needs_and_no_more(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        page = opened(seat)
        seat.hands.press("F6")
        seat.settle()
        assert not page.printer.inputs["printer.usb_vendor"].isVisible()  # type: ignore[attr-defined]
        fill(seat, page.printer, printer__name="Quầy 1", printer__port="khong")
        enter(seat)
        assert "không phải là số" in trouble(page.printer, "printer.port")
        fill(seat, page.printer, printer__port="9101")
        enter(seat)
        assert "địa chỉ" in trouble(page.printer, "printer.address")
        fill(seat, page.printer, printer__address="192.168.1.50")
        enter(seat)
        assert [one.where for one in page.table.rows] == ["192.168.1.50:9101"]
    assert own(desk)["Quầy 1"] == Printer(name="Quầy 1", kind="network", address="192.168.1.50", port=9101)


def test_a_trial_page_is_printed_and_the_bar_says_how_it_went(desk: RehearsalDesk) -> None:
    add_preview(desk, "Xem trước")
    with seated(desk) as seat:
        opened(seat)
        seat.hands.press("F7")
        seat.wait(lambda: "đã in trang thử" in seat.said, seat.said)
    assert list(desk.home.papers.glob("trial-page-*.png"))


def test_a_receipt_goes_by_itself_to_the_printer_that_was_chosen(desk: RehearsalDesk) -> None:
    for name in ("Máy A", "Máy B"):
        add_preview(desk, name)
    with seated(desk) as seat:
        page = opened(seat)
        seat.hands.press("Ctrl+D")
        seat.settle()
        for key in ("Down", "Down"):
            seat.hands.press(key)
        enter(seat)
        assert [one.uses for one in page.table.rows] == ["", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"]
        register(desk.dossiers, by=desk.accounts_by_role["officer"], form=form(), command_id=desk.journal.new_id())
        assert [job.printer for job in list_jobs(desk.journal.reading())] == ["Máy B"]


def test_a_printer_is_removed_only_after_a_question(desk: RehearsalDesk) -> None:
    add_preview(desk, "Xem trước")
    with seated(desk) as seat:
        page = opened(seat)
        seat.hands.press("F8")
        assert "Xem trước" in page.remove.title.text()
        seat.hands.press("Escape")
        assert own(desk)
        seat.hands.press("F8")
        enter(seat)
        assert page.table.rows == ()
    assert own(desk) == {}


def test_an_officer_tries_printers_and_sets_up_none(desk: RehearsalDesk) -> None:
    add_preview(desk, "Xem trước")
    with seated(desk, "officer") as seat:
        page = opened(seat)
        assert page.try_button.isEnabled()
        buttons = (page.add_button, page.change_button, page.uses_button, page.remove_button)
        assert not any(each.isEnabled() for each in buttons)


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_what_is_shown_of_a_printer_gives_the_same_printer_back(kind: Kind) -> None:
    given: dict[Kind, dict[str, object]] = {
        "network": {"address": "10.0.0.9", "port": 9101},
        "usb": {"usb_vendor": 0x04B8, "usb_product": 0x0E15, "width_mm": 58},
        "serial": {"address": "COM3", "baud": 19200},
        "windows": {"address": "XP-80", "cutter": False},
        "file": {"address": "/dev/usb/lp0", "profile": "TM-T88V"},
    }
    printer = Printer(name="Một", kind=kind, **given.get(kind, {}))  # type: ignore[arg-type]
    assert state.printer_of(state.values_of(printer)) == printer


def test_a_number_of_a_usb_device_is_read_as_its_label_shows_it() -> None:
    values = state.values_of(Printer(name="Một", kind="usb"))
    usb = values | {"printer.usb_vendor": "0x04b8", "printer.usb_product": "0e15"}
    assert state.printer_of(usb).usb_vendor == 0x04B8
    with pytest.raises(InvalidInput) as caught:
        state.printer_of(values)
    assert caught.value.field == "printer.usb_vendor"


@pytest.mark.parametrize(
    ("outcome", "tone"),
    [("confirmed", "good"), ("unconfirmed", "plain"), ("offline", "trouble"), ("failed", "trouble")],
)
def test_a_trial_that_printed_nothing_is_told_as_trouble(outcome: str, tone: str) -> None:
    words = state.tried_words("Quầy 1", Outcome(state=outcome, reason="Hết giấy."))  # type: ignore[arg-type]
    assert (words[1], words[2]) == ("Hết giấy.", tone)


@pytest.mark.parametrize("kind", ["usb", "serial", "file", "system", "network", "preview"])
def test_looking_for_devices_ends_well_on_a_computer_without_any(kind: Kind) -> None:
    assert all(found.words for found in found_devices(kind))
