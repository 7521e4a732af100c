"""``desk signage played`` and ``print``: what screens really showed."""

from datetime import date

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.period import in_period
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_day
from desk_app.signage.commands import READ, print_proof
from desk_app.signage.papers import minutes
from desk_app.signage.played import PlayedPeriod, played_between


class ProofQueued(Record):
    """The proof of play waits in the print queue."""

    first_on: date
    last_on: date
    paper: str


@command("played", "Xem nhật ký đã chiếu: từng ngày, từng màn hình, từng câu.")
@in_period
@asks
def show_played(asked: Asked, first_on: date, last_on: date) -> None:
    """Show what was played in a period."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        found = played_between(act.desk.signage, first_on=first_on, last_on=last_on)
    answer(asked, found, _words(found))


@command("print", "In nhật ký đã chiếu của một thời kỳ.")
@in_period
@click.option("--printer", default="", metavar="TÊN", help="Máy in; không ghi là máy đã chọn cho khổ A4.")
@asks
def print_played(asked: Asked, first_on: date, last_on: date, printer: str) -> None:
    """Queue the proof of play."""
    with acting(asked) as act:
        written = print_proof(
            act.desk.signage,
            by=act.by,
            first_on=first_on,
            last_on=last_on,
            printer=printer or None,
            command_id=act.new_id(),
        )
    remark("Đã xếp nhật ký vào hàng đợi in.")
    answer(asked, ProofQueued(first_on=first_on, last_on=last_on, paper=written.subject), written.subject)


def _words(found: PlayedPeriod) -> str:
    if not found.days:
        return f"Từ {spoken_day(found.first_on)} đến {spoken_day(found.last_on)}: chưa chiếu khẩu hiệu nào."
    lines = [
        f"{spoken_day(each.on)}  {each.screen}: {each.stretches} lượt, {minutes(each.seconds)} phút "
        f"(theo lịch {minutes(each.asked_seconds)} phút)"
        for each in found.days
    ]
    lines += [f"  {each.text}: {each.times} lần, {minutes(each.seconds)} phút" for each in found.shown]
    return "\n".join(lines)
