"""What the first page of the day says of mobile sessions."""

from dataclasses import dataclass
from datetime import timedelta

from desk_app.mobile_sessions.named import get_place, session_in
from desk_app.mobile_sessions.progress import every_progress
from desk_app.mobile_sessions.room import MobileSessions
from desk_app.mobile_sessions.session import KnownPlace, Session, State
from desk_app.mobile_sessions.tables import queries

_AHEAD = timedelta(days=60)


@dataclass(frozen=True, kw_only=True)
class Today:
    """Today's session or the next one within sixty days, with its place; ``invited`` counts who is asked to it.

    ``kit_left`` is how many things of the kit have not gone out; ``is_today`` tells today's from a later one.
    """

    session: Session
    place: KnownPlace
    is_today: bool
    invited: int
    kit_left: int


def today(room: MobileSessions) -> Today | None:
    """Return the session that is open, today's next, or the next one; None when none is planned."""
    db, now = room.journal.reading(), room.journal.time.now()
    rows = queries.sessions_between(db, now.date(), (now + _AHEAD).date())
    coming = [each for each in rows if each.state == State.OPEN] or [
        each for each in rows if each.state == State.PLANNED and each.ends_at >= now
    ]
    if not coming:
        return None
    session = session_in(room, db, coming[0].id)
    asked = every_progress(db, session=session.id)
    return Today(
        session=session,
        place=get_place(db, session.plan.place),
        is_today=session.on == now.date(),
        invited=sum(
            (visit := each.line.visit(session.id)) is not None and visit.invited_at is not None for each in asked
        ),
        kit_left=sum(each.out_at is None for each in session.kit),
    )
