"""Hours, commendations, thanks and figures of a period, in ``desk shifts``."""

from datetime import date
from pathlib import Path

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, answer_each, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.files import write_file
from desk_app.cli.period import in_period
from desk_app.cli.shifts_named import member_named, organisation_named
from desk_app.cli.shifts_shown import worked_words
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.shifts import attendance
from desk_app.shifts.excel_out import hours_excel
from desk_app.shifts.figures import Figures, figures
from desk_app.shifts.hours import commendations, hours_of, thanks_of
from desk_app.shifts.rights import READ
from desk_app.shifts.words import hours as spoken_hours


@command("hours", "Số lượt, số giờ trực của từng tổ chức và từng người trong một thời kỳ.")
@in_period
@click.option("--out", type=click.Path(path_type=Path), default=None, metavar="TỆP", help="Ghi ra tệp .xlsx.")
@asks
def hours(asked: Asked, first_on: date, last_on: date, out: Path | None) -> None:
    """Show, or write, what everybody did."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        found = hours_of(act.desk.shifts, first_on, last_on)
    if out is not None:
        write_file(out, hours_excel(found))
        remark(f"Đã ghi {out}.")
    lines = [worked_words(each) for each in (*found.organisations, *found.members)]
    answer(asked, found, "\n".join(lines) or "Chưa điểm danh ca nào.")


@command("commend", "Ai đáng biểu dương: giữ mọi lượt đã nhận, nhiều giờ nhất trước.")
@in_period
@click.option("--least-hours", type=click.IntRange(0), default=0, metavar="SỐ", help="Từ bao nhiêu giờ trở lên.")
@asks
def commend(asked: Asked, first_on: date, last_on: date, least_hours: int) -> None:
    """List whom to commend."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        found = commendations(act.desk.shifts, first_on, last_on, least_minutes=least_hours * 60)
    words = ((each, f"{each.name}: {each.words}{' Đã cảm ơn.' if each.thanked else ''}") for each in found)
    answer_each(asked, words, nothing="Chưa có ai.")


@command("thank", "Ghi thư cảm ơn một tổ chức hoặc một người cho một thời kỳ.")
@click.option("--organisation", required=True, metavar="TÊN", help="Tổ chức.")
@click.option("--member", default="", metavar="TÊN", help="Người của tổ chức; không ghi là cả tổ chức.")
@in_period
@click.option("--number", default="", metavar="SỐ", help="Số thư.")
@click.option("--words", default="", metavar="CHỮ", help="Nội dung ngắn.")
@asks
def thank_whom(
    asked: Asked, organisation: str, member: str, first_on: date, last_on: date, number: str, words: str
) -> None:
    """Record thanks, and list those of the period."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        own = organisation_named(act, organisation).id
        attendance.thank(
            act.desk.shifts,
            by=act.by,
            organisation=own,
            member=member_named(act, member, own).id if member else "",
            first_on=first_on,
            last_on=last_on,
            number=number,
            words=words,
            command_id=act.new_id(),
        )
        found = thanks_of(act.desk.shifts, first_on, last_on)
    answer_each(asked, ((each, f"{each.name}: {each.number} {each.words}".strip()) for each in found), nothing="")


@command("figures", "Số liệu trực của một thời kỳ: ca, chỗ, có mặt, vắng, giờ; theo tổ chức và theo máy.")
@in_period
@asks
def show_figures(asked: Asked, first_on: date, last_on: date) -> None:
    """Show the figures of a period."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        found = figures(act.desk.shifts, first_on=first_on, last_on=last_on)
    answer(asked, found, _words(found))


def _words(found: Figures) -> str:
    lines = [
        f"Từ {spoken_day(found.first_on)} đến {spoken_day(found.last_on)}: {quantity(found.shifts)} ca, "
        f"{quantity(found.filled)}/{quantity(found.seats)} chỗ có người; bỏ {quantity(found.called_off)} ca",
        f"  Có mặt {quantity(found.came)} lượt (muộn {quantity(found.late)}), vắng mặt {quantity(found.no_shows)}, "
        f"báo vắng {quantity(found.cancelled)} (sát giờ {quantity(found.cancelled_late)}), "
        f"trực thay {quantity(found.covered)}",
        f"  Tổng giờ trực: {spoken_hours(found.minutes)}",
    ]
    lines += [
        f"    {each.name}: {quantity(each.came)} lượt, {spoken_hours(each.minutes)}" for each in found.organisations
    ]
    return "\n".join(lines)
