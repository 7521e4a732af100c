"""A pile of marked papers that are typed in by digits, not saved yet."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desk_app.kernel.translations import _
from desk_app.surveys.rules import GOOD, SATISFIED
from desk_app.surveys.slips import TypedSlip
from ui.widgets.colours import COLOURS
from ui.widgets.table import Column, Look, RowsModel, Table


@dataclass(frozen=True, kw_only=True)
class SlipRow:
    """One paper of the pile, in words."""

    place: int
    words: str
    token: str
    slip: TypedSlip


def _answer_look(row: SlipRow) -> Look:
    level = row.slip.level
    if level in GOOD:
        return Look(words=row.words, shape="tick", colour=COLOURS.good)
    if level in SATISFIED:
        return Look(words=row.words, shape="ring", colour=COLOURS.calm)
    return Look(words=row.words, shape="warning", colour=COLOURS.danger)


_COLUMNS: tuple[Column[SlipRow], ...] = (
    Column(title=_("Phiếu"), look=lambda row: Look(words=str(row.place), bold=True)),
    Column(title=_("Trả lời"), look=_answer_look, stretches=True),
    Column(title=_("Mã phiếu"), look=lambda row: Look(words=row.token or _("không có mã"), colour=COLOURS.soft_ink)),
)


class Pile(Table[SlipRow]):
    """The papers typed so far; a digit answers the next one, Backspace takes the last one away."""

    digit_typed = Signal(int)
    back_typed = Signal()

    def __init__(self) -> None:
        super().__init__(RowsModel(_COLUMNS), _("Các phiếu đã gõ, chưa lưu"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits and Backspace."""
        text = event.text()
        if text.isascii() and text.isdigit() and text != "0":
            self.digit_typed.emit(int(text))
        elif event.key() == Qt.Key.Key_Backspace:
            self.back_typed.emit()
        else:
            super().keyPressEvent(event)
