"""The contacts of today, those to be asked again, or those a search finds."""

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout

from desk_app.guidance.figures import GuidanceFigures
from desk_app.kernel.translations import _
from ui.guidance.log.state import CHANNEL_WORDS, Row, Seen, View, month_words
from ui.widgets.colours import COLOURS
from ui.widgets.empty import Empty
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.parts import grown, label
from ui.widgets.table import Column, Look, RowsModel, Table

_VIEWS: tuple[tuple[View, str, str], ...] = (
    ("today", _("Hôm nay"), "Alt+N"),
    ("follow_ups", _("Cần hỏi lại"), "Alt+L"),
)


def _again_look(row: Row) -> Look:
    if row.follow_up_on is None:
        return Look(words="")
    shape, colour = ("late", COLOURS.danger) if row.is_late else ("clock", COLOURS.ink)
    return Look(words=row.again, shape=shape, colour=colour, bold=row.is_late)


_COLUMNS: tuple[Column[Row], ...] = (
    Column(title=_("Lúc"), look=lambda row: Look(words=row.time)),
    Column(title=_("Ai"), look=lambda row: Look(words=row.who, bold=True)),
    Column(title=_("Thủ tục"), look=lambda row: Look(words=row.procedure or row.about), stretches=True),
    Column(title=_("Hỏi lại"), look=_again_look),
    Column(
        title=_("Qua"),
        look=lambda row: Look(words=CHANNEL_WORDS[row.channel], colour=COLOURS.soft_ink),
        minor=True,
    ),
)


class LogList(QFrame):
    """Asks ``look`` for other rows when the view or the search changes."""

    def __init__(self, look: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self._look = look
        self.view: View = "today"
        self.search = Field("search", _("Tìm theo tên, số điện thoại (Alt+F)"))
        self.search.edited.connect(lambda _text: look())
        self.table: Table[Row] = Table(RowsModel(_COLUMNS), _("Lượt hướng dẫn"))
        self.table.setMinimumHeight(grown(96))
        self._empty: Empty = self.table.when_empty("tick", "")
        self._figures = label("", "small", wrap=True)
        self._radios: dict[View, QRadioButton] = {}
        self._lay_out()

    def choose(self, view: View) -> None:
        """Show another view, with the keyboard in it."""
        self.view = view
        self._radios[view].setChecked(True)
        self.search.put("")
        self._look()
        self.table.setFocus()

    def put(self, seen: Seen) -> None:
        """Show the rows."""
        self._say_why_empty(seen.view)
        self.table.put(seen.rows, keep=lambda row: row.id)
        words = _("Cần hỏi lại ({count})").format(count=seen.due_count) if seen.due_count else _("Cần hỏi lại")
        self._radios["follow_ups"].setText(f"{words}  Alt+L")
        self._radios["follow_ups"].setAccessibleName(words)

    def put_figures(self, month: GuidanceFigures) -> None:
        """Show the figures of the month."""
        self._figures.setText(month_words(month))

    def _say_why_empty(self, view: View) -> None:
        if view == "found":
            self._empty.put("find", _("Không tìm thấy ai như vậy"), _("Gõ tên không dấu, hoặc vài số đầu điện thoại."))
        elif view == "follow_ups":
            self._empty.put("done", _("Không ai cần hỏi lại hôm nay"), _("Ghi ngày hỏi lại ở biểu bên trái."))
        else:
            self._empty.put("messages", _("Hôm nay chưa ghi lượt nào"), _("Nhấc máy: gõ số điện thoại rồi thủ tục."))

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        for view, words, keys in _VIEWS:
            made = QRadioButton(f"{words}  {keys}")
            made.setAccessibleName(words)
            made.clicked.connect(lambda _checked, view=view: self.choose(view))
            group.addButton(made)
            self._radios[view] = made
        self._radios["today"].setChecked(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(12), grown(9), grown(12), grown(10))
        layout.setSpacing(grown(5))
        layout.addWidget(Flow((*self._radios.values(), None)))
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._figures)
