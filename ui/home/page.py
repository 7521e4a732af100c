"""The page a morning starts with."""

from datetime import datetime
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.home.desk_side import morning
from ui.home.figure import Figure, Notices
from ui.home.state import Line, Morning
from ui.shell.page import Context, Page
from ui.widgets.parts import grown, label, put_look, scrolled
from ui.widgets.table import Column, Look, RowsModel, Table

_COLUMNS: tuple[Column[Line], ...] = (
    Column(
        title=_("Trạng thái"),
        look=lambda line: Look(words=line.status.words, shape=line.status.shape, colour=line.status.colour),
    ),
    Column(title=_("Hẹn trả"), look=lambda line: Look(words=line.due)),
    Column(title=_("Mã hồ sơ"), look=lambda line: Look(words=line.code, bold=True)),
    Column(title=_("Người nộp"), look=lambda line: Look(words=line.name)),
    Column(title=_("Thủ tục"), look=lambda line: Look(words=line.procedure), stretches=True),
)
_FIGURES, _MOST_COLUMNS = 8, 4
_TILE = 200
_SIDE = 300
_NARROW = 900
# Where the page is no higher its figures are low.
_SHORT = 720
# What the page has around its parts, a panel around its lines, and the height of a line with its remark.
_AROUND, _PANEL, _LINE = 42, 50, 47
_MOST_STUCK, _FEWEST = 2, 3


class HomePage(Page):
    """Says what is due, what is late, what waits; every figure opens its dossiers."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._minute: datetime | None = None
        self.figures = tuple(Figure(f"Alt+{place}") for place in range(1, _FIGURES + 1))
        for place, figure in enumerate(self.figures, 1):
            figure.setParent(self)
            figure.clicked.connect(partial(self._open, figure))
            figure.hide()
            self.bind(f"Alt+{place}", _("Mở danh sách của con số thứ {place}").format(place=place), figure.click)
        self.table = Table(RowsModel(_COLUMNS), _("Hồ sơ cần làm trước"))
        self.table.setMinimumHeight(grown(190))
        self.table.entered.connect(self._open_card)
        self._empty = self.table.when_empty("tick", _("Không có hồ sơ nào quá hạn hay hẹn trả hôm nay."))
        self.reminders = Notices(_("Cần nhắc"), context.go)
        self.stuck = Notices(_("Đang kẹt ở"), context.go)
        self.kept = Notices(_("Dữ liệu của máy này"), context.go)
        self.bind("Alt+9", _("Xem hết các việc cần nhắc, hoặc gấp lại"), self.reminders.unfold)
        self._lay_out()

    def arrive(self, about: str) -> None:
        """Stand in the list of what comes first."""
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Count again."""
        self._minute = self.context.now().replace(second=0, microsecond=0)
        desk, by = self.context.desk, self.context.actor.id
        self.context.jobs.read(lambda: morning(desk, by), self._on_counted, latest="morning")

    def tick(self, now: datetime) -> None:
        """Count again each minute: other windows and desks write, too."""
        if self._minute is not None and now.replace(second=0, microsecond=0) != self._minute:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self._tiles = QGridLayout()
        self._tiles.setSpacing(grown(8))
        self._side = QVBoxLayout()
        self._side.setSpacing(grown(8))
        self._side.addWidget(self.reminders)
        self._side.addWidget(self.stuck)
        self._side.addWidget(self.kept)
        self._side.addStretch(1)
        first = QVBoxLayout()
        first.setSpacing(grown(4))
        first.addWidget(label(_("Cần làm trước"), "section"))
        first.addWidget(self.table, 1)
        self._below = QGridLayout()
        self._below.setHorizontalSpacing(grown(12))
        self._below.setVerticalSpacing(grown(10))
        self._below.addLayout(first, 0, 0)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(grown(16), grown(12), grown(16), grown(10))
        layout.setSpacing(grown(10))
        layout.addLayout(self._tiles)
        layout.addLayout(self._below, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(content)
        whole.addWidget(self._area)
        self._arrange()

    def _arrange(self) -> None:
        """Put the figures into rows, and what stands beside the list below it where the page is narrow."""
        shown = [figure for figure in self.figures if figure.tile is not None]
        columns = max(2, min(_MOST_COLUMNS, self.width() // grown(_TILE)))
        for place, figure in enumerate(shown):
            self._tiles.addWidget(figure, place // columns, place % columns)
            # Low ones have no room for words in two lines.
            put_look(figure, "low", columns == _MOST_COLUMNS and self.height() < grown(_SHORT))
        for column in range(_MOST_COLUMNS):
            self._tiles.setColumnStretch(column, 1 if column < columns else 0)
        narrow = self.width() < grown(_NARROW)
        self._below.removeItem(self._side)
        self._below.addLayout(self._side, 1 if narrow else 0, 0 if narrow else 1)
        self._below.setColumnStretch(0, 1)
        self._below.setColumnMinimumWidth(1, 0 if narrow else grown(_SIDE))
        self._fold()

    def _fold(self) -> None:
        """Show as many lines beside the list as the page has room for; what presses least is folded away first."""
        panels = [each for each in (self.reminders, self.stuck, self.kept) if each.count]
        room = self.height() - self._tiles.sizeHint().height() - grown(_AROUND) - len(panels) * grown(_PANEL)
        lines = room // grown(_LINE)
        self.stuck.show_at_most(_MOST_STUCK)
        self.reminders.show_at_most(max(_FEWEST, lines - self.kept.count - min(self.stuck.count, _MOST_STUCK)))

    def _on_counted(self, found: Morning) -> None:
        for figure, tile in zip(self.figures, found.tiles, strict=False):
            figure.put(tile)
        self._arrange()
        for figure in self.figures:
            figure.setVisible(figure.tile is not None)
        self.reminders.put(found.reminders)
        self.stuck.put(found.stuck)
        self.kept.put(found.kept)
        self._fold()
        if found.is_new:
            self._empty.put("new", _("Chưa có hồ sơ nào."), _("Bắt đầu bằng việc tiếp nhận hồ sơ đầu tiên."), key="F2")
        else:
            self._empty.put("tick", _("Không có hồ sơ nào quá hạn hay hẹn trả hôm nay."))
        self.table.put(found.lines, keep=lambda line: line.id)

    def _open(self, figure: Figure) -> None:
        if figure.tile is not None:
            self.context.go(figure.tile.page, figure.tile.about)

    def _open_card(self, place: int) -> None:
        self.context.go("card", self.table.rows[place].id)
