"""Taking in a visit by keys, and looking at what came of it."""

from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.drafts import kept_draft
from desk_app.dossiers.tables import queries
from desk_app.dossiers.tables.queries import Narrowing
from tests.desks import RehearsalDesk
from tests.ui.windows import Seat
from ui.dossiers.registration.page import RegistrationPage
from ui.dossiers.registration.typed import DRAFT, Typed


def go_to_counter(seat: Seat) -> None:
    seat.hands.press("F2")
    page = page_of(seat)
    seat.wait(lambda: page.filling.counter is not None, "there is no catalogue")
    seat.settle()


def page_of(seat: Seat) -> RegistrationPage:
    return seat.front(RegistrationPage)


def dossiers(desk: RehearsalDesk) -> list[Dossier]:
    db = desk.journal.reading()
    return [dossier_in(desk.dossiers, db, each.id) for each in queries.newest(db, Narrowing(), 50)]


def draft_of(desk: RehearsalDesk) -> Typed | None:
    return kept_draft(desk.dossiers, account=desk.accounts_by_role["officer"], form=DRAFT, kind=Typed)


def fill(seat: Seat, name: str = "Nguyễn Văn Mẫu", procedure: str = "dks") -> None:
    seat.hands.type(name)
    seat.hands.press("Ctrl+T")
    seat.hands.type(procedure)
    seat.hands.press("Return")
    seat.hands.press("Ctrl+D")


def save(seat: Seat) -> None:
    seat.hands.press("Ctrl+Return")
    seat.wait(lambda: page_of(seat).saved is not None, f"not saved: {seat.said}")
