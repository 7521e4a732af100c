"""Closing a cash day: what lies in the drawer is counted and compared with what should."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desk_app.fees.commands import MOST
from desk_app.fees.day import net_of
from desk_app.fees.facts import DayClosed, day_subject
from desk_app.fees.payment import Move
from desk_app.fees.room import Fees
from desk_app.fees.tables import queries
from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, Refused
from desk_app.kernel.texts import checked_line, dong
from desk_app.kernel.time_source import spoken_day

CLOSE_DAY = "fees.close_day"


@dataclass(frozen=True, kw_only=True)
class Count:
    """What an officer counted: all cash in the drawer, the ``opening`` float that lay there in the morning among it."""

    counted: int
    opening: int = 0
    note: str = ""


def close_day(room: Fees, *, by: str, day: date, count: Count, command_id: str) -> Written:
    """Close the cash day of ``by`` at this desk; later money belongs to the next working day.

    Raises ``InvalidInput`` for an amount that cannot be, or a difference without a note, ``Refused`` for a day that was
    closed already or has not come yet.
    """
    note = checked_line(count.note, field="note", label="Giải thích chênh lệch", longest=300)
    _require_amount("counted", count.counted)
    _require_amount("opening", count.opening)

    def decide(writing: Writing) -> None:
        desk = room.journal.desk_id
        moves = queries.moves_of_day(writing.db, day, desk, writing.by)
        if queries.closings_of_day(writing.db, day, desk, writing.by):
            raise Refused("fees.day_closed", f"Ngày {spoken_day(day)} đã chốt rồi.", "Sổ của ngày ấy vẫn nguyên.")
        if day > writing.now.date() and not moves:
            raise Refused("fees.day_to_come", f"Chưa đến ngày {spoken_day(day)}.", "Chưa chốt gì.")
        expected = count.opening + net_of(moves, "cash")
        if count.counted != expected and not note:
            raise InvalidInput(
                "note",
                f"Đếm được {dong(count.counted)}, sổ là {dong(expected)}: chênh {dong(count.counted - expected)}.",
                "Đếm lại, hoặc ghi giải thích. Chưa chốt.",
            )
        writing.add(day_subject(desk, writing.by, day), _closed(day, moves, count, note, writing.now))

    return room.journal.write(by=by, permission=CLOSE_DAY, command_id=command_id, decide=decide)


def _closed(day: date, moves: Sequence[Move], count: Count, note: str, now: datetime) -> DayClosed:
    cash = net_of(moves, "cash")
    return DayClosed(
        day=day,
        payments=sum(move.kind == "paid" for move in moves),
        returns=sum(move.kind != "paid" for move in moves),
        opening=count.opening,
        cash=cash,
        transfer=net_of(moves, "transfer"),
        expected=count.opening + cash,
        counted=count.counted,
        note=note,
        closed_at=now,
    )


def _require_amount(field: str, amount: int) -> None:
    if not 0 <= amount <= MOST:
        raise InvalidInput(field, f"Số tiền {dong(amount)} không hợp lý.", "Ghi số đồng, từ 0 trở lên.")
