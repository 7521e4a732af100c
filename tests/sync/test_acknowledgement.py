"""What the receiver answers, and what the sender makes of it."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.journal import tables as journal_tables
from desk_app.kernel.errors import BundleRejected
from desk_app.sync.acknowledgement import acknowledge, acknowledged, latest_from, take_acknowledgement
from desk_app.sync.revocation import revoke
from desk_app.sync.status import days_since_acknowledged, status
from tests.desks import RehearsalDesk, opened
from tests.sync.carrying import SyncOffice, answer, enrol, send, state, take, work


def written(hub: RehearsalDesk, desk: RehearsalDesk, stick: Path) -> Path:
    return Path(acknowledge(hub.sync, by=hub.admin, desk=desk.journal.desk_id, folder=stick).file)


def refused(desk: RehearsalDesk, file: Path, code: str) -> BundleRejected:
    before = acknowledged(desk.sync)
    with pytest.raises(BundleRejected) as caught:
        take_acknowledgement(desk.sync, by=desk.admin, file=file)
    assert caught.value.code == code
    assert acknowledged(desk.sync) == before
    return caught.value


def test_it_says_up_to_where_and_what_waits(desk: RehearsalDesk, hub: RehearsalDesk, stick: Path) -> None:
    work(desk)
    made = send(desk, stick)
    take(hub, made.file)
    work(desk)
    told = answer(hub, desk, stick)
    assert told.own_seq == made.cover.slices[0].last
    assert told.waiting == 2
    assert told.writer == hub.journal.desk_id
    kept = latest_from(desk.sync, by=desk.admin, desk=hub.journal.desk_id)
    assert kept is not None
    assert kept.state == state(hub)
    assert kept.leases[0].first == "1001"
    assert [each.seq for each in acknowledged(desk.sync) if each.desk == desk.journal.desk_id] == [told.own_seq]


def test_only_a_larger_number_is_taken(desk: RehearsalDesk, hub: RehearsalDesk, stick: Path) -> None:
    first, second = written(hub, desk, stick), written(hub, desk, stick)
    assert take_acknowledgement(desk.sync, by=desk.admin, file=second).number == 2
    refused(desk, first, "sync.stale_acknowledgement")


def test_the_very_same_one_again_is_known_and_changes_nothing(
    desk: RehearsalDesk, hub: RehearsalDesk, stick: Path
) -> None:
    work(desk)
    take(hub, send(desk, stick).file)
    file = written(hub, desk, stick)
    assert take_acknowledgement(desk.sync, by=desk.admin, file=file).verdict == "taken"
    before, entries = acknowledged(desk.sync), journal_tables.count_entries(desk.journal.reading())
    work(desk)
    again = take_acknowledgement(desk.sync, by=desk.admin, file=file)
    assert (again.verdict, again.waiting) == ("known", 2)
    assert acknowledged(desk.sync) == before
    assert journal_tables.count_entries(desk.journal.reading()) == entries + 2


def test_another_one_under_the_same_number_is_refused(desk: RehearsalDesk, hub: RehearsalDesk, stick: Path) -> None:
    take_acknowledgement(desk.sync, by=desk.admin, file=written(hub, desk, stick))
    hub.journal.store.transact(lambda db: db.execute("DELETE FROM sync_numbers"))
    work(hub)
    refused(desk, written(hub, desk, stick), "sync.stale_acknowledgement")


def test_one_for_another_desk_is_not_even_opened(
    desk: RehearsalDesk, hub: RehearsalDesk, office: SyncOffice, stick: Path
) -> None:
    other = office.desk(2)
    enrol(other, hub, stick)
    refused(desk, written(hub, other, stick), "sync.not_for_us")


def test_one_of_a_hub_that_is_not_ours(desk: RehearsalDesk, office: SyncOffice, stick: Path) -> None:
    foreign = office.desk(8)
    enrol(desk, foreign, stick)
    file = written(foreign, desk, stick)
    revoke(desk.sync, by=desk.admin, desk=foreign.journal.desk_id, reason="thử", command_id=desk.journal.new_id())
    refused(desk, file, "sync.revoked_key")


def test_a_changed_one(desk: RehearsalDesk, hub: RehearsalDesk, stick: Path) -> None:
    file = written(hub, desk, stick)
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 2] ^= 1
    file.write_bytes(raw)
    refused(desk, file, "sync.payload_changed")
    assert [row[1] for row in journal_tables.list_alarms(desk.journal.reading())] == ["sync.payload_changed"]


def test_a_bundle_is_no_acknowledgement(desk: RehearsalDesk, hub: RehearsalDesk, stick: Path) -> None:
    take_from = send(hub, stick, to=desk.journal.desk_id)
    refused(desk, take_from.file, "sync.other_kind")


def test_a_desk_put_back_to_yesterday_hears_that_the_hub_holds_more(
    desk: RehearsalDesk, hub: RehearsalDesk, office: SyncOffice, stick: Path
) -> None:
    yesterday = office.copied(desk, "yesterday")
    work(desk)
    take(hub, send(desk, stick).file)
    file = written(hub, desk, stick)
    restored = opened(yesterday)
    try:
        refused(restored, file, "sync.acknowledgement_ahead")
        work(restored, "Người Khác")
        work(restored, "Thêm Nữa")
        refused(restored, file, "sync.foreign_acknowledgement")
        kinds = {row[1] for row in journal_tables.list_alarms(restored.journal.reading())}
        assert kinds == {"sync.acknowledgement_ahead", "sync.foreign_acknowledgement"}
    finally:
        restored.close()


def test_a_desk_put_back_to_yesterday_gets_its_work_back_from_the_hub(
    desk: RehearsalDesk, hub: RehearsalDesk, office: SyncOffice, stick: Path
) -> None:
    yesterday = office.copied(desk, "yesterday")
    work(desk, "Người Hôm Nay")
    take(hub, send(desk, stick).file)
    restored = opened(yesterday)
    try:
        own = (desk.journal.desk_id,)
        took = take(restored, send(hub, stick, to=restored.journal.desk_id, whole=True, desks=own).file)
        assert took.taken == 2
        assert state(restored) == state(desk)
        assert take_acknowledgement(restored.sync, by=restored.admin, file=written(hub, desk, stick)).waiting == 0
    finally:
        restored.close()


def test_home_counts_the_days_of_silence(desk: RehearsalDesk, hub: RehearsalDesk, stick: Path) -> None:
    assert days_since_acknowledged(hub.sync) is None
    assert days_since_acknowledged(desk.sync) == 0
    desk.time.advance(timedelta(days=6))
    assert not status(desk.sync, by=desk.admin).warn
    desk.time.advance(timedelta(days=1))
    seen = status(desk.sync, by=desk.admin)
    assert (seen.days_since_acknowledged, seen.warn) == (7, True)
    hub.time.advance(timedelta(days=7))
    answer(hub, desk, stick)
    assert days_since_acknowledged(desk.sync) == 0


def test_status_tells_of_peers_alarms_gaps_and_what_is_parked(
    desk: RehearsalDesk, hub: RehearsalDesk, stick: Path
) -> None:
    work(desk)
    made = send(desk, stick)
    seen = status(desk.sync, by=desk.admin)
    assert seen.peers[0].waiting == made.entries
    assert seen.peers[0].sent_at == made.cover.written_at
    take(hub, made.file)
    there = status(hub.sync, by=hub.admin)
    assert there.peers[0].received_at == hub.time.now()
    assert there.peers[0].fingerprint == seen.fingerprint
    broken = stick / "hỏng.tar"
    shutil.copyfile(made.file, broken)
    with broken.open("r+b") as stream:
        stream.seek(600)
        stream.write(b"x")
    with pytest.raises(BundleRejected):
        take(hub, broken)
    assert [each.kind for each in status(hub.sync, by=hub.admin).alarms] == ["sync.cover_changed"]
