"""Picking a form by a few letters, marks optional: the list stands there from the beginning."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.widgets.field import Field
from ui.widgets.parts import grown, label
from ui.widgets.table import Column, Look, RowsModel, Table
from ui.writing.state import FormRow

_COLUMNS: tuple[Column[FormRow], ...] = (
    Column(title=_("Mẫu đơn, tờ khai"), look=lambda row: Look(words=row.title), stretches=True),
)


class FormPicker(QWidget):
    """A field over the list of forms; says ``searched`` with what is typed and ``picked`` with a form's key."""

    searched = Signal(str)
    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = Field("form", _("Mẫu nào"), placeholder=_("vài chữ: khai sinh, ks, ct01 …"))
        self.table = Table(RowsModel(_COLUMNS), _("Các mẫu đơn"), wrap=True)
        self.table.horizontalHeader().hide()
        self.table.setMinimumHeight(grown(150))
        self.table.when_empty("find", _("Không có mẫu nào như vậy"), _("Xóa bớt chữ, hoặc gõ tên khác của mẫu."))
        self.detail = label("", "small", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(4))
        for part in (self.field, self.table, self.detail):
            layout.addWidget(part)
        layout.setStretchFactor(self.table, 1)
        self.field.edited.connect(self.searched)
        self.field.entered.connect(self._take)
        self.field.edit.installEventFilter(self)
        self.table.entered.connect(lambda _place: self._take())
        self.table.clicked.connect(lambda _index: self._take())
        self.table.selectionModel().currentRowChanged.connect(lambda *_places: self._tell())

    @property
    def current(self) -> FormRow | None:
        """Return the form the keyboard stands on."""
        return self.table.current

    def put(self, rows: Sequence[FormRow]) -> None:
        """Show the forms that fit."""
        self.table.put(rows, keep=lambda row: row.key)
        if rows and self.table.current is None:
            self.table.selectRow(0)
        self._tell()

    def stand_on(self, key: str) -> None:
        """Stand on one form, where it is shown."""
        place = next((at for at, row in enumerate(self.table.rows) if row.key == key), None)
        if place is not None:
            self.table.selectRow(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the list with ↓ and ↑ while typing."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.key() in steps:
                self.table.walk(steps[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    def _take(self) -> None:
        row = self.table.current
        if row is not None:
            self.picked.emit(row.key)

    def _tell(self) -> None:
        row = self.table.current
        if row is None:
            self.detail.setText("")
            return
        doubt = (_("kiểm lại với văn bản"),) if row.to_check else ()
        self.detail.setText(" · ".join((row.area, row.detail, *doubt)))
