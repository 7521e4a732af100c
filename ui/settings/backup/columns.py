"""The columns of the section's two lists."""

from desk_app.doctor.row import Row
from desk_app.kernel.translations import _
from ui.settings.backup import state
from ui.settings.backup.state import CopyRow
from ui.widgets.table import Column, Look


def copy_columns() -> tuple[Column[CopyRow], ...]:
    """Return the columns of copies."""
    return (
        Column(title=_("Lập lúc"), look=lambda one: Look(words=one.made_at, bold=True)),
        Column(title=_("Hồ sơ"), look=lambda one: Look(words=one.dossiers)),
        Column(title=_("Bản chụp"), look=lambda one: Look(words=one.attachments), minor=True),
        Column(title=_("Cỡ"), look=lambda one: Look(words=one.size), minor=True),
        Column(title=_("Thư mục"), look=lambda one: Look(words=one.folder.name), stretches=True),
    )


def answer_columns() -> tuple[Column[Row], ...]:
    """Return the columns of the doctor's answers."""
    return (
        Column(title=_("Thế nào"), look=_state_look),
        Column(title=_("Khám thấy"), look=lambda row: Look(words=row.words), stretches=True),
        Column(title=_("Nên làm"), look=lambda row: Look(words=row.hint), stretches=True),
    )


def _state_look(row: Row) -> Look:
    shape, colour, words = state.shape_of(row)
    return Look(words=words, shape=shape, colour=colour)
