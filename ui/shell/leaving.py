"""The copy that is made while the window closes: seen, skipped by a key, and never in the way of going home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from desk_app.kernel.errors import Cancelled, DeskError
from desk_app.kernel.translations import _
from ui.shell.overlay import Overlay
from ui.widgets.parts import button, grown, label, row

if TYPE_CHECKING:
    from desk_app.desk import Desk
    from desk_app.upkeep.records import Copied
    from ui.shell.jobs import Jobs
    from ui.shell.progress import LongWork, Progress

_STEPS = 1000
_PATIENCE_S = 2.0
"""A shared folder that hangs may keep a closing window this long, no longer."""
_SHOW_TROUBLE_MS = 30_000


class Leaving(Overlay):
    """Lies over a closing window while the copy is made; ``done`` says that nothing keeps it open any more."""

    done = Signal()

    def __init__(self, parent: QWidget, jobs: Jobs) -> None:
        super().__init__(parent, _("Đang sao lưu trước khi đóng"))
        self._jobs = jobs
        self._title = label(_("Đang sao lưu trước khi đóng"), "title")
        self._words = label(
            _(
                "Từ bản sao gần nhất đã có việc mới. Xong là chương trình tự đóng, lúc đó hãy rút thẻ nhớ. "
                "Bỏ qua thì việc đã lưu vẫn nguyên."
            ),
            wrap=True,
        )
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(grown(14))
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(_("Việc đang làm"))
        self.skip_button = button(_("Bỏ qua, đóng ngay"), self._skip, key="Esc")
        for part in (self._title, self._words, self._bar):
            self.column.addWidget(part)
        self.column.addLayout(row(self.skip_button, None))
        self.is_begun = False

    @property
    def text(self) -> str:
        """Return what the panel says now."""
        return f"{self._title.text()} {self._words.text()}"

    def begin(self, desk: Desk) -> bool:
        """Begin the copy and return True where one is due; False at once where none is, or the system itself is going down."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication) and app.isSavingSession():
            return False
        self._jobs.stop_all_long()
        if not self._jobs.waited_for(lambda: _is_due(desk), patience_s=_PATIENCE_S):
            return False
        self.is_begun = True
        # The day is over: no page takes a key any more, and this panel alone shows how far the work is.
        for behind in self.room.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            behind.hide()
        self._jobs.long_changed.disconnect()
        self._jobs.long_changed.connect(self._on_progress)
        self._jobs.long(
            lambda progress: _copy(desk, progress),
            self._on_copied,
            title=_("Sao lưu trước khi đóng"),
            failed=self._on_failed,
        )
        self.lay(self.skip_button)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Skip on Esc; on Enter only what has failed, for a copy is not lost by a careless key."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (enter and self._bar.isHidden()):
            self._skip()

    def _wanted_width(self) -> int:
        return min(grown(560), super()._wanted_width())

    def _skip(self) -> None:
        self._jobs.stop_all_long()
        self.done.emit()

    def _on_progress(self, work: LongWork | None) -> None:
        if work is not None and work.total > 0:
            self._bar.setRange(0, _STEPS)
            self._bar.setValue(_STEPS * min(work.done, work.total) // work.total)

    def _on_copied(self, _made: Copied | None) -> None:
        self.done.emit()

    def _on_failed(self, error: DeskError) -> None:
        """Say what was wrong to whoever still stands there; it is told again at the next start."""
        if isinstance(error, Cancelled):
            self.done.emit()
            return
        self._bar.hide()
        self._title.setText(_("Chưa sao lưu được trước khi đóng"))
        self._words.setText(f"{error.message} {error.hint}")
        self.skip_button.setText(_("Đóng chương trình") + "  Enter")
        self.skip_button.setAccessibleName(_("Đóng chương trình"))
        self.lay(self.skip_button)
        QTimer.singleShot(_SHOW_TROUBLE_MS, self, self.done.emit)


def _is_due(desk: Desk) -> bool:
    # Imported late: what copies is none of the first second's business.
    from desk_app.upkeep.back_up import is_closing_copy_due

    return is_closing_copy_due(desk.upkeep)


def _copy(desk: Desk, progress: Progress) -> Copied | None:
    from desk_app.upkeep.back_up import copy_at_closing

    return copy_at_closing(desk.upkeep, progress.say)
