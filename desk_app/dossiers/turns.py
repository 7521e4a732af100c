"""Whose turn it is: an agency's part waits for the parts before it."""

from desk_app.dossiers.dossier import Dossier, Leg
from desk_app.dossiers.received_under import received_under
from desk_app.dossiers.room import Dossiers
from desk_app.kernel.errors import Refused
from desk_app.storage.engine import Database


def legs_before(room: Dossiers, db: Database, dossier: Dossier, leg: Leg) -> tuple[Leg, ...]:
    """Return the legs that one waits for; where the procedure is not known here, the one before it."""
    procedure = received_under(room, db, dossier.registered)
    step = next((each for each in procedure.steps if each.id == leg.plan.id), None) if procedure else None
    if step is not None:
        return tuple(each for each in dossier.legs if each.plan.id in step.after)
    place = dossier.legs.index(leg)
    return dossier.legs[max(place - 1, 0) : place]


def require_turn(room: Dossiers, db: Database, dossier: Dossier, leg: Leg, *, not_yet: str) -> tuple[Leg, ...]:
    """Return the legs that one waited for; raise ``Refused``, saying what can be ``not_yet``, while one of them is open."""
    before = legs_before(room, db, dossier, leg)
    waits_for = next((each for each in before if each.done_at is None), None)
    if waits_for is not None:
        raise Refused(
            "dossiers.leg_must_wait",
            f"{waits_for.plan.agency} chưa xong phần việc: {not_yet}.",
            f"Hãy ghi xong bước của {waits_for.plan.agency} trước.",
        )
    return before
