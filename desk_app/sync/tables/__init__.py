"""Sync as tables: keys and trust folded from the journal; and, local to this desk, its secrets and what it sent and took."""

from desk_app.journal.folding import AnyFold
from desk_app.sync.tables.folds import EscrowFold, KeysFold, TrustFold
from desk_app.sync.tables.schema import migrations

__all__ = ["FOLDS", "migrations"]

FOLDS: tuple[AnyFold, ...] = (KeysFold(), EscrowFold(), TrustFold())
