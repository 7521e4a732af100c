"""``desk surveys campaigns``: surveys with an end; ``ĐỢT`` is an id or the end of it."""

from typing import TextIO

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import day, spoken_day
from desk_app.surveys.campaign_papers import ASKED_LEVELS
from desk_app.surveys.campaigns import (
    Campaign,
    CampaignResult,
    Form,
    Plan,
    campaign_named,
    close_campaign,
    enter_forms,
    list_campaigns,
    plan_campaign,
    print_forms,
    results_of,
)
from desk_app.surveys.commands import READ
from desk_app.surveys.rules import spoken_share

_named = click.argument("named", metavar="ĐỢT")


@command("list", "Xem các đợt khảo sát.")
@asks
def list_them(asked: Asked) -> None:
    """List every survey."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        found = list_campaigns(act.desk.surveys)
    answer_each(asked, ((each, _words(each)) for each in found), nothing="Chưa có đợt khảo sát nào.")


@command("plan", "Lập đợt khảo sát.")
@click.argument("title", metavar="TÊN")
@click.option(
    "--question", "questions", multiple=True, required=True, metavar="CÂU", help="Một câu hỏi; ghi nhiều lần."
)
@click.option("--from", "first", required=True, metavar="NGÀY", help="Từ ngày này.")
@click.option("--to", "last", required=True, metavar="NGÀY", help="Đến hết ngày này.")
@click.option("--target", type=int, required=True, metavar="SỐ", help="Cần thu bao nhiêu phiếu.")
@asks
def plan(asked: Asked, title: str, questions: tuple[str, ...], first: str, last: str, target: int) -> None:
    """Plan a survey."""
    wanted = Plan(
        title=title,
        questions=questions,
        first_on=day(first, field="from"),
        last_on=day(last, field="to"),
        target=target,
    )
    with acting(asked) as act:
        written = plan_campaign(act.desk.surveys, by=act.by, plan=wanted, command_id=act.new_id())
        _show(asked, act, written.subject)


@command("print", "In phiếu khảo sát có số, nối tiếp các số đã in.")
@_named
@click.option("--count", type=int, required=True, metavar="SỐ", help="Bao nhiêu phiếu.")
@click.option("--printer", default="", metavar="TÊN", help="Máy in; không ghi là máy đã chọn.")
@asks
def print_them(asked: Asked, named: str, count: int, printer: str) -> None:
    """Queue numbered forms."""
    with acting(asked) as act:
        id_ = _id(act, named)
        room, new_id = act.desk.surveys, act.new_id()
        print_forms(room, by=act.by, campaign=id_, count=count, printer=printer or None, command_id=new_id)
        _show(asked, act, id_)


@command("enter", "Nhập phiếu: mỗi dòng «SỐ_PHIẾU CÂU1 CÂU2 …», câu trả lời 1, 2, 3 hoặc 0 nếu bỏ trống.")
@_named
@click.argument("file", type=click.File(encoding="utf-8"), default="-", metavar="[TỆP]")
@asks
def enter(asked: Asked, named: str, file: TextIO) -> None:
    """Take filled-in forms down, all or none."""
    forms = tuple(_form(line, place) for place, line in enumerate(file, start=1) if line.strip())
    with acting(asked) as act:
        id_ = _id(act, named)
        enter_forms(act.desk.surveys, by=act.by, campaign=id_, forms=forms, command_id=act.new_id())
        _show(asked, act, id_)


@command("results", "Kết quả của một đợt khảo sát.")
@_named
@asks
def results(asked: Asked, named: str) -> None:
    """Show a survey's results."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        _show(asked, act, _id(act, named))


@command("close", "Kết thúc một đợt khảo sát.")
@_named
@asks
def close(asked: Asked, named: str) -> None:
    """End a survey."""
    with acting(asked) as act:
        id_ = _id(act, named)
        close_campaign(act.desk.surveys, by=act.by, campaign=id_, command_id=act.new_id())
        _show(asked, act, id_)


def _id(act: Acting, named: str) -> str:
    return campaign_named(act.desk.surveys, named).id


def _form(line: str, place: int) -> Form:
    numbers = line.split()
    if not all(each.isascii() and each.isdigit() for each in numbers):
        raise InvalidInput("forms", f"Dòng {place}: chỉ ghi các số.", "Như «12 1 2 1 3».")
    number, *answers = (int(each) for each in numbers)
    if any(each > len(ASKED_LEVELS) for each in answers):
        raise InvalidInput("forms", f"Dòng {place}: câu trả lời từ 0 đến {len(ASKED_LEVELS)}.", "0 là bỏ trống.")
    return Form(number=number, answers=tuple(ASKED_LEVELS[each - 1] if each else None for each in answers))


def _show(asked: Asked, act: Acting, id_: str) -> None:
    found = results_of(act.desk.surveys, id_)
    answer(asked, found, _result_words(found))


def _words(each: Campaign) -> str:
    ended = f", đã kết thúc {spoken_day(each.closed_on)}" if each.closed_on else ""
    span = f"{spoken_day(each.plan.first_on)}–{spoken_day(each.plan.last_on)}"
    return f"{each.short}  {each.plan.title} ({span}, cần {quantity(each.plan.target)} phiếu{ended})"


def _result_words(found: CampaignResult) -> str:
    lines = [_words(found.campaign), f"  Đã thu {quantity(found.forms)}/{quantity(found.target)} phiếu"]
    lines += [
        f"  {place}. {each.text}: {quantity(each.total)} trả lời, đạt yêu cầu {spoken_share(each.satisfied)}, "
        f"trong đó tốt {spoken_share(each.good)}"
        for place, each in enumerate(found.questions, start=1)
    ]
    whole = f"đạt yêu cầu {spoken_share(found.satisfied)}, trong đó tốt {spoken_share(found.good)}"
    lines.append(f"  Chung: {whole} ({found.rounding})")
    return "\n".join(lines)
