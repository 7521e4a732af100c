"""The screening list with its filters, and the verdicts on a list from Excel in its place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.mobile_sessions.form import Choice
from ui.mobile_sessions.state import WHICH, PersonRow
from ui.widgets.colours import COLOURS
from ui.widgets.field import Field
from ui.widgets.parts import grown, label, row
from ui.widgets.table import Column, Look, RowsModel, Table

_COLUMNS: tuple[Column[PersonRow], ...] = (
    Column(title=_("Địa bàn"), look=lambda row: Look(words=row.area)),
    Column(
        title=_("Họ và tên"),
        look=lambda row: Look(words=row.name, bold=True, colour=COLOURS.faint_ink if row.ended else COLOURS.ink),
        stretches=True,
    ),
    Column(title=_("Ngày sinh"), look=lambda row: Look(words=row.birth), minor=True),
    Column(title=_("Còn thiếu"), look=lambda row: Look(words=row.lacks or _("không"), colour=COLOURS.soft_ink)),
    Column(title=_("Đến đâu rồi"), look=lambda row: Look(words=row.mark[0], shape=row.mark[1], colour=row.mark[2])),
)


class ScreeningView(QWidget):
    """Says ``asked`` when other lines are wanted, ``moved`` when another row is in front."""

    asked = Signal()
    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = Field("search", _("Tìm tên, số (Ctrl+T)"), placeholder=_("binh, 0931…"))
        self.which = Choice("which", _("Ai"), WHICH)
        self.area = Choice("area", _("Địa bàn"), (("", _("mọi địa bàn")),))
        self.table = Table(RowsModel(_COLUMNS), _("Danh sách rà soát"))
        self.empty = self.table.when_empty("people", "", "")
        self.remark = label("", "small", wrap=True)
        self.count = label("", "soft")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(6))
        layout.addLayout(row(self.search, self.which, self.area))
        layout.addWidget(self.table, 1)
        below = row(self.remark, self.count)
        below.setStretch(0, 1)
        layout.addLayout(below)
        self.search.edited.connect(lambda _text: self.asked.emit())
        self.search.entered.connect(self.table.setFocus)
        for choice in (self.which, self.area):
            choice.box.activated.connect(lambda _at: self.asked.emit())
        self.table.selectionModel().currentRowChanged.connect(lambda *_places: self._show_remark())

    @property
    def person(self) -> PersonRow | None:
        """Return the line that the keyboard stands on."""
        return self.table.current

    def put(self, rows: tuple[PersonRow, ...], areas: tuple[str, ...], total: int) -> None:
        """Show these lines."""
        self.area.offer((("", _("mọi địa bàn")), *((each, each) for each in areas)))
        filtered = bool(self.search.text) or self.which.key != "left" or bool(self.area.key)
        if self.which.key == "alike":
            self.empty.put("done", _("Không có dòng nào giống nhau"), _("Danh sách không có ai ghi hai lần."))
        elif filtered:
            self.empty.put("find", _("Không có ai như vậy"), _("Bớt điều kiện lọc, hoặc gõ ít chữ hơn."))
        else:
            self.empty.put(
                "people", _("Chưa có ai thiếu giấy tờ"), _("Ghi từng người, hoặc nhập Excel (F8)."), key="F6"
            )
        self.table.put(rows, keep=lambda one: one.id)
        self.count.setText(_("{shown} dòng · còn thiếu {left} người").format(shown=len(rows), left=total))
        self._show_remark()

    def stand_on(self, line: str) -> bool:
        """Stand on a line; tell whether it is in the list."""
        place = next((at for at, one in enumerate(self.table.rows) if one.id == line), None)
        if place is not None:
            self.table.selectRow(place)
            self.table.setFocus()
        return place is not None

    def show_all(self) -> None:
        """Take every filter away."""
        self.search.put("")
        self.which.put("all")
        self.area.put("")

    def _show_remark(self) -> None:
        person = self.person
        self.remark.setText(person.remark if person is not None else "")
        self.moved.emit()
