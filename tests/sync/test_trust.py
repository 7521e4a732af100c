"""Letting desks in and out, rotation, replacement, and whose word counts."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path

import pytest

from desk_app.desk import Desk, open_desk
from desk_app.founding import Founding, found_desk
from desk_app.kernel.errors import BundleRejected, Conflict, NotAllowed, Refused
from desk_app.kernel.paths import Home
from desk_app.kernel.time_source import FixedTime
from desk_app.office.agency import Agency
from desk_app.sync.enrolment import (
    accept,
    fingerprint_qr,
    grant,
    own_request,
    read_grant,
    read_request,
    request,
)
from desk_app.sync.enrolment_files import write_signed
from desk_app.sync.export import export
from desk_app.sync.key_pair import new_keys
from desk_app.sync.keys import own_keys, rotate_keys
from desk_app.sync.revocation import revoke
from desk_app.sync.trust import find_trusted, hubs, list_trusted
from tests.desks import AGENCY, MORNING, PASSWORD, RehearsalDesk
from tests.sync.carrying import SyncOffice, answer, enrol, everything, send, take, work


def granted(hub: RehearsalDesk, desk: RehearsalDesk, stick: Path, **how: object) -> Path:
    asking = own_request(desk.sync, by=desk.admin)
    words = {"fingerprint": asking.fingerprint, "folder": stick, "command_id": desk.journal.new_id(), **how}
    return grant(hub.sync, by=hub.admin, request=asking, **words)  # type: ignore[arg-type]


def test_keys_are_made_when_first_needed_and_only_their_public_halves_stand_in_the_journal(office: SyncOffice) -> None:
    desk = office.desk(1)
    assert own_keys(desk.sync, by=desk.admin) == own_keys(desk.sync, by=desk.admin)
    keys = own_keys(desk.sync, by=desk.admin)
    rows = desk.journal.reading().execute("SELECT body FROM entries WHERE kind = 'sync.keys_made'").fetchall()
    assert len(rows) == 1
    body = rows[0][0].decode()
    assert keys.public.sign in body
    assert keys.public.seal in body
    bodies = b"".join(row[0] for row in desk.journal.reading().execute("SELECT body FROM entries").fetchall())
    assert keys.sign.encode() not in bodies
    assert keys.seal.encode() not in bodies


def test_a_request_is_read_only_as_it_was_signed(office: SyncOffice, stick: Path) -> None:
    desk = office.desk(1)
    file = request(desk.sync, by=desk.admin, folder=stick, name="Quầy nhà văn hóa ấp 3")
    asked = read_request(file)
    assert (asked.desk, asked.desk_number, asked.name) == (desk.journal.desk_id, 1, "Quầy nhà văn hóa ấp 3")
    assert len(asked.fingerprint.split()) == 6
    assert fingerprint_qr(asked.fingerprint).isascii()
    plain = json.loads(file.read_text())
    wrongs: tuple[object, ...] = (
        {**plain, "body": plain["body"].replace("ấp 3", "ấp 4")},
        {**plain, "body": plain["body"].replace('"desk_number":1', '"desk_number":2')},
        {"body": "{}", "signature": plain["signature"]},
        {**plain, "more": 1},
        [],
    )
    for wrong in wrongs:
        file.write_text(json.dumps(wrong))
        with pytest.raises(BundleRejected) as caught:
            read_request(file)
        assert caught.value.code == "sync.enrolment"


def test_a_request_signed_by_other_keys_than_it_brings_is_none(office: SyncOffice, stick: Path) -> None:
    desk = office.desk(1)
    asked = own_request(desk.sync, by=desk.admin)
    file = write_signed(stick, "xin", asked, new_keys(1))
    with pytest.raises(BundleRejected):
        read_request(file)


def test_groups_that_do_not_match_let_nobody_in(hub: RehearsalDesk, office: SyncOffice, stick: Path) -> None:
    desk = office.desk(1)
    other = own_request(hub.sync, by=hub.admin)
    with pytest.raises(Refused) as caught:
        granted(hub, desk, stick, fingerprint=other.fingerprint)
    assert caught.value.code == "sync.fingerprint"
    assert list_trusted(hub.sync) == ()
    given = read_grant(granted(hub, desk, stick))
    with pytest.raises(Refused):
        accept(desk.sync, by=desk.admin, grant=given, fingerprint="lúa-0001", command_id=desk.journal.new_id())
    assert list_trusted(desk.sync) == ()


def test_a_grant_for_another_desk_or_another_number_is_not_accepted(
    hub: RehearsalDesk, office: SyncOffice, stick: Path
) -> None:
    one, two = office.desk(1), office.desk(2)
    given = read_grant(granted(hub, one, stick))
    with pytest.raises(BundleRejected) as caught:
        accept(two.sync, by=two.admin, grant=given, fingerprint=given.fingerprint, command_id=two.journal.new_id())
    assert caught.value.code == "sync.wrong_receiver"


def test_two_desks_with_one_number_would_issue_the_same_codes(
    hub: RehearsalDesk, desk: RehearsalDesk, tmp_path: Path, stick: Path
) -> None:
    with founded(tmp_path / "same", number=1) as same:
        for _ in range(2):
            with pytest.raises(Conflict) as caught:
                granted(hub, same, stick)
            assert caught.value.code == "sync.number_taken"
            # A lost desk's number stays its own.
            revoke(hub.sync, by=hub.admin, desk=desk.journal.desk_id, reason="mất máy", command_id=hub.journal.new_id())


def test_the_hub_tells_desks_of_one_office_about_each_other(
    hub: RehearsalDesk, desk: RehearsalDesk, office: SyncOffice, stick: Path
) -> None:
    other = office.desk(2)
    enrol(other, hub, stick)
    assert {each.desk for each in list_trusted(other.sync)} == {hub.journal.desk_id, desk.journal.desk_id}
    assert {each.desk for each in list_trusted(desk.sync)} == {hub.journal.desk_id}
    take(desk, send(hub, stick, to=desk.journal.desk_id, desks=(hub.journal.desk_id,)).file)
    assert find_trusted(desk.sync, other.journal.desk_id) is not None
    work(other)
    assert take(desk, send(other, stick, to=desk.journal.desk_id).file).taken > 0


def test_a_desk_s_word_about_a_third_one_counts_for_nothing(
    hub: RehearsalDesk, desk: RehearsalDesk, office: SyncOffice, stick: Path
) -> None:
    friend = office.desk(9)
    enrol(friend, desk, stick, role="desk")
    take(hub, send(desk, stick).file)
    assert find_trusted(hub.sync, friend.journal.desk_id) is None
    work(friend)
    with pytest.raises(BundleRejected) as caught:
        take(hub, send(friend, stick).file)
    assert caught.value.code == "sync.unknown_desk"


def test_a_rotated_key_is_reached_from_the_old_one_and_both_open(
    hub: RehearsalDesk, desk: RehearsalDesk, stick: Path
) -> None:
    work(desk)
    before = send(desk, stick)
    old = own_keys(desk.sync, by=desk.admin)
    for _ in range(2):
        rotate_keys(desk.sync, by=desk.admin, command_id=desk.journal.new_id())
    assert own_keys(desk.sync, by=desk.admin).generation == 3
    work(desk)
    after = send(desk, stick)
    assert [each.generation for each in after.cover.rotations] == [2, 3]
    assert take(hub, after.file).taken > 0
    assert take(hub, before.file).known == before.entries
    known = find_trusted(hub.sync, desk.journal.desk_id)
    assert known is not None
    assert known.public.sign == old.public.sign
    assert known.present.sign == own_keys(desk.sync, by=desk.admin).public.sign
    told = answer(hub, desk, stick)
    assert told.waiting == 0
    assert take(desk, before.file).known == before.entries


def test_a_revocation_travels_in_the_acknowledgement(
    hub: RehearsalDesk, desk: RehearsalDesk, office: SyncOffice, stick: Path
) -> None:
    lost = office.desk(2)
    enrol(lost, hub, stick)
    enrol(lost, desk, stick, role="desk")
    work(lost)
    file = send(lost, stick, to=desk.journal.desk_id).file
    revoke(hub.sync, by=hub.admin, desk=lost.journal.desk_id, reason="mất máy", command_id=hub.journal.new_id())
    assert answer(hub, desk, stick).newly_revoked == (lost.journal.desk_id,)
    with pytest.raises(BundleRejected) as caught:
        take(desk, file)
    assert caught.value.code == "sync.revoked_key"
    assert "mất máy" in caught.value.message
    assert answer(hub, desk, stick).newly_revoked == ()
    with pytest.raises(Refused):
        send(desk, stick, to=lost.journal.desk_id)


def test_a_new_grant_does_not_let_in_again_whom_this_desk_took_out(
    hub: RehearsalDesk, desk: RehearsalDesk, office: SyncOffice, stick: Path
) -> None:
    other = office.desk(2)
    enrol(other, hub, stick)
    enrol(other, desk, stick, role="desk")
    revoke(desk.sync, by=desk.admin, desk=other.journal.desk_id, reason="thử", command_id=desk.journal.new_id())
    enrol(desk, hub, stick)
    found = find_trusted(desk.sync, other.journal.desk_id)
    assert found is not None
    assert found.revoked_at is not None


def test_a_lost_desk_is_replaced_with_its_history(
    hub: RehearsalDesk, desk: RehearsalDesk, tmp_path: Path, stick: Path
) -> None:
    work(desk, "Người Của Máy Cũ")
    take(hub, send(desk, stick).file)
    with founded(tmp_path / "new", number=2) as new:
        enrol(new, hub, stick, replaces=desk.journal.desk_id)
        (gone,) = [each for each in list_trusted(hub.sync) if each.revoked_at]
        assert gone.desk == desk.journal.desk_id
        take(new, send(hub, stick, to=new.journal.desk_id, whole=True).file)
        work(new, "Người Của Máy Mới")
        rows = new.journal.reading().execute("SELECT name, code FROM dossiers ORDER BY code").fetchall()
        assert [(name, code[-4:]) for name, code in rows] == [
            ("Người Của Máy Cũ", "1001"),
            ("Người Của Máy Mới", "2001"),
        ]
        take(hub, send(new, stick).file)
        assert everything(hub) == everything(new)
        work(desk)
        with pytest.raises(BundleRejected) as caught:
            take(hub, send(desk, stick).file)
        assert caught.value.code == "sync.revoked_key"


@contextmanager
def founded(folder: Path, *, number: int, agency: Agency = AGENCY) -> Iterator[RehearsalDesk]:
    """Give a desk that was set up here and now, with one person."""
    founding = Founding(
        agency=agency, desk_number=number, login="moi", name="Người Mới", password=PASSWORD, rehearsal=True
    )
    time = FixedTime(MORNING)
    found_desk(Home(folder), founding, time=time)
    desk = open_desk(Home(folder), time=time)
    rooms = {field.name: getattr(desk, field.name) for field in fields(Desk)}
    admin = desk.accounts.present_book().list_accounts()[0].id
    try:
        yield RehearsalDesk(**rooms, time=time, admin=admin, accounts_by_role={})
    finally:
        desk.close()


def test_officers_exchange_and_only_administrators_let_in(hub: RehearsalDesk, office: SyncOffice, stick: Path) -> None:
    desk = office.desk(1)
    officer = desk.accounts_by_role["officer"]
    with pytest.raises(NotAllowed):
        request(desk.sync, by=officer, folder=stick)
    enrol(desk, hub, stick)
    assert [each.desk for each in hubs(desk.sync)] == [hub.journal.desk_id]
    work(desk)
    assert export(desk.sync, by=officer, folder=stick).entries > 0
