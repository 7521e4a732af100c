"""Somebody at the page of shifts, and what the tests look at again and again."""

from desk_app.printing.tables.jobs import list_jobs
from desk_app.shifts.seen import SeatSeen
from tests.desks import RehearsalDesk
from tests.shifts.rota import roster, seats
from tests.ui.windows import Seat
from ui.shifts.page import PEOPLE, ShiftsPage
from ui.shifts.people_tab import PeopleTab


class Planning:
    """Somebody at the page of shifts."""

    def __init__(self, seat: Seat, desk: RehearsalDesk) -> None:
        self.seat, self.desk = seat, desk

    @property
    def page(self) -> ShiftsPage:
        return self.seat.front(ShiftsPage)

    @property
    def people(self) -> PeopleTab:
        tab = self.page.tabs[PEOPLE]
        assert isinstance(tab, PeopleTab)
        return tab

    def come(self, about: str = "") -> None:
        self.seat.workspace.go("shifts", about)
        self.seat.settle()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.seat.hands.press(key)
            self.seat.settle()

    def fill(self, **texts: str) -> None:
        strip = next(each for each in self.page.tab.strips if each.isVisible())
        for name, text in texts.items():
            strip.fields[name].take_focus()
            self.press("Ctrl+A", "Delete")
            self.seat.hands.type(text)

    def stand_on(self, seat: SeatSeen) -> None:
        self.page.month.view.stand_on(seat.seat)
        self.seat.settle()


def december(desk: RehearsalDesk) -> list[SeatSeen]:
    return seats(roster(desk))


def other_than(desk: RehearsalDesk, first: SeatSeen) -> SeatSeen:
    return next(each for each in december(desk) if each.organisation != first.organisation and each.on != first.on)


def titles(desk: RehearsalDesk) -> set[str]:
    return {job.title for job in list_jobs(desk.journal.reading())}
