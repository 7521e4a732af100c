"""Who has not come yet: uncollected results, longest first; and the hits of a typed text."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.dossiers.hand_over.state import FILTERS, HitRow, WaitRow, count_words, days_words, longer_than
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.colours import COLOURS
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label
from ui.widgets.strip import Strip
from ui.widgets.table import Column, Look, RowsModel, Table

_LONG_DAYS = 30


def _days_look(row_: WaitRow) -> Look:
    long = row_.days > _LONG_DAYS
    return Look(
        words=days_words(row_.days),
        shape="clock",
        colour=COLOURS.warning if long else COLOURS.ink,
        bold=long,
    )


def _told_look(row_: WaitRow) -> Look:
    return Look(words=row_.told or "–", shape="tick" if row_.told else "", colour=COLOURS.good)


_WAITING: tuple[Column[WaitRow], ...] = (
    Column(title=_("Đã chờ"), look=_days_look),
    Column(title=_("Mã hồ sơ"), look=lambda each: Look(words=each.code, bold=True)),
    Column(title=_("Người nộp"), look=lambda each: Look(words=each.name)),
    Column(title=_("Điện thoại"), look=lambda each: Look(words=each.phone or _("không có"))),
    Column(
        title=_("Thủ tục"),
        look=lambda each: Look(words=each.procedure, colour=COLOURS.soft_ink),
        stretches=True,
        minor=True,
    ),
    Column(title=_("Có kết quả"), look=lambda each: Look(words=each.since, colour=COLOURS.soft_ink), minor=True),
    Column(title=_("Đã gọi điện"), look=_told_look),
)
_HITS: tuple[Column[HitRow], ...] = (
    Column(
        title=_("Trạng thái"),
        look=lambda hit: Look(words=hit.status.words, shape=hit.status.shape, colour=hit.status.colour),
    ),
    Column(title=_("Mã hồ sơ"), look=lambda hit: Look(words=hit.code, bold=True)),
    Column(title=_("Người nộp"), look=lambda hit: Look(words=hit.name)),
    Column(title=_("Thủ tục"), look=lambda hit: Look(words=hit.procedure, colour=COLOURS.soft_ink), stretches=True),
)


class WaitingView(QWidget):
    """The list of uncollected results; says ``opened`` with a dossier's id.

    ``call_asked``: somebody wants to write down a call; ``call_written``: a dossier's id, and what was said.
    """

    opened = Signal(str)
    call_asked = Signal()
    call_written = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[WaitRow, ...] = ()
        self._calling = ""
        self._count = label("", "soft")
        self.filter = ChoiceBox(_("Lọc theo số ngày chờ"))
        for _days, words in FILTERS:
            self.filter.addItem(words)
        self.filter.activated.connect(lambda _place: self._show())
        self.table = Table(RowsModel(_WAITING), _("Kết quả chờ người đến nhận"))
        self.table.when_empty(
            "done", _("Không có kết quả nào chờ người đến nhận"), _("Khi một hồ sơ có kết quả, nó đứng ở đây.")
        )
        self.table.entered.connect(lambda place: self.opened.emit(self.table.rows[place].id))
        self.table.selectionModel().currentRowChanged.connect(lambda *_places: self._allow())
        self.call_button = button(_("Đã gọi điện"), self.call_asked.emit, key="F6")
        self.call = Strip("", [Field("text", _("Đã nói gì"))], self._do_call, words=_("Ghi đã gọi"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(8))
        title = label(_("Kết quả chờ người đến nhận"), "section")
        layout.addWidget(Flow((title, self._count, None, self.filter, self.call_button)))
        layout.addWidget(self.call)
        layout.addWidget(self.table, 1)
        self._allow()

    def put(self, rows: tuple[WaitRow, ...]) -> None:
        """Show these results."""
        self._rows = rows
        self._show()

    def ask_call(self) -> None:
        """Ask what was said on the telephone to whom the keyboard stands on."""
        current = self.table.current
        if current is not None:
            self._calling = current.id
            words = _("Đã gọi {name}, {phone}?")
            self.call.open(words.format(name=current.name, phone=current.phone or _("không có số")))
            self.call.fields["text"].put(_("Đã báo đến nhận kết quả."))
            self.call.fields["text"].edit.selectAll()

    def _do_call(self) -> None:
        self.call_written.emit(self._calling, self.call.text("text"))

    def _show(self) -> None:
        shown = longer_than(self._rows, FILTERS[self.filter.currentIndex()][0])
        self._count.setText(count_words(shown))
        self.table.put(shown, keep=lambda each: each.id)
        self._allow()

    def _allow(self) -> None:
        self.call_button.setEnabled(self.table.current is not None)


class HitsView(QWidget):
    """The dossiers that a typed text may mean; ``open_one`` is called with the chosen one's id."""

    def __init__(self, open_one: Callable[[str], None]) -> None:
        super().__init__()
        self._title = label("", "section")
        self.table = Table(RowsModel(_HITS), _("Hồ sơ tìm thấy"))
        self.table.when_empty(
            "find", _("Không tìm thấy hồ sơ nào"), _("Thử gõ tên không dấu, số điện thoại, mã hồ sơ.")
        )
        self.table.entered.connect(lambda place: open_one(self.table.rows[place].id))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addWidget(self.table, 1)
        layout.addWidget(label(_("↑ ↓ chọn, Enter mở để trả. Esc: quay lại."), "small"))

    def put(self, text: str, hits: tuple[HitRow, ...]) -> None:
        """Show the hits of a text."""
        self._title.setText(_("Tìm «{text}»: {count} hồ sơ").format(text=text, count=len(hits)))
        self.table.put(hits)
