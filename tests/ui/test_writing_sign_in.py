"""Helpers at the window: a badge lets them in, and their session ends by itself."""

from datetime import date

from PySide6.QtWidgets import QLabel, QLineEdit

from desk_app.accounts.commands import set_secret
from desk_app.accounts.secret_rules import SecretKind
from desk_app.office.commands import put_setting
from tests.desks import PASSWORD, RehearsalDesk
from tests.ui.windows import Seat
from tests.writing.test_badges import issued
from ui.shell.sign_in import Asked
from ui.writing.page import WritingPage

PIN = "902517"


def scan_at_the_door(seat: Seat, code: str) -> None:
    """Let a scanner type a code into the field that has the keyboard, and press Enter behind it."""
    seat.hands.type(code)
    seat.hands.press("Return")
    seat.settle()


def test_a_badge_scanned_at_the_door_lets_its_holder_in(desk: RehearsalDesk) -> None:
    _badge, code = issued(desk)
    with Seat(desk) as seat:
        scan_at_the_door(seat, code)
        assert not seat.window.is_locked
        assert seat.workspace.actor.login == "volunteer"
        assert isinstance(seat.workspace.page("writing"), WritingPage)


def test_a_badge_that_opens_nothing_leaves_no_code_on_the_screen(desk: RehearsalDesk) -> None:
    _badge, code = issued(desk)
    with Seat(desk) as seat:
        scan_at_the_door(seat, f"00-{'1' * 10}-{'2' * 10}-{'3' * 10}-4")
        assert seat.window.is_locked
        assert seat.window.sign_in.error
        shown = " ".join(widget.text() for widget in seat.widgets() if isinstance(widget, QLabel | QLineEdit))
        assert "1111111111" not in shown
        scan_at_the_door(seat, code)
        assert not seat.window.is_locked


def test_where_the_office_wants_a_pin_the_badge_is_only_the_first_step(desk: RehearsalDesk) -> None:
    account = desk.accounts_by_role["volunteer"]
    put_setting(
        desk.office,
        by=desk.accounts_by_role["keeper"],
        key="badge_needs_pin",
        valid_from=date(2026, 11, 23),
        value="có",
        command_id=desk.journal.new_id(),
    )
    new_id = desk.journal.new_id()
    set_secret(desk.accounts, by=account, kind=SecretKind.PIN, old=PASSWORD, new=PIN, command_id=new_id)
    _badge, code = issued(desk)
    with Seat(desk) as seat:
        scan_at_the_door(seat, code)
        assert seat.window.is_locked
        assert seat.window.sign_in.asked is Asked.SECRET
        assert seat.window.sign_in.title == "Nhập mã PIN"
        scan_at_the_door(seat, "111333")
        assert seat.window.is_locked
        scan_at_the_door(seat, PIN)
        assert not seat.window.is_locked


def test_a_helpers_session_ends_by_itself_and_leaves_nothing_behind(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("volunteer")
        assert seat.window.session_left_ms > 4 * 3_600_000
        seat.window.end_session()
        seat.settle()
        assert seat.window.is_locked
        assert seat.window.workspace is None


def test_unlocking_gives_a_helper_no_time_more(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("volunteer")
        seat.hands.rest(50)
        before = seat.window.session_left_ms
        seat.window.lock()
        seat.settle()
        seat.answer("volunteer", "sen-trang-2026")
        seat.wait(lambda: not seat.window.is_locked, "not let in again")
        assert 0 < seat.window.session_left_ms <= before


def test_an_officers_session_has_no_such_end(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("officer")
        assert seat.window.session_left_ms == 0
