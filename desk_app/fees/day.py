"""The cash of a day: sums by procedure field and by way, all recomputed from the entries; net is paid less returned."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from desk_app.accounts.book import AccountBook
from desk_app.fees.due import list_waived
from desk_app.fees.facts import Way
from desk_app.fees.payment import Kind, Move
from desk_app.fees.room import Fees
from desk_app.fees.tables import queries
from desk_app.kernel.records import Record
from desk_app.kernel.texts import collation_key

WAY_WORDS: dict[Way, str] = {"cash": "Tiền mặt", "transfer": "Chuyển khoản"}
KIND_WORDS: dict[Kind, str] = {"paid": "Thu", "returned": "Trả lại", "mistake": "Ghi sai, hủy"}


class FieldSum(Record):
    """One procedure field: how many payments, what came in by each way, what went out, what is left."""

    field: str
    payments: int
    cash: int
    transfer: int
    returned: int
    net: int


class WaySum(Record):
    """One way of paying."""

    way: Way
    payments: int
    paid: int
    returned: int
    net: int


class Line(Record):
    """One move of money; ``amount`` is below 0 where it went out."""

    number: str
    code: str
    kind: Kind
    field: str
    payer: str
    amount: int
    due: int | None
    way: Way
    reason: str
    at: datetime
    officer: str


class WaivedSum(Record):
    """How often a fee was waived for one reason."""

    reason: str
    count: int


class DayReport(Record):
    """One cash day of an officer at a desk, or (``officer`` empty) of the whole desk.

    ``cash_days`` says how many officers took or returned money, ``closed_days`` how many of them closed; ``counted``,
    ``difference`` and ``closed_at`` are None until all have. ``expected`` is the opening float and the net cash.
    """

    day: date
    officer: str
    name: str
    opening: int
    fields: tuple[FieldSum, ...]
    ways: tuple[WaySum, ...]
    payments: int
    paid: int
    returned: int
    net: int
    expected: int
    waived: tuple[WaivedSum, ...]
    lines: tuple[Line, ...]
    cash_days: int
    closed_days: int
    counted: int | None
    difference: int | None
    note: str
    closed_at: datetime | None

    @property
    def is_closed(self) -> bool:
        """Tell whether everybody concerned counted the cash."""
        return self.counted is not None


def report(room: Fees, *, day: date, officer: str = "") -> DayReport:
    """Return the cash of a day at this desk; whoever calls asks for the permission."""
    db, desk, book = room.journal.reading(), room.journal.desk_id, room.accounts.present_book()
    moves = queries.moves_of_day(db, day, desk, officer)
    closings = queries.closings_of_day(db, day, desk, officer)
    people = {move.officer for move in moves} | {who for who, _fact in closings}
    facts = [fact for _who, fact in closings]
    opening = sum(fact.opening for fact in facts)
    expected = opening + net_of(moves, "cash")
    counted = sum(fact.counted for fact in facts) if people and len(closings) == len(people) else None
    waived = [each.reason for each in list_waived(room, on=day, desk=desk, officer=officer)]
    waived += [move.reason for move in moves if move.kind == "paid" and move.amount == 0]
    return DayReport(
        day=day,
        officer=officer,
        name=_name(book, officer),
        opening=opening,
        fields=by_field(moves),
        ways=by_way(moves),
        payments=sum(move.kind == "paid" for move in moves),
        paid=sum(move.amount for move in moves if move.kind == "paid"),
        returned=-sum(move.amount for move in moves if move.kind != "paid"),
        net=sum(move.amount for move in moves),
        expected=expected,
        waived=_waived(waived),
        lines=tuple(_line(move, _name(book, move.officer)) for move in moves),
        cash_days=len(people),
        closed_days=len(closings),
        counted=counted,
        difference=None if counted is None else counted - expected,
        note="; ".join(fact.note for fact in facts if fact.note),
        closed_at=None if counted is None else max(fact.closed_at for fact in facts),
    )


def by_field(moves: Sequence[Move]) -> tuple[FieldSum, ...]:
    """Return the sums of each procedure field, in the Vietnamese order."""

    def line(field: str) -> FieldSum:
        own = [move for move in moves if move.field == field]
        paid = [move for move in own if move.kind == "paid"]
        return FieldSum(
            field=field,
            payments=len(paid),
            cash=sum(move.amount for move in paid if move.way == "cash"),
            transfer=sum(move.amount for move in paid if move.way == "transfer"),
            returned=-sum(move.amount for move in own if move.kind != "paid"),
            net=sum(move.amount for move in own),
        )

    return tuple(line(field) for field in sorted({move.field for move in moves}, key=collation_key))


def by_way(moves: Sequence[Move]) -> tuple[WaySum, ...]:
    """Return the sums of each way, cash first; both ways, also where nothing moved."""

    def line(way: Way) -> WaySum:
        paid = [move.amount for move in moves if move.way == way and move.kind == "paid"]
        back = [move.amount for move in moves if move.way == way and move.kind != "paid"]
        return WaySum(way=way, payments=len(paid), paid=sum(paid), returned=-sum(back), net=sum(paid) + sum(back))

    return tuple(line(way) for way in WAY_WORDS)


def net_of(moves: Sequence[Move], way: Way) -> int:
    """Return what was paid less what was returned by one way."""
    return sum(move.amount for move in moves if move.way == way)


def _waived(reasons: Sequence[str]) -> tuple[WaivedSum, ...]:
    counted = Counter(reasons)
    return tuple(WaivedSum(reason=reason, count=counted[reason]) for reason in sorted(counted, key=collation_key))


def _line(move: Move, officer: str) -> Line:
    return Line(
        number=move.number,
        code=move.code,
        kind=move.kind,
        field=move.field,
        payer=move.payer,
        amount=move.amount,
        due=move.due,
        way=move.way,
        reason=move.reason,
        at=move.at,
        officer=officer,
    )


def _name(book: AccountBook, account: str) -> str:
    known = book.find(account)
    return known.name if known else ""
