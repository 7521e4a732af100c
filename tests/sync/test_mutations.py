"""Bundles changed at random: none is taken, none makes the program fall, each is told by name.

``MOT_CUA_MUTATIONS=10000`` makes it a long run.
"""

import os
import random
from collections import Counter
from pathlib import Path

import pytest

from desk_app.kernel.errors import BundleRejected
from desk_app.sync.importing import import_bundle
from tests.desks import RehearsalDesk
from tests.sync.carrying import everything, send, state, work

COUNT = int(os.environ.get("MOT_CUA_MUTATIONS", "300"))
# A signature over another cover, a payload of another bundle: all of these are honest bytes in a wrong place.
_BLOCK = 512


def flipped(raw: bytes, _other: bytes, chance: random.Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(chance.choice((1, 1, 1, 2, 8))):
        changed[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(raw: bytes, _other: bytes, chance: random.Random) -> bytes:
    return raw[: chance.randrange(len(raw))]


def spliced(raw: bytes, other: bytes, chance: random.Random) -> bytes:
    first, last = sorted((chance.randrange(len(raw)), chance.randrange(len(raw) + 1)))
    if chance.random() < 0.5:
        first, last = first // _BLOCK * _BLOCK, last // _BLOCK * _BLOCK
    return raw[:first] + other[first:last] + raw[last:]


def moved(raw: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Take some bytes out, put some in twice, or swap two blocks."""
    first, last = sorted((chance.randrange(len(raw)), chance.randrange(len(raw))))
    return chance.choice((raw[:first] + raw[last:], raw[:last] + raw[first:], raw[last:] + raw[:last]))


def padded(raw: bytes, other: bytes, chance: random.Random) -> bytes:
    return raw + chance.choice((b"\0", bytes(_BLOCK), bytes(10_240), other, raw))


def parted(raw: bytes) -> list[bytes]:
    """Return the members of an archive with their headers."""
    parts, place = [], 0
    while raw[place : place + 1] not in (b"\0", b""):
        size = _BLOCK + -(-int(raw[place + 124 : place + 135], 8) // _BLOCK) * _BLOCK
        parts.append(raw[place : place + size])
        place += size
    return parts


def exchanged(raw: bytes, other: bytes, chance: random.Random) -> bytes:
    """Put one member of another bundle in the place of this one's, or members in another order."""
    mine, theirs = parted(raw), parted(other)
    if chance.random() < 0.3:
        chance.shuffle(mine)
    else:
        place = chance.randrange(3)
        mine[place] = theirs[place]
    return b"".join(mine) + bytes(2 * _BLOCK)


KINDS = (flipped, flipped, cut, spliced, moved, padded, exchanged)


def test_no_changed_bundle_is_taken_and_each_is_named(
    desk: RehearsalDesk, hub: RehearsalDesk, stick: Path, tmp_path: Path
) -> None:
    work(desk, "Đặng Thị Mẫu", "Nguyễn Văn Thử")
    first = send(desk, stick).file.read_bytes()
    work(desk)
    second = send(desk, stick).file.read_bytes()
    chance, before = random.Random(int(os.environ.get("MOT_CUA_SEED", "1"))), (everything(hub), state(hub))
    file, told = tmp_path / "gói.tar", Counter[str]()
    tried = 0
    while tried < COUNT:
        raw, other = chance.sample((first, second), 2)
        changed = chance.choice(KINDS)(raw, other, chance)
        if changed in (first, second):
            continue
        tried += 1
        file.write_bytes(changed)
        with pytest.raises(BundleRejected) as caught:
            import_bundle(hub.sync, by=hub.admin, file=file)
        told[caught.value.code] += 1
    assert (everything(hub), state(hub)) == before
    known = {"truncated", "trailing", "archive_changed", "cover_changed", "payload_changed", "not_a_bundle"}
    assert {f"sync.{each}" for each in known} >= set(told), told
    assert len(told) >= 5, told
    file.write_bytes(first)
    assert import_bundle(hub.sync, by=hub.admin, file=file).taken > 0


def test_every_bit_of_a_bundle_counts(desk: RehearsalDesk, hub: RehearsalDesk, stick: Path, tmp_path: Path) -> None:
    """One bit in every header, in the cover, in each padding, in the signature: all are seen."""
    whole = send(desk, stick).file.read_bytes()
    file = tmp_path / "gói.tar"
    parts = parted(whole)
    places: list[int] = []
    start = 0
    for part in parts:
        places += [
            *range(start, start + _BLOCK, 7),
            *range(start + _BLOCK, start + len(part), 97),
            start + len(part) - 1,
        ]
        start += len(part)
    places += range(start, len(whole), 61)
    for place in places[:: max(1, len(places) // min(COUNT, len(places)))]:
        changed = bytearray(whole)
        changed[place] ^= 1 << place % 8
        file.write_bytes(changed)
        with pytest.raises(BundleRejected):
            import_bundle(hub.sync, by=hub.admin, file=file)
