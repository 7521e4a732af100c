"""Sealed files: whatever goes in comes out, and whatever was changed is found before it is used."""

import os
import secrets
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_app.kernel.errors import Cancelled, Damaged, DeviceTrouble
from desk_app.storage import sealing
from desk_app.storage.sealed_files import Sealed, SealedFiles
from desk_app.storage.sealing import CHUNK_BYTES, KEY_BYTES, sealed, unsealed
from tests.storage.test_full_disk import fill

KEY = bytes(range(KEY_BYTES))
BLOCK = CHUNK_BYTES + 16
HEAD = 8
SIZES = (0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 3 * CHUNK_BYTES + 7)


def content_of(size: int) -> bytes:
    """Return bytes that are different in every chunk."""
    return b"".join(place.to_bytes(8, "big") for place in range(size // 8 + 1))[:size]


def seal(content: bytes, owner: str = "một") -> bytes:
    return b"".join(sealed([content], KEY, owner))


def read(raw: bytes, owner: str = "một", key: bytes = KEY) -> bytes:
    return b"".join(unsealed(BytesIO(raw), key, owner))


@pytest.mark.parametrize("size", SIZES)
def test_a_content_of_any_size_comes_back(size: int) -> None:
    content = content_of(size)
    assert read(seal(content)) == content
    assert len(seal(content)) == HEAD + size + 16 * max(-(-size // CHUNK_BYTES), 1)


@given(st.lists(st.binary(max_size=90), max_size=9))
def test_it_does_not_matter_in_what_pieces_a_content_comes(pieces: list[bytes]) -> None:
    assert read(b"".join(sealed(pieces, KEY, "một"))) == b"".join(pieces)


@given(st.binary(min_size=20, max_size=300))
def test_nothing_of_the_content_can_be_read_without_the_key(content: bytes) -> None:
    assert content not in seal(content)
    with pytest.raises(Damaged):
        read(seal(content), key=bytes(KEY_BYTES))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(SIZES), st.data())
def test_any_truncation_is_found(size: int, data: st.DataObject) -> None:
    raw = seal(content_of(size))
    with pytest.raises(Damaged):
        read(raw[: data.draw(st.integers(0, len(raw) - 1))])


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(SIZES), st.data())
def test_any_changed_bit_is_found(size: int, data: st.DataObject) -> None:
    raw = bytearray(seal(content_of(size)))
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(Damaged):
        read(bytes(raw))


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(4)))
def test_chunks_in_any_other_order_are_found(order: list[int]) -> None:
    content = content_of(4 * CHUNK_BYTES)
    raw = seal(content)
    blocks = [raw[HEAD + place * BLOCK :][:BLOCK] for place in range(4)]
    shuffled = raw[:HEAD] + b"".join(blocks[place] for place in order)
    if order == [0, 1, 2, 3]:
        assert read(shuffled) == content
    else:
        with pytest.raises(Damaged):
            read(shuffled)


def test_a_lost_end_a_strange_end_and_a_changed_chunk_are_told_apart() -> None:
    raw = seal(content_of(3 * CHUNK_BYTES))
    changed = bytearray(raw)
    changed[HEAD + BLOCK + 5] ^= 1
    cases = {
        "storage.sealed_short": raw[: HEAD + 2 * BLOCK],
        "storage.sealed_long": raw + secrets.token_bytes(40),
        "storage.sealed_changed": bytes(changed),
    }
    for code, bad in cases.items():
        with pytest.raises(Damaged) as caught:
            read(bad)
        assert caught.value.code == code
    assert "đoạn thứ 2" in caught.value.message


def test_a_file_of_one_owner_is_no_file_of_another() -> None:
    with pytest.raises(Damaged):
        read(seal(b"x"), owner="hai")


