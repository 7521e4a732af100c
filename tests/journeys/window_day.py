"""A day of one officer in the real program: ``python -m tests.journeys.window_day HOME LOGIN PASSWORD FOLDER``.

The program starts as it always does (``ui.app.main``); these hands work it once it stands there. Each line on standard
output is a thing that came true; ``want …`` asks whoever started this to hold something under the scanner.
"""

import os
import sys
from itertools import count
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desk_app.dossiers.status import Status
from ui import app
from ui.citizen.customer_screen import CustomerScreen
from ui.dossiers.card.page import CardPage
from ui.dossiers.hand_over.page import HandOverPage
from ui.dossiers.list.page import ListPage
from ui.dossiers.registration.page import RegistrationPage
from ui.home.page import HomePage
from ui.rehearsal.hands import Hands
from ui.shell.main_window import MainWindow
from ui.shell.page import Page
from ui.shell.scanning.key_events import pressed_at_ms
from ui.shell.sign_in import Asked
from ui.shell.workspace import Workspace
from ui.tickets.page import TicketsPage

P = TypeVar("P", bound=Page)

WEDGE_CARD = "093085001234||Nguyễn Văn Mẫu|05031985|Nam|Ấp 1, Hòa Mỹ, Phụng Hiệp, Hậu Giang|12082021"
_COPY, _BIRTH = "sao trich", "dks"


