"""What each entry of a dossier does to its sitting; of two desks that set one stamp, the earlier clock stands."""

from dataclasses import replace

from desk_app.dossiers import on_the_spot_facts as spot
from desk_app.dossiers.dossier import Dossier
from desk_app.dossiers.facts import HandedOver
from desk_app.dossiers.on_the_spot_visit import Stamp, Visit
from desk_app.dossiers.status import ENDED, Status
from desk_app.journal.entry import Recorded


def with_visit(dossier: Dossier, recorded: Recorded) -> Dossier:
    """Return the dossier with its sitting brought up to one more of its entries."""
    fact, visit = recorded.fact, dossier.on_the_spot
    if isinstance(fact, spot.OnTheSpotBegun):
        return dossier if visit is not None else replace(dossier, on_the_spot=_begun(dossier, fact))
    if visit is None:
        return dossier
    if isinstance(fact, spot.ReceiptAsked):
        return replace(dossier, on_the_spot=replace(visit, receipts=visit.receipts + 1))
    if visit.standing != "open":
        return dossier
    if isinstance(fact, spot.Appraised) and dossier.status is Status.ACCEPTED:
        dossier = replace(dossier, status=Status.IN_PROCESS)
    visit = _stamped(visit, recorded, goes_away=dossier.registered.return_by != "counter")
    if visit.standing == "open" and dossier.status in ENDED:
        # Withdrawn, or refused: nobody waits any more, though nothing was said of the sitting.
        visit = replace(visit, left=Stamp(at=recorded.at, by=recorded.entry.actor), reason=dossier.status.words)
    return replace(dossier, on_the_spot=visit)


def _begun(dossier: Dossier, fact: spot.OnTheSpotBegun) -> Visit:
    received = Stamp(at=dossier.registered.received_at, by=dossier.officer)
    return Visit(begun_at=fact.begun_at, settle_day=fact.settle_day, received=received)


def _stamped(visit: Visit, recorded: Recorded, *, goes_away: bool) -> Visit:
    by = recorded.entry.actor
    match recorded.fact:
        case spot.Appraised(appraised_at=at) if visit.appraised is None:
            return replace(visit, appraised=Stamp(at=at, by=by))
        case spot.Approved(approved_at=at) if visit.approved is None:
            approved = Stamp(at=at, by=by)
            # Who wants it at home or by post need not wait: the way there is the room of returns' to tell.
            return replace(visit, approved=approved, returned=approved if goes_away else None)
        case HandedOver(handed_at=at) if visit.appraised is not None and visit.approved is not None:
            return replace(visit, returned=Stamp(at=at, by=by))
        case HandedOver(handed_at=at):
            # Given out in the ordinary way, without the stamps: that is no sitting any more.
            return replace(visit, left=Stamp(at=at, by=by))
        case spot.OnTheSpotLeft(left_at=at, reason=reason):
            return replace(visit, left=Stamp(at=at, by=by), reason=reason)
    return visit
