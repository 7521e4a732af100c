"""How the result comes back, and a remark; the reason for a blocked way stands there before anybody chooses it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.dossiers.registration.state import WAYS, WayShown
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
            "promised": Field("promised_at", _("Hẹn trả ngày (danh mục chưa nêu thời hạn)"), placeholder="30/11/2026"),
            "pages": Field("pages", _("Số trang (để tính phí)")),
            "return_to": Field("return_to", _("Trả tại địa chỉ")),
            "note": Field("note", _("Ghi chú (Enter: lưu và in)")),
        }
        self.extension = QCheckBox()
        self.extension.toggled.connect(self.extended)
        self._ways = QButtonGroup(self)
        self._radios: dict[str, QRadioButton] = {}
        self._reason = label("", "small", wrap=True)
        self._fee = label("", "strong", wrap=True)
        self.way_trouble = label("", "error", wrap=True)
        self._lay_out()

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

    def put_ways(self, ways: Sequence[WayShown]) -> None:
        """Show which ways of return are open, and why the others are not."""
        for way in ways:
            self._radios[way.way].setEnabled(way.allowed)
        reasons = dict.fromkeys(way.reason for way in ways if way.reason)
        self._reason.setText(" ".join(reasons))
        self._reason.setVisible(bool(reasons))

    def put_fee(self, words: str) -> None:
        """Say what is paid; nothing when empty."""
        self._fee.setText(_("Phí, lệ phí: {words}").format(words=words) if words else "")
        self._fee.setVisible(bool(words))

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

    def _lay_out(self) -> None:
        frame, layout = panel(_("Nhận kết quả"))
        layout.addWidget(self.fields["promised"])
        layout.addWidget(self.extension)
        for way, words in WAYS:
            radio = QRadioButton(words)
            radio.clicked.connect(lambda *_checked, way=way: self.way_picked.emit(way))
            self._ways.addButton(radio)
            self._radios[way] = radio
        layout.addLayout(row(*self._radios.values(), None, spacing=grown(6)))
        for part in (self._reason, self.way_trouble, self.fields["return_to"], self._fee):
            layout.addWidget(part)
        layout.addWidget(self.fields["pages"])
        layout.addWidget(self.fields["note"])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.refuse_way("")
        self.put_fee("")
