from datetime import timedelta

import pytest

from desk_app.accounts.access_log import access_about, access_of, latest_access
from desk_app.accounts.commands import dossiers_look_logged, look_up_logged
from desk_app.accounts.facts import How, about_dossier, about_person
from desk_app.accounts.rules import Role
from desk_app.accounts.sign_in import sign_in
from desk_app.kernel.errors import InvalidInput, NotAllowed
from tests.accounts.people import PASSWORD, added
from tests.desks import RehearsalDesk

DOSSIER = about_dossier("0199f0c2-7a5e-7c11-8000-aaaaaaaaaaaa")
PERSON = about_person("093085001234")


def look(desk: RehearsalDesk, by: str, about: str, how: How = "card", reason: str = "") -> None:
    desk.time.advance(timedelta(minutes=1))
    command_id = desk.accounts.journal.new_id()
    look_up_logged(desk.accounts, by=by, about=about, how=how, reason=reason, command_id=command_id)


def test_the_log_says_who_looked_at_whom_newest_first(desk: RehearsalDesk) -> None:
    lan, minh, leader = added(desk, "lan"), added(desk, "minh"), added(desk, "huong", Role.LEADER)
    look(desk, lan, DOSSIER)
    look(desk, minh, PERSON, "search", "Công dân hỏi tại quầy")
    look(desk, minh, about_dossier("another"), "scan")
    asked = access_about(desk.accounts, by=leader, abouts=(DOSSIER, PERSON))
    assert [(each.account, each.about, each.how) for each in asked] == [
        (minh, PERSON, "search"),
        (lan, DOSSIER, "card"),
    ]
    assert asked[0].reason == "Công dân hỏi tại quầy"
    assert asked[0].at > asked[1].at


def test_a_search_names_every_dossier_it_showed_a_page_to_an_entry(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan")
    shown = [f"ho-so-{number}" for number in range(163)]
    written = dossiers_look_logged(
        desk.accounts, by=lan, words="Tìm hồ sơ", dossiers=shown, how="search", command_id=desk.journal.new_id()
    )
    assert len(written.entries) == 3
    for dossier in ("ho-so-0", "ho-so-1", "ho-so-99", "ho-so-100", "ho-so-162"):
        (line,) = access_about(desk.accounts, by=desk.admin, abouts=[about_dossier(dossier)])
        assert (line.account, line.about, line.how) == (lan, f"dossier:{dossier}", "search")
    assert access_about(desk.accounts, by=desk.admin, abouts=[about_dossier("ho-so-163")]) == ()
    assert [each.reason for each in access_of(desk.accounts, by=desk.admin, account_id=lan)] == ["Tìm hồ sơ: 163 hồ sơ"]


def test_a_whole_list_is_named_by_its_words_alone(desk: RehearsalDesk) -> None:
    shown = [f"d{number}" for number in range(1001)]
    written = dossiers_look_logged(
        desk.accounts, by=desk.admin, words="Danh sách", dossiers=shown, how="list", command_id=desk.journal.new_id()
    )
    assert len(written.entries) == 1


def test_the_log_of_one_officer_holds_sign_ins_and_looks(desk: RehearsalDesk) -> None:
    lan, leader = added(desk, "lan"), added(desk, "huong", Role.LEADER)
    sign_in(desk.accounts, "lan", PASSWORD)
    look(desk, lan, DOSSIER)
    kinds = [each.kind for each in access_of(desk.accounts, by=leader, account_id=lan)]
    assert kinds == ["access.looked_up", "access.signed_in"]


def test_a_password_set_by_somebody_else_is_in_the_log(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan")
    newest = latest_access(desk.accounts, by=desk.admin, limit=1)
    assert [(each.account, each.kind, each.about) for each in newest] == [
        (desk.admin, "accounts.secret_set", f"account:{lan}")
    ]


def test_the_log_is_no_longer_than_asked(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan")
    for _ in range(5):
        look(desk, lan, DOSSIER)
    assert len(access_about(desk.accounts, by=desk.admin, abouts=(DOSSIER,), limit=3)) == 3


def test_an_officer_does_not_read_the_log(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan")
    with pytest.raises(NotAllowed, match="xem nhật ký tra cứu"):
        latest_access(desk.accounts, by=lan)


def test_a_full_identity_number_never_enters_the_journal(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan")
    with pytest.raises(InvalidInput):
        look(desk, lan, "person:093085001234")


def test_folding_the_log_again_changes_nothing(desk: RehearsalDesk) -> None:
    lan = added(desk, "lan")
    sign_in(desk.accounts, "lan", PASSWORD)
    look(desk, lan, DOSSIER)
    before = latest_access(desk.accounts, by=desk.admin)
    assert desk.accounts.journal.refold() == ()
    assert latest_access(desk.accounts, by=desk.admin) == before
