"""Running folds over entries: one subject after a write or a merge, or all of them again."""

import secrets
from collections.abc import Iterable
from hashlib import sha256

from desk_app.journal import tables
from desk_app.journal.entry import Entry, Recorded
from desk_app.journal.folding import AnyFold, EntryFold, FoldRegistry
from desk_app.storage.engine import Database


def fold_entry(db: Database, registry: FoldRegistry, entry: Entry) -> str:
    """Bring the tables up to an entry that now stands in the journal; return the name of the fold that read it."""
    fold = registry.fold_of(entry.kind)
    if isinstance(fold, EntryFold):
        fold.store(db, registry.read(entry))
    else:
        fold_subject(db, registry, fold, entry.subject)
    _mark_changed(db, fold)
    return fold.name


def fold_first(db: Database, registry: FoldRegistry, recorded: Recorded) -> str:
    """Bring the tables up to the very first entry of a subject, just written; return the name of its fold.

    What stands in the journal need not be read back: a fact is what its body says.
    """
    fold = registry.fold_of(recorded.entry.kind)
    if isinstance(fold, EntryFold):
        fold.store(db, recorded)
    else:
        fold.store(db, recorded.entry.subject, fold.fold((recorded,)), fresh=True)
    _mark_changed(db, fold)
    return fold.name


def fold_subject(db: Database, registry: FoldRegistry, fold: AnyFold, subject: str) -> None:
    """Fold one subject from its whole history and replace its rows."""
    if isinstance(fold, EntryFold):
        raise TypeError(f"{fold.name} folds single entries")
    own = tuple(entry for entry in tables.history(db, subject) if registry.fold_of(entry.kind) is fold)
    if own:
        state = fold.fold([registry.read(entry) for entry in own])
        fold.store(db, subject, state, fresh=len(own) == 1)


def fold_all(db: Database, registry: FoldRegistry) -> None:
    """Empty every folded table and fold the whole journal again."""
    tables.wipe(db, "findings")
    for fold in reversed(registry.folds):
        for table in (*fold.indexes, *reversed(fold.tables)):
            tables.wipe(db, table)
    for fold in registry.folds:
        kinds = [fact.KIND for fact in fold.facts]
        if isinstance(fold, EntryFold):
            for entry in tables.entries_of_kinds(db, kinds):
                fold.store(db, registry.read(entry))
        else:
            for subject in tables.list_subjects(db, kinds):
                fold_subject(db, registry, fold, subject)
        _mark_changed(db, fold)


def table_contents(db: Database, registry: FoldRegistry) -> dict[str, list[tuple[object, ...]]]:
    """Return the content of every folded table, findings included, to compare two foldings."""
    names: Iterable[str] = ("findings", *(table for fold in registry.folds for table in fold.tables))
    return {name: tables.content(db, name) for name in names}


def digests_of_references(db: Database, registry: FoldRegistry) -> dict[str, str]:
    """Return twelve hexadecimal digits for each reference fold that stand for the content of its tables."""
    return {
        fold.name: sha256(repr([tables.content(db, table) for table in fold.tables]).encode()).hexdigest()[:12]
        for fold in registry.folds
        if fold.reference
    }


def _mark_changed(db: Database, fold: AnyFold) -> None:
    # Chance, not a count: a mark that was rolled back never comes again with another content.
    if fold.reference:
        tables.put_revision(db, fold.name, secrets.randbits(63))
