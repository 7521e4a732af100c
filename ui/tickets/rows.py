"""The numbers that are not over yet, as lines of the list."""

from dataclasses import dataclass
from datetime import datetime

from desk_app.kernel.texts import quantity
from desk_app.kernel.translations import _
from desk_app.tickets.calling import UnprintedSlip
from desk_app.tickets.facts import Priority
from desk_app.tickets.moves import allows
from desk_app.tickets.ticket import State, Ticket
from desk_app.tickets.times import wait_s
from ui.widgets.colours import COLOURS

PRIORITY_WORDS: dict[Priority, str] = {
    "elderly": _("Người cao tuổi"),
    "disabled": _("Người khuyết tật"),
    "pregnant": _("Phụ nữ mang thai"),
    "policy": _("Gia đình chính sách"),
}
_SHORT_PRIORITY: dict[Priority, str] = {
    "": "",
    "elderly": _("Cao tuổi"),
    "disabled": _("Khuyết tật"),
    "pregnant": _("Mang thai"),
    "policy": _("Chính sách"),
}
_LATE_MINUTES = 30
_PRINT_PATIENCE_S = 20
_SHAPES = {
    State.WAITING: ("clock", COLOURS.calm),
    State.CALLED: ("half", COLOURS.accent),
    State.SERVING: ("disc", COLOURS.accent),
    State.ABSENT: ("pause", COLOURS.warning),
}


@dataclass(frozen=True, kw_only=True)
class Row:
    """One number that is not over yet, as a line of the list; ``slip`` says what is wrong with its paper."""

    id: str
    number: str
    field: str
    state: str
    shape: str
    colour: str
    minutes: str
    is_late: bool
    priority: str
    slip: str
    may_call: bool
    may_withdraw: bool


def row_of(ticket: Ticket, slip: UnprintedSlip | None, now: datetime, *, is_next: bool) -> Row:
    """Return a ticket's line; ``slip`` is there when its paper is not known to have come out."""
    shape, colour = ("given", COLOURS.accent) if is_next else _SHAPES[ticket.state]
    waited = wait_s(ticket, now)
    return Row(
        id=ticket.id,
        number=ticket.text,
        field=ticket.field,
        state=_("Kế tiếp") if is_next else _state_words(ticket),
        shape=shape,
        colour=colour,
        minutes=minutes_words(waited),
        is_late=ticket.state is State.WAITING and waited >= _LATE_MINUTES * 60,
        priority=_SHORT_PRIORITY[ticket.priority],
        slip=_slip_words(slip, ticket, now),
        may_call=allows(ticket.state, "call"),
        may_withdraw=allows(ticket.state, "withdraw"),
    )


def place_of(ticket: Ticket) -> tuple[int, tuple[datetime, int, str]]:
    """Return a ticket's place in the list: who waits, by time; then the absent; then who is at other counters."""
    groups = (State.WAITING, State.ABSENT, State.CALLED, State.SERVING)
    return groups.index(ticket.state), ticket.turn


def _state_words(ticket: Ticket) -> str:
    if ticket.state is State.WAITING:
        return _("Chờ {counter}").format(counter=ticket.for_counter) if ticket.for_counter else _("Chờ")
    if ticket.state is State.ABSENT:
        return _("Vắng · {counter}").format(counter=ticket.counter)
    return _("Ở {counter}").format(counter=ticket.counter)


def _slip_words(slip: UnprintedSlip | None, ticket: Ticket, now: datetime) -> str:
    """Return what is wrong with a slip; one that has only just been sent to the printer is in order."""
    if slip is None:
        return ""
    if slip.state == "waiting":
        late = (now - ticket.taken_at).total_seconds() > _PRINT_PATIENCE_S
        return _("Chưa in") if late else ""
    return {"offline": _("Máy in tắt"), "failed": _("In hỏng"), "unconfirmed": _("Chưa rõ đã in")}[slip.state]


def minutes_words(seconds: int) -> str:
    """Return a wait as people say it; what has begun counts as a minute."""
    return _("{count} phút").format(count=quantity(-(-seconds // 60)))
