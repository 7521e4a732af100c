"""Figures of a period: sessions held, people, dossiers by place, by desk and by procedure."""

from collections import Counter
from datetime import date

from desk_app.kernel.records import Record
from desk_app.kernel.texts import collation_key
from desk_app.mobile_sessions.named import get_place
from desk_app.mobile_sessions.progress import every_progress
from desk_app.mobile_sessions.room import MobileSessions
from desk_app.mobile_sessions.session import State
from desk_app.mobile_sessions.tables import queries, screening_queries
from desk_app.storage.engine import Database


class Part(Record):
    """How many sessions were held, people came and dossiers were received at one place, or at one desk."""

    name: str
    sessions: int
    came: int
    dossiers: int


class ProcedurePart(Record):
    """How many dossiers of one procedure were received at sessions."""

    procedure: str
    dossiers: int


class Figures(Record):
    """The figures of a period, both ends included.

    Sessions count by the day on which they begin, people and dossiers by that of their session or receipt.
    ``on_the_spot`` had their result the same day. ``found`` is how many lines the list gained, ``settled`` how many
    papers were recorded as there, ``left`` how many people lack something at the present moment. In ``desks`` a part's
    name is the desk's id, and a session counts for each desk that sat there.
    """

    first_on: date
    last_on: date
    planned: int
    held: int
    cancelled: int
    invited: int
    came: int
    dossiers: int
    on_the_spot: int
    found: int
    settled: int
    left: int
    places: tuple[Part, ...]
    desks: tuple[Part, ...]
    procedures: tuple[ProcedurePart, ...]


def figures(room: MobileSessions, *, first_on: date, last_on: date) -> Figures:
    """Return the figures of a period; whoever calls asks for the permission."""
    db = room.journal.reading()
    sessions = queries.sessions_between(db, first_on, last_on)
    states = Counter(State(each.state) for each in sessions)
    received = queries.received_between(db, first_on, last_on)
    visits = queries.visits_between(db, first_on, last_on)
    by_procedure = Counter(each.procedure for each in received)
    return Figures(
        first_on=first_on,
        last_on=last_on,
        planned=len(sessions),
        held=states[State.OPEN] + states[State.CLOSED],
        cancelled=states[State.CANCELLED],
        invited=sum(each.invited for each in visits),
        came=sum(each.came for each in visits),
        dossiers=len(received),
        on_the_spot=sum(
            each.result_at is not None and each.result_at.date() == each.received_at.date() for each in received
        ),
        found=screening_queries.added_between(db, first_on, last_on),
        settled=screening_queries.settled_between(db, first_on, last_on),
        left=sum(each.is_left for each in every_progress(db)),
        places=_places(db, first_on, last_on),
        desks=_desks(db, first_on, last_on),
        procedures=tuple(ProcedurePart(procedure=code, dossiers=by_procedure[code]) for code in sorted(by_procedure)),
    )


def _places(db: Database, first_on: date, last_on: date) -> tuple[Part, ...]:
    held = [
        each for each in queries.sessions_between(db, first_on, last_on) if each.state in (State.OPEN, State.CLOSED)
    ]
    place_of = {each.id: each.place for each in held}
    sessions = Counter(place_of.values())
    came = Counter[str]()
    for visit in queries.visits_between(db, first_on, last_on):
        came[place_of.get(visit.session, "")] += visit.came
    dossiers = Counter(place_of.get(each.session, "") for each in queries.received_between(db, first_on, last_on))
    parts = [
        Part(name=get_place(db, id_).place.name, sessions=count, came=came[id_], dossiers=dossiers[id_])
        for id_, count in sessions.items()
    ]
    return tuple(sorted(parts, key=lambda each: collation_key(each.name)))


def _desks(db: Database, first_on: date, last_on: date) -> tuple[Part, ...]:
    sessions = queries.desks_at_sessions(db, first_on, last_on)
    came = Counter[str]()
    for visit in queries.visits_between(db, first_on, last_on):
        came[visit.desk] += visit.came
    dossiers = Counter(each.desk for each in queries.received_between(db, first_on, last_on))
    return tuple(
        Part(name=desk, sessions=sessions.get(desk, 0), came=came[desk], dossiers=dossiers[desk])
        for desk in sorted({*sessions, *dossiers, *(each for each in came if each)})
    )
