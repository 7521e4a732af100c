"""``desk findings``: what desks say differently: list, close."""

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import Group, asks, command
from desk_app.findings.commands import close
from desk_app.findings.reading import Seen, open_findings
from desk_app.kernel.records import Record

family = Group(
    "findings",
    help="Mâu thuẫn giữa các máy: xem hai bên, ghi cách giải quyết.",
    members={name: f"desk_app.cli.findings:{job}" for name, job in (("list", "list_open"), ("close", "close_one"))},
)


class Closed(Record):
    """What ``desk findings close`` answers."""

    about: str
    what: str
    entry: str


@command("list", "Các điểm mâu thuẫn chưa giải quyết, mới nhất trước.")
@asks
def list_open(asked: Asked) -> None:
    """List what nobody has closed."""
    with acting(asked) as act:
        found = open_findings(act.desk.findings, by=act.by)
    answer_each(asked, ((each, _words(each)) for each in found), nothing="Các máy không mâu thuẫn gì.")


@command("close", "Ghi một điểm mâu thuẫn đã được giải quyết; dữ liệu giữ như hiện nay.")
@click.option("--about", required=True, metavar="VIỆC", help="Mục «about» của điểm mâu thuẫn, xem ở «list».")
@click.option("--what", required=True, metavar="LOẠI", help="Mục «what».")
@click.option("--entry", required=True, metavar="BÚT_TOÁN", help="Mục «entry».")
@click.option("--reason", required=True, metavar="LỜI", help="Đã giải quyết thế nào.")
@asks
def close_one(asked: Asked, about: str, what: str, entry: str, reason: str) -> None:
    """Close one finding."""
    with acting(asked) as act:
        close(act.desk.findings, by=act.by, about=about, what=what, entry=entry, reason=reason, command_id=act.new_id())
    answer(asked, Closed(about=about, what=what, entry=entry), "Đã ghi cách giải quyết.")


def _words(one: Seen) -> str:
    sides = [f"{side.who} ({side.office}, {side.entry}): {side.words}" for side in (one.first, one.second) if side]
    named = f"--about {one.about} --what {one.what} --entry {one.entry}"
    return "\n  ".join((f"{one.code or one.about}: {one.words}", *sides, named))
