"""Everything that may be wrong with a file, each told apart, named, and without a trace but an alarm."""

from pathlib import Path

import pytest

from desk_app.kernel.errors import BundleRejected, DeskError
from desk_app.kernel.records import changed
from desk_app.sync import container, rejections
from desk_app.sync.importing import Imported, import_bundle, retry_parked
from desk_app.sync.key_pair import new_keys
from desk_app.sync.keys import own_keys, rotate_keys
from desk_app.sync.parked import list_parked
from desk_app.sync.revocation import revoke
from tests.desks import RehearsalDesk, opened
from tests.sync.carrying import SyncOffice, answer, enrol, send, take, work
from tests.sync.forging import forged, refused


def test_some_other_file(hub: RehearsalDesk, tmp_path: Path) -> None:
    photo = tmp_path / "ảnh.jpg"
    photo.write_bytes(b"\xff\xd8\xff" + bytes(5000))
    refused(hub, photo, "sync.not_a_bundle", alarm=False, words="ảnh.jpg")


@pytest.mark.parametrize("kept", [0, 5, 511, 512, 700, 2048, -1, -512, -1025])
def test_a_file_cut_off_anywhere(hub: RehearsalDesk, file: Path, kept: int) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[:kept])
    refused(hub, file, "sync.truncated", alarm=False)


def test_something_behind_the_end(hub: RehearsalDesk, file: Path) -> None:
    file.write_bytes(file.read_bytes() + bytes(512))
    refused(hub, file, "sync.trailing", alarm=True)


@pytest.mark.parametrize(
    ("where", "code"),
    [
        (130, "sync.archive_changed"),
        (510, "sync.archive_changed"),
        (560, "sync.cover_changed"),
        (-1100, "sync.archive_changed"),
        (-1536 + 40, "sync.cover_changed"),
        (-1, "sync.archive_changed"),
    ],
)
def test_a_changed_wrapping_cover_or_signature(hub: RehearsalDesk, file: Path, where: int, code: str) -> None:
    raw = bytearray(file.read_bytes())
    raw[where] ^= 1
    file.write_bytes(raw)
    refused(hub, file, code, alarm=True)


def test_a_changed_payload(hub: RehearsalDesk, file: Path) -> None:
    raw = bytearray(file.read_bytes())
    raw[-4000] ^= 16
    file.write_bytes(raw)
    refused(hub, file, "sync.payload_changed", alarm=True)


def test_a_payload_spliced_in_from_another_bundle(
    desk: RehearsalDesk, hub: RehearsalDesk, file: Path, stick: Path
) -> None:
    other = send(desk, stick, whole=True).file
    parts = {}
    for each in (file, other):
        with each.open("rb") as stream:
            found = container.read_container(stream, each.name)
            stream.seek(found.payload_at)
            parts[each] = stream.read(found.payload_bytes)
    if len(parts[file]) == len(parts[other]):
        other.write_bytes(other.read_bytes().replace(parts[other], parts[file]))
        refused(hub, other, "sync.payload_changed", alarm=True)
    else:
        whole = other.read_bytes()
        head = whole[: whole.index(b"entries.ndjson.zst.age\0")]
        tail = file.read_bytes()
        other.write_bytes(head + tail[tail.index(b"entries.ndjson.zst.age\0") :])
        refused(hub, other, "sync.cover_changed", alarm=True)


def test_a_desk_that_nobody_let_in(office: SyncOffice, hub: RehearsalDesk, stick: Path) -> None:
    stranger = office.desk(7)
    enrol(stranger, office.desk(8), stick)
    work(stranger)
    refused(hub, send(stranger, stick).file, "sync.unknown_desk", alarm=False, words=stranger.journal.desk_id)


def test_an_impostor_with_a_key_of_its_own(desk: RehearsalDesk, hub: RehearsalDesk, file: Path) -> None:
    refused(hub, forged(desk, hub, file, keys=new_keys(1)), "sync.foreign_key", alarm=True, words="quầy 1")


def test_a_desk_that_was_taken_out(desk: RehearsalDesk, hub: RehearsalDesk, file: Path) -> None:
    own = desk.journal.desk_id
    revoke(hub.sync, by=hub.admin, desk=own, reason="máy bị mất trộm", command_id=hub.journal.new_id())
    refused(hub, file, "sync.revoked_key", alarm=True, words="máy bị mất trộm")


def test_one_key_that_was_taken_back_and_the_desk_let_in_again_with_another(
    desk: RehearsalDesk, hub: RehearsalDesk, file: Path, stick: Path
) -> None:
    own, old = desk.journal.desk_id, own_keys(desk.sync, by=desk.admin).public.sign
    revoke(hub.sync, by=hub.admin, desk=own, sign=old, reason="lộ khóa", command_id=hub.journal.new_id())
    refused(hub, file, "sync.revoked_key", alarm=True, words="lộ khóa")
    rotate_keys(desk.sync, by=desk.admin, command_id=desk.journal.new_id())
    # The stolen key may have signed for anybody's new one.
    refused(hub, send(desk, stick).file, "sync.foreign_key", alarm=True)
    enrol(desk, hub, stick)
    assert take(hub, send(desk, stick).file).taken > 0
    refused(hub, file, "sync.revoked_key", alarm=True)


