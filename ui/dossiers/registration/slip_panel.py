"""The supplement slip as it will be printed: what is missing, why, and what to do. It stands there only when papers are missing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.dossiers.sent_back import USUAL_REASON
from desk_app.kernel.translations import _
from ui.dossiers.registration.outcome import Outcome, missing_papers, outcome_of
from ui.dossiers.registration.typed import Typed
from ui.widgets.field import Field
from ui.widgets.parts import button, label, panel, row


class SlipPanel(QWidget):
    """Shows the slip, or why the dossier is taken in nevertheless; says ``turned`` when the officer chooses the other.

    ``more`` names something else that is missing, beyond the catalogue.
    """

    turned = Signal()
    more = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {
            "reason": Field("reason", _("Lý do"), placeholder=USUAL_REASON),
            "advice": Field("advice", _("Hướng dẫn"), placeholder=_("nơi cấp, mẫu, cách làm")),
            "nevertheless_reason": Field("nevertheless_reason", _("Lý do vẫn nhận (ghi vào hồ sơ)")),
        }
        self.another = Field("missing", _("Cần bổ sung thêm (Enter)"), placeholder=_("nêu đủ một lần"))
        self.title = label("", "section", wrap=True)
        self.missing = label("", "warning", wrap=True)
        self.before = label("", "error", wrap=True)
        self.turn_button = button(_("Vẫn nhận"), self.turned.emit, key="Ctrl+B", kind="quiet")
        self.another.entered.connect(self._on_another)
        self._lay_out()

    def put(self, typed: Typed, before: str) -> None:
        """Show what the form makes of the slip; ``before`` says that a supplement was asked for earlier."""
        outcome = outcome_of(typed)
        sent_back = outcome is Outcome.MISSING
        for attribute, field in self.fields.items():
            field.put(getattr(typed, attribute))
            field.setVisible(sent_back is (attribute != "nevertheless_reason"))
        self.another.setVisible(sent_back)
        self.title.setText(_("Phiếu yêu cầu bổ sung") if sent_back else _("Nhận khi còn thiếu giấy tờ"))
        names = missing_papers(typed)
        self.missing.setText(_("Còn thiếu: {names}.").format(names="; ".join(names)) if names else "")
        self.before.setText(before)
        self.before.setVisible(bool(before) and sent_back)
        words = _("Vẫn nhận") if sent_back else _("Lập phiếu bổ sung")
        self.turn_button.setText(f"{words}  Ctrl+B")
        self.turn_button.setAccessibleName(words)
        self.setVisible(outcome in (Outcome.MISSING, Outcome.NEVERTHELESS))

    def _lay_out(self) -> None:
        frame, layout = panel(look="notice")
        layout.addWidget(self.title)
        layout.addWidget(self.missing)
        layout.addWidget(self.before)
        layout.addWidget(self.another)
        for field in self.fields.values():
            layout.addWidget(field)
        layout.addLayout(row(self.turn_button, None))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.hide()

    def _on_another(self) -> None:
        name = self.another.text.strip()
        self.another.put("")
        if name:
            self.more.emit(name)
