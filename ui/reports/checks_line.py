"""What was checked of a table: each check with a drawn tick or a warning, and in words."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from desk_app.reports.figure import Check
from ui.widgets.colours import COLOURS
from ui.widgets.flow import Flow
from ui.widgets.parts import grown, label, row, shape


class ChecksLine(QWidget):
    """A line of checks; gone where a table has none."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def put(self, checks: Sequence[Check]) -> None:
        """Show these checks from now on."""
        while (item := self._layout.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if checks:
            self._layout.addWidget(Flow([*(_check(each) for each in checks), None]))
        self.setVisible(bool(checks))
        self.setAccessibleName("; ".join(spoken_check(each) for each in checks))


def spoken_check(check: Check) -> str:
    """Return a check with its outcome in words."""
    words = _("{check}: khớp") if check.holds else _("{check}: KHÔNG khớp")
    return words.format(check=check.words)


def _check(check: Check) -> QWidget:
    made = QWidget()
    glyph, colour = ("tick", COLOURS.good) if check.holds else ("warning", COLOURS.danger)
    words = label(spoken_check(check), "small" if check.holds else "error")
    layout = row(shape(glyph, colour, 14), words, spacing=grown(4))
    layout.setContentsMargins(0, 0, grown(8), 0)
    made.setLayout(layout)
    return made
