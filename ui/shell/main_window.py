"""The one window: the sign-in page, behind it the workspace of whoever is signed in, below both the message bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.shell.crash import CrashHook
from ui.shell.dress import dress
from ui.shell.entrance import Entrance
from ui.shell.idle import IdleLock
from ui.shell.jobs import Fault, Jobs
from ui.shell.message_bar import MessageBar
from ui.shell.sign_in import SignInPage

if TYPE_CHECKING:
    from desk_app.accounts.rules import Account
    from ui.shell.opened import Opened
    from ui.shell.workspace import Workspace

_TITLE = "Một cửa"
_GREETING = "F1: bảng phím tắt"
_SMALLEST = (1024, 640)
_TEXT_STEP = 10


class MainWindow(QMainWindow):
    """Shows the sign-in at once; ``open_home`` (password → open desk) runs on the writer's thread after the first paint.

    ``remember_text`` keeps a text size that a person chose.
    """

    def __init__(self, open_home: Callable[[str], Opened], remember_text: Callable[[int], None] | None = None) -> None:
        super().__init__()
        self._remember_text = remember_text
        self.setWindowTitle(_TITLE)
        self.setMinimumSize(*_SMALLEST)
        self.messages = MessageBar()
        self.jobs = Jobs(self.messages.report)
        self.crash = CrashHook(lambda: self.messages.report(Fault()))
        self.sign_in = SignInPage()
        self.workspace: Workspace | None = None
        self._opened: Opened | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sign_in)
        self.idle = IdleLock(self)
        self.idle.ran_out.connect(self.lock)
        self._entrance = Entrance(self.sign_in, self.jobs, open_home)
        self._entrance.opened.connect(self._on_opened)
        self._entrance.let_in.connect(self._on_let_in)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.messages)
        self.setCentralWidget(middle)

    @property
    def is_locked(self) -> bool:
        """Tell whether the sign-in page is in front."""
        return self._stack.currentWidget() is self.sign_in

    def lock(self) -> None:
        """Put the sign-in in front; what was half-typed stays behind it for the same person."""
        if self.workspace is None or self.is_locked:
            return
        self.idle.stop()
        self.workspace.leave()
        self.messages.greeting = ""
        self.messages.clear()
        self._stack.setCurrentWidget(self.sign_in)
        self._entrance.ask_who(login=self.workspace.actor.login, locked=True)

    def grow_text(self, steps: int) -> None:
        """Make all text larger or smaller by ``steps``; 0 brings the plain size back."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and self.workspace is not None:
            self.workspace.leave()
            dress(app, theme.present_percent() + steps * _TEXT_STEP if steps else theme.SMALLEST_TEXT)
            self.jobs.write(self._keep_text_size, self._on_text_size_kept)

    def showEvent(self, event: QShowEvent) -> None:
        """Show, and begin to take input as a sign of life."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            self.idle.watch(handle)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Put half-typed work into safety, end the threads, close the desk."""
        if self.workspace is not None:
            self.workspace.leave()
            self.workspace.stop()
        self.idle.stop()
        self.hide()
        self.jobs.close(self._opened.close if self._opened else None)
        self.crash.remove()
        event.accept()

    def _keep_text_size(self) -> None:
        if self._remember_text is not None:
            self._remember_text(theme.present_percent())

    def _on_text_size_kept(self, _: None) -> None:
        """Build the workspace anew at its place: drawings and rows are measured once, when they are made."""
        old, opened = self.workspace, self._opened
        if old is None or opened is None or self.is_locked:
            return
        place = old.place
        self._remove(old)
        self.workspace = self._workspace(opened, old.actor)
        self._stack.addWidget(self.workspace)
        self._stack.setCurrentWidget(self.workspace)
        self.workspace.resume(place)
        self.messages.say(f"Cỡ chữ {theme.present_percent()} %", tone="plain")

    def _remove(self, workspace: Workspace) -> None:
        self._stack.removeWidget(workspace)
        workspace.stop()
        workspace.deleteLater()

    def _on_opened(self, opened: Opened) -> None:
        self._opened = opened
        self.setWindowTitle(f"{_TITLE} – {opened.office_name}" if opened.office_name else _TITLE)
        file = opened.desk.home.crash_log
        self.jobs.write(lambda: self.crash.dump_to(file), self._on_crash_log_ready)

    def _on_crash_log_ready(self, _: None) -> None:
        """Nothing is shown: it is there for the day it is needed."""

    def _on_let_in(self, account: Account) -> None:
        """Go on where the same person stopped; anybody else begins afresh and never sees the first one's form."""
        if self._opened is None:
            return
        workspace = self.workspace
        if workspace is not None and workspace.actor.id != account.id:
            self._remove(workspace)
            workspace = None
        if workspace is None:
            workspace = self._workspace(self._opened, account)
            self._stack.addWidget(workspace)
        self.workspace = workspace
        self._stack.setCurrentWidget(workspace)
        self.messages.greeting = _GREETING
        self.messages.clear()
        workspace.resume()
        self.idle.start(self._opened.idle_minutes)

    def _workspace(self, opened: Opened, account: Account) -> Workspace:
        from ui.shell.workspace import Workspace

        made = Workspace(opened, account, self.jobs, self.messages)
        made.lock_requested.connect(self.lock)
        made.text_size_requested.connect(self.grow_text)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made
