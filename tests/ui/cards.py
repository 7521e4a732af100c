"""A dossier's card in a window, worked by keys."""

from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.register import register
from tests.desks import PAPERS, RehearsalDesk, form
from tests.ui.windows import Seat
from ui.dossiers.card.page import CardPage

LINKED = "2.000986"


class Card:
    def __init__(self, seat: Seat, desk: RehearsalDesk, dossier: str) -> None:
        self.seat, self.desk, self.dossier = seat, desk, dossier

    @property
    def page(self) -> CardPage:
        return self.seat.front(CardPage)

    def open(self) -> None:
        self.seat.workspace.go("card", self.dossier)
        self.seat.settle()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.seat.hands.press(key)
            self.seat.settle()

    def now(self) -> Dossier:
        return dossier_in(self.desk.dossiers, self.desk.journal.reading(), self.dossier)


def opened_card(seat: Seat, desk: RehearsalDesk) -> Card:
    """Return the open card of a linked dossier that was just received."""
    officer = desk.accounts_by_role["officer"]
    registration = form(procedure=LINKED, papers=PAPERS)
    written = register(desk.dossiers, by=officer, form=registration, command_id=desk.journal.new_id())
    made = Card(seat, desk, written.subject)
    made.open()
    return made
