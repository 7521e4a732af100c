"""``desk guidance procedures``: on what the office guides."""

from datetime import date

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.guidance.contacts.commands import READ
from desk_app.guidance.contacts.procedures import GuidedList, guided_procedures, put_procedure_list
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import day, spoken_day


class ListShown(Record):
    """The list in force on a day; ``valid_from`` is None where the office laid none down and guides on everything."""

    valid_from: date | None
    basis: str
    count: int
    codes: tuple[str, ...]


@command("procedures", "Xem danh sách thủ tục được hướng dẫn, hoặc lập danh sách mới từ một ngày.")
@click.option("--put", "codes", multiple=True, metavar="MÃ", help="Lập danh sách gồm các mã này. Ghi được nhiều lần.")
@click.option("--add", "added", multiple=True, metavar="MÃ", help="Thêm mã này vào danh sách đang có.")
@click.option("--drop", "dropped", multiple=True, metavar="MÃ", help="Bớt mã này khỏi danh sách đang có.")
@click.option("--from", "first", default="", metavar="NGÀY", help="Từ ngày này; không ghi là hôm nay.")
@click.option("--basis", default="", metavar="CHỮ", help="Căn cứ, như số quyết định.")
@asks
def procedures(
    asked: Asked, codes: tuple[str, ...], added: tuple[str, ...], dropped: tuple[str, ...], first: str, basis: str
) -> None:
    """Show the list of a day, or lay one down."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        room = act.desk.guidance
        on = day(first, field="from") if first else act.desk.journal.time.now().date()
        if codes or added or dropped:
            known = codes or tuple(each.code for each in guided_procedures(room, on).procedures)
            wanted = tuple(sorted({*known, *added} - set(dropped)))
            put_procedure_list(room, by=act.by, codes=wanted, valid_from=on, basis=basis, command_id=act.new_id())
        found = guided_procedures(room, on)
    listed = tuple(each.code for each in found.procedures)
    shown = ListShown(valid_from=found.valid_from, basis=found.basis, count=len(listed), codes=listed)
    answer(asked, shown, _words(found))


def _words(found: GuidedList) -> str:
    since = f"từ {spoken_day(found.valid_from)}" if found.valid_from is not None else "chưa lập, hướng dẫn mọi thủ tục"
    basis = f", theo {found.basis}" if found.basis else ""
    lines = [f"Danh sách hướng dẫn: {quantity(len(found.procedures))} thủ tục ({since}{basis})"]
    return "\n".join([*lines, *(f"  {each.code}  {each.name}" for each in found.procedures)])
