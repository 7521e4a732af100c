"""Entries of other desks out of their chain: what a laptop takes along of a journal, and no more.

Each entry proves its own content by its digest; that nothing between them is missing, nobody can tell before the chain itself
comes. Whoever carries must therefore trust whom the entries come from.
"""

from collections.abc import Callable, Iterable

from desk_app.journal import tables
from desk_app.journal.chain import digest_of
from desk_app.journal.entry import Entry
from desk_app.journal.fold_pass import fold_entry
from desk_app.journal.folding import EntryFold, FoldRegistry
from desk_app.kernel.errors import BundleRejected
from desk_app.storage.store import Store

Watch = Callable[[int, int], None]


def carry(store: Store, registry: FoldRegistry, entries: Iterable[Entry], watch: Watch | None = None) -> int:
    """Keep ``entries`` in one transaction, fold what they touch and return how many; whole or not at all.

    ``watch(done, total)`` hears of every subject that is folded, and may stop it by raising: nothing is kept then.
    Raises ``BundleRejected`` for an entry whose content was changed, ``Refused`` for facts of a newer program.
    """
    kept = sorted(entries, key=lambda entry: entry.order)
    for entry in kept:
        if digest_of(entry) != entry.digest:
            raise BundleRejected(
                "journal.broken", f"Bút toán {entry.seq} của máy {entry.desk}: nội dung đã bị sửa.", "Chưa nhận gì."
            )
    with store.writing() as db:
        new = [entry for entry in kept if not tables.is_here(db, entry)]
        pending: dict[tuple[str, str], Entry] = {}
        for entry in new:
            fold = registry.fold_of(entry.kind)
            pending[fold.name, entry.name if isinstance(fold, EntryFold) else entry.subject] = entry
        tables.carry(db, new)
        for done, key in enumerate(sorted(pending)):
            if watch is not None:
                watch(done, len(pending))
            fold_entry(db, registry, pending[key])
    return len(new)
