"""A small table that is typed into: the members of a household, the papers to be certified."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from desk_app.kernel.texts import nfc
from desk_app.writing.form import Field as FormField
from ui.widgets.parts import grown, label

_MORE_ROWS = 1
_ROW_PX = 28


class RowsEdit(QWidget):
    """Asks for rows of a form's table; says ``edited`` whenever a cell changed."""

    edited = Signal()

    def __init__(self, field: FormField) -> None:
        super().__init__()
        self.key = field.key
        self.grid = QTableWidget(field.rows + _MORE_ROWS, len(field.columns))
        self.grid.setHorizontalHeaderLabels([column.title for column in field.columns])
        self.grid.setAccessibleName(field.label)
        self.grid.verticalHeader().hide()
        self.grid.verticalHeader().setDefaultSectionSize(grown(_ROW_PX))
        self.grid.setTabKeyNavigation(True)
        header = self.grid.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for place, column in enumerate(field.columns):
            if column.width <= 1:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
            self.grid.model().setHeaderData(place, Qt.Orientation.Horizontal, column.title, Qt.ItemDataRole.ToolTipRole)
        self.grid.setFixedHeight(grown(_ROW_PX * (min(field.rows, 4) + 2)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(label(field.label, "label", wrap=True))
        layout.addWidget(self.grid)
        self.grid.cellChanged.connect(lambda *_places: self.edited.emit())

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Return what is typed; empty rows at the end are left out."""
        found = [
            tuple(self._cell(down, along) for along in range(self.grid.columnCount()))
            for down in range(self.grid.rowCount())
        ]
        while found and not any(found[-1]):
            found.pop()
        return tuple(found)

    def put(self, rows: tuple[tuple[str, ...], ...]) -> None:
        """Show rows without saying that anybody typed them."""
        self.grid.blockSignals(True)
        self.grid.clearContents()
        self.grid.setRowCount(max(self.grid.rowCount(), len(rows) + _MORE_ROWS))
        for down, row in enumerate(rows):
            for along, text in enumerate(row[: self.grid.columnCount()]):
                self.grid.setItem(down, along, QTableWidgetItem(text))
        self.grid.blockSignals(False)

    def _cell(self, down: int, along: int) -> str:
        item = self.grid.item(down, along)
        return nfc(item.text()).strip() if item is not None else ""
