"""What lists show: places, sessions, the screening list with filters, and lines that may mean one person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from desk_app.kernel.texts import collation_key, folded
from desk_app.mobile_sessions.matching import Known, Why, alike, same_person
from desk_app.mobile_sessions.named import get_place, session_in
from desk_app.mobile_sessions.progress import Progress, every_progress
from desk_app.mobile_sessions.room import MobileSessions
from desk_app.mobile_sessions.session import KnownPlace, Session
from desk_app.mobile_sessions.tables import queries, screening_queries

Which = Literal["left", "begun", "done", "ended", "all"]
Looked = Literal["list", "alike", "session", "found"]
"""Whom somebody looks through."""

LOOKED_AT: Mapping[Looked, str] = {
    "list": "Danh sách rà soát",
    "alike": "Danh sách rà soát, có thể trùng",
    "session": "Người của buổi lưu động",
    "found": "Tìm trong danh sách rà soát",
}
"""How the access log names the list; what was searched for has no place in it."""


@dataclass(frozen=True, kw_only=True)
class SessionSeen:
    """A session with its place, and how many were asked to it and came."""

    session: Session
    place: KnownPlace
    invited: int
    came: int


@dataclass(frozen=True, kw_only=True)
class LookAlike:
    """Two followed lines that may mean one person; ``why`` is None where it is certain."""

    one: Progress
    other: Progress
    why: Why | None


def places(room: MobileSessions) -> tuple[KnownPlace, ...]:
    """Return the places in use in the Vietnamese order of their areas and names."""
    known = queries.list_places(room.journal.reading())
    return tuple(sorted(known, key=lambda each: (collation_key(each.place.area), collation_key(each.place.name))))


def sessions(room: MobileSessions, *, first_on: date, last_on: date) -> tuple[SessionSeen, ...]:
    """Return the sessions of a period, the earliest first."""
    db = room.journal.reading()
    visits = queries.visits_between(db, first_on, last_on)
    found = []
    for row in queries.sessions_between(db, first_on, last_on):
        own = [each for each in visits if each.session == row.id]
        seen = SessionSeen(
            session=session_in(room, db, row.id),
            place=get_place(db, row.place),
            invited=sum(each.invited for each in own),
            came=sum(each.came for each in own),
        )
        found.append(seen)
    return tuple(found)


def session_seen(room: MobileSessions, id_: str) -> SessionSeen:
    """Return one session; raise ``NotFound`` when there is none of that id."""
    db = room.journal.reading()
    session = session_in(room, db, id_)
    visits = [each.line.visit(id_) for each in every_progress(db, session=id_)]
    return SessionSeen(
        session=session,
        place=get_place(db, session.plan.place),
        invited=sum(each is not None and each.invited_at is not None for each in visits),
        came=sum(each is not None and each.came_at is not None for each in visits),
    )


def people(
    room: MobileSessions,
    *,
    which: Which = "all",
    area: str = "",
    text: str = "",
    lack: str = "",
    session: str = "",
    added_by: str = "",
    year: int | None = None,
) -> tuple[Progress, ...]:
    """Return the lines that fit, by area and name in the Vietnamese order; ``text`` is looked for in name and number."""
    found = every_progress(room.journal.reading(), added_by=added_by, session=session)
    words, wanted_area = folded(text).split(), folded(area)

    def fits(each: Progress) -> bool:
        known = each.line.found
        about = f"{folded(known.person.name)} {known.person.id_number} {known.person.phone} {each.line.id}"
        return (
            _is(each, which)
            and (not wanted_area or folded(known.area) == wanted_area)
            and all(word in about for word in words)
            and (not lack or any(one.lack.key == lack for one in each.lacks))
            and (year is None or each.line.added_at.year == year)
        )

    return by_area(tuple(each for each in found if fits(each)))


def by_area(found: Sequence[Progress]) -> tuple[Progress, ...]:
    """Return lines by area and name in the Vietnamese order."""

    def place(each: Progress) -> tuple[str, str, str]:
        known = each.line.found
        return collation_key(known.area), collation_key(known.person.name), each.line.id

    return tuple(sorted(found, key=place))


def look_alikes(room: MobileSessions) -> tuple[LookAlike, ...]:
    """Return the pairs of followed lines that may mean one person and that nobody has decided about, certain ones first."""
    db = room.journal.reading()
    keys = screening_queries.every_key(db)
    known, apart, pairs = Known(keys), screening_queries.every_apart(db), {}
    for key in keys:
        for other in known.list_near(key):
            pair = frozenset((key.id, other.id))
            if key.id < other.id and pair not in apart and (same_person(key, other) or alike(key, other)):
                pairs[pair] = (key, other)
    begun = {each.line.id: each for each in every_progress(db)} if pairs else {}
    found = (
        LookAlike(one=begun[one.id], other=begun[other.id], why=alike(one, other)) for one, other in pairs.values()
    )
    return tuple(sorted(found, key=lambda each: (each.why is not None, each.one.line.id)))


def areas(room: MobileSessions) -> tuple[str, ...]:
    """Return the areas that places serve or lines name, in the Vietnamese order."""
    db = room.journal.reading()
    named = {each.place.area for each in queries.list_places(db)} | set(screening_queries.list_areas(db))
    return tuple(sorted(named, key=collation_key))


def _is(each: Progress, which: Which) -> bool:
    ended = each.line.ended is not None
    return {
        "left": each.is_left,
        "begun": not ended and not each.is_left and not each.is_done,
        "done": not ended and each.is_done,
        "ended": ended,
        "all": True,
    }[which]
