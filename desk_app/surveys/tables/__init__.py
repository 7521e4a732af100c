"""The tables of the citizens' voice: schema, folds, queries; the only SQL of this room."""

from desk_app.journal.folding import AnyFold
from desk_app.surveys.tables.campaigns import CampaignFold, FormFold
from desk_app.surveys.tables.complaints import ComplaintFold
from desk_app.surveys.tables.friendly import FriendlyFold
from desk_app.surveys.tables.indices import IndexFold
from desk_app.surveys.tables.ratings import QuestionFold, RatingFold
from desk_app.surveys.tables.schema import migrations

FOLDS: tuple[AnyFold, ...] = (
    RatingFold(),
    QuestionFold(),
    CampaignFold(),
    FormFold(),
    ComplaintFold(),
    FriendlyFold(),
    IndexFold(),
)

__all__ = ["FOLDS", "migrations"]
