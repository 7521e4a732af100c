"""Proving a copy: it opens, SQLite finds nothing wrong, every chain ends as its card says, no sealed file is missing."""

from collections.abc import Callable

from desk_app.journal import tables as journal_tables
from desk_app.journal.chain import Break, breaks
from desk_app.journal.slices import digest_at, entries_from, list_heads
from desk_app.kernel.errors import Damaged
from desk_app.storage.copying import brief, damages_of_copy
from desk_app.storage.engine import Database
from desk_app.storage.faults import translating
from desk_app.upkeep.copies import Copy
from desk_app.upkeep.records import CopyCard, Head
from desk_app.upkeep.tables import copy_opened, count_dossiers

_TAIL = 200
Watch = Callable[[], None]


def prove(copy: Copy, key: bytes, watch: Watch = lambda: None) -> None:
    """Read a copy back; raise ``Damaged``, saying what is wrong with it, unless all of it is what its card says."""
    with translating():
        found = damages_of_copy(copy.home.database, key, watch)
    if found:
        raise _bad(copy, f"tệp hỏng, {brief(found[0])}")
    prove_content(copy, key)


def prove_content(copy: Copy, key: bytes) -> None:
    """Do the same as ``prove`` for a copy whose pages were read a moment ago."""
    with copy_opened(copy.home.database, key) as db:
        if (heads_of(db), journal_tables.count_entries(db), count_dossiers(db)) != _told(copy.card):
            raise _bad(copy, "nội dung không đúng với tờ khai copy.json")
        for each in tail_breaks(db):
            raise _bad(copy, f"bút toán {each.seq} của máy {each.desk}: {each.what}")
    for file in copy.card.attachments:
        stored = copy.pool / file.name
        if not stored.is_file() or stored.stat().st_size != file.bytes:
            raise _bad(copy, f"thiếu hoặc cụt tệp bản chụp {file.name}")


def heads_of(db: Database) -> tuple[Head, ...]:
    """Return where every chain ends, as a card says it."""
    return tuple(Head(desk=a, epoch=b, seq=c, digest=d.hex()) for a, b, c, d in list_heads(db))


def tail_breaks(db: Database) -> tuple[Break, ...]:
    """Return where the last 200 entries of a chain do not hold; the whole of it is read by a rehearsal."""
    found: list[Break] = []
    for head in list_heads(db):
        before = max(0, head.seq - _TAIL)
        digest = digest_at(db, head.desk, head.epoch, before)
        if digest is None:
            found.append(Break(desk=head.desk, epoch=head.epoch, seq=before, what="không còn"))
            continue
        entries = entries_from(db, head.desk, head.epoch, before + 1)
        found += breaks(entries, after={(head.desk, head.epoch): (before, digest)})
    return tuple(found)


def _told(card: CopyCard) -> tuple[tuple[Head, ...], int, int]:
    return card.heads, card.entries, card.dossiers


def _bad(copy: Copy, what: str) -> Damaged:
    return Damaged(
        "upkeep.bad_copy",
        f"Bản sao lưu «{copy.folder}» không dùng được: {what}.",
        "Dữ liệu của quầy vẫn nguyên. Hãy sao lưu lại, hoặc chọn bản khác.",
    )
