"""The people section: a second person at last, by keys alone."""

from datetime import timedelta

import pytest

from desk_app.accounts.facts import AccountChanged
from desk_app.accounts.people import login_of
from desk_app.accounts.rules import Account, Role
from desk_app.accounts.sign_in import must_change_password, sign_in
from desk_app.kernel.errors import InvalidInput, NotAllowed
from tests.desks import RehearsalDesk
from tests.ui.settings_hands import enter, fill, seated, section, trouble
from tests.ui.windows import Seat
from ui.settings.people import state
from ui.settings.people.page import PeoplePage
from ui.settings.typed import day_of, day_or_none

FIRST = "bong sung trang"


def opened(seat: Seat) -> PeoplePage:
    return section(seat, "people", PeoplePage)


def account(desk: RehearsalDesk, login: str) -> Account:
    found = desk.accounts.present_book().find_by_login(login_of(login))
    assert found is not None
    return found


def stand_on(page: PeoplePage, login: str) -> None:
    page.table.selectRow([one.account.login for one in page.table.rows].index(login))


def test_a_person_is_added_and_must_choose_a_password_at_the_first_sign_in(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        page = opened(seat)
        seat.hands.press("F6")
        fill(seat, page.add, login="Lan.Tran", name="Trần Thị Lan", password=FIRST)
        enter(seat)
        assert not page.add.isVisible(), page.add.title.text()
        assert "lan.tran" in [one.account.login for one in page.table.rows]
    made = account(desk, "lan.tran")
    assert (made.roles, made.valid_until) == ((Role.OFFICER,), None)
    assert sign_in(desk.accounts, "lan.tran", FIRST).id == made.id
    assert must_change_password(desk.accounts, made.id)


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        page = opened(seat)
        seat.hands.press("F6")
        fill(seat, page.add, login="lan.tran", name="", valid_until="32/13/2026", password="123")
        enter(seat)
        assert "không phải là ngày" in trouble(page.add, "valid_until")
        fill(seat, page.add, valid_until="31/12/2027")
        enter(seat)
        assert trouble(page.add, "name")
        assert page.add.text("login") == "lan.tran"
        fill(seat, page.add, name="Trần Thị Lan")
        enter(seat)
        assert "Mật khẩu" in trouble(page.add, "password")
    assert desk.accounts.present_book().find_by_login("lan.tran") is None


def test_a_volunteer_is_offered_the_end_of_the_year_and_what_was_typed_stays(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        page = opened(seat)
        seat.hands.press("F6")
        page.add.inputs["roles"].take_focus()
        seat.hands.press("Space")
        seat.hands.press("Tab")
        seat.hands.press("Tab")
        seat.hands.press("Space")
        assert page.add.text("roles") == "volunteer"
        assert page.add.text("valid_until") == "31/12/2026"
        fill(seat, page.add, valid_until="30/06/2027")
        page.add.inputs["roles"].take_focus()
        seat.hands.press("Space")
        assert page.add.text("valid_until") == "30/06/2027"


def test_enter_changes_the_person_in_hand(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        page = opened(seat)
        stand_on(page, "officer")
        page.table.setFocus()
        seat.hands.press("Return")
        fill(seat, page.change, title="Công chức tư pháp", valid_until="30/06/2027")
        enter(seat)
        seat.hands.press("Ctrl+H")
        seat.settle()
        said = [change.words for change in page.past.rows]
        assert "chức vụ «Công chức tư pháp»" in said[0]
        assert {change.who for change in page.past.rows} >= {"Trần Thị Thử"}
    assert account(desk, "officer").title == "Công chức tư pháp"


def test_a_new_password_and_the_end_of_an_account(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        page = opened(seat)
        stand_on(page, "officer")
        seat.hands.press("F7")
        fill(seat, page.reset, password=FIRST)
        enter(seat)
        assert must_change_password(desk.accounts, account(desk, "officer").id)
        stand_on(page, "leader")
        seat.hands.press("F8")
        enter(seat)
        assert trouble(page.end, "reason")
        fill(seat, page.end, reason="chuyển công tác")
        enter(seat)
    assert account(desk, "leader").ended_reason == "chuyển công tác"
    assert sign_in(desk.accounts, "officer", FIRST).login == "officer"


def test_who_typed_wrong_too_often_is_unlocked_by_one_key(desk: RehearsalDesk) -> None:
    for _ in range(5):
        with pytest.raises(NotAllowed):
            sign_in(desk.accounts, "officer", "đoán mò thôi")
    with seated(desk) as seat:
        page = opened(seat)
        stand_on(page, "leader")
        assert not page.unlock_button.isEnabled()
        stand_on(page, "officer")
        assert page.table.current is not None
        assert page.table.current.standing == "Tạm khóa"
        seat.hands.press("Ctrl+U")
        seat.settle()
        assert page.table.current.standing != "Tạm khóa"


def test_nobody_ends_or_resets_themselves(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        page = opened(seat)
        stand_on(page, "quantri")
        assert [each.isEnabled() for each in (page.change_button, page.reset_button, page.end_button)] == [
            True,
            False,
            False,
        ]


def test_a_change_that_changes_nothing_is_said_in_the_bar_and_can_be_tried_again(desk: RehearsalDesk) -> None:
    with seated(desk) as seat:
        page = opened(seat)
        stand_on(page, "officer")
        seat.hands.press("Ctrl+E")
        enter(seat)
        assert "không có gì thay đổi" in seat.said
        assert page.change.do_button.isEnabled()


@pytest.mark.parametrize("text", ["31/12/2026", "31-12-2026", "31.12.2026", "31122026", " 31/12/2026 "])
def test_a_day_may_be_typed_as_people_type_it(text: str) -> None:
    assert day_of(text, field="x").isoformat() == "2026-12-31"


def test_no_day_is_told_from_a_wrong_one() -> None:
    assert day_or_none("  ", field="x") is None
    for text in ("", "31/02/2026", "hôm nay"):
        with pytest.raises(InvalidInput) as caught:
            day_of(text, field="until")
        assert caught.value.field == "until"


def test_the_end_of_a_last_day_is_told_apart_from_no_change_of_it() -> None:
    assert "không hạn" in state.words_of(AccountChanged(valid_until=None))
    assert "không hạn" not in state.words_of(AccountChanged(name="Lan"))


def test_a_moment_of_today_and_one_of_another_day_are_written_differently(desk: RehearsalDesk) -> None:
    now = desk.time.now()
    made = state._moment(now, now), state._moment(now - timedelta(days=3), now), state._moment(None, now)
    assert made == ("08:15 hôm nay", "08:15 20/11/2026", "chưa lần nào")
