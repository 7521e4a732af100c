"""The strip that asks what this computer's counter is called and which fields it serves."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from desk_app.tickets.counter import Counter
from ui.widgets.field import Field
from ui.widgets.parts import button, grown, label, row

_COLUMNS = 3


class CounterStrip(QFrame):
    """Calls ``run`` with the name and the fields; every field ticked, or none, means all. Says ``opened``."""

    opened = Signal(bool)

    def __init__(self, run: Callable[[str, tuple[str, ...]], None]) -> None:
        super().__init__()
        self.setProperty("look", "strip")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._run = run
        self._back: QWidget | None = None
        self.name = Field("counter", _("Tên quầy, như được gọi trên loa"))
        self.name.entered.connect(self.do)
        self.boxes: dict[str, QCheckBox] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(grown(14))
        self.do_button = button(_("Lưu"), self.do, key="Enter", kind="main")
        give_up = button(_("Bỏ"), self.put_away, key="Esc", kind="quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grown(12), grown(9), grown(12), grown(10))
        layout.addWidget(label(_("Quầy của máy này"), "strong"))
        layout.addWidget(self.name)
        layout.addWidget(label(_("Lĩnh vực quầy này gọi (không chọn: tất cả)"), "label"))
        layout.addLayout(self._grid)
        layout.addLayout(row(None, self.do_button, give_up))
        self.hide()

    def open(self, counter: Counter, fields: Sequence[str]) -> None:
        """Show the strip with what holds now, the focus in the name."""
        self._offer(fields)
        for field, box in self.boxes.items():
            box.setChecked(field in counter.fields)
        self.name.put(counter.name)
        self.name.refuse(None)
        self._back = self.window().focusWidget()
        self.show()
        self.opened.emit(True)
        self.name.take_focus()
        self.name.edit.selectAll()

    def do(self) -> None:
        """Hand the answer on."""
        ticked = tuple(field for field, box in self.boxes.items() if box.isChecked())
        self._run(self.name.text, () if len(ticked) == len(self.boxes) else ticked)

    def put_away(self) -> None:
        """Close the strip and give the focus back."""
        self.hide()
        self.opened.emit(False)
        if self._back is not None:
            self._back.setFocus()
            self._back = None

    def refuse(self, error: InvalidInput) -> None:
        """Show an error beside the name."""
        self.name.refuse(error)
        self.name.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save at Enter, give up at Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.do()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _offer(self, fields: Sequence[str]) -> None:
        if list(fields) == list(self.boxes):
            return
        for box in self.boxes.values():
            self._grid.removeWidget(box)
            box.deleteLater()
        self.boxes = {field: QCheckBox(field) for field in fields}
        for place, box in enumerate(self.boxes.values()):
            self._grid.addWidget(box, place // _COLUMNS, place % _COLUMNS)
