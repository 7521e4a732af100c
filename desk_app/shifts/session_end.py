"""When the session of somebody who writes for citizens ends by itself: with their shift, where the roster knows one."""

from datetime import datetime, timedelta

from desk_app.kernel.records import Record
from desk_app.kernel.time_source import VIETNAM
from desk_app.shifts.own import own_seats
from desk_app.shifts.room import Shifts

_SESSION, _GRACE = "volunteer_session_minutes", "volunteer_grace_minutes"
_ON_DUTY = frozenset({"held", "came", "late"})


class SessionEnd(Record):
    """When a session ends; ``is_shift`` where a shift of theirs ends it, some minutes after it is over."""

    at: datetime
    is_shift: bool


def session_end(room: Shifts, account: str) -> SessionEnd:
    """Return when a session ends that an account begins now.

    It is the end of the account's own shift of today that is not over yet (of several the last), with the office's grace
    minutes; without one the office's minutes from now on.
    """
    now, office = room.journal.time.now(), room.office.present_book()
    today = now.date()
    grace = timedelta(minutes=office.number_on(_GRACE, today))
    ends = (
        datetime.combine(seat.on, seat.ends, tzinfo=VIETNAM) + grace
        for seat in own_seats(room, account, today, today)
        if seat.state in _ON_DUTY
    )
    last = max((at for at in ends if at > now), default=None)
    if last is not None:
        return SessionEnd(at=last, is_shift=True)
    return SessionEnd(at=now + timedelta(minutes=office.number_on(_SESSION, today)), is_shift=False)
