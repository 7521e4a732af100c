"""The tables of money: schema, folds, queries; the only SQL of this room."""

from desk_app.fees.tables.fold import DayFold, MoneyFold
from desk_app.fees.tables.schema import migrations

FOLDS = (MoneyFold(), DayFold())

__all__ = ["FOLDS", "migrations"]
