from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.accounts.rules import PERMISSION_TABLE, PERMISSIONS, Role, allows, holders_of, is_lasting_administrator
from desk_app.kernel.texts import is_nfc
from tests.accounts.people import an_account

TODAY = date(2026, 11, 23)

# O officer, L leader, V volunteer, A administrator: written down apart from the program's own table.
WHO_MAY = """
office.describe ...A            office.put_setting ...A         accounts.add ...A
office.put_wording ...A
accounts.change ...A            accounts.end ...A               accounts.reset_password ...A
accounts.set_own_password OLVA  accounts.sign_in OLVA           access.log OL..
access.read .L.A                calendar.import ...A            working_time.put_reading ...A
catalogue.publish ...A          printers.configure ...A         papers.copy O...
jobs.cancel O..A                jobs.retry O..A                 dossiers.register O...
dossiers.send_back O...         dossiers.find OL..              dossiers.view OL..              dossiers.step OL..
dossiers.issue_result OL..      dossiers.hand_over O...         dossiers.note OL..
dossiers.correct OL..           dossiers.correct_closed .L..    dossiers.move_due .L..
dossiers.settle_finding .L..    dossiers.export .L..
dossiers.settle O...            dossiers.approve_on_the_spot OL..
dossiers.supplement OL..        dossiers.supplement_again .L..  dossiers.refuse OL..
dossiers.refuse_late .L..       dossiers.propose_apology OL..   dossiers.approve_apology .L..
dossiers.withdraw OL..          dossiers.stop OL..              dossiers.payment OL..
dossiers.reassign OL..          dossiers.substitute .L..        dossiers.pass_on OL..
guidance.log O...               guidance.read OL..              guidance.put_procedures .L.A
appointments.book O...          appointments.read OL..          appointments.put_line .L.A
outreach.record OL..            outreach.read OL..
journal.read .L.A               journal.verify .L.A             journal.refold ...A
tickets.take O.V.               tickets.call O...               tickets.read OLV.
returns.plan O...                returns.read OL..
attachments.add O...            attachments.read OL..           attachments.purge .L.A
dossiers.book OL..              fees.take O...                  fees.read OL..
fees.close_day O...            findings.read OL..              findings.close .L..             hub.publish ...A
reference.hand_down ...A        reference.take ...A
away.prepare O..A               away.bring_home O..A
writing.write OLV.              writing.read OL..               writing.correct OL..
badges.issue ...A
sync.exchange OL.A               sync.keys ...A                  sync.read OL.A
sessions.plan OL..              sessions.run O...               sessions.read OL..
sessions.screen OLV.
reports.read OL..               reports.freeze OL..
shifts.keep OL..                shifts.plan .L..                shifts.note OL..
shifts.read OL..                shifts.read_own OLV.            shifts.print OL..
upkeep.check ...A               surveys.rate O.V.               surveys.read OL..
surveys.plan OL..               surveys.receive OL..            surveys.handle OL..
surveys.lead .L..               surveys.assess OL..
upkeep.look OL.A                upkeep.back_up OL.A             upkeep.put_place ...A
upkeep.restore ...A
signage.read OLVA               signage.manage OL.A             signage.log OLVA
"""
_WORDS = WHO_MAY.split()
CASES = list(zip(_WORDS[::2], _WORDS[1::2], strict=True))
LETTERS = {"O": Role.OFFICER, "L": Role.LEADER, "V": Role.VOLUNTEER, "A": Role.ADMINISTRATOR}


@pytest.mark.parametrize(("permission", "letters"), CASES)
@pytest.mark.parametrize("role", Role)
def test_each_role_may_do_exactly_what_the_table_says(permission: str, letters: str, role: Role) -> None:
    expected = role in {LETTERS[letter] for letter in letters if letter != "."}
    assert allows(an_account(role), permission, TODAY) is expected


def test_no_permission_is_missing_from_the_list_above() -> None:
    assert sorted(each.name for each in PERMISSION_TABLE) == sorted(name for name, _ in CASES)


def test_a_volunteer_sees_no_dossier_at_all() -> None:
    volunteers = PERMISSIONS[Role.VOLUNTEER]
    assert not [name for name in volunteers if name.startswith(("dossiers.", "journal.", "access.", "papers."))]


def test_an_administrator_registers_nothing() -> None:
    assert not [name for name in PERMISSIONS[Role.ADMINISTRATOR] if name.startswith("dossiers.")]


def test_two_roles_may_do_what_either_may() -> None:
    both = an_account(Role.OFFICER, Role.ADMINISTRATOR)
    assert allows(both, "dossiers.register", TODAY)
    assert allows(both, "accounts.add", TODAY)


def test_a_permission_nobody_has_heard_of_is_nobodys() -> None:
    assert not allows(an_account(*Role), "dossiers.burn", TODAY)


def test_an_account_without_roles_may_do_nothing() -> None:
    assert not any(allows(an_account(), each.name, TODAY) for each in PERMISSION_TABLE)


@given(st.dates(), st.dates())
def test_a_permission_expires_by_itself_after_the_last_day(last: date, on: date) -> None:
    assert allows(an_account(Role.OFFICER, valid_until=last), "dossiers.register", on) is (on <= last)


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 1, 1)), st.integers(-400, 400))
def test_an_ended_account_may_do_nothing_whatever_the_clock_says(ended_on: date, days: int) -> None:
    account = an_account(*Role, ended_on=ended_on)
    assert not allows(account, "accounts.sign_in", ended_on + timedelta(days=days))


def test_only_an_administrator_without_a_last_day_is_lasting() -> None:
    assert is_lasting_administrator(an_account(Role.ADMINISTRATOR))
    assert not is_lasting_administrator(an_account(Role.ADMINISTRATOR, valid_until=date(2099, 1, 1)))
    assert not is_lasting_administrator(an_account(Role.ADMINISTRATOR, ended_on=TODAY))
    assert not is_lasting_administrator(an_account(Role.LEADER))


def test_every_permission_has_composed_vietnamese_words_and_a_holder() -> None:
    for each in PERMISSION_TABLE:
        assert each.words
        assert is_nfc(each.words)
        assert each.roles


def test_holders_are_named_for_people() -> None:
    assert holders_of("dossiers.view") == "cán bộ một cửa hoặc lãnh đạo"
