"""The tables of dossiers: schema, fold, queries and the search index; the only SQL of this room."""

from desk_app.dossiers.tables.fold import DossierFold
from desk_app.dossiers.tables.schema import migrations
from desk_app.dossiers.tables.sent_back import SentBackFold

FOLDS = (DossierFold(), SentBackFold())

__all__ = ["FOLDS", "migrations"]
