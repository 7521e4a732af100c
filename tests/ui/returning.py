"""The officer at the page of returns, as its tests work it."""

from desk_app.dossiers.mark import receipt_text
from desk_app.office.tables import RECEIPT_KEY, get_secret
from tests.desks import RehearsalDesk
from tests.returns.going import dossier_now
from tests.ui.windows import Seat
from ui.returns.page import ReturnsPage
from ui.shell.scanning.thing import Heard


class Returning:
    """The officer at the page of returns."""

    def __init__(self, seat: Seat, desk: RehearsalDesk) -> None:
        self.seat, self.desk = seat, desk

    @property
    def page(self) -> ReturnsPage:
        return self.seat.front(ReturnsPage)

    def come(self) -> None:
        self.press("Ctrl+F12")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.seat.hands.press(key)
            self.seat.settle()

    def type(self, text: str) -> None:
        self.seat.hands.type(text)

    def scan(self, dossier: str) -> None:
        key = get_secret(self.desk.journal.reading(), RECEIPT_KEY)
        text = receipt_text(dossier_now(self.desk, dossier).code, key)
        self.seat.workspace.scanning.take(Heard(text=text, source="port"))
        self.seat.settle()

    def field(self, text: str, name: str) -> None:
        strip = next(each for each in self.page.asking.strips if each.isVisible())
        strip.fields[name].take_focus()
        self.press("Ctrl+A")
        self.type(text)
