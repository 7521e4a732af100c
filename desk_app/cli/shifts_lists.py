"""Who is on duty, what must not be forgotten, and one's own duties, in ``desk shifts``."""

from datetime import timedelta

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.shifts_shown import seat_words, shift_words
from desk_app.kernel.time_source import spoken_day
from desk_app.shifts.alerts import alerts_of
from desk_app.shifts.own import own_seats
from desk_app.shifts.rights import READ, READ_OWN
from desk_app.shifts.today import Today, today_of


@command("today", "Ai trực hôm nay, và ngày trực kế tiếp.")
@asks
def today(asked: Asked) -> None:
    """Show today's duty and the next."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        found = today_of(act.desk.shifts)
    answer(asked, found, _today_words(found))


@command("alerts", "Việc phải lo: báo vắng chưa có người thay, chỗ trống, chưa điểm danh, tháng chưa ban hành lịch.")
@click.option("--days", type=click.IntRange(0, 366), default=14, metavar="SỐ", help="Trong bao nhiêu ngày tới.")
@asks
def alerts(asked: Asked, days: int) -> None:
    """List what is to be done."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        found = alerts_of(act.desk.shifts, days=days)
    answer_each(asked, ((each, f"{each.words} {each.hint}") for each in found), nothing="Không có việc gì phải lo.")


@command("mine", "Ca trực của chính mình (tài khoản ghi ở --as).")
@click.option("--days", type=click.IntRange(0, 366), default=62, metavar="SỐ", help="Trong bao nhiêu ngày tới.")
@asks
def mine(asked: Asked, days: int) -> None:
    """List one's own duties."""
    with acting(asked) as act:
        act.desk.require(act.by, READ_OWN)
        first = act.desk.journal.time.now().date()
        found = own_seats(act.desk.shifts, act.by, first, first + timedelta(days=days))
    answer_each(asked, ((each, seat_words(each)) for each in found), nothing="Bạn không có ca trực nào.")


def _today_words(found: Today) -> str:
    lines = [f"Hôm nay, {spoken_day(found.on)}:"]
    lines += [shift_words(each) for each in found.shifts] or ["  không có ca trực"]
    if found.next_on is not None:
        lines.append(f"Ngày trực kế tiếp, {spoken_day(found.next_on)}:")
        lines += [shift_words(each) for each in found.next_shifts]
    return "\n".join(lines)
