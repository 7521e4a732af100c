"""The page a morning starts with."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from ui.home.desk_side import morning
from ui.home.state import Line, Morning, Tile
from ui.shell.page import Context, Page
from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown, label, put_shape, shape
from ui.widgets.table import Column, Look, RowsModel, Table

_COLUMNS: tuple[Column[Line], ...] = (
    Column(
        title="Trạng thái",
        look=lambda line: Look(words=line.status.words, shape=line.status.shape, colour=line.status.colour),
    ),
    Column(title="Hẹn trả", look=lambda line: Look(words=line.due)),
    Column(title="Mã hồ sơ", look=lambda line: Look(words=line.code, bold=True)),
    Column(title="Người nộp", look=lambda line: Look(words=line.name)),
    Column(title="Thủ tục", look=lambda line: Look(words=line.procedure), stretches=True),
    Column(title="Đang ở", look=lambda line: Look(words=line.where, colour=COLOURS.soft_ink), minor=True),
)
_FIGURES = 5


class Figure(QPushButton):
    """A number with its words; it leads to the list behind it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "tile")
        self.setMinimumHeight(grown(92))
        self.tile: Tile | None = None
        self._number = label("–", "figure")
        self._title = label("", "soft", wrap=True)
        self._shape = shape("tick", COLOURS.soft_ink, 22)
        beside = QHBoxLayout()
        beside.addWidget(self._number)
        beside.addStretch(1)
        beside.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(14), grown(8), grown(14), grown(10))
        layout.setSpacing(0)
        layout.addLayout(beside)
        layout.addWidget(self._title)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def put(self, tile: Tile) -> None:
        """Show ``tile``."""
        self.tile = tile
        self._number.setText(str(tile.number))
        self._title.setText(tile.title)
        put_shape(self._shape, tile.shape, tile.colour, 22)
        self.setAccessibleName(f"{tile.title}: {tile.number}")


class HomePage(Page):
    """Says what is due, what is late, what waits; every figure opens its dossiers."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.figures = tuple(Figure() for _ in range(_FIGURES))
        tiles = QHBoxLayout()
        tiles.setSpacing(grown(10))
        for figure in self.figures:
            figure.clicked.connect(lambda _=False, figure=figure: self._open(figure))
            tiles.addWidget(figure, 1)
        self._words = label("", "section")
        self.table = Table(RowsModel(_COLUMNS), "Hồ sơ cần làm trước")
        self.table.entered.connect(lambda place: context.go("card", self.table.rows[place].id))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(16), grown(14), grown(16), grown(12))
        layout.setSpacing(grown(10))
        layout.addLayout(tiles)
        layout.addSpacing(grown(4))
        layout.addWidget(self._words)
        layout.addWidget(self.table, 1)

    def arrive(self, about: str) -> None:
        """Stand in the list of what comes first."""
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Count again."""
        desk, by = self.context.desk, self.context.actor.id
        self.context.jobs.read(lambda: morning(desk, by), self._on_counted, latest="morning")

    def _on_counted(self, found: Morning) -> None:
        for figure, tile in zip(self.figures, found.tiles, strict=True):
            figure.put(tile)
        self._words.setText(found.words)
        self.table.put(found.lines, keep=lambda line: line.id)

    def _open(self, figure: Figure) -> None:
        if figure.tile is not None:
            self.context.go(figure.tile.page, figure.tile.about)
