"""Which move a ticket allows where it stands; the refusal says who has it, or why it is over."""

from desk_app.kernel.errors import Conflict, DeskError, Refused
from desk_app.tickets.ticket import IN_HAND, OPEN, STATE_WORDS, State, Ticket

_ALLOWED = {
    "call": (frozenset({State.WAITING, State.ABSENT}), "gọi"),
    "call_again": (frozenset({State.CALLED}), "gọi lại"),
    "skip": (frozenset({State.CALLED}), "ghi vắng"),
    "transfer": (OPEN, "chuyển"),
    "begin": (frozenset({State.CALLED}), "bắt đầu phục vụ"),
    "finish": (IN_HAND, "ghi xong"),
    "withdraw": (OPEN - {State.SERVING}, "bỏ"),
    "link_dossier": (frozenset(State) - {State.WITHDRAWN, State.NOT_SERVED}, "gắn hồ sơ"),
}


def allows(state: State, move: str) -> bool:
    """Tell whether a ticket in ``state`` may make ``move``, one of the names of the commands."""
    return state in _ALLOWED[move][0]


def require(ticket: Ticket, move: str) -> None:
    """Raise ``Conflict`` when another counter already has the ticket, ``Refused`` when its state forbids the move."""
    if not allows(ticket.state, move):
        raise _refusal(ticket, move)


def _refusal(ticket: Ticket, move: str) -> DeskError:
    if move == "call" and ticket.state in IN_HAND:
        words = f"Số {ticket.text} đang ở {ticket.counter}."
        return Conflict("tickets.called_elsewhere", words, "Hãy gọi số khác.")
    words = f"Số {ticket.text} {STATE_WORDS[ticket.state]}: không thể {_ALLOWED[move][1]}."
    hint = "Trước hết hãy gọi số này." if ticket.state in (State.WAITING, State.ABSENT) else "Hãy chọn số khác."
    return Refused(f"tickets.{move}_not_allowed", words, hint)
