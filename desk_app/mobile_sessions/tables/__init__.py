"""The tables of mobile sessions and the screening list: schema, folds, queries; the only SQL of this room."""

from desk_app.mobile_sessions.tables.fold import PlaceFold, SessionFold
from desk_app.mobile_sessions.tables.line_fold import LineFold
from desk_app.mobile_sessions.tables.schema import migrations

FOLDS = (PlaceFold(), SessionFold(), LineFold())

__all__ = ["FOLDS", "migrations"]