def test_a_bundle_for_somebody_else(office: SyncOffice, desk: RehearsalDesk, hub: RehearsalDesk, stick: Path) -> None:
    other = office.desk(2)
    enrol(other, desk, stick, role="desk")
    made = send(desk, stick, to=other.journal.desk_id)
    refused(hub, made.file, "sync.not_for_us", alarm=False)


def test_a_newer_program_s_entries_are_kept_aside_until_the_upgrade(
    desk: RehearsalDesk, hub: RehearsalDesk, file: Path
) -> None:
    newer = forged(
        desk, hub, file, change=lambda cover: changed(cover, versions={**cover.versions, "dossier.registered": 9})
    )
    told = refused(hub, newer, "sync.newer", alarm=False, words="dossier.registered")
    assert "nâng cấp tuyến trên trước" in told.hint
    (kept,) = list_parked(hub.sync)
    assert kept.read_bytes() == newer.read_bytes()


def test_what_was_kept_aside_is_taken_after_the_upgrade_and_kept_no_longer(
    desk: RehearsalDesk, hub: RehearsalDesk, file: Path
) -> None:
    whole = file.read_bytes()
    newer = forged(desk, hub, file, change=lambda cover: changed(cover, versions={**cover.versions, "new.kind": 1}))
    with pytest.raises(BundleRejected):
        take(hub, newer)
    (still,) = retry_parked(hub.sync, by=hub.admin)
    assert isinstance(still, BundleRejected)
    (kept,) = list_parked(hub.sync)
    # What the same file is to a program that knows all its kinds.
    kept.write_bytes(whole)
    (taken,) = retry_parked(hub.sync, by=hub.admin)
    assert isinstance(taken, Imported)
    assert taken.taken > 0
    assert list_parked(hub.sync) == ()


def test_formats_that_are_newer_or_too_old(desk: RehearsalDesk, hub: RehearsalDesk, file: Path) -> None:
    whole = file.read_bytes()
    refused(hub, forged(desk, hub, file, raw=lambda cover: {**cover, "format": 2, "x": 1}), "sync.newer", alarm=False)
    file.write_bytes(whole)
    refused(hub, forged(desk, hub, file, raw=lambda cover: {**cover, "format": 0}), "sync.older", alarm=False)


def test_covers_of_a_wrong_shape(desk: RehearsalDesk, hub: RehearsalDesk, file: Path) -> None:
    whole = file.read_bytes()
    for wrong in (
        lambda cover: {**cover, "surprise": 1},
        lambda cover: {**cover, "entries": "nhiều"},
        lambda cover: {**cover, "bundle": "../../etc/passwd"},
        lambda cover: {**cover, "desk": "a/b"},
        lambda cover: {key: value for key, value in cover.items() if key != "payload"},
    ):
        file.write_bytes(whole)
        refused(hub, forged(desk, hub, file, raw=wrong), "sync.content", alarm=True)


def test_another_kind_of_file(desk: RehearsalDesk, hub: RehearsalDesk, stick: Path) -> None:
    answer(hub, desk, stick)
    refused(desk, next(stick.glob("bao-nhan-*")), "sync.other_kind", alarm=False, words="báo nhận")


def test_a_cloned_desk_is_a_fork_named_as_such(
    office: SyncOffice, desk: RehearsalDesk, hub: RehearsalDesk, stick: Path
) -> None:
    clone = opened(office.copied(desk, "clone"))
    work(desk, "Người Ở Máy Thật")
    work(clone, "Người Ở Máy Sao")
    take(hub, send(desk, stick).file)
    file = send(clone, stick).file
    told = refused(hub, file, "journal.fork", alarm=True, words=desk.journal.desk_id)
    assert "sao chép" in told.message
    names = [row[0] for row in hub.journal.reading().execute("SELECT name FROM dossiers").fetchall()]
    assert names == ["Người Ở Máy Thật"]
    work(clone, "Thêm Một Người")
    refused(hub, send(clone, stick).file, "journal.fork", alarm=True)
    refusals = answer(hub, desk, stick).refusals
    assert {each.code for each in refusals} == {"journal.fork"}
    assert refusals[0].slices[0][0] == desk.journal.desk_id
    clone.close()


def test_own_bundles_signed_by_a_stranger_are_not_ours(desk: RehearsalDesk, hub: RehearsalDesk, file: Path) -> None:
    refused(desk, forged(desk, hub, file, keys=new_keys(1)), "sync.foreign_key", alarm=True)


def test_a_missing_file_is_no_bundle_but_a_missing_file(hub: RehearsalDesk, tmp_path: Path) -> None:
    with pytest.raises(DeskError) as caught:
        import_bundle(hub.sync, by=hub.admin, file=tmp_path / "khong-co.tar")
    assert caught.value.code == "sync.no_place"


def test_every_reason_has_a_name_of_its_own_words_and_help() -> None:
    reasons = [
        each
        for each in vars(rejections).values()
        if isinstance(each, type) and issubclass(each, rejections.Rejected) and each is not rejections.Rejected
    ]
    assert len(reasons) > 20
    assert len({each.words for each in reasons}) == len(reasons)
    assert all(each.help.endswith(".") or "»" in each.help for each in reasons)
