"""What stands there after saving: the code and the date, or what was asked for; the paper; one key for the next visitor."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.dossiers.registration.desk_side import Saved
from ui.widgets.colours import COLOURS
from ui.widgets.job_words import JobWords
from ui.widgets.parts import button, grown, label, panel, put_shape, row, scrolled, shape
from ui.widgets.sides import Sides
from ui.widgets.why import WhyTable

_NARROW = 800


class DonePanel(QWidget):
    """Shows one saved visit."""

    def __init__(self, following: Callable[[], None], card: Callable[[], None]) -> None:
        super().__init__()
        self._paper = ""
        self._is_narrow = False
        self._title = label("", "title")
        self.code = label("", "code")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._whole_code = label("", "soft", wrap=True)
        self._who = label("", "large", wrap=True)
        self._what = label("", "", wrap=True)
        self._heading = label("", "section")
        self.due = label("", "due", wrap=True)
        self.missing = label("", "large", wrap=True)
        self._shape = shape("clock", COLOURS.calm, 20)
        self.printing = label("", "large", wrap=True)
        self.next_button: QPushButton = button(_("Người tiếp theo"), following, key="F2", kind="main")
        self._card_button = button(_("Mở thẻ hồ sơ"), card, key="F6")
        self._why_frame, why_layout = panel(_("Vì sao ngày này?"))
        self.why = WhyTable()
        why_layout.addWidget(self.why)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the reasons below the date where the window is narrow, or its text large."""
        super().resizeEvent(event)
        narrow = event.size().width() < grown(_NARROW)
        self._sides.be_narrow(narrow=narrow)
        self.why.setMinimumHeight(grown(230) if narrow else 0)
        self._is_narrow = narrow
        self._show_whole_code()

    def put(self, saved: Saved) -> None:
        """Show what was saved; its paper is on its way."""
        again = _("đã được lưu từ trước") if saved.repeated else ""
        self._title.setText(_("Đã lưu hồ sơ") if saved.is_dossier else _("Đã ghi phiếu yêu cầu bổ sung"))
        self.code.setText(saved.code.split("-", 1)[1] if saved.is_dossier else "")
        self.code.setVisible(saved.is_dossier)
        self._whole_code.setText("  ·  ".join(filter(None, (saved.code, again))))
        self._show_whole_code()
        self._who.setText(saved.name)
        self._what.setText(saved.procedure)
        self._heading.setText(_("Hẹn trả kết quả") if saved.is_dossier else _("Cần bổ sung"))
        self.due.setText(saved.due)
        self.due.setVisible(saved.is_dossier)
        self.missing.setText("\n".join(f"–  {name}" for name in saved.missing))
        self.missing.setVisible(not saved.is_dossier)
        self._card_button.setVisible(saved.is_dossier)
        self.why.put(saved.why)
        self._why_frame.setVisible(bool(saved.why))
        self._paper = _("Giấy hẹn") if saved.is_dossier else _("Phiếu bổ sung")
        self.put_printing(None)

    def put_printing(self, words: JobWords | None) -> None:
        """Show how the paper's print job stands."""
        if words is None:
            put_shape(self._shape, "clock", COLOURS.calm, 20)
            self.printing.setText(_("{paper} đang được chuyển tới máy in…").format(paper=self._paper))
        else:
            put_shape(self._shape, words.shape, words.colour, 20)
            self.printing.setText(f"{self._paper}: {words.words.lower()}. {words.reason}".strip())

    def _show_whole_code(self) -> None:
        """Show the code with the agency's part where there is room for what can also be told by its end."""
        self._whole_code.setVisible(bool(self._whole_code.text()) and not self._is_narrow)

    def _lay_out(self) -> None:
        inside = QWidget()
        self._sides = Sides(self._frame(), self._why_frame, (3, 2))
        self._sides.setContentsMargins(grown(14), grown(12), grown(14), grown(12))
        inside.setLayout(self._sides)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(inside))

    def _frame(self) -> QFrame:
        frame, layout = panel()
        layout.setContentsMargins(grown(26), grown(10), grown(26), grown(12))
        layout.setSpacing(grown(4))
        layout.addLayout(row(shape("tick", COLOURS.good, 24), self._title, None))
        layout.addWidget(self.code)
        layout.addWidget(self._whole_code)
        layout.addSpacing(grown(5))
        layout.addWidget(self._who)
        layout.addWidget(self._what)
        layout.addSpacing(grown(5))
        layout.addWidget(self._heading)
        layout.addWidget(self.due)
        layout.addWidget(self.missing)
        layout.addSpacing(grown(5))
        printing = row(self._shape, self.printing)
        printing.setStretch(1, 1)
        layout.addLayout(printing)
        layout.addSpacing(grown(8))
        layout.addLayout(row(self.next_button, self._card_button, None))
        layout.addStretch(1)
        return frame
