"""One citizen before an officer, the leader beside: a sitting as tests play it."""

from datetime import datetime, timedelta

from desk_app.dossiers import on_the_spot as spot
from desk_app.dossiers.commands import dossier_in
from desk_app.dossiers.dossier import Dossier
from desk_app.printing.tables import list_papers
from tests.desks import RehearsalDesk, form

COPY = "2.000635"


class Sitting:
    """One citizen before an officer; the leader sits beside."""

    def __init__(self, desk: RehearsalDesk, dossier: str = "") -> None:
        self.desk = desk
        self.officer, self.leader = desk.accounts_by_role["officer"], desk.accounts_by_role["leader"]
        self.room, self.new_id = desk.dossiers, desk.journal.new_id
        registration = form(procedure=COPY)
        self.id = (
            dossier
            or spot.register_on_the_spot(
                self.room, by=self.officer, form=registration, command_id=self.new_id()
            ).subject
        )

    @property
    def now(self) -> Dossier:
        return dossier_in(self.room, self.desk.journal.reading(), self.id)

    def wait(self, minutes: float) -> None:
        self.desk.time.advance(timedelta(minutes=minutes))

    def appraise(self, at: datetime | None = None) -> None:
        spot.appraise(self.room, by=self.officer, dossier=self.id, at=at, command_id=self.new_id())

    def approve(self, by: str = "", number: str = "") -> None:
        spot.approve(self.room, by=by or self.leader, dossier=self.id, number=number, command_id=self.new_id())

    def give(self, *, slip: bool = False) -> None:
        spot.return_on_the_spot(self.room, by=self.officer, dossier=self.id, slip=slip, command_id=self.new_id())

    def leave(self, reason: str = "Phải xác minh ở nơi khác") -> None:
        spot.leave_on_the_spot(self.room, by=self.officer, dossier=self.id, reason=reason, command_id=self.new_id())

    def papers(self) -> list[str]:
        return [paper.kind for paper in list_papers(self.desk.journal.reading(), self.id)]
