"""The moves of a ticket after it was taken. Two counters cannot call one ticket: the write door lets in one at a time."""

from collections.abc import Callable

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import NotFound
from desk_app.kernel.texts import checked_line
from desk_app.office.commands import PUT_SETTING
from desk_app.tickets import facts
from desk_app.tickets.counter import Counter
from desk_app.tickets.ending import close_earlier_within
from desk_app.tickets.lines import checked_letter, line_named
from desk_app.tickets.moves import require
from desk_app.tickets.own_counter import CALL, checked_counter_name
from desk_app.tickets.room import Tickets
from desk_app.tickets.tables import queries
from desk_app.tickets.taking import TAKE, lines_in
from desk_app.tickets.ticket import Ticket
from desk_app.tickets.turn import whose_turn

NOBODY_WAITS = "tickets.nobody_waits"
"""The code of the error that ends a queue."""


def call_next(room: Tickets, *, by: str, counter: Counter, command_id: str) -> Written:
    """Call whoever is next for ``counter``, by ``fair.next_of``; the ticket's id is the subject of what was written.

    What the counter still has in hand is done with this. Raises ``NotFound`` when nobody waits for it: then nothing is
    written, and the ticket in hand stays there.
    """

    def decide(writing: Writing) -> None:
        ticket = whose_turn(room, writing.db, counter)
        if ticket is None:
            raise NotFound(
                NOBODY_WAITS,
                f"Không còn ai chờ {counter.name}.",
                "Số đang ở quầy vẫn giữ nguyên; người vắng thì gọi lại trong danh sách.",
            )
        _call(writing, ticket, counter.name)
        close_earlier_within(writing)

    return room.journal.write(by=by, permission=CALL, command_id=command_id, decide=decide)


def call_ticket(room: Tickets, *, by: str, ticket: str, counter: str, command_id: str) -> Written:
    """Call one waiting or absent ticket out of its turn; what the counter still has in hand is done with this.

    Raises ``Conflict`` when another counter has it, ``Refused`` when it is over.
    """
    name = checked_counter_name(counter)

    def decide(writing: Writing, now: Ticket) -> None:
        require(now, "call")
        _call(writing, now, name)

    return _moved(room, by, CALL, ticket, command_id, decide)


def call_again(room: Tickets, *, by: str, ticket: str, command_id: str) -> Written:
    """Call a called ticket once more; raise ``Refused`` when its person has come, or it was never called."""

    def decide(writing: Writing, now: Ticket) -> None:
        require(now, "call_again")
        writing.add(ticket, facts.CalledAgain(counter=now.counter, called_at=writing.now))

    return _moved(room, by, CALL, ticket, command_id, decide)


def skip(room: Tickets, *, by: str, ticket: str, command_id: str) -> Written:
    """Record that nobody came; the ticket may be called again later. Raises ``Refused`` unless it was just called."""

    def decide(writing: Writing, now: Ticket) -> None:
        require(now, "skip")
        writing.add(ticket, facts.Skipped(counter=now.counter, skipped_at=writing.now))

    return _moved(room, by, CALL, ticket, command_id, decide)


def transfer(
    room: Tickets, *, by: str, ticket: str, field: str = "", for_counter: str = "", command_id: str
) -> Written:
    """Send a ticket to another field's line, or to one counter; it keeps its number and its place by time.

    Without ``field`` it stays in its line. Raises ``NotFound`` for an unknown field, ``Refused`` when the ticket is over.
    """
    only = checked_counter_name(for_counter, required=False)

    def decide(writing: Writing, now: Ticket) -> None:
        require(now, "transfer")
        to = line_named(lines_in(room, writing.db, writing), field).field if field else now.field
        writing.add(ticket, facts.Transferred(field=to, for_counter=only, transferred_at=writing.now))

    return _moved(room, by, CALL, ticket, command_id, decide)


def begin(room: Tickets, *, by: str, ticket: str, command_id: str) -> Written:
    """Record that the person stands at the counter; raise ``Refused`` unless the ticket was called."""

    def decide(writing: Writing, now: Ticket) -> None:
        require(now, "begin")
        writing.add(ticket, facts.Begun(counter=now.counter, begun_at=writing.now))

    return _moved(room, by, CALL, ticket, command_id, decide)


def finish(room: Tickets, *, by: str, ticket: str, command_id: str) -> Written:
    """Record that the person was served; raise ``Refused`` unless a counter has the ticket."""

    def decide(writing: Writing, now: Ticket) -> None:
        require(now, "finish")
        writing.add(ticket, facts.Done(done_at=writing.now))

    return _moved(room, by, CALL, ticket, command_id, decide)


def withdraw(room: Tickets, *, by: str, ticket: str, reason: str = "", command_id: str) -> Written:
    """Take a ticket out of the queue: given back, or taken by mistake. Raises ``Refused`` when it is being served or over."""
    words = checked_line(reason, field="reason", label="Lý do", longest=200)

    def decide(writing: Writing, now: Ticket) -> None:
        require(now, "withdraw")
        writing.add(ticket, facts.Withdrawn(reason=words, withdrawn_at=writing.now))

    return _moved(room, by, TAKE, ticket, command_id, decide)


def link_dossier(room: Tickets, *, by: str, ticket: str, dossier: str, command_id: str) -> Written:
    """Record which dossier the visit led to; several may follow from one ticket. Raises ``Refused`` for a void ticket."""

    def decide(writing: Writing, now: Ticket) -> None:
        require(now, "link_dossier")
        writing.add(ticket, facts.DossierLinked(dossier=dossier))

    return _moved(room, by, CALL, ticket, command_id, decide)


def put_line(room: Tickets, *, by: str, field: str, letter: str, is_open: bool = True, command_id: str) -> Written:
    """Lay down a line's letter, and whether it gives out numbers; raise ``InvalidInput`` when another line has the letter."""

    def decide(writing: Writing) -> None:
        lines = lines_in(room, writing.db, writing)
        line = line_named(lines, field)
        clean = checked_letter(letter or line.letter, line.field, lines)
        writing.add(facts.line_subject(line.field), facts.LinePut(field=line.field, letter=clean, is_open=is_open))

    return room.journal.write(by=by, permission=PUT_SETTING, command_id=command_id, decide=decide)


def _call(writing: Writing, ticket: Ticket, counter: str) -> None:
    held = queries.list_in_hand(writing.db, writing.now.date(), counter)
    writing.add(ticket.id, facts.Called(counter=counter, called_at=writing.now))
    for earlier in held:
        writing.add(earlier.id, facts.Done(done_at=writing.now))


def _moved(
    room: Tickets, by: str, permission: str, ticket: str, command_id: str, decide: Callable[[Writing, Ticket], None]
) -> Written:
    def within(writing: Writing) -> None:
        now = queries.find_ticket(writing.db, ticket)
        if now is None:
            raise unknown_ticket()
        decide(writing, now)

    return room.journal.write(by=by, permission=permission, command_id=command_id, decide=within)


def unknown_ticket(number: str = "") -> NotFound:
    """Return the error for a ticket that is not known here."""
    which = f" {number}" if number else " này"
    return NotFound("tickets.unknown", f"Hôm nay không có số{which}.", "Hãy xem lại số trên phiếu, hoặc lấy số mới.")
