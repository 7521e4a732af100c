"""Mobile sessions, worked by keyboard at a real desk."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from desk_app.journal.tables import count_entries
from desk_app.mobile_sessions import following, planning, running
from desk_app.mobile_sessions.invitation_code import invitation_text
from desk_app.mobile_sessions.reading import people, places, sessions
from desk_app.mobile_sessions.session import State
from desk_app.printing.tables.jobs import list_jobs
from tests.desks import RehearsalDesk
from tests.mobile_sessions.at_the_window import Outing
from tests.mobile_sessions.outing import (
    BINH,
    FRIDAY,
    STAFF,
    a_line,
    a_place,
    a_session,
    act,
    line_now,
    named,
    pass_minutes,
    received,
    session_now,
)
from tests.ui.windows import Seat, focused
from ui.dossiers.registration.page import RegistrationPage
from ui.mobile_sessions.page import SESSIONS, SessionsPage
from ui.mobile_sessions.sessions_view import KIT, PEOPLE, RECORD
from ui.shell.dress import dress


@pytest.fixture
def outing(seat: Seat, desk: RehearsalDesk) -> Outing:
    return Outing(seat, desk)


def every_session(desk: RehearsalDesk) -> list[str]:
    day = FRIDAY.date()
    seen = sessions(desk.mobile_sessions, first_on=day - timedelta(days=30), last_on=day + timedelta(days=99))
    return [each.session.id for each in seen]


def test_an_empty_page_says_how_to_begin_and_asks_for_a_place_first(outing: Outing) -> None:
    outing.come()
    assert focused() is outing.page.sessions.sessions
    assert "Chưa có buổi" in outing.page.sessions.sessions.accessibleDescription()
    outing.press("F6")
    assert "địa điểm trước" in outing.seat.said
    outing.fill(name="Nhà văn hóa khu vực 3", area="kv 3", phone="0907000111")
    outing.press("Return")
    assert [each.place.area for each in places(outing.desk.mobile_sessions)] == ["Khu vực 3"]


def test_every_friday_is_planned_by_keys_alone(outing: Outing) -> None:
    a_place(outing.desk)
    outing.come()
    outing.press("F6", "Tab")
    outing.seat.hands.type("27/11")
    outing.fill(until="11/12", staff="Lê Thị Thử, Một cửa; Phạm Văn Mẫu, Công an", procedures="1.000894")
    outing.press("Return")
    found = [session_now(outing.desk, each) for each in every_session(outing.desk)]
    assert [each.on.day for each in found] == [27, 4, 11]
    assert [each.agency for each in found[0].plan.staff] == ["Một cửa", "Công an"]
    assert [row.mark[0] for row in outing.page.sessions.sessions.rows] == ["Sắp tổ chức"] * 3


@pytest.mark.parametrize(("name", "typed"), [("on", "31/2"), ("hours", "sáng"), ("until", "ngày kia")])
def test_what_is_no_day_or_hour_is_said_beside_its_field(outing: Outing, name: str, typed: str) -> None:
    a_place(outing.desk)
    outing.come()
    outing.press("F6")
    outing.fill(**{"on": "27/11", name: typed})
    outing.press("Return")
    assert outing.page.moves.plan_form.fields[name].trouble
    assert every_session(outing.desk) == []


def test_a_plan_is_changed_and_a_session_moved_by_bad_weather(outing: Outing) -> None:
    session = a_session(outing.desk, staff=STAFF)
    outing.come()
    outing.press("Ctrl+E")
    assert "Lê Thị Thử, Một cửa, tiếp nhận" in outing.page.moves.change_form.fields["staff"].text
    outing.fill(hours="8:00-10:30", kit="Máy tính; Con dấu")
    outing.press("Return")
    plan = session_now(outing.desk, session).plan
    assert (f"{plan.starts_at:%H:%M}", plan.kit, plan.staff) == ("08:00", ("Máy tính", "Con dấu"), STAFF)
    outing.press("Ctrl+H")
    outing.fill(on="4/12")
    outing.press("Return")
    old = session_now(outing.desk, session)
    assert old.state is State.CANCELLED
    assert old.cancelled is not None
    assert session_now(outing.desk, old.cancelled.moved_to).plan.kit == ("Máy tính", "Con dấu")


def test_a_whole_morning_is_worked_by_keys(outing: Outing) -> None:
    desk = outing.desk
    session, line = a_session(desk, kit=("Máy tính", "Con dấu")), a_line(desk)
    a_line(desk, named("Lê Thị Cúc"))
    later = a_session(desk, session_now(desk, session).plan.place, at=FRIDAY + timedelta(days=7))
    desk.time.put(FRIDAY)
    outing.come(f"session:{session}")
    outing.press("F8", "Alt+4", "Space", "Down", "Space", "Backspace")
    assert [(each.out_at is not None, each.back_at is not None) for each in session_now(desk, session).kit] == [
        (True, False),
        (True, True),
    ]
    outing.press("F7")
    assert session_now(desk, session).state is State.OPEN
    assert "Kết thúc" in outing.page.session_actions.run_button.text()
    outing.press("Alt+3")
    outing.scan(invitation_text(line))
    assert outing.page.view == SESSIONS
    assert outing.page.person is not None
    assert outing.page.person.id == line
    outing.press("Space")
    visit = line_now(desk, line).visit(session)
    assert visit is not None
    assert visit.came_at is not None
    pass_minutes(desk, 1)
    received(desk, line)
    outing.read_again()
    outing.press("Ctrl+D")
    pass_minutes(desk, 60)
    outing.press("F7")
    outing.fill(cash="0")
    outing.press("Return")
    assert session_now(desk, session).state is State.CLOSED
    outing.press("Alt+5")
    record = {row.words: row.value for row in outing.page.sessions.record.rows}
    assert record["Được mời"] == "2"
    assert record["Số hồ sơ đã dùng"] == "261127-1001 – 261127-1001"
    assert "khớp" in outing.page.sessions.remark.text()
    assert [each.line.found.person.name for each in people(desk.mobile_sessions, session=later)] == ["Lê Thị Cúc"]


def test_enter_begins_a_mobile_dossier_with_what_the_line_knows(outing: Outing) -> None:
    desk = outing.desk
    session, line = a_session(desk), a_line(desk)
    act(desk, following.invite, session=session)
    desk.time.put(FRIDAY)
    outing.come(f"session:{session}")
    outing.press("Alt+3", "Return")
    typed = outing.seat.front(RegistrationPage).filling.typed
    assert (typed.name, typed.channel, typed.origin) == (BINH.name, "mobile", f"sessions:{line}")


def test_an_invitation_scanned_anywhere_opens_its_line(outing: Outing) -> None:
    line = a_line(outing.desk)
    outing.press("F4")
    outing.scan(invitation_text(line))
    assert outing.page.person is not None
    assert outing.page.person.id == line


def test_a_session_of_long_ago_is_shown_when_somebody_asks_for_it(outing: Outing) -> None:
    session = a_session(outing.desk)
    outing.desk.time.put(FRIDAY + timedelta(days=200))
    outing.come()
    assert outing.page.sessions.detail is None
    outing.come(f"session:{session}")
    assert outing.page.sessions.detail is not None
    assert outing.page.sessions.detail.id == session


def test_money_that_is_missing_is_said_under_the_record(outing: Outing) -> None:
    session = a_session(outing.desk)
    outing.desk.time.put(FRIDAY)
    act(outing.desk, running.open_session, session=session)
    act(outing.desk, running.close_session, session=session, cash=5_000)
    outing.come(f"session:{session}")
    outing.press("Alt+5")
    assert "1 chỗ lệch" in outing.page.sessions.remark.text()
    assert [row.holds for row in outing.page.sessions.record.rows if row.holds is False] == [False]


def test_papers_are_chosen_and_queued(outing: Outing) -> None:
    session = a_session(outing.desk)
    a_line(outing.desk)
    act(outing.desk, following.invite, session=session)
    outing.come()
    outing.press("Ctrl+P", "Return")
    outing.press("Ctrl+P", "Down", "Down", "Return")
    assert {job.title for job in list_jobs(outing.desk.journal.reading())} == {
        "Giấy mời làm giấy tờ tại nhà văn hóa",
        "Thông báo",
    }


def test_what_two_desks_say_otherwise_is_shown_with_the_session(outing: Outing) -> None:
    session = a_session(outing.desk)
    outing.desk.time.put(FRIDAY)
    act(outing.desk, running.open_session, session=session)
    act(outing.desk, running.close_session, session=session)
    outing.come(f"session:{session}")
    assert not outing.page.sessions.trouble.isVisible()
    assert outing.page.sessions.tab == PEOPLE
    outing.press("Alt+4")
    assert outing.page.sessions.tab == KIT
    outing.press("Alt+5")
    assert outing.page.sessions.tab == RECORD


def test_every_form_fits_a_small_window_at_large_text(qapp: QApplication, desk: RehearsalDesk) -> None:
    dress(qapp, 200)
    a_session(desk, staff=STAFF)
    with Seat(desk) as seat:
        seat.window.resize(1366, 728)
        seat.sign_in("officer")
        seat.workspace.go("sessions", "")
        seat.settle()
        page = seat.front(SessionsPage)
        for moves in (page.moves, page.lines):
            for form in moves.forms:
                moves.open_form(form, "Nhà văn hóa khu vực 3")
                seat.settle()
                assert form.minimumSizeHint().width() <= page.width()
                assert form.mapTo(page, form.rect().topRight()).x() <= page.width()
            moves.close_forms()


def test_a_session_called_off_is_neither_opened_nor_changed(outing: Outing) -> None:
    session = a_session(outing.desk)
    act(outing.desk, planning.cancel_session, session=session, reason="weather")
    outing.desk.time.put(FRIDAY)
    outing.come(f"session:{session}")
    before = count_entries(outing.desk.journal.reading())
    outing.press("F7", "F8", "Ctrl+E", "Ctrl+H", "Space")
    assert count_entries(outing.desk.journal.reading()) == before
    actions = outing.page.session_actions
    assert not any(made.isEnabled() for made in (actions.run_button, actions.invite_button, actions.cancel_button))
