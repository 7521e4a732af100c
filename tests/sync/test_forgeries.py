"""Bundles that are well signed and sealed and yet not what they say."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
import zstandard

from desk_app.dossiers.facts import Registered
from desk_app.journal.chain import sealed
from desk_app.journal.entry import Entry
from desk_app.kernel.records import changed
from desk_app.sync import pipes, taking
from desk_app.sync.cover import Cover
from desk_app.sync.package import read_cover
from tests.desks import RehearsalDesk
from tests.sync.carrying import send
from tests.sync.forging import Lines, entries_of, forged, line_of, refused


def test_a_bomb_that_swells_beyond_its_cover(desk: RehearsalDesk, hub: RehearsalDesk, file: Path) -> None:
    bomb = forged(desk, hub, file, lines=lambda given: [*given, *[b" " * 1_000_000] * 300])
    assert bomb.stat().st_size < 100_000
    refused(hub, bomb, "sync.bomb", alarm=True)


def test_a_cover_that_promises_a_bomb(desk: RehearsalDesk, hub: RehearsalDesk, file: Path) -> None:
    big = forged(desk, hub, file, change=lambda cover: changed(cover, size=10**12))
    refused(hub, big, "sync.too_big", alarm=True)


def test_a_huge_cover(desk: RehearsalDesk, hub: RehearsalDesk, file: Path) -> None:
    huge = forged(desk, hub, file, change=lambda cover: changed(cover, about={"x": "x" * 5_000_000}))
    refused(hub, huge, "sync.too_big", alarm=True)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (lambda given: given[:-1], "sync.counts"),
        (lambda given: given[1:], "sync.counts"),
        (lambda given: [*given[:5], given[6], given[5], *given[7:]], "sync.counts"),
        (lambda given: [*given[:5], given[4], *given[5:-3]], "sync.counts"),
        (lambda given: [*given[:-1], given[-1][:-1]], "sync.counts"),
        (lambda given: [*given[:-1], b"\xff\xfe not json\n"], "sync.content"),
        (lambda given: [*given[:-1], given[-1].replace(b'"', b"", 1)], "sync.content"),
        (lambda given: [*given[:-1], b"[1,2]\n"], "sync.content"),
        (
            lambda given: [each.replace("Đặng Thị Mẫu".encode(), "Đặng Thị Mấu".encode()) for each in given],
            "sync.chain",
        ),
        (lambda given: [each.replace(b'"account:', b'"accounx:') for each in given], "sync.chain"),
    ],
)
def test_lines_that_are_not_what_the_cover_says(
    desk: RehearsalDesk, hub: RehearsalDesk, file: Path, lines: Callable[[Lines], Lines], code: str
) -> None:
    refused(hub, forged(desk, hub, file, lines=lines), code, alarm=True)


def test_more_entries_than_the_cover_counts(desk: RehearsalDesk, hub: RehearsalDesk, file: Path) -> None:
    wide = forged(
        desk,
        hub,
        file,
        change=lambda cover: changed(cover, size=cover.size + 9999),
        lines=lambda given: [*given, given[0]],
    )
    refused(hub, wide, "sync.counts", alarm=True, words="thừa")


def test_kinds_that_the_cover_does_not_name(desk: RehearsalDesk, hub: RehearsalDesk, file: Path) -> None:
    def less(cover: Cover) -> Cover:
        return changed(cover, versions={kind: 1 for kind in cover.versions if kind != "dossier.registered"})

    refused(hub, forged(desk, hub, file, change=less), "sync.counts", alarm=True, words="dossier.registered")

    def other(cover: Cover) -> Cover:
        return changed(cover, kinds={**cover.kinds, "dossier.registered": 7}, versions=read.versions)

    read = read_cover(send(desk, file.parent, whole=True).file)
    refused(hub, forged(desk, hub, file, change=other), "sync.counts", alarm=True, words="từng loại")


@pytest.mark.parametrize("step", [5_000, 10])
def test_a_body_that_no_program_could_have_written(
    desk: RehearsalDesk, hub: RehearsalDesk, file: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """A chain may be whole and yet hold what is no registration; no step before it is taken either."""
    monkeypatch.setattr(taking, "LARGEST_STEP", step)
    cover = read_cover(file)
    wrong: list[Entry] = []
    for each in entries_of(desk, cover):
        body = b'{"code":1}' if each.kind == Registered.KIND else each.body
        wrong.append(sealed(each._replace(body=body, previous=wrong[-1].digest if wrong else bytes(32))))
    one = changed(cover.slices[0], digest=wrong[-1].digest.hex())
    bad = forged(
        desk,
        hub,
        file,
        change=lambda given: changed(given, slices=(one,)),
        lines=lambda _given: [line_of(each) for each in wrong],
    )
    refused(hub, bad, "journal.broken", alarm=False, words="không đúng mẫu")


def test_slices_that_do_not_add_up(desk: RehearsalDesk, hub: RehearsalDesk, file: Path) -> None:
    whole = file.read_bytes()
    for wrong in (
        lambda cover: changed(cover, entries=cover.entries - 1),
        lambda cover: changed(cover, slices=(changed(cover.slices[0], first=cover.slices[0].last + 5),)),
        lambda cover: changed(cover, slices=cover.slices * 2),
    ):
        file.write_bytes(whole)
        refused(hub, forged(desk, hub, file, change=wrong, lines=lambda given: given), "sync.counts", alarm=True)


def test_a_stream_that_asks_for_much_memory_is_not_opened(
    desk: RehearsalDesk, hub: RehearsalDesk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def greedy(pieces: Iterable[bytes]) -> Iterator[bytes]:
        parameters = zstandard.ZstdCompressionParameters.from_level(3, window_log=27)
        packer = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
        yield b"".join(map(packer.compress, pieces)) + packer.flush()

    monkeypatch.setattr(pipes, "_compressed", greedy)
    refused(hub, forged(desk, hub, file), "sync.content", alarm=True, words="giải nén")
