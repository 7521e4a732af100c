"""What reports ask of every room's tables, and their own table of frozen copies; the only SQL of this room."""

from desk_app.reports.tables.frozen import FrozenFold, migrations

FOLDS = (FrozenFold(),)

__all__ = ["FOLDS", "migrations"]
