"""The rest of a visit: way of return, sets of papers, fee, remarks, and entering a visit later from paper."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from ui.dossiers.registration.state import WayShown
from ui.dossiers.registration.typed import Typed
from ui.widgets.field import Field
from ui.widgets.parts import grown, label, panel, row


class DetailsPanel(QWidget):
    """The fields by their attribute of ``Typed``; says ``way_picked`` and ``extended`` for the choices among them."""

    way_picked = Signal(str)
    extended = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {
            "promised": Field("promised_at", "Hẹn trả ngày (danh mục chưa nêu thời hạn)", placeholder="30/11/2026"),
            "return_to": Field("return_to", "Trả tại địa chỉ"),
            "copies": Field("copies", "Số bộ"),
            "pages": Field("pages", "Số trang"),
            "fee": Field("fee", "Phí, lệ phí"),
            "priority": Field("priority", "Ưu tiên (lý do)"),
            "received": Field("received_at", "Nhận lúc (nhập sau)", placeholder="08:15 23/11/2026"),
            "paper_number": Field("paper_number", "Số giấy viết tay"),
            "note": Field("note", "Ghi chú (Enter: lưu và in)"),
        }
        self.extension = QCheckBox()
        self.extension.toggled.connect(self.extended)
        self._ways = QButtonGroup(self)
        self._radios: dict[str, QRadioButton] = {}
        self._reason = label("", "small", wrap=True)
        self.way_trouble = label("", "error", wrap=True)
        self.later = QCheckBox("Nhập sau từ giấy viết tay")
        self.later.toggled.connect(self._show_later)
        self._lay_out()

    def _lay_out(self) -> None:
        frame, layout = panel("Nhận kết quả, phí, ghi chú")
        layout.addWidget(self.fields["promised"])
        layout.addWidget(self.extension)
        layout.addLayout(self._way_row())
        layout.addWidget(self._reason)
        layout.addWidget(self.way_trouble)
        layout.addLayout(self._grid())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    @property
    def first_way(self) -> QWidget:
        """Return the choice that the focus comes to."""
        chosen = self._ways.checkedButton()
        return chosen if chosen is not None else self._radios["counter"]

    @property
    def reason(self) -> str:
        """Return why some ways are not open, or only later."""
        return self._reason.text()

    def radio(self, way: str) -> QRadioButton:
        """Return the choice of one way."""
        return self._radios[way]

    def put(self, typed: Typed) -> None:
        """Show the details of a form."""
        for attribute, field in self.fields.items():
            field.put(getattr(typed, attribute))
        self._radios[typed.return_by].setChecked(True)
        self.extension.setChecked(typed.extended)
        self.fields["return_to"].setVisible(typed.return_by != "counter")
        self.fields["return_to"].hint(typed.address)
        self.later.setChecked(bool(typed.received or typed.paper_number) or self.later.isChecked())

    def put_away_later(self) -> None:
        """Hide the fields of a late entry: the next visitor stands here."""
        self.later.setChecked(False)
        self._show_later(False)

    def put_ways(self, ways: Sequence[WayShown]) -> None:
        """Show which ways of return are open, and why the others are not."""
        for way in ways:
            self._radios[way.way].setEnabled(way.allowed)
        reasons = dict.fromkeys(way.reason for way in ways if way.reason)
        self._reason.setText(" ".join(reasons))
        self._reason.setVisible(bool(reasons))

    def put_extension(self, words: str) -> None:
        """Offer a longer term by its words; none when they are empty."""
        self.extension.setText(words)
        self.extension.setVisible(bool(words))

    def show_field(self, attribute: str, shown: bool) -> None:
        """Show or hide a field that only some procedures have."""
        self.fields[attribute].setVisible(shown)

    def refuse_way(self, words: str) -> None:
        """Say why the chosen way is not open."""
        self.way_trouble.setText(words)
        self.way_trouble.setVisible(bool(words))

    def _way_row(self) -> QVBoxLayout:
        layout = QVBoxLayout()
        layout.setSpacing(1)
        for way, words in (("counter", "Tại quầy"), ("home", "Tại nhà"), ("post", "Qua bưu chính")):
            radio = QRadioButton(words)
            radio.clicked.connect(lambda _, way=way: self.way_picked.emit(way))
            self._ways.addButton(radio)
            self._radios[way] = radio
        layout.addLayout(row(*self._radios.values(), None, spacing=grown(6)))
        self.refuse_way("")
        return layout

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(grown(10))
        grid.setVerticalSpacing(grown(7))
        fields = self.fields
        grid.addWidget(fields["return_to"], 0, 0, 1, 4)
        counts = row(fields["copies"], fields["pages"], fields["fee"], spacing=grown(10))
        for place, share in enumerate((1, 1, 2)):
            counts.setStretch(place, share)
        grid.addLayout(counts, 1, 0, 1, 4)
        grid.addWidget(fields["priority"], 2, 0, 1, 4)
        grid.addWidget(fields["note"], 3, 0, 1, 4)
        grid.addWidget(self.later, 4, 0, 1, 4)
        grid.addWidget(fields["received"], 5, 0, 1, 2)
        grid.addWidget(fields["paper_number"], 5, 2, 1, 2)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        self._show_later(False)
        return grid

    def _show_later(self, shown: bool) -> None:
        for attribute in ("received", "paper_number"):
            self.fields[attribute].setVisible(shown)
