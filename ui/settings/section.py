"""What every section of the settings is made of: a title, keys, sheets that ask, a history of changes."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desk_app.kernel.errors import DeskError, InvalidInput
from desk_app.kernel.translations import _
from ui.settings import history
from ui.settings.sheet import Sheet
from ui.shell.page import Context, Page
from ui.widgets.parts import button, grown, label, row, scrolled
from ui.widgets.table import Column, RowsModel, Table

T = TypeVar("T")
R = TypeVar("R")
_NARROW = 760


class Section(Page):
    """A page within the settings. A sheet's answers go to the desk by ``keep``; what is wrong lands beside its field."""

    def __init__(self, context: Context, title: str, words: str = "") -> None:
        super().__init__(context)
        self.command_id = ""
        self._said = ""
        self._sheets: list[Sheet] = []
        self.words = label(words, "soft", wrap=True)
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(grown(16), grown(12), grown(16), grown(12))
        self.body.setSpacing(grown(8))
        self._head = QWidget()
        head = row(label(title, "title"), self.words, spacing=grown(12))
        head.setContentsMargins(0, 0, 0, 0)
        head.setStretch(1, 1)
        self._head.setLayout(head)
        self.body.addWidget(self._head)
        self._area = scrolled(inside)
        inside.installEventFilter(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self.past = Table(RowsModel(history.columns()), _("Lịch sử thay đổi"), wrap=True, picks=False)
        self.past.setMinimumHeight(grown(130))
        self.past.hide()

    def action(self, keys: str, words: str, run: Callable[[], None], *, kind: str = "") -> QPushButton:
        """Return a button for ``run``, which its key does as well while the button may be pressed."""
        made = button(words, run, key=keys, kind=kind)
        self.bind(keys, words, lambda: run() if made.isEnabled() and not made.isHidden() else None)
        return made

    def list(self, columns: Sequence[Column[R]], name: str, *, wrap: bool = False) -> Table[R]:
        """Return a list of rows that keeps a few of them in sight on the smallest screen."""
        made: Table[R] = Table(RowsModel(columns), name, wrap=wrap)
        made.setMinimumHeight(grown(150))
        return made

    def sheet(self, made: Sheet) -> Sheet:
        """Put a sheet where sheets open."""
        self._sheets.append(made)
        self.body.addWidget(made)
        return made

    @property
    def open_sheet(self) -> Sheet | None:
        """Return the sheet that is open."""
        return next((each for each in self._sheets if each.isVisible()), None)

    def ask(self, sheet: Sheet, title: str, values: Mapping[str, str] | None = None) -> None:
        """Open ``sheet`` instead of any other; what it will write has one command id from now on."""
        for other in self._sheets:
            if other is not sheet and other.isVisible():
                other.put_away()
        self.command_id = self.context.desk.journal.new_id()
        sheet.open(title, values)
        self._show_focus()

    def keep(self, work: Callable[[], object], said: str) -> None:
        """Let the writer do ``work``, then close the sheet and say ``said``."""
        self._said = said
        self.context.jobs.write(work, self._on_kept, failed=self.on_failed)

    def on_failed(self, error: DeskError) -> None:
        """Show an error beside its field, else in the bar; the sheet may be sent again."""
        opened = self.open_sheet
        if opened is not None:
            opened.do_button.setEnabled(True)
            if isinstance(error, InvalidInput) and opened.refuse(error):
                self._show_focus()
                return
        self.context.messages.report(error)

    def escape(self) -> bool:
        """Close what is open: a sheet, then the history."""
        opened = self.open_sheet
        if opened is not None:
            opened.put_away()
        elif self.past.isVisible():
            self.past.hide()
        else:
            return False
        return True

    def show_past(self, changes: tuple[history.Change, ...]) -> None:
        """Show what was changed, newest first."""
        self.past.put(changes)
        self.past.show()
        if not changes:
            self.context.messages.say(_("Chưa ai thay đổi gì ở đây."), tone="plain")
            self.past.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the title to the box above where there is little room."""
        super().resizeEvent(event)
        self._head.setVisible(event.size().width() >= grown(_NARROW))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for the width that is needed now: a scroll area does not pass on that its content became narrower."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._area.updateGeometry()
        return False

    def show_top(self) -> None:
        """Scroll to the top."""
        self._area.verticalScrollBar().setValue(0)

    def _show_focus(self) -> None:
        """Scroll to what has the keyboard, once it has its place."""
        QTimer.singleShot(0, self._scroll_to_focus)

    def _scroll_to_focus(self) -> None:
        focus = self.window().focusWidget()
        if focus is not None and self._area.isAncestorOf(focus):
            self._area.ensureWidgetVisible(focus, grown(20), grown(60))

    def _on_kept(self, _result: object) -> None:
        opened = self.open_sheet
        if opened is not None:
            opened.put_away()
        self.past.hide()
        self.context.messages.say(self._said)
        self.context.wrote()
