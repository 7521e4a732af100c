"""Answers and reasons in the language of the windows; ``desk_app.surveys.rules`` has them for papers and commands."""

from collections.abc import Mapping

from desk_app.kernel.translations import _
from desk_app.surveys.rules import Level, Reason

LEVELS: Mapping[Level, str] = {
    Level.VERY_SATISFIED: _("Rất hài lòng"),
    Level.SATISFIED: _("Hài lòng"),
    Level.NEUTRAL: _("Bình thường"),
    Level.DISSATISFIED: _("Chưa hài lòng"),
    Level.VERY_DISSATISFIED: _("Rất không hài lòng"),
}
REASONS: Mapping[Reason, str] = {
    Reason.ATTITUDE: _("Thái độ"),
    Reason.TIME: _("Thời gian"),
    Reason.GUIDANCE: _("Hướng dẫn"),
    Reason.PROCEDURE: _("Giấy tờ, thủ tục"),
    Reason.PREMISES: _("Cơ sở vật chất"),
    Reason.RESULT: _("Kết quả"),
}
