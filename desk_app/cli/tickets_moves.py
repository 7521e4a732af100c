"""The moves of ``desk tickets``; each answers the ticket as it then stands.

``SỐ`` is a number of today or a slip's code; left out, it is the number that the counter has in hand.
"""

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.tickets_line import line_of, words_of
from desk_app.kernel.errors import NotFound
from desk_app.kernel.records import changed
from desk_app.tickets import calling, commands
from desk_app.tickets.counter import Counter
from desk_app.tickets.own_counter import own_counter

_number = click.argument("number", metavar="[SỐ]", required=False, default="")
_at = click.option("--counter", "at", default="", metavar="TÊN", help="Quầy nào; không ghi là quầy của máy này.")


@command("call", "Gọi người tiếp theo, hoặc gọi đúng số đã ghi (cả người vắng).")
@_number
@_at
@click.option("--field", "fields", multiple=True, metavar="LĨNH_VỰC", help="Chỉ gọi lĩnh vực này; ghi được nhiều lần.")
@asks
def call(asked: Asked, number: str, at: str, fields: tuple[str, ...]) -> None:
    """Call whoever is next, or one number out of its turn."""
    with acting(asked) as act:
        room, counter = act.desk.tickets, _counter(act, at)
        if number:
            ticket = calling.ticket_named(room, number).id
            commands.call_ticket(room, by=act.by, ticket=ticket, counter=counter.name, command_id=act.new_id())
        else:
            if fields:
                named = tuple(calling.line_called(room, field).field for field in fields)
                counter = changed(counter, fields=named)
            ticket = commands.call_next(room, by=act.by, counter=counter, command_id=act.new_id()).subject
        _show(asked, act, ticket)


@command("again", "Gọi lại số đã gọi.")
@_number
@_at
@asks
def again(asked: Asked, number: str, at: str) -> None:
    """Call once more."""
    with acting(asked) as act:
        ticket = _ticket(act, number, at)
        commands.call_again(act.desk.tickets, by=act.by, ticket=ticket, command_id=act.new_id())
        _show(asked, act, ticket)


@command("skip", "Ghi vắng số đã gọi; gọi lại được sau.")
@_number
@_at
@asks
def skip(asked: Asked, number: str, at: str) -> None:
    """Record that nobody came."""
    with acting(asked) as act:
        ticket = _ticket(act, number, at)
        commands.skip(act.desk.tickets, by=act.by, ticket=ticket, command_id=act.new_id())
        _show(asked, act, ticket)


@command("transfer", "Chuyển số sang lĩnh vực khác hoặc quầy khác; giữ nguyên lượt.")
@_number
@_at
@click.option("--field", default="", metavar="LĨNH_VỰC", help="Lĩnh vực nhận.")
@click.option("--to", "to_counter", default="", metavar="TÊN", help="Quầy nhận.")
@asks
def transfer(asked: Asked, number: str, at: str, field: str, to_counter: str) -> None:
    """Send a ticket to another field or counter."""
    with acting(asked) as act:
        ticket, room = _ticket(act, number, at), act.desk.tickets
        commands.transfer(room, by=act.by, ticket=ticket, field=field, for_counter=to_counter, command_id=act.new_id())
        _show(asked, act, ticket)


@command("begin", "Ghi người dân đã đến quầy.")
@_number
@_at
@asks
def begin(asked: Asked, number: str, at: str) -> None:
    """Record that the person stands at the counter."""
    with acting(asked) as act:
        ticket = _ticket(act, number, at)
        commands.begin(act.desk.tickets, by=act.by, ticket=ticket, command_id=act.new_id())
        _show(asked, act, ticket)


@command("done", "Ghi đã phục vụ xong.")
@_number
@_at
@asks
def done(asked: Asked, number: str, at: str) -> None:
    """Record that the person was served."""
    with acting(asked) as act:
        ticket = _ticket(act, number, at)
        commands.finish(act.desk.tickets, by=act.by, ticket=ticket, command_id=act.new_id())
        _show(asked, act, ticket)


@command("withdraw", "Bỏ một số: người dân trả lại, hoặc lấy nhầm.")
@click.argument("number", metavar="SỐ")
@click.option("--reason", default="", metavar="LÝ_DO", help="Vì sao bỏ.")
@asks
def withdraw(asked: Asked, number: str, reason: str) -> None:
    """Take a ticket out of the queue."""
    with acting(asked) as act:
        ticket = calling.ticket_named(act.desk.tickets, number).id
        commands.withdraw(act.desk.tickets, by=act.by, ticket=ticket, reason=reason, command_id=act.new_id())
        _show(asked, act, ticket)


def _counter(act: Acting, at: str) -> Counter:
    own = own_counter(act.desk.tickets)
    return Counter(name=at.strip()) if at.strip() and at.strip() != own.name else own


def _ticket(act: Acting, number: str, at: str) -> str:
    """Return the id of the ticket named, or of the one that the counter has in hand."""
    room = act.desk.tickets
    if number:
        return calling.ticket_named(room, number).id
    counter = _counter(act, at)
    held = calling.in_hand(room, counter.name)
    if held is None:
        raise NotFound("tickets.nothing_in_hand", f"{counter.name} chưa gọi số nào.", "Hãy ghi rõ số, như A001.")
    return held.id


def _show(asked: Asked, act: Acting, ticket: str) -> None:
    made = line_of(calling.ticket(act.desk.tickets, ticket), act.desk.journal.time.now())
    answer(asked, made, words_of(made))
