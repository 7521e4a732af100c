"""What a dossier went through so far, as rules, papers and cards ask for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from desk_app.dossiers.life.facts import (
    ApologyApproved,
    ApologyProposed,
    Move,
    PassedOn,
    PaymentAsked,
    PaymentMade,
    SupplementReceived,
    SupplementRequested,
    WaitMode,
)
from desk_app.kernel.time_source import spoken_moment

M = TypeVar("M", bound=Move)


@dataclass(frozen=True, kw_only=True)
class Made(Generic[M]):
    """A move that counts: the fact, its entry's name, and the account that made it."""

    fact: M
    entry: str
    by: str


@dataclass(frozen=True, kw_only=True)
class Wait:
    """A time in which the clock stood still, or after which it began again."""

    mode: WaitMode
    from_at: datetime
    to_at: datetime
    for_payment: bool = False


@dataclass(frozen=True, kw_only=True)
class Story:
    """Every move that counts, oldest first; one that contradicts an earlier one is a finding and does not stand here.

    ``letters`` are all apologies ever printed, even those that do not count: their numbers are used for good.
    """

    moves: tuple[Made[Move], ...] = ()
    letters: tuple[Made[ApologyApproved], ...] = ()

    def every(self, kind: type[M]) -> Iterator[Made[M]]:
        """Yield the moves of one kind, oldest first."""
        for made in self.moves:
            if isinstance(made.fact, kind):
                yield Made(fact=made.fact, entry=made.entry, by=made.by)

    def last(self, kind: type[M]) -> Made[M] | None:
        """Return the newest move of one kind, None when there was none."""
        return next(reversed(list(self.every(kind))), None)

    @property
    def open_proposal(self) -> Made[ApologyProposed] | None:
        """Return the proposed apology that waits for the leader."""
        return None if self.last(ApologyApproved) is not None else self.last(ApologyProposed)

    @property
    def waits(self) -> tuple[Wait, ...]:
        """Return the finished waits for the citizen, oldest first."""
        found: list[Wait] = []
        asked_at: datetime | None = None
        for fact in (made.fact for made in self.moves):
            if isinstance(fact, SupplementRequested | PaymentAsked):
                asked_at = fact.at
            elif isinstance(fact, SupplementReceived | PaymentMade) and asked_at is not None:
                paid = isinstance(fact, PaymentMade)
                mode: WaitMode = "pause" if isinstance(fact, PaymentMade) else fact.mode
                found.append(Wait(mode=mode, from_at=asked_at, to_at=max(fact.at, asked_at), for_payment=paid))
                asked_at = None
        return tuple(found)

    @property
    def waiting_since(self) -> datetime | None:
        """Return since when the dossier waits for the citizen; None when it does not."""
        for fact in (made.fact for made in reversed(self.moves)):
            if isinstance(fact, SupplementRequested | PaymentAsked):
                return fact.at
            if isinstance(fact, SupplementReceived | PaymentMade):
                return None
        return None

    def passed(self, leg: str) -> Made[PassedOn] | None:
        """Return the slip by which an agency got the folder for its part."""
        return next((made for made in self.every(PassedOn) if made.fact.leg == leg), None)

    @property
    def date_words(self) -> str:
        """Return why the newest date is not the first one; empty while the first still holds."""
        for fact in (made.fact for made in reversed(self.moves)):
            match fact:
                case ApologyApproved(reason=reason):
                    return f"Hẹn lại ngày trả kết quả: {reason}"
                case SupplementReceived(at=at, mode="restart"):
                    return f"Hồ sơ hoàn thiện lúc {spoken_moment(at)}, thời hạn tính lại từ đầu"
                case SupplementReceived(at=at):
                    return f"Hồ sơ hoàn thiện lúc {spoken_moment(at)}, thời hạn tính tiếp"
                case PaymentMade(at=at):
                    return f"Thực hiện nghĩa vụ tài chính lúc {spoken_moment(at)}, thời hạn tính tiếp"
        return ""

    @property
    def redated_at(self) -> datetime | None:
        """Return when the date last moved by one of these moves."""
        kinds = (ApologyApproved, SupplementReceived, PaymentMade)
        return max((made.fact.at for made in self.moves if isinstance(made.fact, kinds)), default=None)


NOTHING_YET = Story()
