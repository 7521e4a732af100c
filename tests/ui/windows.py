"""A window on a rehearsal desk, and hands to work it."""

from collections.abc import Callable
from types import TracebackType
from typing import TypeVar

import shiboken6
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.accounts.commands import set_secret
from desk_app.accounts.secret_rules import SecretKind
from desk_app.accounts.sign_in import must_change_password
from desk_app.desk import Desk
from desk_app.kernel.errors import Refused
from tests.desks import PASSWORD
from ui.rehearsal.hands import Hands
from ui.shell.main_window import MainWindow
from ui.shell.opened import Opened
from ui.shell.opening import opened
from ui.shell.page import Page
from ui.shell.sign_in import Asked
from ui.shell.workspace import Workspace

OWN_PASSWORD = "sen-trang-2026"

P = TypeVar("P", bound=Page)


class Seat:
    """One window from its opening to its closing; the desk itself stays open for the test to look into."""

    def __init__(self, desk: Desk, data_password: str = "", remember: Callable[[str, int], None] | None = None) -> None:
        self.desk = desk
        self._data_password = data_password
        self.window = MainWindow(self._open, remember)
        self.window.resize(1366, 768)
        self.hands = Hands(self.window)

    def __enter__(self) -> "Seat":
        self.window.show()
        self.window.activateWindow()
        self.wait(lambda: self.window.sign_in.asked is not Asked.NOTHING, "the desk did not open")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if shiboken6.isValid(self.window):
            self.window.close()
            self.wait(lambda: not self.window.isVisible(), "the window does not close")
            self.window.deleteLater()
            self.hands.rest(0)

    def _open(self, password: str) -> Opened:
        if password != self._data_password:
            raise Refused("storage.wrong_password", "Sai mật khẩu mở dữ liệu.", "Dữ liệu vẫn nguyên.")
        return opened(self.desk, close=_leave_open)

    @property
    def workspace(self) -> Workspace:
        """Return what the person works in."""
        assert self.window.workspace is not None
        return self.window.workspace

    @property
    def said(self) -> str:
        """Return what stands in the message bar."""
        return self.window.messages.text

    def sign_in(self, login: str) -> None:
        """Sign in by keys with a password of one's own; raise when nobody is let in."""
        self.answer(login, own_password(self.desk, login))
        self.wait(lambda: not self.window.is_locked, f"{login} was not let in")

    def answer(self, *texts: str) -> None:
        """Fill in what the sign-in page asks for, field by field, and press Enter."""
        fields = [field for field in self.window.sign_in.findChildren(QWidget) if field.isVisible()]
        edits = [field for field in fields if field.metaObject().className() == "QLineEdit"]
        for edit, text in zip(edits, texts, strict=True):
            edit.setFocus()
            self.hands.press("Ctrl+A")
            self.hands.type(text)
        self.hands.press("Return")

    def front(self, kind: type[P]) -> P:
        """Return the page in front, which must be of ``kind``."""
        page = self.workspace.front
        assert isinstance(page, kind), f"{type(page).__name__} is in front"
        return page

    def widgets(self) -> list[QWidget]:
        """Return everything that can be seen in the window now."""
        return [each for each in self.window.findChildren(QWidget) if each.isVisible()]

    def wait(self, condition: object, what: str = "") -> None:
        """Let the window work until ``condition`` holds."""
        assert callable(condition)
        self.hands.wait_for(condition, what, patience_s=20)

    def settle(self) -> None:
        """Let every job under way come home."""
        self.hands.rest(0)
        self.wait(lambda: self.window.jobs.under_way == 0, "jobs hang")
        self.hands.rest(0)


def press(seat: Seat, *keys: str) -> None:
    """Press keys one after the other, each until all came of it."""
    for key in keys:
        seat.hands.press(key)
        seat.settle()


def typed(seat: Seat, text: str) -> None:
    """Type a text and wait until the page has taken it."""
    seat.hands.type(text)
    seat.settle()


def own_password(desk: Desk, login: str) -> str:
    """Return the password of ``login``, chosen by themselves if somebody else had chosen it."""
    account = desk.accounts.present_book().find_by_login(login)
    assert account is not None
    if must_change_password(desk.accounts, account.id):
        kind, new_id = SecretKind.PASSWORD, desk.journal.new_id()
        set_secret(desk.accounts, by=account.id, kind=kind, old=PASSWORD, new=OWN_PASSWORD, command_id=new_id)
    return PASSWORD if login == "quantri" else OWN_PASSWORD


def focused() -> QWidget:
    """Return the widget that has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def _leave_open() -> None:
    """The fixture closes the desk."""
