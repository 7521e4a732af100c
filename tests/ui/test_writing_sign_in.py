"""Helpers at the window: a badge lets them in, and their session ends by itself."""

from datetime import date, datetime, time, timedelta

from PySide6.QtWidgets import QLabel, QLineEdit

from desk_app.accounts.commands import set_secret
from desk_app.accounts.secret_rules import SecretKind
from desk_app.kernel.time_source import VIETNAM
from desk_app.office.commands import put_setting
from desk_app.shifts import keeping
from desk_app.shifts.book import Member, Organisation, Pattern, Place
from desk_app.shifts.session_end import session_end
from desk_app.writing.sitting import own_sittings
from tests.desks import MORNING, PASSWORD, RehearsalDesk
from tests.shifts.rota import act
from tests.shifts.rota import issued as issued_month
from tests.ui.windows import OWN_PASSWORD, Seat
from tests.writing.test_badges import issued
from ui.shell.helper_session import WARNED_BEFORE
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


def on_duty_today(desk: RehearsalDesk) -> None:
    """Enter the volunteer's own shift, from half past seven to half past eleven, and make it known."""
    organisation = act(desk, keeping.put_organisation, organisation=Organisation(id="", name="Hội Phụ nữ")).subject
    own = Member(id="", organisation=organisation, name="Người Thử", account=desk.accounts_by_role["volunteer"])
    act(desk, keeping.put_member, member=own)
    place = act(desk, keeping.put_place, place=Place(id="", name="Bàn viết hộ", agency="000.16.32.H49")).subject
    hours = {"weekdays": (0,), "starts": time(7, 30), "ends": time(11, 30), "valid_from": date(2026, 1, 1)}
    act(desk, keeping.put_pattern, pattern=Pattern(id="", place=place, name="Thứ hai", **hours))  # type: ignore[arg-type]
    issued_month(desk, date(2026, 11, 1))


def test_a_helpers_session_ends_by_itself_and_leaves_nothing_behind(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("volunteer")
        assert seat.window.helper_session.ends_at == MORNING + timedelta(hours=5)
        seat.window.helper_session.look(ahead_s=4.8 * 3600)
        assert not seat.window.is_locked
        seat.window.helper_session.look(ahead_s=4.95 * 3600)
        seat.window.helper_session.look(ahead_s=5.1 * 3600)
        seat.settle()
        assert seat.window.is_locked
        assert seat.window.workspace is None


def test_a_session_on_duty_ends_with_the_shift_and_a_quarter_of_an_hour(desk: RehearsalDesk) -> None:
    on_duty_today(desk)
    with Seat(desk) as seat:
        seat.sign_in("volunteer")
        assert seat.window.helper_session.ends_at == datetime(2026, 11, 23, 11, 45, tzinfo=VIETNAM)
        assert "11:45" in seat.said


def test_after_the_shift_or_without_one_a_session_lasts_as_long_as_the_office_says(desk: RehearsalDesk) -> None:
    on_duty_today(desk)
    volunteer = desk.accounts_by_role["volunteer"]
    assert session_end(desk.shifts, volunteer).is_shift
    assert not session_end(desk.shifts, desk.accounts_by_role["officer"]).is_shift
    desk.time.put(datetime(2026, 11, 23, 11, 46, tzinfo=VIETNAM))
    assert session_end(desk.shifts, volunteer).at == datetime(2026, 11, 23, 16, 46, tzinfo=VIETNAM)


def test_minutes_before_the_end_the_helper_is_warned_and_what_was_typed_is_kept(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("volunteer")
        seat.workspace.go("writing", "")
        seat.settle()
        page = seat.front(WritingPage)
        seat.window.helper_session.look(ahead_s=4.95 * 3600)
        assert "Hãy in và ghi lượt viết đang dở" in seat.said
        page.table.begin()
        seat.settle()
        assert page.table.sitting is not None
        seat.window.helper_session.look(ahead_s=5.1 * 3600)
        seat.settle()
        assert seat.window.is_locked
        assert own_sittings(desk.writing, by=desk.accounts_by_role["volunteer"])


def test_nobody_is_signed_out_without_having_been_warned(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("volunteer")
        seat.window.helper_session.look(ahead_s=6 * 3600)
        assert not seat.window.is_locked
        assert "tự kết thúc lúc" in seat.said
        seat.window.helper_session.look(ahead_s=6 * 3600 + WARNED_BEFORE.seconds)
        assert seat.window.is_locked


def test_unlocking_gives_a_helper_no_time_more(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("volunteer")
        seat.window.lock()
        seat.settle()
        desk.time.advance(timedelta(hours=2))
        seat.answer("volunteer", OWN_PASSWORD)
        seat.wait(lambda: not seat.window.is_locked, "not let in again")
        assert seat.window.helper_session.ends_at == MORNING + timedelta(hours=5)


def test_a_session_also_ends_behind_the_lock(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("volunteer")
        seat.window.lock()
        seat.window.helper_session.look(ahead_s=5.1 * 3600)
        assert seat.window.workspace is None


def test_an_officers_session_has_no_such_end(desk: RehearsalDesk) -> None:
    with Seat(desk) as seat:
        seat.sign_in("officer")
        assert seat.window.helper_session.ends_at is None
