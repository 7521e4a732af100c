"""The officer at the page of sittings, working by keys."""

from typing import Any

from desk_app.dossiers import on_the_spot as spot
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.dossier import Dossier
from desk_app.office.commands import put_setting
from desk_app.printing.tables import list_papers
from tests.desks import MORNING, RehearsalDesk, form
from tests.ui.windows import OWN_PASSWORD, Seat, own_password
from ui.on_the_spot.page import OnTheSpotPage

COPY = "2.000635"


class Spot:
    """The officer at the page of sittings, the leader near by."""

    def __init__(self, seat: Seat, desk: RehearsalDesk) -> None:
        self.seat, self.desk = seat, desk
        self.officer = desk.accounts_by_role["officer"]
        own_password(desk, "leader")

    @property
    def page(self) -> OnTheSpotPage:
        return self.seat.front(OnTheSpotPage)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.seat.hands.press(key)
            self.seat.settle()

    def received(self, **values: Any) -> str:
        registration = form(**{"procedure": COPY, **values})
        id_ = self.desk.journal.new_id()
        return spot.register_on_the_spot(self.desk.dossiers, by=self.officer, form=registration, command_id=id_).subject

    def come(self, **values: Any) -> str:
        dossier = self.received(**values)
        self.seat.workspace.go("on_the_spot", f"dossier:{dossier}")
        self.seat.settle()
        return dossier

    def now(self, dossier: str) -> Dossier:
        return dossier_in(self.desk.dossiers, self.desk.journal.reading(), dossier)

    def prove(self, secret: str = OWN_PASSWORD) -> None:
        self.seat.hands.type(secret)
        self.press("Return")

    def papers(self, dossier: str) -> list[str]:
        return [paper.kind for paper in list_papers(self.desk.journal.reading(), dossier)]

    def setting(self, key: str, value: str) -> None:
        put_setting(
            self.desk.office,
            by=self.desk.admin,
            key=key,
            value=value,
            valid_from=MORNING.date(),
            command_id=self.desk.journal.new_id(),
        )
