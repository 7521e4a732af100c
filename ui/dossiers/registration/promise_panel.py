"""The promised date, large, with every agency's date; and the reason for each day."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from ui.dossiers.registration.promise import Promise
from ui.widgets.parts import grown, label, panel
from ui.widgets.why import WhyTable


class PromisePanel(QWidget):
    """Shows a promise, what is missing for one, or nothing yet."""

    def __init__(self) -> None:
        super().__init__()
        frame, layout = panel(_("Hẹn trả kết quả"))
        self.day = label("", "due", wrap=True)
        self._term = label("", "strong", wrap=True)
        self._legs = label("", "", wrap=True)
        self._warning = label("", "warning", wrap=True)
        for part in (self.day, self._term, self._legs, self._warning):
            layout.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.put(None)

    def put(self, promise: Promise | InvalidInput | None) -> None:
        """Show ``promise``."""
        legs = promise.legs if isinstance(promise, Promise) else ()
        warnings = promise.warnings if isinstance(promise, Promise) else ()
        self._legs.setText("\n".join(f"{moment}  {agency}" for agency, moment in legs))
        self._legs.setVisible(bool(legs))
        self._warning.setText(" ".join(warnings))
        self._warning.setVisible(bool(warnings))
        if isinstance(promise, Promise):
            self.day.setText(promise.day)
            self._term.setText(f"{promise.until} · {promise.term}")
        else:
            self.day.setText("—")
            asked = _("Chọn thủ tục để thấy ngày hẹn trả.")
            self._term.setText(asked if promise is None else f"{promise.message} {promise.hint}")

    def put_none(self, words: str) -> None:
        """Say why nothing is promised: the visit is sent back."""
        self.put(None)
        self._term.setText(words)


class WhyPanel(QWidget):
    """Shows the way to the promised date, day by day; nothing while there is no date."""

    def __init__(self) -> None:
        super().__init__()
        self._frame, layout = panel(_("Vì sao ngày này?"))
        self.list = WhyTable()
        self.list.setMinimumHeight(grown(76))
        layout.addWidget(self.list)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)
        self.put(None)

    def put(self, promise: Promise | InvalidInput | None) -> None:
        """Show the days of ``promise``."""
        lines = promise.why if isinstance(promise, Promise) else ()
        if self.list.rows != lines:
            self.list.put(lines)
        self._frame.setVisible(bool(lines))
