"""A place and a session as their entries make them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from desk_app.journal.entry import Recorded
from desk_app.kernel.records import changed
from desk_app.mobile_sessions import facts

_SHORT = 6


class State(StrEnum):
    """How far a session is."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


STATE_WORDS = {
    State.PLANNED: "sắp tổ chức",
    State.OPEN: "đang làm việc",
    State.CLOSED: "đã kết thúc",
    State.CANCELLED: "đã hủy",
}
CANCEL_WORDS: dict[facts.CancelReason, str] = {
    "weather": "Thời tiết xấu",
    "place": "Địa điểm không dùng được",
    "staff": "Không đủ người phục vụ",
    "few_people": "Quá ít người đăng ký",
    "other": "Lý do khác",
}


@dataclass(frozen=True, kw_only=True)
class KnownPlace:
    """A place; ``ended_at`` is when it was given up, None while sessions are held there."""

    id: str
    place: facts.Place
    desk: str
    ended_at: datetime | None = None

    @property
    def short(self) -> str:
        """Return the end of its id, by which people and scripts name it."""
        return self.id[-_SHORT:]


@dataclass(frozen=True, kw_only=True)
class Stint:
    """One desk's work at a session; ``cash`` is what was counted at the end, in đồng."""

    desk: str
    opened_at: datetime
    opened_by: str
    closed_at: datetime | None = None
    cash: int | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Tick:
    """One thing of the kit: when it was ticked on its way out and back, None while it was not."""

    item: str
    out_at: datetime | None = None
    back_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A contradiction that a merge revealed, for a person to look into."""

    kind: str
    entry: str
    against: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Session:
    """A session as it stands; ``desk`` is the one that planned it."""

    id: str
    plan: facts.Plan
    desk: str
    moved_from: str = ""
    cancelled: facts.SessionCancelled | None = None
    stints: tuple[Stint, ...] = ()
    ticks: tuple[Tick, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def short(self) -> str:
        """Return the end of its id, by which people and scripts name it."""
        return self.id[-_SHORT:]

    @property
    def on(self) -> date:
        """Return its day."""
        return self.plan.starts_at.date()

    @property
    def state(self) -> State:
        """Return how far it is; where somebody worked it was held, whatever another desk said."""
        if any(each.closed_at is None for each in self.stints):
            return State.OPEN
        if self.stints:
            return State.CLOSED
        return State.CANCELLED if self.cancelled is not None else State.PLANNED

    @property
    def kit(self) -> tuple[Tick, ...]:
        """Return every thing of the plan in its order, then what was ticked besides."""
        known = {each.item: each for each in self.ticks}
        planned = tuple(known.get(item, Tick(item=item)) for item in self.plan.kit)
        return (*planned, *(each for each in self.ticks if each.item not in self.plan.kit))

    def open_stint(self, desk: str) -> Stint | None:
        """Return the stint of a desk that has not ended, or None."""
        return next((each for each in self.stints if each.desk == desk and each.closed_at is None), None)


def folded_place(history: Sequence[Recorded]) -> KnownPlace | None:
    """Return the place that its entries lead to; None while the one that describes it has not arrived."""
    known: KnownPlace | None = None
    ended_at = None
    for each in history:
        if isinstance(each.fact, facts.PlacePut):
            desk = known.desk if known is not None else each.entry.desk
            known, ended_at = KnownPlace(id=each.entry.subject, place=each.fact.place, desk=desk), None
        elif isinstance(each.fact, facts.PlaceEnded):
            ended_at = each.fact.ended_at
    return replace(known, ended_at=ended_at) if known is not None else None


def folded_session(history: Sequence[Recorded]) -> Session | None:
    """Return the session that its entries, in clock order, lead to; None while the one that planned it is missing."""
    made = next((each for each in history if isinstance(each.fact, facts.SessionPlanned)), None)
    if made is None or not isinstance(made.fact, facts.SessionPlanned):
        return None
    session = Session(id=made.entry.subject, plan=made.fact.plan, desk=made.entry.desk, moved_from=made.fact.moved_from)
    for each in history:
        step = _STEPS.get(type(each.fact))
        if step is not None:
            session = step(session, each, each.fact)
    return session


def _changed(session: Session, _: Recorded, fact: facts.SessionChanged) -> Session:
    parts = ("place", "starts_at", "ends_at", "staff", "procedures", "kit", "note")
    put = {name: getattr(fact, name) for name in parts if getattr(fact, name) is not None}
    return replace(session, plan=changed(session.plan, **put))


def _cancelled(session: Session, recorded: Recorded, fact: facts.SessionCancelled) -> Session:
    if session.cancelled is None:
        session = replace(session, cancelled=fact)
        return _held_though_cancelled(session, recorded) if session.stints else session
    if fact.moved_to and fact.moved_to != session.cancelled.moved_to:
        words = "Hai máy cùng hủy buổi này và dời sang hai ngày khác nhau; hãy hủy bớt một buổi mới."
        return _found(session, "session_moved_twice", recorded, words)
    return session


def _ticked(session: Session, _: Recorded, fact: facts.KitTicked) -> Session:
    known = next((each for each in session.ticks if each.item == fact.item), Tick(item=fact.item))
    at = fact.ticked_at if fact.ticked else None
    now = replace(known, out_at=at) if fact.way == "out" else replace(known, back_at=at)
    others = tuple(each for each in session.ticks if each.item != fact.item)
    return replace(session, ticks=tuple(sorted((*others, now), key=lambda each: each.item)))


def _opened(session: Session, recorded: Recorded, fact: facts.SessionOpened) -> Session:
    entry = recorded.entry
    if session.open_stint(entry.desk) is not None:
        return session
    stint = Stint(desk=entry.desk, opened_at=fact.opened_at, opened_by=entry.actor)
    was_cancelled = session.cancelled is not None and not session.stints
    session = replace(session, stints=(*session.stints, stint))
    return _held_though_cancelled(session, recorded) if was_cancelled else session


def _closed(session: Session, recorded: Recorded, fact: facts.SessionClosed) -> Session:
    stint = session.open_stint(recorded.entry.desk)
    if stint is None:
        return session
    ended = replace(stint, closed_at=fact.closed_at, cash=fact.cash, note=fact.note)
    return replace(session, stints=tuple(ended if each is stint else each for each in session.stints))


def _held_though_cancelled(session: Session, recorded: Recorded) -> Session:
    words = "Một máy hủy buổi này, máy khác vẫn mở và làm việc; đang tính là đã tổ chức."
    return _found(session, "session_held_though_cancelled", recorded, words)


def _found(session: Session, kind: str, recorded: Recorded, words: str) -> Session:
    found = Finding(kind=kind, entry=recorded.entry.name, against="", words=words)
    return replace(session, findings=(*session.findings, found))


_STEPS: dict[type[Any], Callable[[Session, Recorded, Any], Session]] = {
    facts.SessionChanged: _changed,
    facts.SessionCancelled: _cancelled,
    facts.KitTicked: _ticked,
    facts.SessionOpened: _opened,
    facts.SessionClosed: _closed,
}