def test_chunks_before_the_bad_one_are_given_and_nothing_after() -> None:
    raw = bytearray(seal(content_of(3 * CHUNK_BYTES)))
    raw[HEAD + 2 * BLOCK + 1] ^= 1
    given_out: list[bytes] = []
    with pytest.raises(Damaged):
        given_out.extend(unsealed(BytesIO(bytes(raw)), KEY, "một"))
    assert b"".join(given_out) in (b"", content_of(2 * CHUNK_BYTES))


@pytest.fixture
def files(tmp_path: Path) -> SealedFiles:
    return SealedFiles(tmp_path / "attachments")


def names(tmp_path: Path) -> list[str]:
    return sorted(each.name for each in (tmp_path / "attachments").iterdir())


def back(files: SealedFiles, made: Sealed, owner: str = "một") -> bytes:
    return b"".join(files.content(made.name, made.key, owner=owner))


def test_every_file_has_a_name_and_a_key_of_its_own(files: SealedFiles, tmp_path: Path) -> None:
    one, two = (files.seal([b"cung noi dung"], owner="một") for _ in range(2))
    assert one.name != two.name
    assert one.key != two.key
    assert names(tmp_path) == sorted((one.name, two.name))
    assert back(files, one) == back(files, two)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_nobody_else_on_the_computer_may_look_at_the_files(files: SealedFiles, tmp_path: Path) -> None:
    made = files.seal([b"x"], owner="một")
    assert (tmp_path / "attachments").stat().st_mode & 0o077 == 0
    assert (tmp_path / "attachments" / made.name).stat().st_mode & 0o077 == 0


def test_a_content_that_breaks_off_leaves_nothing(files: SealedFiles, tmp_path: Path) -> None:
    def content() -> Iterator[bytes]:
        yield bytes(2 * CHUNK_BYTES)
        raise Cancelled("window.stopped", "Đã dừng.")

    with pytest.raises(Cancelled):
        files.seal(content(), owner="một")
    assert names(tmp_path) == []


def test_a_removed_file_is_named_as_missing_and_may_be_removed_again(files: SealedFiles) -> None:
    made = files.seal([b"x"], owner="một")
    files.remove(made.name)
    files.remove(made.name)
    with pytest.raises(Damaged) as caught:
        back(files, made)
    assert caught.value.code == "storage.sealed_missing"


def test_strays_are_what_nobody_knows_once_nobody_can_be_writing_them(files: SealedFiles, tmp_path: Path) -> None:
    known, unknown = files.seal([b"x"], owner="một"), files.seal([b"y"], owner="hai")
    half = tmp_path / "attachments" / "half.part"
    half.write_bytes(b"z")
    assert files.list_strays({known.name}) == ()
    for each in (tmp_path / "attachments").iterdir():
        os.utime(each, (1, 1))
    assert files.list_strays({known.name}) == tuple(sorted((unknown.name, "half.part")))


def test_a_folder_that_is_not_there_yet_has_no_strays(files: SealedFiles) -> None:
    assert files.list_strays(()) == ()


def test_a_full_disk_keeps_nothing_half(small_disk: Path) -> None:
    files = SealedFiles(small_disk / "attachments")
    before = files.seal([bytes(100_000)], owner="một")
    fill(small_disk)
    (small_disk / "others-data").write_bytes(bytes((small_disk / "others-data").stat().st_size - 400_000))
    with pytest.raises(DeviceTrouble) as caught:
        files.seal([bytes(1_000_000)], owner="hai")
    assert caught.value.code == "storage.full"
    assert [each.name for each in (small_disk / "attachments").iterdir()] == [before.name]
    assert back(files, before) == bytes(100_000)


def test_a_large_content_never_stands_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "CHUNK_BYTES", 1_000)
    taken = 0

    def content() -> Iterator[bytes]:
        nonlocal taken
        for _ in range(1_000):
            taken += 1
            yield bytes(1_000)

    given_out = 0
    for block in sealed(content(), KEY, "một"):
        given_out += len(block)
        assert taken * 1_000 - given_out < 5_000
