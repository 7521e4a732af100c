"""Giving out a number: entry, slip and print job in one durable transaction, so that none is counted but never printed."""

from datetime import timedelta

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Conflict, Refused
from desk_app.printing.commands import issue
from desk_app.storage.engine import Database
from desk_app.tickets.ending import close_earlier_within
from desk_app.tickets.facts import LinePut, Priority, Source, Taken, line_subject
from desk_app.tickets.lines import Line, line_named, lines_of
from desk_app.tickets.numbering import following
from desk_app.tickets.papers import Slip, slip
from desk_app.tickets.room import Tickets
from desk_app.tickets.tables import queries
from desk_app.tickets.ticket import State

TAKE = "tickets.take"
DOUBLE_TAP = timedelta(seconds=2)


def take_ticket(
    room: Tickets,
    *,
    by: str,
    field: str,
    priority: Priority = "",
    source: Source = "command",
    command_id: str,
) -> Written:
    """Give out the next number of a field's line and queue its slip; the ticket's id is the subject of what was written.

    ``field`` names the line as ``line_named`` reads it. Raises ``NotFound`` for an unknown one, ``Refused`` for a closed
    one or when the day's numbers are used up, and ``Conflict`` for a second tap on a kiosk or counter within two seconds:
    then nothing is written, the first number is being printed.
    """

    def decide(writing: Writing) -> None:
        line = line_named(lines_in(room, writing.db, writing), field)
        if not line.is_open:
            raise Refused("tickets.line_closed", f"«{line.field}» hiện không phát số.", "Chọn lĩnh vực khác.")
        _require_single_tap(room, writing, line, source)
        fact = _taken(room, writing, line, priority, source)
        ticket = writing.new_id()
        ahead = sum(
            each.field == line.field
            for each in queries.list_of_day(writing.db, fact.day, (State.WAITING, State.ABSENT))
        )
        writing.add(ticket, fact)
        if not line.is_put:
            # From its first number on, a line keeps its letter, whatever fields the catalogue adds.
            writing.add(line_subject(line.field), LinePut(field=line.field, letter=line.letter, is_open=True))
        agency = room.office.book.get(writing.db).agency
        issue(writing, room.printing, slip(Slip(fact=fact, agency=agency, ahead=ahead)), about=ticket)
        close_earlier_within(writing)

    return room.journal.write(by=by, permission=TAKE, command_id=command_id, decide=decide)


def lines_in(room: Tickets, db: Database, at: Writing | None = None) -> tuple[Line, ...]:
    """Return the lines of today, by letter: the fields of the catalogue and the general one."""
    today = (at.now if at is not None else room.journal.time.now()).date()
    fields = {procedure.field for procedure in room.catalogue.book.get(db).current(today)}
    return lines_of(fields, queries.put_lines(db))


def _taken(room: Tickets, writing: Writing, line: Line, priority: Priority, source: Source) -> Taken:
    today = writing.now.date()
    highest = queries.highest_number(writing.db, today, line.letter, room.desk_number)
    return Taken(
        day=today,
        field=line.field,
        letter=line.letter,
        number=following(highest, room.desk_number),
        priority=priority,
        source=source,
        taken_at=writing.now,
    )


def _require_single_tap(room: Tickets, writing: Writing, line: Line, source: Source) -> None:
    if source == "command":
        return
    last = queries.find_last_taken(writing.db, writing.now.date(), line.field, source, room.journal.desk_id)
    if last is not None and timedelta() <= writing.now - last.taken_at < DOUBLE_TAP:
        raise Conflict(
            "tickets.just_taken",
            f"Số {last.text} vừa được lấy, phiếu đang in.",
            "Cần thêm số nữa thì chờ hai giây rồi bấm.",
        )
