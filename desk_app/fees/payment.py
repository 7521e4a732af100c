"""The money of one dossier as its history makes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from desk_app.fees.facts import FeePaid, FeeReturned, Way, dossier_of
from desk_app.journal.entry import Recorded
from desk_app.kernel.texts import dong

Kind = Literal["paid", "returned", "mistake"]


@dataclass(frozen=True, kw_only=True)
class Move:
    """Money in (``amount`` above 0) or out (below 0) for one dossier; ``entry`` names the journal's entry."""

    entry: str
    dossier: str
    kind: Kind
    number: str
    code: str
    procedure: str
    field: str
    payer: str
    amount: int
    due: int | None
    way: Way
    reason: str
    day: date
    at: datetime
    desk: str
    officer: str


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A contradiction that a merge revealed."""

    kind: str
    entry: str
    against: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Money:
    """Every move of one dossier's money, in clock order."""

    moves: tuple[Move, ...] = ()

    @property
    def standing(self) -> tuple[Move, ...]:
        """Return the payments that nobody gave back; more than one only after two desks were merged."""
        given_back = {move.number for move in self.moves if move.kind != "paid"}
        return tuple(move for move in self.moves if move.kind == "paid" and move.number not in given_back)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what a person must look into; giving one of two payments back settles it."""
        twice = self.standing[1:]
        found = [_paid_twice(self.standing[0], second) for second in twice]
        backs = [move for move in self.moves if move.kind != "paid"]
        for place, move in enumerate(backs):
            first = next(each for each in backs if each.number == move.number)
            if backs.index(first) != place:
                found.append(_returned_twice(first, move))
        return tuple(found)


def folded(history: Sequence[Recorded]) -> Money:
    """Return the money of the dossier that ``history``, in clock order, is about."""
    return Money(moves=tuple(_move(each) for each in history))


def _move(recorded: Recorded) -> Move:
    fact, entry = recorded.fact, recorded.entry
    assert isinstance(fact, FeePaid | FeeReturned)
    is_paid = isinstance(fact, FeePaid)
    return Move(
        entry=entry.name,
        dossier=dossier_of(entry.subject),
        kind="paid" if isinstance(fact, FeePaid) else "mistake" if fact.mistake else "returned",
        number=fact.number,
        code=fact.code,
        procedure=fact.procedure,
        field=fact.field,
        payer=fact.payer if isinstance(fact, FeePaid) else "",
        amount=fact.amount if is_paid else -fact.amount,
        due=fact.due if isinstance(fact, FeePaid) else None,
        way=fact.way,
        reason=fact.reason,
        day=fact.day,
        at=fact.paid_at if isinstance(fact, FeePaid) else fact.returned_at,
        desk=entry.desk,
        officer=entry.actor,
    )


def _paid_twice(first: Move, second: Move) -> Finding:
    words = (
        f"Hồ sơ đã thu hai lần, ở hai máy: phiếu {first.number} ({dong(first.amount)}) và phiếu {second.number} "
        f"({dong(second.amount)}). Hãy trả lại một phiếu cho người nộp."
    )
    return Finding(kind="fee_paid_twice", entry=second.entry, against=first.entry, words=words)


def _returned_twice(first: Move, second: Move) -> Finding:
    words = f"Phiếu {second.number} được ghi trả lại hai lần, ở hai máy: hãy đối chiếu tiền của hai quầy."
    return Finding(kind="fee_returned_twice", entry=second.entry, against=first.entry, words=words)
