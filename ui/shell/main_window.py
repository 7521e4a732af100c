"""The one window: the sign-in page, behind it the workspace of whoever is signed in, below both the message bar."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desk_app.kernel.translations import _
from ui import theme
from ui.shell import shortcuts
from ui.shell.crash import CrashHook
from ui.shell.dress import dress
from ui.shell.entrance import Entrance, OpenPack, Recover, RestoreCopy
from ui.shell.fault import Fault
from ui.shell.happenings import Happenings
from ui.shell.helper_session import HelperSession
from ui.shell.idle import IdleLock
from ui.shell.jobs import Jobs
from ui.shell.leaving import Leaving
from ui.shell.long_strip import LongStrip
from ui.shell.message_bar import Act, MessageBar
from ui.shell.seats import Seats
from ui.shell.sign_in import SignInPage
from ui.widgets import colours

if TYPE_CHECKING:
    from desk_app.accounts.rules import Account
    from ui.citizen.screens import CitizenScreens
    from ui.shell.opened import Opened, SignedIn
    from ui.shell.workspace import Workspace

# The settings of this computer that a person chooses by a key.
TEXT_SIZE, CONTRAST = "text_percent", "contrast"
_SMALLEST = (1024, 640)
_TEXT_STEP = 10


class MainWindow(QMainWindow):
    """Shows the sign-in at once; ``open_home`` (password → open desk) runs on the writer's thread after the first paint.

    Where that finds no desk, ``open_pack`` (file, passphrase → open desk) and ``restore`` (answer → open desk) are offered; where
    the key of the data is gone, ``recover`` (recovery paper, new password → open desk). ``remember`` keeps what a person chose:
    ``TEXT_SIZE`` in percent, ``CONTRAST`` 1 for high.
    """

    def __init__(
        self,
        open_home: Callable[[str], Opened],
        remember: Callable[[str, int], None] | None = None,
        open_pack: OpenPack | None = None,
        recover: Recover | None = None,
        restore: RestoreCopy | None = None,
    ) -> None:
        super().__init__()
        self._remember = remember
        self.setWindowTitle(_("Một cửa"))
        self.setMinimumSize(*_SMALLEST)
        self.messages = MessageBar()
        self.jobs = Jobs(self.messages.report)
        self.long = LongStrip(self.jobs.stop_long)
        self.jobs.long_changed.connect(self.long.put)
        self.crash = CrashHook(lambda: self.messages.report(Fault()))
        self.sign_in = SignInPage()
        self.workspace: Workspace | None = None
        self.happenings = Happenings(self)
        self.screens: CitizenScreens | None = None
        self._opened: Opened | None = None
        self._seats = Seats()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sign_in)
        self.idle = IdleLock(self)
        self.idle.ran_out.connect(self.lock)
        self.helper_session = HelperSession(self.messages, self)
        self.helper_session.ran_out.connect(self.end_session)
        self._entrance = Entrance(self.sign_in, self.jobs, open_home, open_pack, recover, restore)
        self._entrance.opened.connect(self._on_opened)
        self._entrance.let_in.connect(self._on_let_in)
        self._lay_out()
        self._bind_keys()

    def _lay_out(self) -> None:
        middle = QWidget()
        self.leaving = Leaving(middle, self.jobs)
        self.leaving.done.connect(self.close)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.long)
        layout.addWidget(self.messages)
        self.setCentralWidget(middle)

    def _bind_keys(self) -> None:
        grow = (("Ctrl+=", 1), ("Ctrl++", 1), ("Ctrl+-", -1), ("Ctrl+0", 0))
        shortcuts.bind(self, [(key, partial(self.grow_text, step)) for key, step in grow])
        shortcuts.bind(self, [("Ctrl+Shift+H", self.switch_contrast)])
        shortcuts.bind(self, [("Ctrl+F7", self.toggle_customer), ("Ctrl+F8", self.toggle_display)])

    @property
    def is_locked(self) -> bool:
        """Tell whether the sign-in page is in front."""
        return self._stack.currentWidget() is self.sign_in

    def lock(self) -> None:
        """Put the sign-in in front; what was half-typed stays behind it for the same person."""
        if self.workspace is None or self.is_locked:
            return
        self._close_door(self.workspace, self.workspace.actor.login)

    def switch(self) -> None:
        """Let somebody else sign in: like the lock, with whoever worked here before already chosen."""
        if self.workspace is None or self.is_locked:
            return
        mine = self.workspace.actor.login
        others = [person.login for person in self._seats.people if person.login != mine]
        self._close_door(self.workspace, next(iter(others), ""))

    def grow_text(self, steps: int) -> None:
        """Make all text larger or smaller by ``steps``; 0 brings the plain size back."""
        before = theme.present_percent()
        size = theme.text_percent(before + steps * _TEXT_STEP if steps else theme.SMALLEST_TEXT)
        if size != before:
            self._dress(size, TEXT_SIZE, size)

    def switch_contrast(self) -> None:
        """Draw everything in high contrast, or in the everyday colours again."""
        high = not colours.is_high_contrast()
        colours.choose(high_contrast=high)
        self._dress(theme.present_percent(), CONTRAST, int(high))

    def toggle_customer(self) -> None:
        """Open the screen that faces the citizen, or put it away."""
        if self.screens is not None:
            self.screens.toggle_customer()

    def toggle_display(self) -> None:
        """Open the call display of the hall, or put it away."""
        if self.screens is not None:
            self.screens.toggle_display()

    def showEvent(self, event: QShowEvent) -> None:
        """Show, and begin to take input as a sign of life."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            self.idle.watch(handle)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Put half-typed work into safety, leave a copy behind, end the threads, close the desk."""
        if not self.leaving.is_begun:
            self._put_down()
            if self._opened is not None and self.leaving.begin(self._opened.desk):
                event.ignore()
                return
        self.hide()
        self.jobs.close(self._opened.close if self._opened else None)
        self.crash.remove()
        event.accept()

    def _put_down(self) -> None:
        if self.workspace is not None:
            self.workspace.leave()
            self.workspace.stop()
        self.idle.stop()
        self.helper_session.stop()
        if self.screens is not None:
            self.screens.close()

    def _close_door(self, workspace: Workspace, login: str) -> None:
        self.idle.stop()
        self.helper_session.step_away()
        if self.screens is not None:
            self.screens.lock()
        workspace.leave()
        self._seats.keep(workspace)
        self.messages.greeting = ""
        self.messages.clear()
        self._stack.setCurrentWidget(self.sign_in)
        title = _("Màn hình đã khóa") if login == workspace.actor.login else _("Đổi người làm việc")
        self._entrance.ask_who(title, login=login, people=self._seats.people, left=workspace.actor.name)

    def _dress(self, percent: int, name: str, value: int) -> None:
        app, remember = QApplication.instance(), self._remember
        if isinstance(app, QApplication):
            if self.workspace is not None:
                self.workspace.leave()
            dress(app, percent)
            self.jobs.write(lambda: remember(name, value) if remember else None, self._on_look_kept)

    def _on_look_kept(self, _none: None) -> None:
        """Build the workspace anew at its place: drawings and rows are measured once, when they are made."""
        old, opened, locked = self.workspace, self._opened, self.is_locked
        if old is None or opened is None:
            return
        self._seats.keep(old)
        self._remove(old)
        self.workspace = None
        if not locked:
            self._take_seat(opened, old.actor)
            self._tell_look()

    def _tell_look(self) -> None:
        words = _("Cỡ chữ {percent} %").format(percent=theme.present_percent())
        if colours.is_high_contrast():
            words = _("{text_size}, tương phản cao").format(text_size=words)
        back = Act(words=_("Tương phản thường"), key="Ctrl+J", run=self.switch_contrast)
        self.messages.say(words, tone="plain", act=back if colours.is_high_contrast() else None)

    def _remove(self, workspace: Workspace) -> None:
        self._stack.removeWidget(workspace)
        workspace.stop()
        workspace.deleteLater()

    def _on_opened(self, opened: Opened) -> None:
        self._opened = opened
        self.messages.now = opened.desk.journal.time.now
        title = _("Một cửa")
        self.setWindowTitle(f"{title} – {opened.office_name}" if opened.office_name else title)
        file = opened.desk.home.crash_log
        self.jobs.write(lambda: self.crash.dump_to(file), self._on_crash_log_ready)
        self._open_screens(opened)

    def _open_screens(self, opened: Opened) -> None:
        from ui.citizen.screens import CitizenScreens

        self.screens = CitizenScreens(
            opened.desk,
            opened.office_name,
            self.jobs,
            self.happenings,
            who=self._who,
            report=self.messages.report,
            beside=self,
        )
        self.screens.start()

    def _who(self) -> Account | None:
        return self.workspace.actor if self.workspace is not None and not self.is_locked else None

    def _on_crash_log_ready(self, _none: None) -> None:
        """Nothing is shown: it is there for the day it is needed."""

    def _on_let_in(self, signed_in: SignedIn) -> None:
        """Go on where the same person stopped; anybody else begins afresh and never sees the first one's form."""
        if self._opened is None:
            return
        account, workspace = signed_in.account, self.workspace
        if workspace is not None and workspace.actor.id != account.id:
            self._remove(workspace)
            self.workspace = None
        if self._seats.latest != account.login:
            self.messages.forget()
        self.messages.greeting = _("F1: bảng phím tắt")
        self.messages.clear()
        self._take_seat(self._opened, account)
        self._begin_session(self._opened, signed_in)
        if self.screens is not None:
            self.screens.unlock()

    def _begin_session(self, opened: Opened, signed_in: SignedIn) -> None:
        """Count the idle minutes; a helper's are fewer, and the session ends by itself whatever they do."""
        end = signed_in.session_end
        self.idle.start(opened.idle_minutes if end is None else opened.helper_idle_minutes)
        if end is None:
            self.helper_session.stop()
        else:
            self.helper_session.begin(signed_in.account.id, end, self.messages.now())

    def end_session(self) -> None:
        """Sign the helper out for good: nothing of theirs stays behind the sign-in."""
        workspace = self.workspace
        self.helper_session.stop()
        if workspace is None:
            return
        self.lock()
        self._remove(workspace)
        self.workspace = None
        self._entrance.ask_who(_("Phiên làm việc đã hết giờ"))

    def _take_seat(self, opened: Opened, account: Account) -> None:
        """Bring the person's workspace to the front, made now at the place where they left it if it is gone."""
        if self.workspace is None:
            self.workspace = self._workspace(opened, account)
            self._stack.addWidget(self.workspace)
        self._stack.setCurrentWidget(self.workspace)
        self.workspace.resume(self._seats.place_of(account))

    def _workspace(self, opened: Opened, account: Account) -> Workspace:
        from ui.shell.workspace import Workspace

        made = Workspace(opened, account, self.jobs, self.messages, self.happenings)
        made.lock_requested.connect(self.lock)
        made.switch_requested.connect(self.switch)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made
