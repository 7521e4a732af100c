"""The way of one result to its owner, as its history makes it: stops of rounds, parcels, and where it is now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from desk_app.returns import facts


class Where(StrEnum):
    """Where a result is."""

    WAITING = "waiting"
    PLANNED = "planned"
    OUT = "out"
    FAILED = "failed"
    AT_DESK = "at_desk"
    PACKED = "packed"
    POSTED = "posted"
    DELIVERED = "delivered"


WHERE_WORDS = {
    Where.WAITING: "chờ lập chuyến",
    Where.PLANNED: "đã xếp chuyến",
    Where.OUT: "đang đi trả",
    Where.FAILED: "chưa giao được, còn ở người đi trả",
    Where.AT_DESK: "đã mang về, chờ ở quầy",
    Where.PACKED: "đã in nhãn, chưa gửi",
    Where.POSTED: "đã gửi bưu chính, chưa có báo phát",
    Where.DELIVERED: "đã giao",
}
REASON_WORDS: dict[facts.FailReason, str] = {
    "absent": "Vắng nhà",
    "wrong_address": "Sai địa chỉ",
    "refused": "Từ chối nhận",
    "other": "Lý do khác",
}
MOST_ATTEMPTS = 2
"""After so many failed attempts a result goes back to the desk."""

StopState = Literal["planned", "out", "failed", "delivered", "back"]
ParcelState = Literal["packed", "posted", "delivered", "returned"]
OPEN_STOPS: frozenset[StopState] = frozenset({"planned", "out", "failed"})
OPEN_PARCELS: frozenset[ParcelState] = frozenset({"packed", "posted"})


@dataclass(frozen=True, kw_only=True)
class Stop:
    """One result in one round; ``order`` is the journal's order of its latest move.

    ``failed_at`` stays when the result came back afterwards, ``next`` says what becomes of it then.
    """

    round: str
    place: int
    kit: tuple[str, ...]
    state: StopState
    at: datetime
    order: int
    left_at: datetime | None = None
    failed_at: datetime | None = None
    fail_reason: facts.FailReason | None = None
    next: facts.Next = "again"
    reason: str = ""
    to: str = ""
    relation: str = ""


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """One result sent by post; ``cost`` in đồng, with one result of those that share the parcel's ``id``."""

    id: str
    to: str
    address: str
    phone: str
    state: ParcelState
    at: datetime
    order: int
    tracking: str = ""
    cost: int | None = None
    posted_at: datetime | None = None
    proof: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A contradiction that a merge revealed, for a person to settle."""

    kind: str
    entry: str
    against: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Way:
    """Everything that happened to one result on its way; ``answer`` is that of the latest proposal, None without one."""

    dossier: str
    stops: tuple[Stop, ...] = ()
    parcels: tuple[Parcel, ...] = ()
    answer: facts.ProposalAnswered | None = None
    answered_order: int = 0
    findings: tuple[Finding, ...] = ()

    def stop_of(self, round_: str) -> Stop | None:
        """Return the stop in that round, or None."""
        return next((stop for stop in self.stops if stop.round == round_), None)

    def parcel_of(self, id_: str) -> Parcel | None:
        """Return the parcel of that id, or None."""
        return next((parcel for parcel in self.parcels if parcel.id == id_), None)

    @property
    def open_stops(self) -> tuple[Stop, ...]:
        """Return the stops without an outcome; two only after a merge."""
        return tuple(stop for stop in self.stops if stop.state in OPEN_STOPS)

    @property
    def open_parcels(self) -> tuple[Parcel, ...]:
        """Return the parcels without an outcome; two only after a merge."""
        return tuple(parcel for parcel in self.parcels if parcel.state in OPEN_PARCELS)

    @property
    def attempts(self) -> int:
        """Return how often somebody stood at the door in vain."""
        return sum(stop.failed_at is not None for stop in self.stops)

    @property
    def states(self) -> frozenset[str]:
        """Return where its stops and parcels stand."""
        return frozenset((*(stop.state for stop in self.stops), *(parcel.state for parcel in self.parcels)))

    @property
    def where(self) -> Where | None:
        """Return where the result is; None when nothing was decided but that it is not brought home."""
        states = self.states
        if "delivered" in states:
            return Where.DELIVERED
        for state in ("failed", "out", "posted", "packed", "planned"):
            if state in states:
                return Where(state)
        return self._at_rest()

    @property
    def since(self) -> datetime | None:
        """Return since when it is where it is."""
        ends = self._ends()
        return ends[-1][1] if ends else None

    def _at_rest(self) -> Where | None:
        ends = self._ends()
        return ends[-1][2] if ends else None

    def _ends(self) -> Sequence[tuple[int, datetime, Where | None]]:
        """Return what happened last to each stop and parcel, and the answer, in the journal's order."""
        found: list[tuple[int, datetime, Where | None]] = []
        for stop in self.stops:
            to = Where.WAITING if stop.next == "again" else Where.AT_DESK
            found.append((stop.order, stop.at, to))
        found += [(parcel.order, parcel.at, Where.AT_DESK) for parcel in self.parcels]
        if self.answer is not None:
            wanted = Where.WAITING if self.answer.accepted else None
            found.append((self.answered_order, self.answer.answered_at, wanted))
        return sorted(found, key=lambda each: each[0])
