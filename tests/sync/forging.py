"""Bundles as a desk with a changed program would write them, and what is asked of every refusal."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from desk_app.journal import tables as journal_tables
from desk_app.journal.entry import Entry
from desk_app.journal.slices import Unsealed
from desk_app.kernel.errors import BundleRejected
from desk_app.kernel.records import canonical, changed
from desk_app.sync import container, pipes
from desk_app.sync.cover import Cover
from desk_app.sync.key_pair import SecretKeys
from desk_app.sync.keys import own_keys
from desk_app.sync.lines import lines_of
from desk_app.sync.package import read_cover
from tests.desks import RehearsalDesk
from tests.sync.carrying import everything, state, take

Lines = list[bytes]


def forged(
    desk: RehearsalDesk,
    hub: RehearsalDesk,
    file: Path,
    *,
    change: Callable[[Cover], Cover] = lambda cover: cover,
    lines: Callable[[Lines], Lines] = lambda given: given,
    keys: SecretKeys | None = None,
    raw: Callable[[dict[str, Any]], dict[str, Any]] | None = None,
) -> Path:
    """Write over ``file`` what a desk with a changed program would: another cover or other lines, well signed and sealed."""
    kept = keys or own_keys(desk.sync, by=desk.admin)
    cover = read_cover(file)
    given = [line_of(each) for each in entries_of(desk, cover)]
    wanted = change(cover)
    to = [own_keys(hub.sync, by=hub.admin).public.seal]

    def sign(text: bytes) -> bytes:
        return kept.signed(text, "mot-cua-bundle")

    with file.open("wb") as out:
        fill = partial(pipes.seal_into, pieces=lines(given), recipients=to)
        made = container.write_container(out, wanted, fill, lambda digest: changed(wanted, payload=digest), sign)
    if raw is not None:
        rewrite_cover(file, made, raw, sign)
    return file


def entries_of(desk: RehearsalDesk, cover: Cover) -> list[Entry]:
    """Return the entries that a bundle of ``desk`` holds."""
    wanted = {(at.desk, at.epoch, seq) for at in cover.slices for seq in range(at.first, at.last + 1)}
    return [each for each in journal_tables.every_entry(desk.journal.reading()) if each[:3] in wanted]


def line_of(entry: Entry) -> bytes:
    return lines_of([Unsealed._make(entry[:10])])


def rewrite_cover(
    file: Path, made: Cover, raw: Callable[[dict[str, Any]], dict[str, Any]], sign: Callable[[bytes], bytes]
) -> None:
    """Put a cover of any shape into a file, signed."""
    text = canonical(raw(json.loads(canonical(made))))
    with file.open("rb") as stream:
        parts = container.read_container(stream, file.name)
        stream.seek(parts.payload_at)
        payload = stream.read(parts.payload_bytes)
    out = b""
    for name, content in (("cover.json", text), (made.member, payload), ("cover.json.sig", sign(text))):
        out += container._header(name, len(content)) + content + container._padding(len(content))
    file.write_bytes(out + bytes(1024))


def refused(hub: RehearsalDesk, file: Path, code: str, *, alarm: bool, words: str = "") -> BundleRejected:
    """Take ``file`` and see it refused for ``code``, nothing taken, with an alarm or without."""
    before = everything(hub), state(hub), journal_tables.list_gaps(hub.journal.reading())
    for dry_run in (True, False):
        with pytest.raises(BundleRejected) as caught:
            take(hub, file, dry_run=dry_run)
        assert caught.value.code == code
        assert caught.value.exit_code == 7
        assert words in caught.value.message
        assert caught.value.hint
    assert (everything(hub), state(hub), journal_tables.list_gaps(hub.journal.reading())) == before
    kinds = [row[1] for row in journal_tables.list_alarms(hub.journal.reading())]
    assert (("fork" if code == "journal.fork" else code) in kinds) is alarm
    return caught.value
