"""The tables of rounds and parcels: schema, folds, queries; the only SQL of this room."""

from desk_app.returns.tables.fold import RoundFold, WayFold
from desk_app.returns.tables.schema import migrations

FOLDS = (RoundFold(), WayFold())

__all__ = ["FOLDS", "migrations"]
