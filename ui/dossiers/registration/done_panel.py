"""What stands there after saving: the code, the date, the paper; one key for the next visitor."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ui.dossiers.registration.desk_side import Saved
from ui.widgets.colours import COLOURS
from ui.widgets.job_words import JobWords
from ui.widgets.parts import button, grown, label, panel, put_shape, row, shape


class DonePanel(QWidget):
    """Shows one saved dossier."""

    def __init__(self, following: Callable[[], None], card: Callable[[], None]) -> None:
        super().__init__()
        self.code = label("", "code")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._whole_code = label("", "soft")
        self._who = label("", "large", wrap=True)
        self._what = label("", "", wrap=True)
        self._due = label("", "due", wrap=True)
        self._shape = shape("clock", COLOURS.calm, 20)
        self.printing = label("", "large", wrap=True)
        self.next_button: QPushButton = button("Người tiếp theo", following, key="F2", kind="main")
        self._card_button = button("Mở thẻ hồ sơ", card, key="F6")
        frame = self._frame()
        frame.setFixedWidth(grown(680))
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(row(None, frame, None))
        layout.addStretch(2)

    def put(self, saved: Saved) -> None:
        """Show what was saved; its paper is on its way."""
        self.code.setText(saved.code.split("-", 1)[1])
        again = "  ·  hồ sơ này đã được lưu từ trước" if saved.repeated else ""
        self._whole_code.setText(f"{saved.code}{again}")
        self._who.setText(saved.name)
        self._what.setText(saved.procedure)
        self._due.setText(saved.due)
        self.put_printing(None)

    def put_printing(self, words: JobWords | None) -> None:
        """Show how the receipt's print job stands."""
        if words is None:
            put_shape(self._shape, "clock", COLOURS.calm, 20)
            self.printing.setText("Giấy hẹn đang được chuyển tới máy in…")
        else:
            put_shape(self._shape, words.shape, words.colour, 20)
            self.printing.setText(f"Giấy hẹn: {words.words.lower()}. {words.reason}".strip())

    def _frame(self) -> QFrame:
        frame, layout = panel()
        layout.setContentsMargins(grown(34), grown(18), grown(34), grown(18))
        layout.setSpacing(grown(4))
        layout.addLayout(row(shape("tick", COLOURS.good, 24), label("Đã lưu hồ sơ", "title"), None))
        layout.addWidget(self.code)
        layout.addWidget(self._whole_code)
        layout.addSpacing(grown(5))
        layout.addWidget(self._who)
        layout.addWidget(self._what)
        layout.addSpacing(grown(5))
        layout.addWidget(label("Hẹn trả kết quả", "section"))
        layout.addWidget(self._due)
        layout.addSpacing(grown(5))
        printing = row(self._shape, self.printing)
        printing.setStretch(1, 1)
        layout.addLayout(printing)
        layout.addSpacing(grown(8))
        layout.addLayout(row(self.next_button, self._card_button, None))
        return frame
