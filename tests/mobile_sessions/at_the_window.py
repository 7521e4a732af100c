"""The officer at the page of mobile sessions, for the tests that work it by keyboard."""

from tests.desks import RehearsalDesk
from tests.ui.windows import Seat
from ui.mobile_sessions.page import SessionsPage
from ui.shell.scanning.thing import Heard


class Outing:
    """The officer at the page of mobile sessions."""

    def __init__(self, seat: Seat, desk: RehearsalDesk) -> None:
        self.seat, self.desk = seat, desk

    @property
    def page(self) -> SessionsPage:
        return self.seat.front(SessionsPage)

    def come(self, about: str = "") -> None:
        if about:
            self.seat.workspace.go("sessions", about)
            self.seat.settle()
        else:
            self.press("Ctrl+F9")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.seat.hands.press(key)
            self.seat.settle()

    def fill(self, **texts: str) -> None:
        forms = (*self.page.moves.forms, *self.page.lines.forms)
        opened = next(form for form in forms if form.isVisible())
        for name, text in texts.items():
            opened.fields[name].put(text)

    def scan(self, text: str) -> None:
        self.seat.workspace.scanning.take(Heard(text=text, source="port"))
        self.seat.settle()

    def read_again(self) -> None:
        self.page.refresh()
        self.seat.settle()
