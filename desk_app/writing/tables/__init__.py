"""The tables of the writing table: schema, fold, queries; the only SQL of this room."""

from desk_app.journal.folding import AnyFold
from desk_app.writing.tables.fold import CaseFold
from desk_app.writing.tables.schema import migrations

FOLDS: tuple[AnyFold, ...] = (CaseFold(),)

__all__ = ["FOLDS", "migrations"]
