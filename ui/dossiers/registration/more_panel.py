"""The rare fields, folded away behind one key: who else, by which way the dossier came, money, priority, a late entry."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from desk_app.dossiers.facts import Channel
from desk_app.kernel.translations import _
from ui.dossiers.registration.typed import Typed
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.parts import button, grown, label, panel

_CHANNELS: tuple[tuple[Channel, str], ...] = (
    ("counter", _("Trực tiếp")),
    ("post", _("Bưu chính")),
    ("online", _("Trực tuyến")),
    ("mobile", _("Lưu động")),
)


class MorePanel(QWidget):
    """The fields by their attribute of ``Typed``; says ``channel_picked``, and ``folded`` when a person has folded them away."""

    channel_picked = Signal(str)
    folded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {
            "subject": Field("subject.name", _("Làm cho ai"), placeholder=_("khi khác người nộp")),
            "authorised": Field(
                "authorised.name", _("Người được ủy quyền"), placeholder=_("quét thẻ vào đây, hoặc gõ")
            ),
            "authorised_number": Field("authorised.id_number", _("Số định danh")),
            "authorised_paper": Field("authorised_paper", _("Giấy ủy quyền"), placeholder=_("số, ngày")),
            "email": Field("applicant.email", _("Email")),
            "copies": Field("copies", _("Số bộ")),
            "fee": Field("fee", _("Phí, lệ phí")),
            "fee_reason": Field("fee_reason", _("Miễn, giảm vì"), placeholder=_("hộ nghèo, người có công…")),
            "priority": Field("priority", _("Ưu tiên vì"), placeholder=_("người cao tuổi, khuyết tật…")),
            "received": Field("received_at", _("Nhập sau, lúc"), placeholder="08:15 23/11/2026"),
            "paper_number": Field("paper_number", _("Số giấy viết tay")),
        }
        self.channel = ChoiceBox(_("Nộp qua"))
        for _channel, words in _CHANNELS:
            self.channel.addItem(words)
        self.channel.activated.connect(lambda place: self.channel_picked.emit(_CHANNELS[place][0]))
        self.turn_button: QPushButton = button(_("Thông tin khác"), self.turn, key="F8", kind="quiet")
        self._frame, layout = panel(_("Thông tin khác"))
        layout.addLayout(self._grid())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)
        self.fold(away=True)

    @property
    def is_open(self) -> bool:
        """Tell whether the fields can be seen."""
        return not self._frame.isHidden()

    def turn(self) -> None:
        """Fold the fields out and go to the first, or fold them away."""
        self.fold(away=self.is_open)
        if self.is_open:
            self.fields["subject"].take_focus()
        else:
            self.folded.emit()

    def enter_later(self) -> None:
        """Fold the fields out and go to the moment of a visit that was taken in on paper."""
        self.fold(away=False)
        self.fields["received"].take_focus()

    def fold(self, *, away: bool) -> None:
        """Fold the fields away, or out."""
        self._frame.setVisible(not away)
        words = _("Thông tin khác") if away else _("Gấp lại")
        self.turn_button.setText(f"{words}  F8")
        self.turn_button.setAccessibleName(words)

    def put(self, typed: Typed) -> None:
        """Show the rare fields of a form."""
        for attribute, field in self.fields.items():
            field.put(getattr(typed, attribute))
        keys = [channel for channel, _words in _CHANNELS]
        self.channel.setCurrentIndex(keys.index(typed.channel))

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(grown(10))
        grid.setVerticalSpacing(grown(6))
        grid.addWidget(self.fields["subject"], 0, 0, 1, 2)
        grid.addWidget(self.fields["authorised"], 1, 0, 1, 2)
        for place, name in enumerate(("authorised_number", "authorised_paper", "email")):
            grid.addWidget(self.fields[name], 2 + place // 2, place % 2)
        grid.addWidget(self._channel_box(), 3, 1)
        for place, name in enumerate(("fee", "fee_reason", "copies", "priority", "received", "paper_number")):
            grid.addWidget(self.fields[name], 4 + place // 2, place % 2)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        return grid

    def _channel_box(self) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(label(_("Nộp qua"), "label"))
        layout.addWidget(self.channel)
        layout.addStretch(1)
        return made
