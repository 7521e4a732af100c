"""The desk's append-only journal: everything that happens is an entry, every table is folded from entries."""
