"""The section of the citizens' screens, and what the pages of the counter tell those screens."""

from datetime import date

import pytest

from desk_app.kernel.errors import InvalidInput
from desk_app.office.commands import put_setting
from desk_app.office.rules import checked_value
from desk_app.signage.slogans import shipped_slogans, slogans_on
from desk_app.surveys.screens import ScreenSetup, keep_setup, kept_setup
from tests.desks import RehearsalDesk
from tests.ui.counter import fill, go_to_counter, save
from tests.ui.windows import Seat
from ui.citizen.customer_state import Kind
from ui.settings.page import SettingsPage
from ui.settings.screens.page import ScreensPage


def section_of(seat: Seat) -> ScreensPage:
    seat.workspace.go("settings", "screens")
    seat.settle()
    found = seat.front(SettingsPage).findChild(ScreensPage)
    assert found is not None
    return found


@pytest.fixture
def keepers_seat(desk: RehearsalDesk) -> Seat:
    """Give a window that is not open yet, for somebody who may change the office's settings."""
    return Seat(desk)


def test_what_opens_at_the_start_is_chosen_and_followed_at_once(seat: Seat, desk: RehearsalDesk) -> None:
    page = section_of(seat)
    for name in ("customer_open", "display_open"):
        page.opens.boxes[name].click()
    page.sounds.boxes["chime"].click()
    seat.hands.press("F6")
    seat.settle()
    assert kept_setup(desk.surveys) == ScreenSetup(customer_open=True, display_open=True, chime=False)
    screens = seat.window.screens
    assert screens is not None
    seat.wait(lambda: screens.windows.display is not None, "the call display did not open")
    assert not screens.windows.setup.chime


def test_a_key_pressed_elsewhere_is_seen_in_the_section(seat: Seat) -> None:
    page = section_of(seat)
    seat.hands.press("Ctrl+F8")
    seat.settle()
    seat.hands.press("F5")
    seat.settle()
    assert page.opens.text == "display_open"


def test_an_administrator_writes_the_offices_own_slogans(keepers_seat: Seat, desk: RehearsalDesk) -> None:
    keep_setup(desk.surveys, ScreenSetup(customer_open=True))
    with keepers_seat as seat:
        seat.sign_in("keeper")
        page = section_of(seat)
        assert page.lines.text.splitlines() == [each.text for each in shipped_slogans().slogans]
        page.lines.put("Câu của xã\n\n  Câu   thứ hai ")
        page.lines.edit.document().setModified(True)
        page.put_button.click()
        seat.settle()
        assert "áp dụng từ 23/11/2026" in seat.said
        assert slogans_on(desk.office.present_book(), date(2026, 11, 23)) == ("Câu của xã", "Câu thứ hai")
        screens = seat.window.screens
        assert screens is not None
        assert screens.windows.customer is not None
        seat.wait(lambda: "Câu" in words_of(seat), words_of(seat))
        page.shipped_button.click()
        seat.settle()
        assert slogans_on(desk.office.present_book(), date(2026, 11, 23))[0] == shipped_slogans().slogans[0].text


def words_of(seat: Seat) -> str:
    assert seat.window.screens is not None
    assert seat.window.screens.windows.customer is not None
    return seat.window.screens.windows.customer.big.text()


def test_what_is_wrong_with_slogans_stands_beside_them(keepers_seat: Seat) -> None:
    with keepers_seat as seat:
        seat.sign_in("keeper")
        page = section_of(seat)
        page.lines.put("x" * 161)
        page.put_button.click()
        seat.settle()
        assert "tối đa 160" in page.lines.trouble
        page.lines.put("Câu ngắn")
        page.since.put("32/13/2026")
        page.put_button.click()
        seat.settle()
        assert "không phải là ngày" in page.since.trouble


def test_an_officer_reads_slogans_and_changes_none(seat: Seat) -> None:
    page = section_of(seat)
    assert page.lines.edit.isReadOnly()
    assert not page.put_button.isEnabled()


def test_slogans_are_dated_office_data(desk: RehearsalDesk) -> None:
    later = date(2026, 12, 1)
    put_setting(
        desk.office, by=desk.admin, key="slogans", value="Mới", valid_from=later, command_id=desk.journal.new_id()
    )
    book = desk.office.present_book()
    assert slogans_on(book, later) == ("Mới",)
    assert slogans_on(book, date(2026, 11, 30))[0] == shipped_slogans().slogans[0].text


def test_too_many_slogans_are_refused() -> None:
    assert checked_value("slogans", "\n".join(f"Câu {number}" for number in range(40))).count("\n") == 39
    with pytest.raises(InvalidInput, match="Khẩu hiệu"):
        checked_value("slogans", "\n".join(f"Câu {number}" for number in range(41)))


def test_every_shipped_slogan_fits_the_setting_and_names_its_source() -> None:
    texts = [each.text for each in shipped_slogans().slogans]
    assert checked_value("slogans", "\n".join(texts)).splitlines() == texts
    assert all(each.source for each in shipped_slogans().slogans)


def test_the_citizen_sees_code_and_due_date_of_what_was_just_saved(seat: Seat) -> None:
    seat.hands.press("Ctrl+F7")
    screens = seat.window.screens
    assert screens is not None
    seat.wait(lambda: screens.windows.customer is not None, "no customer's screen")
    go_to_counter(seat)
    fill(seat)
    save(seat)
    seat.settle()
    assert screens.state.showing.kind is Kind.REGISTERED
    assert screens.state.showing.big.endswith("261123-1001")
    assert "Nguyễn" not in str(screens.state.showing)
    assert screens.state.showing.small == "N.V.M."
