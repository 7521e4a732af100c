"""The four stamps of one sitting, line by line: what, whose, when, how long it took."""

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from desk_app.dossiers.on_the_spot_visit import STAGES
from desk_app.kernel.translations import _
from ui.on_the_spot.state import STAGE_KEYS, StampRow
from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown, label, put_look, put_shape, shape

_SHAPES = {"done": ("tick", COLOURS.good), "next": ("half", COLOURS.calm), "ahead": ("ring", COLOURS.edge)}


class Stamps(QFrame):
    """Shows the stamps; a stage that is still ahead says the key that sets it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(grown(14), grown(10), grown(14), grown(10))
        self._grid.setHorizontalSpacing(grown(14))
        self._grid.setVerticalSpacing(grown(9))
        self._grid.setColumnStretch(2, 1)
        self.lines: list[tuple[QLabel, QLabel, QLabel, QLabel, QLabel, QLabel]] = []
        for place, _stage in enumerate(STAGES):
            drawn, who = shape("ring", COLOURS.edge, 20), label(wrap=True)
            line = (drawn, label(), who, label("", "strong"), label("", "soft"), label("", "keycap"))
            for column, part in enumerate(line):
                self._grid.addWidget(part, place, column)
            self.lines.append(line)

    def put(self, rows: tuple[StampRow, ...]) -> None:
        """Show these stamps."""
        for row, (drawn, words, who, at, after, key) in zip(rows, self.lines, strict=False):
            name, colour = _SHAPES[row.state]
            put_shape(drawn, name, colour, 20)
            words.setText(row.words)
            put_look(words, "look", "soft" if row.state == "ahead" else "large" if row.state == "next" else "strong")
            who.setText(row.who or (_("đang chờ") if row.state == "next" else ""))
            at.setText(row.at)
            after.setText(row.after)
            key.setText(STAGE_KEYS.get(row.stage, ""))
            key.setVisible(not row.at)
