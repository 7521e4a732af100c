"""The tables of tickets: schema, folds, queries; the only SQL of this room."""

from desk_app.tickets.tables.fold import LineFold, TicketFold
from desk_app.tickets.tables.schema import migrations

FOLDS = (TicketFold(), LineFold())

__all__ = ["FOLDS", "migrations"]
