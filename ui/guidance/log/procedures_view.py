"""The list of procedures that the office guides on: ticked in the catalogue, in force from a day on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.catalogue.procedure import Procedure
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from ui.guidance.log.state import Known
from ui.widgets.colours import COLOURS
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.parts import button, grown, label
from ui.widgets.strip import Strip
from ui.widgets.table import Column, Look, RowsModel, Table


@dataclass(frozen=True, kw_only=True)
class Line:
    """One procedure of the catalogue, on the list or not."""

    procedure: Procedure
    is_on: bool


def _mark(line: Line) -> Look:
    if line.is_on:
        return Look(words=_("có"), shape="done", colour=COLOURS.good)
    return Look(words=_("không"), shape="ring", colour=COLOURS.soft_ink)


_COLUMNS: tuple[Column[Line], ...] = (
    Column(title=_("Hướng dẫn"), look=_mark),
    Column(title=_("Thủ tục"), look=lambda line: Look(words=line.procedure.name), stretches=True),
    Column(title=_("Mã"), look=lambda line: Look(words=line.procedure.code, colour=COLOURS.soft_ink)),
    Column(
        title=_("Lĩnh vực"), look=lambda line: Look(words=line.procedure.field, colour=COLOURS.soft_ink), minor=True
    ),
)


class TickTable(Table[Line]):
    """Says ``turned`` with a row's number at Space or Enter."""

    turned = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the line at Space or Enter."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self.currentIndex().isValid():
            self.turned.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class ProceduresView(QWidget):
    """Calls ``put_list`` with codes, first day and basis as they were typed; ticks wait until they are saved."""

    def __init__(self, put_list: Callable[[tuple[str, ...], str, str], None]) -> None:
        super().__init__()
        self._put_list = put_list
        self._may_put = False
        self._touched = False
        self._today = date.min
        self._title = label("", "section")
        self._count = label("", "soft")
        self.table = TickTable(RowsModel(_COLUMNS), _("Thủ tục được hướng dẫn"))
        self.table.when_empty("list", _("Danh mục chưa có thủ tục nào"), _("Nhờ quản trị nhập danh mục ở Cài đặt."))
        fields = [Field("valid_from", _("Từ ngày")), Field("basis", _("Căn cứ, như số quyết định"))]
        self.strip = Strip(_("Lập danh sách hướng dẫn"), fields, self._do_put, words=_("Lập danh sách"))
        self.save_button = button(_("Lập danh sách"), self.save, key="Ctrl+Enter", kind="main")
        self.table.turned.connect(self._turn)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(6))
        layout.addWidget(Flow((self._title, self._count, None, self.save_button)))
        layout.addWidget(self.strip)
        layout.addWidget(self.table, 1)
        layout.addWidget(label(_("Phím cách: đưa vào hoặc bỏ ra · Ctrl+Enter: lập từ một ngày."), "small", wrap=True))

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the codes that are ticked."""
        return tuple(line.procedure.code for line in self.table.rows if line.is_on)

    def put(self, known: Known, *, may_put: bool) -> None:
        """Show the list in force, unless somebody is changing it just now."""
        self._may_put, self._today = may_put, known.today
        self.save_button.setEnabled(may_put)
        if self._touched:
            return
        guided = known.guided
        since = _("chưa lập: hướng dẫn mọi thủ tục")
        if guided.valid_from is not None:
            since = _("từ ngày {day}").format(day=spoken_day(guided.valid_from))
        basis = f" · {guided.basis}" if guided.basis else ""
        self._title.setText(_("Thủ tục cơ quan hướng dẫn"))
        codes = {each.code for each in guided.procedures}
        lines = [Line(procedure=each, is_on=each.code in codes) for each in known.procedures]
        self.table.put(lines, keep=lambda line: line.procedure.code)
        self._tell_count(f"{since}{basis}")

    def save(self) -> None:
        """Ask from which day the list holds."""
        if self._may_put:
            self.strip.open()
            self.strip.fields["valid_from"].put(spoken_day(self._today))
            self.strip.fields["basis"].take_focus()

    def saved(self) -> None:
        """Take the list as it stands at the desk again."""
        self._touched = False
        self.strip.put_away()

    def _turn(self, place: int) -> None:
        if not self._may_put:
            return
        self._touched = True
        lines = list(self.table.rows)
        lines[place] = Line(procedure=lines[place].procedure, is_on=not lines[place].is_on)
        self.table.put(lines, keep=lambda line: line.procedure.code)
        self._tell_count(_("chưa lưu"))

    def _tell_count(self, more: str) -> None:
        words = _("{count} thủ tục, {more}").format(count=quantity(len(self.codes)), more=more)
        self._count.setText(words)

    def _do_put(self) -> None:
        self._put_list(self.codes, self.strip.text("valid_from"), self.strip.text("basis"))
