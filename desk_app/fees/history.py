"""The money of a dossier as lines of its history."""

from desk_app.dossiers.history import HistoryLine, history_lines
from desk_app.fees.facts import fee_subject
from desk_app.fees.payment import Move, folded
from desk_app.fees.room import Fees
from desk_app.kernel.texts import dong


def whole_history(room: Fees, dossier: str) -> tuple[HistoryLine, ...]:
    """Return what happened to a dossier and to its money, oldest first."""
    lines = (*history_lines(room.dossiers, dossier), *fee_lines(room, dossier))
    return tuple(sorted(lines, key=lambda line: line.at))


def fee_lines(room: Fees, dossier: str) -> tuple[HistoryLine, ...]:
    """Return what was paid and given back for a dossier, oldest first."""
    book = room.accounts.present_book()
    moves = folded(room.journal.history(fee_subject(dossier))).moves
    people = {move.officer: book.find(move.officer) for move in moves}
    return tuple(
        HistoryLine(at=move.at, who=person.name if (person := people[move.officer]) else "", words=_words(move))
        for move in moves
    )


def _words(move: Move) -> str:
    money, because = dong(abs(move.amount)), f" Lý do: {move.reason}" if move.reason else ""
    match move.kind:
        case "paid":
            way = "tiền mặt" if move.way == "cash" else "chuyển khoản"
            return f"Thu {money} ({way}), phiếu {move.number}.{because}"
        case "returned":
            return f"Trả lại {money} của phiếu {move.number}.{because}"
        case "mistake":
            return f"Bỏ phiếu {move.number} ghi sai, {money} chưa từng thu.{because}"
