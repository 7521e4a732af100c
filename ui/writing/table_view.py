"""The writing table itself: who sits here and which form on the left, its fields in the middle, the paper on the right."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from desk_app.writing.sitting import Sitting
from ui.widgets.flow import Flow
from ui.widgets.in_sight import InSight
from ui.widgets.parts import button, grown, label, panel, scrolled
from ui.writing.fields_view import FieldsView
from ui.writing.form_picker import FormPicker
from ui.writing.preview_view import PreviewView
from ui.writing.state import OnTable, missing_words

_NARROW = 980


@dataclass(frozen=True, kw_only=True)
class TableKeys:
    """What the buttons of the table do."""

    sit: Callable[[], None]
    print_form: Callable[[], None]
    blank: Callable[[], None]
    record: Callable[[], None]
    register: Callable[[], None]
    earlier: Callable[[], None]


class TableView(QWidget):
    """Shows one sitting; what is done with it is the page's business."""

    def __init__(self, keys: TableKeys, *, may_register: bool, may_look: bool) -> None:
        super().__init__()
        self.picker = FormPicker()
        self.fields = FieldsView()
        self.preview = PreviewView()
        self.name = label("", "strong", wrap=True)
        self.sat = label("", "soft", wrap=True)
        self.title = label("", "section", wrap=True)
        self.doubts = label("", "small", wrap=True)
        self.sit_button = button(_("Người mới ngồi xuống"), keys.sit, key="F8")
        self.earlier_button = button(_("Lấy từ hồ sơ cũ"), keys.earlier, key="Ctrl+E", kind="quiet")
        self.print_button = button(_("In để ký"), keys.print_form, key="Ctrl+Enter", kind="main")
        self.blank_button = button(_("Mẫu trống"), keys.blank, key="Ctrl+P")
        self.record_button = button(_("Ghi lượt"), keys.record, key="F7")
        self.register_button = button(_("Sang tiếp nhận"), keys.register, key="F6")
        self._lay_out()
        # Only now: shown before it stands in the window, a button would be a window of its own.
        self.earlier_button.setVisible(may_look)
        self.register_button.setVisible(may_register)

    def show_sitting(self, sitting: Sitting | None, words: str) -> None:
        """Say who sits here and for how long."""
        person = sitting.person if sitting is not None else None
        known = person.name if person is not None else ""
        self.name.setText(
            known or (_("Chưa quét thẻ") if sitting is not None else _("Quét thẻ căn cước của người dân"))
        )
        self.sat.setText(words)

    def lay(self, on_table: OnTable) -> None:
        """Show a form with what is known in it."""
        self.title.setText(on_table.form.title)
        self.fields.put(on_table.form, on_table.filled)
        self.show_doubts(on_table)
        self.picker.stand_on(on_table.form.key)

    def show_doubts(self, on_table: OnTable) -> None:
        """Say what is missing and what to look at again; a form not yet compared with the law says so."""
        doubts = on_table.doubts
        self.fields.show_doubts(doubts)
        check = f"\n{on_table.form.check}" if on_table.form.check else ""
        self.doubts.setText(f"{missing_words(doubts)}{check}")

    def clear(self) -> None:
        """Clear the table for the next citizen."""
        self.title.setText("")
        self.doubts.setText("")
        self.fields.clear()
        self.preview.put(())
        self.picker.field.put("")

    def allow(self, *, has_form: bool, has_sitting: bool, has_row: bool) -> None:
        """Let only those buttons work that mean something now."""
        self.print_button.setEnabled(has_form)
        self.blank_button.setEnabled(has_form or has_row)
        self.record_button.setEnabled(has_sitting)
        self.register_button.setEnabled(has_sitting)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the parts one under the other where the window is narrow, or its text large."""
        super().resizeEvent(event)
        narrow = event.size().width() < grown(_NARROW)
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self.preview.setMinimumHeight(grown(420 if narrow else 120))
        self._area.setMinimumHeight(grown(300 if narrow else 120))

    def _lay_out(self) -> None:
        left = QWidget()
        inside_left = QVBoxLayout(left)
        inside_left.setContentsMargins(0, 0, 0, 0)
        inside_left.setSpacing(grown(8))
        frame, who = panel(_("Ai ngồi đây"))
        for part in (self.name, self.sat, Flow((self.sit_button, self.earlier_button))):
            who.addWidget(part)
        inside_left.addWidget(frame)
        inside_left.addWidget(self.picker, 1)
        middle = QWidget()
        inside_middle = QVBoxLayout(middle)
        inside_middle.setContentsMargins(0, 0, 0, 0)
        inside_middle.setSpacing(grown(6))
        self._area: QScrollArea = scrolled(self.fields)
        InSight(self._area, around=30)
        self._area.setAlignment(Qt.AlignmentFlag.AlignTop)
        for part in (self.title, self.doubts):
            inside_middle.addWidget(part)
        inside_middle.addWidget(self._area, 1)
        buttons = (self.print_button, self.blank_button, self.record_button, self.register_button)
        inside_middle.addWidget(Flow(buttons))
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(grown(12))
        self._sides.addWidget(left, 3)
        self._sides.addWidget(middle, 4)
        self._sides.addWidget(self.preview, 4)
