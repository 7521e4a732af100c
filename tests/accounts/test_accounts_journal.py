from datetime import date, timedelta

import pytest

from desk_app.accounts.authorise import MACHINE
from desk_app.accounts.commands import add_account, change_account, end_account, reset_secret
from desk_app.accounts.facts import AccountAdded, AccountChanged, account_subject
from desk_app.accounts.rules import Role, is_lasting_administrator
from desk_app.accounts.sign_in import must_change_password, sign_in
from desk_app.kernel.errors import InvalidInput, NotAllowed, NotFound, Refused
from tests.accounts.people import PASSWORD, added
from tests.desks import RehearsalDesk


def test_an_added_account_is_in_the_book_and_signs_in(desk: RehearsalDesk) -> None:
    lan = added(desk, "Lan.Trần", Role.OFFICER)
    assert desk.accounts.present_book().get(lan).login == "lan.tran"
    assert sign_in(desk.accounts, "LAN.TRAN", PASSWORD).id == lan


def test_a_repeated_command_adds_one_account(desk: RehearsalDesk) -> None:
    person = AccountAdded(login="lan", name="Trần Thị Lan", roles=(Role.OFFICER,))
    first, second = (
        add_account(desk.accounts, by=desk.admin, person=person, password=PASSWORD, command_id="form-1")
        for _ in range(2)
    )
    assert second.repeated
    assert second.subject == first.subject
    assert [each.login for each in desk.accounts.present_book().accounts].count("lan") == 1


def test_two_people_do_not_share_a_login(desk: RehearsalDesk) -> None:
    added(desk, "lan")
    with pytest.raises(InvalidInput, match="đã có người dùng"):
        added(desk, "LAN")


def test_the_machine_adds_nobody_to_a_desk_that_has_an_administrator(desk: RehearsalDesk) -> None:
    person = AccountAdded(login="mallory", name="Người Lạ", roles=(Role.ADMINISTRATOR,))
    with pytest.raises(NotAllowed):
        add_account(desk.accounts, by=MACHINE, person=person, password=PASSWORD, command_id="c")


