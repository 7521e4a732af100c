"""Badges: a code that nobody can guess, kept as a hash alone, that expires, can be revoked, and may want a PIN."""

import re
from datetime import date, timedelta
from io import BytesIO

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from desk_app.accounts.access_log import access_of
from desk_app.accounts.badges import (
    badge_holder,
    list_badges,
    looks_like_badge,
    needs_pin,
    revoke_badge,
    revoke_badges_of,
    sign_in_by_badge,
)
from desk_app.accounts.commands import end_account, set_secret
from desk_app.accounts.idle_lock import is_helper
from desk_app.accounts.rules import Role
from desk_app.accounts.secret_rules import SecretKind
from desk_app.dossiers.numbering import CODE
from desk_app.journal.tables import every_entry
from desk_app.kernel.errors import InvalidInput, NotAllowed, NotFound, Refused
from desk_app.office.commands import put_setting
from desk_app.printing.blocks import Paper, QrCode
from desk_app.printing.page_picture import page_pictures
from desk_app.printing.slip import slip_picture
from desk_app.printing.tables.jobs import first_job_of, paper_of_job
from desk_app.printing.worker import run_until_empty
from desk_app.writing.badges import print_badge
from tests.accounts.people import an_account
from tests.desks import PASSWORD, RehearsalDesk
from tests.writing.sitting_here import volunteer, with_printer
from ui.shell.opening import badge_in, sign

PIN = "902517"
# What the digits of a scanner become on the Vietnamese keyboard layout.
VN_LAYOUT = dict(zip("1234567890", "ăâêô\u0300\u0309\u0303\u0301\u0323đ", strict=True))


def issued(desk: RehearsalDesk, account: str = "", **values: object) -> tuple[str, str]:
    """Print a badge; return its id and the code that stands on it."""
    written = print_badge(
        desk.writing,
        by=desk.accounts_by_role["keeper"],
        account=account or volunteer(desk),
        command_id=desk.journal.new_id(),
        **values,  # type: ignore[arg-type]
    )
    paper_id = written.entries[-1].subject
    paper = paper_of_job(desk.journal.reading(), first_job_of(paper_id))
    return paper_id.partition("/")[0], code_on(paper)


def code_on(paper: Paper) -> str:
    return next(block.payload for block in paper.blocks if isinstance(block, QrCode))


@pytest.fixture
def code(desk: RehearsalDesk) -> str:
    """Give the code of the helper's badge."""
    return issued(desk)[1]


def with_pin(desk: RehearsalDesk, account: str) -> None:
    command = desk.journal.new_id()
    set_secret(desk.accounts, by=account, kind=SecretKind.PIN, old=PASSWORD, new=PIN, command_id=command)


def test_a_badge_signs_its_holder_in_and_the_log_says_how(desk: RehearsalDesk, code: str) -> None:
    assert sign_in_by_badge(desk.accounts, code).id == volunteer(desk)
    log = access_of(desk.accounts, by=desk.accounts_by_role["leader"], account_id=volunteer(desk))
    assert (log[0].kind, log[0].how) == ("access.signed_in", "badge")


def test_the_code_is_on_the_paper_alone(desk: RehearsalDesk) -> None:
    with_printer(desk)
    _badge, code = issued(desk)
    digits = re.sub(r"\D", "", code).encode()
    run_until_empty(desk.printing)
    bodies = b"".join(entry.body for entry in every_entry(desk.journal.reading()))
    rows = desk.journal.reading().execute("SELECT * FROM badges").fetchall()
    jobs = desk.journal.reading().execute("SELECT paper FROM print_jobs").fetchall()
    for kept in (bodies, repr(rows).encode(), repr(jobs).encode()):
        assert code.encode() not in kept
        assert digits not in kept
    assert list(desk.home.folder.rglob("badge*")) == []


def test_no_two_badges_have_the_same_code_and_all_are_long(desk: RehearsalDesk) -> None:
    codes = {issued(desk)[1] for _badge in range(20)}
    assert len(codes) == 20
    assert all(len(re.sub(r"\D", "", each)) == 33 for each in codes)


def test_a_code_is_neither_a_dossier_nor_an_identity_card(code: str) -> None:
    assert not CODE.match(code)
    assert "|" not in code
    assert set(code) <= set("0123456789-")


@given(st.text(max_size=60))
def test_other_texts_are_no_badges(text: str) -> None:
    assert looks_like_badge(text) is False or re.fullmatch(r"00(-\d{10}){3}-\d", text.strip()) is not None


def test_a_misread_digit_is_noticed(code: str) -> None:
    for place, letter in enumerate(code):
        if letter.isdigit() and place > 2:
            wrong = code[:place] + str((int(letter) + 1) % 10) + code[place + 1 :]
            assert not looks_like_badge(wrong)


def test_a_code_that_opens_nothing_is_refused(desk: RehearsalDesk, code: str) -> None:
    for wrong in ("", "00-1", code[:-1] + str((int(code[-1]) + 1) % 10), "quantri"):
        with pytest.raises(NotAllowed):
            badge_holder(desk.accounts, wrong)


def test_a_revoked_badge_opens_nothing_from_that_moment(desk: RehearsalDesk) -> None:
    badge, code = issued(desk)
    keeper = desk.accounts_by_role["keeper"]
    revoke_badge(desk.accounts, by=keeper, badge=badge, reason="mất thẻ", command_id=desk.journal.new_id())
    with pytest.raises(NotAllowed):
        sign_in_by_badge(desk.accounts, code)
    with pytest.raises(Refused):
        revoke_badge(desk.accounts, by=keeper, badge=badge, reason="mất thẻ", command_id=desk.journal.new_id())
    with pytest.raises(NotFound):
        revoke_badge(desk.accounts, by=keeper, badge="x", reason="mất thẻ", command_id=desk.journal.new_id())
    assert [each.revoked_at is not None for each in list_badges(desk.accounts, by=keeper)] == [True]


