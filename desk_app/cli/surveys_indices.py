"""``desk surveys indices``: the nine indices of a period, and what somebody counted for them."""

from datetime import date

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.period import in_period
from desk_app.kernel.time_source import spoken_day
from desk_app.surveys.commands import READ
from desk_app.surveys.indices import MOST_POINTS, Entered, Scores, enter_index, scores


@command("show", "Chín chỉ số của một thời kỳ, điểm, cách tính và xếp loại.")
@in_period
@asks
def show(asked: Asked, first_on: date, last_on: date) -> None:
    """Show the nine indices."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        _show(asked, act, first_on, last_on)


@command("enter", "Nhập chỉ số mà chương trình không tự tính được, kèm minh chứng.")
@click.argument("key", metavar="CHỈ_SỐ")
@in_period
@click.option("--count", type=int, required=True, metavar="SỐ", help="Số đạt.")
@click.option("--of", type=int, required=True, metavar="SỐ", help="Tổng số.")
@click.option("--evidence", required=True, metavar="CHỮ", help="Minh chứng: văn bản, biên bản.")
@asks
def enter(asked: Asked, *, key: str, first_on: date, last_on: date, count: int, of: int, evidence: str) -> None:
    """Enter an index."""
    with acting(asked) as act:
        entered = Entered(count=count, of=of, evidence=evidence)
        enter_index(
            act.desk.surveys,
            by=act.by,
            key=key,
            first_on=first_on,
            last_on=last_on,
            entered=entered,
            command_id=act.new_id(),
        )
        _show(asked, act, first_on, last_on)


def _show(asked: Asked, act: Acting, first_on: date, last_on: date) -> None:
    found = scores(act.desk.surveys, first_on=first_on, last_on=last_on)
    answer(asked, found, _words(found))


def _words(found: Scores) -> str:
    lines = [f"Từ {spoken_day(found.first_on)} đến {spoken_day(found.last_on)} – {found.basis}"]
    for each in found.scored:
        points = "–" if each.points is None else str(each.points)
        lines.append(f"  {each.index.number}. {each.index.title}: {points} điểm. {each.why}")
    most = MOST_POINTS * len(found.scored)
    band = f", xếp loại {found.band.lower()}" if found.band else f" (mới có {found.known}/{len(found.scored)} chỉ số)"
    lines.append(f"  Tổng: {found.points}/{most} điểm{band}")
    return "\n".join(lines)
