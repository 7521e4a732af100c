"""The keyboard map: F1 lays it over the page, F1 or Esc takes it away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui.shell.overlay import Overlay
from ui.widgets.parts import grown, label, scrolled

KeyLines = Sequence[tuple[str, str]]

_THREE_COLUMNS = 760


def everywhere() -> KeyLines:
    """Return the keys that work on every page, beside those of the pages themselves."""
    return (
        ("Ctrl+K", _("Vào ô tìm")),
        ("F5", _("Làm mới")),
        ("Ctrl+M", _("Thông báo gần đây")),
        ("Ctrl+L", _("Khóa màn hình")),
        ("Ctrl+Shift+L", _("Đổi người làm việc")),
        ("Ctrl+= / Ctrl+-", _("Chữ to / nhỏ hơn")),
        ("Ctrl+0", _("Chữ cỡ thường")),
        ("Ctrl+Shift+H", _("Tương phản cao")),
        ("Ctrl+F7", _("Màn hình cho người dân")),
        ("Ctrl+F8", _("Màn hình gọi số")),
        ("F1", _("Bảng này")),
    )


def in_fields() -> KeyLines:
    """Return the keys of fields and lists."""
    return (
        ("Tab / Shift+Tab", _("Ô tiếp theo / ô trước")),
        ("Enter", _("Sang ô tiếp theo; ở ô cuối: lưu")),
        (_("Phím cách"), _("Đánh dấu, bỏ đánh dấu")),
        ("↑ ↓", _("Đi trong danh sách")),
        ("Esc", _("Bỏ, dừng việc lâu, quay lại, xóa thông báo")),
    )


class KeyMap(Overlay):
    """A panel over the page that says every key that works here."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _("Bảng phím tắt"))
        self._area: QScrollArea | None = None

    def put(self, sections: Sequence[tuple[str, KeyLines]]) -> None:
        """Show the keys of ``sections``, each with its title, and take the focus."""
        self._empty()
        columns = _columns(sections, 3 if self.inner_width > grown(_THREE_COLUMNS) else 2)
        self._area = scrolled(columns)
        wanted = columns.heightForWidth(self.inner_width - self._area.verticalScrollBar().sizeHint().width())
        self._area.setFixedHeight(min(wanted, self.room.height() - grown(110)))
        self.column.addWidget(label(_("Bảng phím tắt"), "title"))
        self.column.addWidget(self._area)
        self.column.addWidget(label(_("F1 hoặc Esc: đóng bảng này"), "small"))
        self.lay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the arrow and page keys where the map is higher than the window."""
        keys = QAbstractSlider.SliderAction
        action = {
            Qt.Key.Key_Down: keys.SliderSingleStepAdd,
            Qt.Key.Key_Up: keys.SliderSingleStepSub,
            Qt.Key.Key_PageDown: keys.SliderPageStepAdd,
            Qt.Key.Key_PageUp: keys.SliderPageStepSub,
        }.get(Qt.Key(event.key()))
        if action is not None and self._area is not None:
            self._area.verticalScrollBar().triggerAction(action)
        else:
            super().keyPressEvent(event)

    def _empty(self) -> None:
        while (item := self.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()


def _columns(sections: Sequence[tuple[str, KeyLines]], count: int) -> QWidget:
    """Return the sections side by side; with more of them than columns the first two stand one above the other."""
    made = QWidget()
    beside = QHBoxLayout(made)
    beside.setContentsMargins(0, 0, 0, 0)
    beside.setSpacing(grown(30))
    columns = [QVBoxLayout() for _place in range(min(count, len(sections)))]
    for column in columns:
        column.setSpacing(grown(14))
        beside.addLayout(column, 1)
    extra = len(sections) - len(columns)
    for place, (title, lines) in enumerate(sections):
        columns[max(0, place - extra)].addWidget(_section(title, lines))
    for column in columns:
        column.addStretch(1)
    return made


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
