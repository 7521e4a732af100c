"""What stands on the scanner's section: the code to scan on the left, what it told on the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from desk_app.scanner.trial_code import TRIAL_TEXT
from ui.settings.scanner.code_picture import CodePicture
from ui.settings.scanner.scan_box import ScanBox
from ui.settings.scanner.state import Standing
from ui.widgets.colours import COLOURS
from ui.widgets.parts import grown, label, panel, put_shape, row, shape

_SHAPES = {
    "plain": ("question", COLOURS.soft_ink),
    "good": ("tick", COLOURS.good),
    "warning": ("warning", COLOURS.warning),
}


class ScannerView(QWidget):
    """Shows the trial code, where to scan it, how the scanner stands, and what to do about it."""

    def __init__(self) -> None:
        super().__init__()
        self.code = CodePicture(_("Mã thử máy quét"))
        self.box = ScanBox(_("Ô nhận chữ quét"), _("Để con trỏ ở đây rồi quét"))
        self._shape = shape("question", COLOURS.soft_ink, 22)
        self._standing = label("", "large", wrap=True)
        self._port = label("", wrap=True)
        self._findings = QVBoxLayout()
        self._findings.setSpacing(grown(8))
        self._shown: Standing | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grown(12))
        layout.addWidget(self._code_panel(), 0)
        layout.addWidget(self._told_panel(), 1)

    @property
    def words(self) -> str:
        """Return everything that is said of the scanner now."""
        found = self._shown.findings if self._shown is not None else ()
        return " ".join((self._standing.text(), *(part for pair in found for part in pair), self._port.text()))

    def put_standing(self, standing: Standing) -> None:
        """Show how the scanner stands."""
        if standing == self._shown:
            return
        self._shown = standing
        put_shape(self._shape, *_SHAPES[standing.tone], 22)
        self._standing.setText(standing.words)
        while (item := self._findings.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for words, advice in standing.findings:
            self._findings.addWidget(_finding(words, advice))

    def put_port(self, words: str) -> None:
        """Show how the serial port stands."""
        self._port.setText(words)

    def _code_panel(self) -> QWidget:
        frame, layout = panel(_("Mã thử"))
        layout.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(label(_("Máy quét phải gửi đúng:"), "label"))
        expected = label(TRIAL_TEXT.replace("|", " | "), "small", wrap=True)
        expected.setMinimumWidth(grown(236))
        layout.addWidget(expected)
        layout.addWidget(self.box)
        layout.addStretch(1)
        return frame

    def _told_panel(self) -> QWidget:
        frame, layout = panel(_("Máy quét của quầy này"))
        head = row(self._shape, self._standing)
        head.setStretch(1, 1)
        layout.addLayout(head)
        layout.addSpacing(grown(4))
        layout.addLayout(self._findings)
        layout.addSpacing(grown(6))
        layout.addWidget(label(_("Cổng COM"), "section"))
        layout.addWidget(self._port)
        layout.addSpacing(grown(6))
        layout.addWidget(label(_("Cách quét"), "section"))
        for words in (
            _(
                "Quét ở trang nào cũng được, không cần đặt con trỏ: thẻ căn cước mở trang tiếp nhận,"
                " giấy hẹn mở thẻ hồ sơ."
            ),
            _("Nên để bàn phím tiếng Anh (Mỹ) và tắt bộ gõ khi quét. Máy quét cổng COM không cần điều này."),
        ):
            layout.addWidget(label(words, "soft", wrap=True))
        layout.addStretch(1)
        return frame


def _finding(words: str, advice: str) -> QFrame:
    frame = QFrame()
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(1)
    inside.addWidget(label(words, "strong", wrap=True))
    inside.addWidget(label(advice, "soft", wrap=True))
    return frame
