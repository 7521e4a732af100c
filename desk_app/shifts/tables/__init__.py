"""The tables of duties: schema, folds, queries; the only SQL of this room."""

from desk_app.shifts.tables.book_fold import BOOK, BookFold, load_book
from desk_app.shifts.tables.roster_rows import RosterFold, ThanksFold
from desk_app.shifts.tables.schema import migrations

FOLDS = (BookFold(), RosterFold(), ThanksFold())

__all__ = ["BOOK", "FOLDS", "load_book", "migrations"]
