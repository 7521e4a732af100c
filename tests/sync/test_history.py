"""A desk that replaces a lost one goes on with its work."""

from pathlib import Path

import pytest

from desk_app.kernel.errors import BundleRejected, Conflict, NotFound, Refused
from desk_app.kernel.records import changed
from desk_app.sync.enrolment import grant, own_request
from desk_app.sync.enrolment_files import Grant
from desk_app.sync.export import export
from desk_app.sync.facts import Role
from desk_app.sync.history import take_history, write_history
from desk_app.sync.importing import import_bundle
from desk_app.sync.trust import list_trusted
from tests.desks import RehearsalDesk
from tests.sync.carrying import SyncOffice, answer, enrol, everything, send, take, work
from tests.sync.hubs import OFFICES, join, open_hub, sent, staff_of
from tests.sync.test_trust import founded


def successor(
    office: SyncOffice, granter: RehearsalDesk, lost: RehearsalDesk, *, number: int = 2, role: Role = "hub"
) -> tuple[RehearsalDesk, Grant]:
    """Let a new desk in instead of a lost one; grant and history stand on the stick."""
    new = office.desk(number)
    given = enrol(new, granter, office.stick, role=role, replaces=lost.journal.desk_id)
    write_history(granter.sync, by=granter.admin, desk=new.journal.desk_id, folder=office.stick)
    return new, given


def names(desk: RehearsalDesk) -> list[tuple[str, str]]:
    rows = desk.journal.reading().execute("SELECT name, code FROM dossiers ORDER BY code").fetchall()
    return [(name, code[-4:]) for name, code in rows]


def test_the_new_desk_gets_the_lost_one_s_dossiers_back_and_sends_only_what_is_new(
    hub: RehearsalDesk, desk: RehearsalDesk, office: SyncOffice, stick: Path
) -> None:
    (stick / "ảnh.tar").write_bytes(b"something of somebody else's")
    work(desk, "Người Của Máy Cũ")
    take(hub, send(desk, stick).file)
    new, given = successor(office, hub, desk)
    came = take_history(new.sync, by=new.admin, grant=given, folder=stick)
    assert sum(each.taken for each in came) > 0
    assert names(new) == [("Người Của Máy Cũ", "1001")]
    work(new, "Người Của Máy Mới")
    assert names(new)[-1] == ("Người Của Máy Mới", "2001"), "the numbers of the lost desk stay its own"
    first = send(new, stick)
    assert {each.desk for each in first.cover.slices} == {new.journal.desk_id}, (
        "what came from the hub does not go back"
    )
    take(hub, first.file)
    assert everything(hub) == everything(new)
    assert answer(hub, new, stick).waiting == 0
    again = take_history(new.sync, by=new.admin, grant=given, folder=stick)
    assert sum(each.taken for each in again) == 0


def test_the_lost_desk_is_listened_to_no_more(
    hub: RehearsalDesk, desk: RehearsalDesk, office: SyncOffice, stick: Path
) -> None:
    take(hub, send(desk, stick).file)
    successor(office, hub, desk)
    work(desk)
    with pytest.raises(BundleRejected) as caught:
        take(hub, send(desk, stick).file)
    assert caught.value.code == "sync.revoked_key"
    (gone,) = [each for each in list_trusted(hub.sync) if each.revoked_at]
    assert gone.desk == desk.journal.desk_id


def test_another_desk_of_the_office_gives_the_history_as_well(office: SyncOffice, stick: Path) -> None:
    one, two = office.desk(1), office.desk(2)
    enrol(one, two, stick, role="desk")
    enrol(two, one, stick, role="desk")
    work(one, "Người Của Máy Cũ")
    take(two, send(one, stick, to=two.journal.desk_id).file)
    three, given = successor(office, two, one, number=3, role="desk")
    take_history(three.sync, by=three.admin, grant=given, folder=stick)
    assert names(three) == [("Người Của Máy Cũ", "1001")]


def test_nothing_of_another_office_goes_along(office: SyncOffice, tmp_path: Path, stick: Path) -> None:
    ours, new = office.desk(1), office.desk(3)
    with open_hub(tmp_path / "upper") as upper, founded(tmp_path / "other", number=1, agency=OFFICES[1]) as theirs:
        for each in (ours, theirs):
            join(upper, each, stick)
            work(each)
            import_bundle(upper.sync, by=staff_of(upper), file=sent(each, stick))
        join(upper, new, stick)
        made = write_history(upper.sync, by=staff_of(upper), desk=new.journal.desk_id, folder=stick)
        travelling = {each.desk for each in made.cover.slices}
        assert ours.journal.desk_id in travelling
        whole = export(upper.sync, by=staff_of(upper), folder=stick, to=new.journal.desk_id, whole=True)
        assert theirs.journal.desk_id not in {each.desk for each in whole.cover.slices}
        assert theirs.journal.desk_id not in travelling


def test_a_new_desk_with_the_lost_one_s_number_is_told_a_free_one(
    hub: RehearsalDesk, desk: RehearsalDesk, tmp_path: Path, stick: Path
) -> None:
    with founded(tmp_path / "same", number=1) as same:
        asking = own_request(same.sync, by=same.admin)
        with pytest.raises(Conflict) as caught:
            grant(
                hub.sync,
                by=hub.admin,
                request=asking,
                fingerprint=asking.fingerprint,
                folder=stick,
                replaces=desk.journal.desk_id,
                command_id=same.journal.new_id(),
            )
    assert "số 2" in caught.value.hint
    assert [each.revoked_at for each in list_trusted(hub.sync)] == [None], "the old desk is not taken out either"


def test_only_a_known_desk_of_the_same_office_can_be_replaced(
    hub: RehearsalDesk, desk: RehearsalDesk, office: SyncOffice, stick: Path
) -> None:
    new = office.desk(2)
    asking = own_request(new.sync, by=new.admin)
    elsewhere = changed(asking, office_code="000.99.99.H49")
    cases = (
        (asking, "khong-co", NotFound, "sync.no_receiver"),
        (elsewhere, desk.journal.desk_id, Refused, "sync.other_office"),
        (own_request(desk.sync, by=desk.admin), desk.journal.desk_id, Refused, "sync.not_replaceable"),
    )
    for request, lost, kind, code in cases:
        with pytest.raises(kind) as caught:
            grant(
                hub.sync,
                by=hub.admin,
                request=request,
                fingerprint=request.fingerprint,
                folder=stick,
                replaces=lost,
                command_id=hub.journal.new_id(),
            )
        assert caught.value.code == code
