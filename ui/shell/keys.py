"""The keyboard map: F1 lays it over the page, F1 or Esc takes it away."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.parts import grown, label

KeyLines = Sequence[tuple[str, str]]

EVERYWHERE: KeyLines = (
    ("Ctrl+K", "Vào ô tìm"),
    ("F5", "Làm mới"),
    ("Ctrl+L", "Khóa màn hình, đổi người"),
    ("Ctrl+= / Ctrl+-", "Chữ to / nhỏ hơn"),
    ("F1", "Bảng này"),
)
IN_FIELDS: KeyLines = (
    ("Tab / Shift+Tab", "Ô tiếp theo / ô trước"),
    ("Enter", "Sang ô tiếp theo; ở ô cuối: lưu"),
    ("Phím cách", "Đánh dấu, bỏ đánh dấu"),
    ("↑ ↓", "Đi trong danh sách"),
    ("Esc", "Bỏ, quay lại, xóa thông báo"),
)


class KeyMap(QFrame):
    """A panel over the page that says every key that works here."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "strip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Bảng phím tắt")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(*[grown(18)] * 4)
        self._over = parent
        self._back: QWidget | None = None
        parent.installEventFilter(self)
        self.hide()

    def lay(self, sections: Sequence[tuple[str, KeyLines]]) -> None:
        """Show the keys of ``sections``, each with its title, and take the focus."""
        self._back = self.window().focusWidget()
        self._empty()
        columns = QWidget()
        beside = QHBoxLayout(columns)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(grown(30))
        for title, lines in sections:
            beside.addWidget(_section(title, lines), 1)
        self._layout.addWidget(label("Bảng phím tắt", "title"))
        self._layout.addWidget(columns, 1)
        self._layout.addWidget(label("F1 hoặc Esc: đóng bảng này", "small"))
        self._place()
        self.show()
        self.raise_()
        self.setFocus()

    def put_away(self) -> None:
        """Hide the panel and give the focus back."""
        self.hide()
        if self._back is not None:
            self._back.setFocus()
            self._back = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        outer = self._over.rect()
        width = min(grown(960), outer.width() - grown(20))
        height = min(max(self.heightForWidth(width), self.minimumSizeHint().height()), outer.height())
        size = QSize(width, height)
        self.resize(size)
        self.move((outer.width() - size.width()) // 2, (outer.height() - size.height()) // 2)

    def _empty(self) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()


def _section(title: str, lines: KeyLines) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(grown(10))
    grid.addWidget(label(title, "section"), 0, 0, 1, 2)
    for place, (keys, words) in enumerate(lines, start=1):
        grid.addWidget(label(keys, "keycap"), place, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(words, wrap=True), place, 1)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(len(lines) + 1, 1)
    return made