def test_an_officer_adds_nobody(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan", Role.OFFICER)
    person = AccountAdded(login="minh", name="Lê Minh", roles=(Role.ADMINISTRATOR,))
    with pytest.raises(NotAllowed, match="không có quyền thêm tài khoản"):
        add_account(desk.accounts, by=lan, person=person, password=PASSWORD, command_id="c")
    assert desk.accounts.present_book().find_by_login("minh") is None


def test_a_changed_role_counts_at_the_very_next_write(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan", Role.OFFICER)
    change = AccountChanged(roles=(Role.ADMINISTRATOR,))
    change_account(desk.accounts, by=desk.admin, account_id=lan, change=change, command_id="c")
    person = AccountAdded(login="minh", name="Lê Minh", roles=(Role.OFFICER,))
    add_account(desk.accounts, by=lan, person=person, password=PASSWORD, command_id="d")
    assert desk.accounts.present_book().find_by_login("minh")


def leave_one_administrator(desk: RehearsalDesk) -> None:
    for other in desk.accounts.present_book().accounts:
        if is_lasting_administrator(other) and other.id != desk.admin:
            end_account(desk.accounts, by=desk.admin, account_id=other.id, reason="Nghỉ hưu", command_id=other.id)


def test_the_last_administrator_is_neither_ended_nor_demoted_nor_limited(desk: RehearsalDesk) -> None:
    leave_one_administrator(desk)
    with pytest.raises(Refused, match="quản trị cuối cùng"):
        end_account(desk.accounts, by=desk.admin, account_id=desk.admin, reason="Nghỉ hưu", command_id="c1")
    for number, change in enumerate(
        (AccountChanged(roles=(Role.OFFICER,)), AccountChanged(valid_until=date(2099, 12, 31)))
    ):
        with pytest.raises(Refused, match="quản trị cuối cùng"):
            change_account(
                desk.accounts, by=desk.admin, account_id=desk.admin, change=change, command_id=f"change-{number}"
            )


def test_an_administrator_whose_account_expires_does_not_replace_the_last_one(desk: RehearsalDesk) -> None:
    leave_one_administrator(desk)
    added(desk, "minh", Role.ADMINISTRATOR, valid_until=date(2099, 12, 31))
    with pytest.raises(Refused, match="quản trị cuối cùng"):
        end_account(desk.accounts, by=desk.admin, account_id=desk.admin, reason="Nghỉ hưu", command_id="c")


def test_an_administrator_may_be_ended_when_another_remains(desk: RehearsalDesk) -> None:
    leave_one_administrator(desk)
    minh = added(desk, "minh", Role.ADMINISTRATOR)
    end_account(desk.accounts, by=minh, account_id=desk.admin, reason="Nghỉ hưu", command_id="c")
    assert desk.accounts.present_book().get(desk.admin).ended_reason == "Nghỉ hưu"


def test_an_ended_account_is_refused_with_its_reason_only_after_the_right_password(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan")
    end_account(desk.accounts, by=desk.admin, account_id=lan, reason="Chuyển công tác", command_id="c")
    with pytest.raises(NotAllowed) as guessing:
        sign_in(desk.accounts, "lan", "không phải mật khẩu")
    assert guessing.value.code == "sign_in.wrong"
    with pytest.raises(NotAllowed, match="đã ngừng từ ngày"):
        sign_in(desk.accounts, "lan", PASSWORD)


def test_an_account_expires_by_itself_and_is_extended(desk: RehearsalDesk) -> None:
    today = desk.time.now().date()
    lan = added(desk, "lan", valid_until=today)
    assert sign_in(desk.accounts, "lan", PASSWORD).id == lan
    desk.time.advance(timedelta(days=1))
    with pytest.raises(NotAllowed, match="chỉ dùng được đến hết ngày"):
        sign_in(desk.accounts, "lan", PASSWORD)
    change = AccountChanged(valid_until=today + timedelta(days=30))
    change_account(desk.accounts, by=desk.admin, account_id=lan, change=change, command_id="c")
    assert sign_in(desk.accounts, "lan", PASSWORD).id == lan


def test_a_login_is_free_again_after_its_account_ended(desk: RehearsalDesk) -> None:
    first = added(desk, "lan")
    end_account(desk.accounts, by=desk.admin, account_id=first, reason="Nghỉ hưu", command_id="c")
    second = added(desk, "lan")
    assert sign_in(desk.accounts, "lan", PASSWORD).id == second != first


def test_an_unknown_account_cannot_be_changed(desk: RehearsalDesk) -> None:
    with pytest.raises(NotFound):
        change_account(desk.accounts, by=desk.admin, account_id="x", change=AccountChanged(name="Lan"), command_id="c")


def test_nothing_made_from_a_password_stands_in_the_journal(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan")
    reset_secret(desk.accounts, by=desk.admin, account_id=lan, password="cây đa bến nước", command_id="c")
    bodies = [recorded.entry.body.decode() for recorded in desk.accounts.journal.history(account_subject(lan))]
    assert len(bodies) == 3
    assert not [body for body in bodies if "argon2" in body or PASSWORD in body or "bến nước" in body]


def test_folding_again_changes_no_table_and_locks_nobody_out(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan", valid_until=date(2099, 12, 31))
    change = AccountChanged(title="Công chức Tư pháp – Hộ tịch")
    change_account(desk.accounts, by=desk.admin, account_id=lan, change=change, command_id="c")
    before = desk.accounts.present_book()
    assert desk.accounts.journal.refold() == ()
    assert desk.accounts.present_book() == before
    assert sign_in(desk.accounts, "lan", PASSWORD).id == lan


def test_who_got_a_password_from_the_administrator_must_change_it(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan")
    assert must_change_password(desk.accounts, lan)
    assert not must_change_password(desk.accounts, "nobody")


def test_an_administrator_without_a_password_on_this_desk_does_not_replace_the_last_one(desk: RehearsalDesk) -> None:
    leave_one_administrator(desk)
    minh = added(desk, "minh", Role.ADMINISTRATOR)
    with desk.accounts.journal.store.writing() as db:
        db.execute("DELETE FROM credentials WHERE account = ?", (minh,))
    with pytest.raises(Refused, match="quản trị cuối cùng"):
        end_account(desk.accounts, by=desk.admin, account_id=desk.admin, reason="Nghỉ hưu", command_id="c")


def test_nobody_is_renamed_to_a_login_in_use(desk: RehearsalDesk) -> None:
    added(desk, "lan")
    minh = added(desk, "minh")
    change = AccountChanged(login="Lan")
    with pytest.raises(InvalidInput, match="đã có người dùng"):
        change_account(desk.accounts, by=desk.admin, account_id=minh, change=change, command_id="c")


def test_an_ended_account_gets_no_new_password(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan")
    end_account(desk.accounts, by=desk.admin, account_id=lan, reason="Nghỉ hưu", command_id="c1")
    with pytest.raises(Refused, match="đã ngừng"):
        reset_secret(desk.accounts, by=desk.admin, account_id=lan, password="cây đa bến nước", command_id="c2")
