"""Hands and eyes for the windows that citizens see."""

from desk_app.dossiers.commands import hand_over, issue_result
from desk_app.dossiers.person import Person
from desk_app.dossiers.register import register
from desk_app.dossiers.tables import queries
from desk_app.dossiers.tables.queries import Narrowing
from desk_app.surveys.figures import Figures, figures
from desk_app.tickets.commands import call_next
from desk_app.tickets.counter import Counter
from desk_app.tickets.taking import take_ticket
from tests.desks import RehearsalDesk, form
from tests.ui.windows import Seat
from ui.citizen.call_display import CallDisplay
from ui.citizen.customer_screen import CustomerScreen
from ui.citizen.customer_state import Kind
from ui.citizen.screens import CitizenScreens
from ui.rehearsal.hands import Hands

NAME, NUMBER, CHILD = "Nguyễn Thị Huệ", "093195004321", "Đặng Gia Bảo"
SIZES = [(1366, 768), (1920, 1080)]


def screens_of(seat: Seat) -> CitizenScreens:
    assert seat.window.screens is not None
    return seat.window.screens


def customer_of(seat: Seat) -> CustomerScreen:
    window = screens_of(seat).windows.customer
    assert window is not None
    return window


def display_of(seat: Seat) -> CallDisplay:
    window = screens_of(seat).windows.display
    assert window is not None
    return window


def with_both_open(seat: Seat) -> Seat:
    """Open both citizens' screens by their keys."""
    for keys in ("Ctrl+F7", "Ctrl+F8"):
        seat.hands.press(keys)
    seat.wait(lambda: screens_of(seat).windows.customer is not None, "no customer's screen")
    seat.wait(lambda: screens_of(seat).windows.display is not None, "no call display")
    seat.settle()
    return seat


def given_out(desk: RehearsalDesk) -> tuple[str, str]:
    """Return id and code of a dossier about a child that went the whole way."""
    officer = desk.accounts_by_role["officer"]
    visit = form(applicant=Person(name=NAME, id_number=NUMBER), subject=Person(name=CHILD))
    made = register(desk.dossiers, by=officer, form=visit, command_id=desk.journal.new_id())
    issue_result(desk.dossiers, by=officer, dossier=made.subject, command_id=desk.journal.new_id())
    hand_over(desk.dossiers, by=officer, dossier=made.subject, command_id=desk.journal.new_id())
    code = next(
        each.code for each in queries.newest(desk.journal.reading(), Narrowing(), 10) if each.id == made.subject
    )
    return made.subject, code


def asked(seat: Seat, desk: RehearsalDesk) -> CustomerScreen:
    """Hand a result over and return the screen on which the question stands."""
    seat.window.happenings.handed_over.emit(*given_out(desk))
    assert screens_of(seat).state.showing.kind is Kind.RATING
    return customer_of(seat)


def keys_of(customer: CustomerScreen) -> Hands:
    """Return hands on a keypad that belongs to the customer's screen."""
    hands = Hands(customer)
    hands.wait_for(customer.isActiveWindow, "the screen takes no keys", patience_s=5)
    return hands


def today(desk: RehearsalDesk) -> Figures:
    on = desk.time.now().date()
    return figures(desk.surveys, first_on=on, last_on=on)


def called(desk: RehearsalDesk, counter: str = "Quầy 1") -> str:
    """Take a number, call it to a counter, and return the number."""
    officer = desk.accounts_by_role["officer"]
    taken = take_ticket(desk.tickets, by=officer, field="Hộ tịch", command_id=desk.journal.new_id())
    room, who = desk.tickets, Counter(name=counter)
    call_next(room, by=officer, counter=who, command_id=desk.journal.new_id())
    return taken.subject