class Day:
    """The officer's day, hour by hour."""

    def __init__(self, window: MainWindow, login: str, password: str, folder: Path) -> None:
        self._window, self._login, self._password, self._folder = window, login, password, folder
        self._hands = Hands(window)

    def live(self) -> None:
        """Live it from signing in to closing the window."""
        self._sign_in()
        self._a_ticket_leads_into_registration()
        self._a_wedge_speaks_from_the_home_page()
        self._somebody_lacks_a_paper()
        self._the_result_is_there()
        self._she_comes_for_it()
        self._the_evening()
        _say("closing")

    def _sign_in(self) -> None:
        self._hands.wait_for(lambda: self._window.sign_in.asked is not Asked.NOTHING, "the desk did not open")
        self._hands.type(self._login)
        self._hands.press("Tab")
        self._hands.type(self._password)
        self._hands.press("Return")
        self._hands.wait_for(lambda: not self._window.is_locked, "nobody was let in")
        self._front(HomePage)
        _say("signed in")

    def _a_ticket_leads_into_registration(self) -> None:
        """A ticket is taken and called; the scanner at the serial port reads her card; Enter, Enter, saved."""
        self._press("F10")
        tickets = self._front(TicketsPage)
        self._settle()
        self._press("Alt+1")
        self._settle()
        self._press("F6")
        self._hands.wait_for(tickets.hand.serve_button.hasFocus, "no number was called")
        self._press("Return")
        page = self._front(RegistrationPage)
        self._ready(page)
        _say("want card")
        self._hands.wait_for(lambda: page.filling.typed.name != "", "the card did not come through the cable")
        self._take_in(page, _BIRTH)

    def _a_wedge_speaks_from_the_home_page(self) -> None:
        """A scanner that types, while nobody stands in a field."""
        self._press("F4")
        self._front(HomePage)
        self._settle()
        self._scan(WEDGE_CARD)
        page = self._front(RegistrationPage)
        self._ready(page)
        self._hands.wait_for(lambda: page.filling.typed.name == "Nguyễn Văn Mẫu", "the keys of the scanner were lost")
        self._take_in(page, _COPY)

    def _scan(self, text: str) -> None:
        """Scan by keys a millisecond apart: no system stamps these, and a loaded machine would part them."""
        workspace = self._window.workspace
        assert workspace is not None
        wedge, moments = workspace.scanning.wedge, count(1_000)
        wedge.moment_ms = lambda _event: float(next(moments))
        self._hands.scan(text)
        wedge.moment_ms = pressed_at_ms

    def _take_in(self, page: RegistrationPage, procedure: str) -> None:
        self._settle()
        self._hands.type(procedure)
        self._press("Return")
        self._press("Return")
        self._press("Return")
        self._hands.wait_for(lambda: page.saved is not None, f"not saved: {self._window.messages.text}")
        assert page.saved is not None
        self._hands.wait_for(lambda: "đã in" in page.done.printing.text(), "the receipt was not printed")
        _say(f"saved {page.saved.code}")

    def _somebody_lacks_a_paper(self) -> None:
        """The page becomes the slip that says what is missing; no number is used up."""
        self._press("F2")
        page = self._front(RegistrationPage)
        self._ready(page)
        self._hands.type("Lê Thị Ví Dụ")
        self._press("Ctrl+T")
        self._hands.type(_BIRTH)
        self._press("Return")
        self._press("Ctrl+B")
        self._press("Return")
        self._hands.wait_for(lambda: page.saved is not None, f"no slip: {self._window.messages.text}")
        _say("sent back")

    def _the_result_is_there(self) -> None:
        """By name without marks to the card; the result is entered."""
        self._press("F3")
        self._hands.type("nguyen van mau")
        self._hands.rest(600)
        self._settle()
        self._press("Return")
        card = self._front(CardPage)
        self._hands.wait_for(lambda: card.seen is not None, "the card did not open")
        self._press("F7")
        self._press("Return")
        self._hands.wait_for(
            lambda: card.seen is not None and card.seen.dossier.status is Status.SETTLED, "no result was entered"
        )
        _say("settled")

    def _she_comes_for_it(self) -> None:
        """The receipt under the scanner, one key; then the citizen presses a face on the other screen."""
        self._press("Ctrl+F7")
        self._hands.wait_for(lambda: self._customer() is not None, "the customer's screen did not open")
        self._window.activateWindow()
        self._press("F12")
        page = self._front(HandOverPage)
        self._settle()
        _say("want receipt")
        self._hands.wait_for(lambda: page.opened is not None, "the receipt was not read")
        self._settle()
        self._press("F8")
        screen = self._customer()
        assert screen is not None
        self._hands.wait_for(lambda: screen.front == 1, f"nobody was asked: {self._window.messages.text}")
        screen.levels[next(iter(screen.levels))].click()
        self._hands.rest(300)
        self._settle()
        _say("rated")

    def _the_evening(self) -> None:
        """The list goes to Excel, the window is locked, opened again, and closed."""
        self._press("F11")
        page = self._front(ListPage)
        self._hands.wait_for(lambda: page.total is not None, "the list was not counted")
        self._press("F8")
        self._press("Ctrl+A")
        self._hands.type(str(self._folder))
        self._press("Return")
        self._hands.wait_for(lambda: any(self._folder.glob("*.xlsx")), f"no file: {self._window.messages.text}")
        self._settle()
        _say("exported")
        self._press("Ctrl+L")
        self._hands.wait_for(lambda: self._window.is_locked, "the window did not lock")
        self._hands.type(self._password)
        self._press("Return")
        self._hands.wait_for(lambda: not self._window.is_locked, "she was not let in again")
        self._front(ListPage)

    def _ready(self, page: RegistrationPage) -> None:
        self._hands.wait_for(lambda: page.filling.counter is not None, "there is no catalogue")
        self._settle()

    def _press(self, keys: str) -> None:
        self._hands.press(keys)
        self._hands.rest(30)

    def _settle(self) -> None:
        self._hands.wait_for(lambda: self._window.jobs.under_way == 0, "jobs hang")
        self._hands.rest(0)

    def _front(self, kind: type[P]) -> P:
        def here() -> bool:
            workspace: Workspace | None = self._window.workspace
            return workspace is not None and isinstance(workspace.front, kind)

        self._hands.wait_for(here, f"{kind.__name__} did not come: {self._window.messages.text}", patience_s=20)
        assert self._window.workspace is not None
        front = self._window.workspace.front
        assert isinstance(front, kind)
        return front

    @staticmethod
    def _customer() -> CustomerScreen | None:
        return next((each for each in QApplication.topLevelWidgets() if isinstance(each, CustomerScreen)), None)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Start the program and live the day in it; whatever goes wrong ends both."""
    home, login, password, folder = sys.argv[1:]
    lived: list[str] = []

    def live() -> None:
        window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
        try:
            Day(window, login, password, Path(folder)).live()
            lived.append("to the end")
        finally:
            window.close()

    application = app.application(100)
    QTimer.singleShot(200, application, live)
    code = app.main(["--home", home, "--text", "100"])
    return code if lived else 1


if __name__ == "__main__":
    sys.exit(main())
