"""``desk tickets``: numbers, calling them, waiting times."""

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import Group, asks, command
from desk_app.cli.tickets_line import PRIORITIES, line_of, words_of
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import day as day_of
from desk_app.tickets import calling
from desk_app.tickets.commands import put_line
from desk_app.tickets.ending import close_earlier_days
from desk_app.tickets.facts import Priority
from desk_app.tickets.lines import Line
from desk_app.tickets.taking import take_ticket
from desk_app.tickets.ticket import State
from desk_app.tickets.times import Figures

_MOVES = ("call", "again", "skip", "transfer", "begin", "done", "withdraw")

family = Group(
    "tickets",
    help="Số thứ tự: lấy số, gọi số, thời gian chờ.",
    members={
        "take": "desk_app.cli.tickets:take",
        **{name: f"desk_app.cli.tickets_moves:{name}" for name in _MOVES},
        "list": "desk_app.cli.tickets:list_all",
        "figures": "desk_app.cli.tickets:figures",
        "lines": "desk_app.cli.tickets:lines",
        "line": "desk_app.cli.tickets:line",
        "close": "desk_app.cli.tickets:close",
    },
)

_date = click.option("--date", "date_text", metavar="NGÀY", help="Ngày nào, như 2026-11-23; không ghi là hôm nay.")


class QueueLine(Record):
    """One field's line: its letter, whether it gives out numbers, how many wait now."""

    letter: str
    field: str
    is_open: bool
    waiting: int


class FigureLine(Record):
    """A day's figures of one field, or with ``field`` empty of the whole day; waits in whole seconds."""

    field: str
    taken: int
    waiting: int
    in_hand: int
    absent: int
    served: int
    not_served: int
    withdrawn: int
    median_wait_seconds: int | None
    p90_wait_seconds: int | None
    longest_wait_seconds: int | None


class Closed(Record):
    """How many tickets of earlier days were closed."""

    closed: int


@command("take", "Lấy số mới và in phiếu.")
@click.argument("field", metavar="LĨNH_VỰC")
@click.option("--priority", type=click.Choice([each for each in PRIORITIES if each]), help="Lý do ưu tiên.")
@asks
def take(asked: Asked, field: str, priority: Priority | None) -> None:
    """Give out the next number of a field's line."""
    with acting(asked) as act:
        room, new_id = act.desk.tickets, act.new_id()
        written = take_ticket(room, by=act.by, field=field, priority=priority or "", command_id=new_id)
        made = line_of(calling.ticket(room, written.subject), act.desk.journal.time.now())
    answer(asked, made, words_of(made))


@command("list", "Liệt kê số của một ngày theo thứ tự lấy số.")
@_date
@click.option("--state", type=click.Choice([str(state) for state in State]), help="Chỉ số ở trạng thái này.")
@asks
def list_all(asked: Asked, date_text: str | None, state: str | None) -> None:
    """List a day's tickets."""
    with acting(asked) as act:
        act.desk.require(act.by, calling.READ)
        now = act.desk.journal.time.now()
        tickets = calling.list_tickets(act.desk.tickets, day_of(date_text) if date_text else None)
        made = [line_of(each, now) for each in tickets if state in (None, str(each.state))]
    answer_each(asked, ((each, words_of(each)) for each in made), nothing="Chưa có số nào.")


@command("figures", "Số liệu chờ và phục vụ của một ngày: chung, rồi từng lĩnh vực.")
@_date
@asks
def figures(asked: Asked, date_text: str | None) -> None:
    """Show a day's counts and waiting times."""
    with acting(asked) as act:
        act.desk.require(act.by, calling.READ)
        found = calling.figures(act.desk.tickets, day_of(date_text) if date_text else None)
    answer_each(asked, ((_figure_line(each), _figure_words(each)) for each in found), nothing="")


@command("lines", "Liệt kê các lĩnh vực lấy số, chữ cái và số người chờ.")
@asks
def lines(asked: Asked) -> None:
    """List every line."""
    with acting(asked) as act:
        act.desk.require(act.by, calling.READ)
        made = _lines(calling.list_lines(act.desk.tickets), calling.waiting(act.desk.tickets))
    answer_each(asked, ((each, _line_words(each)) for each in made), nothing="Danh mục chưa có lĩnh vực nào.")


@command("line", "Đổi chữ cái của một lĩnh vực, hoặc đóng, mở việc lấy số.")
@click.argument("field", metavar="LĨNH_VỰC")
@click.option("--letter", default="", metavar="CHỮ", help="Chữ cái đứng trước số.")
@click.option("--open/--closed", "is_open", default=True, help="Có phát số hay không.")
@asks
def line(asked: Asked, field: str, letter: str, is_open: bool) -> None:
    """Lay down a line's letter, and whether it gives out numbers."""
    with acting(asked) as act:
        room, new_id = act.desk.tickets, act.new_id()
        written = put_line(room, by=act.by, field=field, letter=letter, is_open=is_open, command_id=new_id)
        made = _lines(calling.list_lines(room), calling.waiting(room))
    changed = next(each for each in made if written.subject.endswith(f":{each.field}"))
    answer(asked, changed, _line_words(changed))


@command("close", "Đóng những số của các ngày trước còn bỏ dở.")
@asks
def close(asked: Asked) -> None:
    """Close the open tickets of earlier days."""
    with acting(asked) as act:
        written = close_earlier_days(act.desk.tickets, by=act.by, command_id=act.new_id())
    count = len(written.entries)
    answer(asked, Closed(closed=count), f"Đã đóng {quantity(count)} số của các ngày trước.")


def _lines(all_lines: tuple[Line, ...], waiting: calling.Waiting) -> list[QueueLine]:
    counts = {each.field: each.count for each in waiting.lines}
    return [
        QueueLine(letter=each.letter, field=each.field, is_open=each.is_open, waiting=counts.get(each.field, 0))
        for each in all_lines
    ]


def _line_words(of: QueueLine) -> str:
    return f"{of.letter}  {of.field}  {f'{quantity(of.waiting)} người chờ' if of.is_open else 'không phát số'}"


def _figure_line(of: Figures) -> FigureLine:
    same = {name: getattr(of, name) for name in FigureLine.__struct_fields__ if not name.endswith("_seconds")}
    waits = {f"{name}_wait_seconds": getattr(of, f"{name}_wait_s") for name in ("median", "p90", "longest")}
    return FigureLine(**same, **waits)


def _figure_words(of: Figures) -> str:
    return (
        f"{of.field or 'Cả ngày'}: {quantity(of.taken)} số, đang chờ {quantity(of.waiting)}, đã xong {quantity(of.served)}, "
        f"vắng {quantity(of.absent)}, không được phục vụ {quantity(of.not_served)}; chờ giữa {_minutes(of.median_wait_s)}, "
        f"9 trong 10 người chờ không quá {_minutes(of.p90_wait_s)}, lâu nhất hiện nay {_minutes(of.longest_wait_s)}"
    )


def _minutes(seconds: int | None) -> str:
    return "–" if seconds is None else f"{quantity(seconds // 60)} phút"