def test_a_badge_expires_after_its_last_day(desk: RehearsalDesk) -> None:
    _badge, code = issued(desk, expires_on=date(2026, 11, 24))
    desk.time.advance(timedelta(days=1))
    assert sign_in_by_badge(desk.accounts, code).id == volunteer(desk)
    desk.time.advance(timedelta(days=1))
    with pytest.raises(NotAllowed) as refused:
        sign_in_by_badge(desk.accounts, code)
    assert refused.value.code == "sign_in.badge_expired"


@pytest.mark.parametrize("last", [date(2026, 11, 22), date(2030, 1, 1)])
def test_a_last_day_that_is_past_or_too_far_is_refused(desk: RehearsalDesk, last: date) -> None:
    with pytest.raises(InvalidInput):
        issued(desk, expires_on=last)


def test_an_ended_person_comes_in_by_no_badge(desk: RehearsalDesk, code: str) -> None:
    end_account(
        desk.accounts, by=desk.admin, account_id=volunteer(desk), reason="hết hạn", command_id=desk.journal.new_id()
    )
    with pytest.raises(NotAllowed):
        sign_in_by_badge(desk.accounts, code)
    with pytest.raises(Refused):
        issued(desk)


@pytest.mark.parametrize("role", ["leader", "keeper"])
def test_who_may_approve_or_administer_gets_no_badge(desk: RehearsalDesk, role: str) -> None:
    with pytest.raises(Refused):
        issued(desk, desk.accounts_by_role[role])


def test_an_officer_needs_the_pin_as_well(desk: RehearsalDesk) -> None:
    officer = desk.accounts_by_role["officer"]
    _badge, code = issued(desk, officer)
    with pytest.raises(NotAllowed) as refused:
        sign_in_by_badge(desk.accounts, code)
    assert refused.value.code == "sign_in.no_pin"
    with_pin(desk, officer)
    with pytest.raises(NotAllowed):
        sign_in_by_badge(desk.accounts, code, pin="111222")
    assert sign_in_by_badge(desk.accounts, code, pin=PIN).id == officer


def test_wrong_pins_have_to_wait_like_wrong_passwords(desk: RehearsalDesk) -> None:
    officer = desk.accounts_by_role["officer"]
    _badge, code = issued(desk, officer)
    with_pin(desk, officer)
    for _try in range(5):
        with pytest.raises(NotAllowed):
            sign_in_by_badge(desk.accounts, code, pin="111222")
    with pytest.raises(NotAllowed) as refused:
        sign_in_by_badge(desk.accounts, code, pin=PIN)
    assert refused.value.code == "sign_in.wait"


def test_the_office_may_ask_helpers_for_a_pin_too(desk: RehearsalDesk, code: str) -> None:
    assert sign(desk, code, "").badge == ""
    put_setting(
        desk.office,
        by=desk.accounts_by_role["keeper"],
        key="badge_needs_pin",
        valid_from=date(2026, 11, 23),
        value="có",
        command_id=desk.journal.new_id(),
    )
    asked = sign(desk, code, "")
    assert (asked.account.id, asked.badge) == (volunteer(desk), code)
    with_pin(desk, volunteer(desk))
    assert sign(desk, "volunteer", PIN, code).badge == ""


def test_a_code_is_read_whatever_the_keyboard_layout_made_of_it(code: str) -> None:
    garbled = "".join(VN_LAYOUT.get(letter, letter) for letter in code)
    assert not looks_like_badge(garbled)
    assert badge_in(garbled + "\r\n") == code
    assert badge_in(code + "\r\n") == code
    assert badge_in("lan.tran") == ""


def test_the_code_on_the_paper_is_read_back_by_a_scanner(desk: RehearsalDesk) -> None:
    written = print_badge(
        desk.writing, by=desk.accounts_by_role["keeper"], account=volunteer(desk), command_id=desk.journal.new_id()
    )
    paper = paper_of_job(desk.journal.reading(), first_job_of(written.entries[-1].subject))
    pages = (Image.open(BytesIO(page)) for page in page_pictures(paper, 200))
    seen = [found.text for page in (*pages, slip_picture(paper, 576)) for found in zxingcpp.read_barcodes(page)]
    assert seen == [code_on(paper)] * 2


def test_every_badge_of_a_person_is_revoked_at_once(desk: RehearsalDesk) -> None:
    codes = [issued(desk)[1] for _badge in range(2)]
    keeper = desk.accounts_by_role["keeper"]
    for again in (False, True):
        values = {"account": volunteer(desk), "reason": "nghỉ", "command_id": desk.journal.new_id()}
        if again:
            with pytest.raises(Refused):
                revoke_badges_of(desk.accounts, by=keeper, **values)
        else:
            revoke_badges_of(desk.accounts, by=keeper, **values)
    for code in codes:
        with pytest.raises(NotAllowed):
            badge_holder(desk.accounts, code)


def test_only_a_helper_alone_is_a_helper() -> None:
    assert is_helper(an_account(Role.VOLUNTEER))
    assert not is_helper(an_account(Role.VOLUNTEER, Role.OFFICER))
    assert needs_pin(an_account(Role.VOLUNTEER), always=True)
    assert not needs_pin(an_account(Role.VOLUNTEER), always=False)


def test_folding_again_keeps_the_badges(desk: RehearsalDesk, code: str) -> None:
    assert desk.journal.refold() == ()
    assert sign_in_by_badge(desk.accounts, code).id == volunteer(desk)
