"""The money of a session: what was taken and given back for its dossiers, and what lay in the boxes at the end."""

from datetime import timedelta

from desk_app.kernel.records import Record
from desk_app.mobile_sessions.room import MobileSessions
from desk_app.mobile_sessions.session import Session
from desk_app.storage.engine import Database

_LATER_DAYS = 4
"""Money taken after an officer closed the day belongs to a later cash day, at the latest after a long week-end."""


class Takings(Record):
    """Money of a session in đồng, taken less given back; ``counted`` is what the desks counted, None where none did."""

    payments: int
    cash: int
    transfer: int
    counted: int | None

    @property
    def net(self) -> int:
        """Return everything that was taken, less what was given back."""
        return self.cash + self.transfer


def takings(room: MobileSessions, db: Database, session: Session, dossiers: frozenset[str]) -> Takings:
    """Return the money of a session: moves at its desks while they sat there, for its ``dossiers``."""
    moves = []
    for stint in session.stints:
        for later in range(_LATER_DAYS + 1):
            day = room.money_of(db, stint.opened_at.date() + timedelta(days=later), stint.desk)
            moves += [
                each
                for each in day
                if each.dossier in dossiers
                and stint.opened_at <= each.at
                and (stint.closed_at is None or each.at <= stint.closed_at)
            ]
    counted = [each.cash for each in session.stints if each.cash is not None]
    return Takings(
        payments=sum(each.amount > 0 for each in moves),
        cash=sum(each.amount for each in moves if each.way == "cash"),
        transfer=sum(each.amount for each in moves if each.way != "cash"),
        counted=sum(counted) if counted else None,
    )
