"""``desk outreach``: launches, broadcasts, posts, followers, views, training."""

from datetime import date

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import Group, asks, command
from desk_app.cli.period import in_order
from desk_app.guidance.outreach.commands import (
    READ,
    Outreach,
    list_outreach,
    record_outreach,
    withdraw_outreach,
)
from desk_app.guidance.outreach.facts import Kind
from desk_app.guidance.outreach.figures import OutreachFigures, outreach_figures
from desk_app.guidance.outreach.item import KIND_WORDS, UNIT_WORDS, OutreachItem
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import day, spoken_day

family = Group(
    "outreach",
    help="Truyền thông: lễ ra quân, phát thanh, bài đăng, người theo dõi, lượt xem, tập huấn.",
    members={
        "add": "desk_app.cli.outreach:add",
        "list": "desk_app.cli.outreach:list_all",
        "withdraw": "desk_app.cli.outreach:withdraw",
        "figures": "desk_app.cli.outreach:figures",
    },
)
_from = click.option("--from", "first", required=True, metavar="NGÀY", help="Từ ngày này.")
_to = click.option("--to", "last", required=True, metavar="NGÀY", help="Đến hết ngày này.")


class ItemShown(Record):
    """One entry of outreach."""

    id: str
    kind: Kind
    on: date
    count: int
    title: str
    evidence: str


@command("add", "Ghi một việc truyền thông đã làm.")
@click.argument("kind", metavar="LOẠI", type=click.Choice(list(KIND_WORDS)))
@click.option("--count", type=int, default=1, metavar="SỐ", help="Số người, lần, bài, lượt.")
@click.option("--on", "on", default="", metavar="NGÀY", help="Ngày làm; không ghi là hôm nay.")
@click.option("--title", default="", metavar="CHỮ", help="Tên việc, tên trang.")
@click.option("--evidence", default="", metavar="CHỮ", help="Minh chứng: ảnh, đường dẫn, công văn.")
@asks
def add(asked: Asked, kind: Kind, count: int, on: str, title: str, evidence: str) -> None:
    """Take down one entry."""
    with acting(asked) as act:
        done_on = day(on, field="on") if on else act.desk.journal.time.now().date()
        outreach = Outreach(kind=kind, on=done_on, count=count, title=title, evidence=evidence)
        written = record_outreach(act.desk.guidance, by=act.by, outreach=outreach, command_id=act.new_id())
        items = list_outreach(act.desk.guidance, first_on=done_on, last_on=done_on)
    made = next(each for each in items if each.id == written.subject)
    answer(asked, _shown(made), _words(made))


@command("list", "Liệt kê việc truyền thông của một thời kỳ.")
@_from
@_to
@asks
def list_all(asked: Asked, first: str, last: str) -> None:
    """List the entries of a period."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        first_on, last_on = in_order(day(first, field="from"), day(last, field="to"))
        found = list_outreach(act.desk.guidance, first_on=first_on, last_on=last_on)
    answer_each(asked, ((_shown(each), _words(each)) for each in found), nothing="Chưa có việc nào.")


@command("withdraw", "Bỏ một dòng ghi nhầm.")
@click.argument("item", metavar="MÃ")
@click.option("--reason", required=True, metavar="LÝ_DO", help="Vì sao bỏ.")
@asks
def withdraw(asked: Asked, item: str, reason: str) -> None:
    """Take back an entry."""
    with acting(asked) as act:
        written = withdraw_outreach(act.desk.guidance, by=act.by, item=item, reason=reason, command_id=act.new_id())
    answer(asked, Withdrawn(id=written.subject), "Đã bỏ dòng này.")


class Withdrawn(Record):
    """The entry that was taken back."""

    id: str


@command("figures", "Số liệu truyền thông của một thời kỳ.")
@_from
@_to
@asks
def figures(asked: Asked, first: str, last: str) -> None:
    """Show the figures of a period."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        first_on, last_on = in_order(day(first, field="from"), day(last, field="to"))
        found = outreach_figures(act.desk.guidance, first_on=first_on, last_on=last_on)
    answer(asked, found, _figure_words(found))


def _shown(item: OutreachItem) -> ItemShown:
    return ItemShown(**{name: getattr(item, name) for name in ItemShown.__struct_fields__})


def _words(item: OutreachItem) -> str:
    head = f"{item.id[-8:]}  {spoken_day(item.on)}  {KIND_WORDS[item.kind]}: {quantity(item.count)} {UNIT_WORDS[item.kind]}"
    return " – ".join(part for part in (head, item.title, item.evidence) if part)


def _figure_words(found: OutreachFigures) -> str:
    return "\n".join(
        (
            f"Từ {spoken_day(found.first_on)} đến {spoken_day(found.last_on)}:",
            f"  Ra quân: {quantity(found.launches)}, {quantity(found.launch_people)} người dự",
            f"  Tập huấn: {quantity(found.trainings)}, {quantity(found.training_people)} người dự",
            f"  Phát thanh, truyền hình: {quantity(found.broadcasts)} lần",
            f"  Bài đăng: {quantity(found.posts)}; lượt xem: {quantity(found.views)}; "
            f"người theo dõi: {quantity(found.followers)}",
        )
    )
