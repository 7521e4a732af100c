"""The check list that is gone through on the telephone: plus (or Space) has it, minus lacks it, and on to the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desk_app.kernel.records import changed
from desk_app.kernel.translations import _
from ui.guidance.log.state import Asked, CheckedPaper
from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown
from ui.widgets.table import Column, Look, RowsModel, Table

_LOOKS: dict[Asked, tuple[str, str, str]] = {
    "": (_("chưa hỏi"), "ring", COLOURS.soft_ink),
    "has": (_("có"), "done", COLOURS.good),
    "lacks": (_("thiếu"), "cross", COLOURS.danger),
}
_HAS_KEYS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Plus})


def _state_look(paper: CheckedPaper) -> Look:
    words, shape, colour = _LOOKS[paper.asked]
    return Look(words=words, shape=shape, colour=colour, bold=paper.asked == "lacks")


def _name_look(paper: CheckedPaper) -> Look:
    return Look(words=paper.words, colour=COLOURS.ink if paper.required else COLOURS.soft_ink)


_COLUMNS: tuple[Column[CheckedPaper], ...] = (
    Column(title=_("Đã có?"), look=_state_look),
    Column(title=_("Giấy tờ cần mang"), look=_name_look, stretches=True),
)


class PapersCheck(Table[CheckedPaper]):
    """Says ``checked`` with all lines when one changes, ``passed`` at Enter behind the last one."""

    checked = Signal(object)
    passed = Signal()

    def __init__(self) -> None:
        super().__init__(RowsModel(_COLUMNS), _("Giấy tờ cần mang"), wrap=True)
        self.setMinimumHeight(grown(96))
        self.when_empty("find", _("Chưa chọn thủ tục"), _("Gõ ba chữ cái của thủ tục; giấy tờ phải hỏi đứng ở đây."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the line at plus, Space or minus, take the answer back at Backspace, go on at Enter."""
        place = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.passed.emit()
        elif place < 0:
            super().keyPressEvent(event)
        elif event.key() in _HAS_KEYS:
            self._answer(place, "has")
        elif event.key() == Qt.Key.Key_Minus:
            self._answer(place, "lacks")
        elif event.key() == Qt.Key.Key_Backspace:
            self._answer(place, "", step=0)
        else:
            super().keyPressEvent(event)

    def _answer(self, place: int, asked: Asked, step: int = 1) -> None:
        papers = list(self.rows)
        papers[place] = changed(papers[place], asked=asked)
        self.put(papers)
        self.selectRow(min(place + step, len(papers) - 1))
        self.checked.emit(tuple(papers))
