"""``desk dossiers uncollected``: results that nobody has come for, the one that has waited longest first."""

from datetime import datetime

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.dossiers.hand_over_waiting import WaitingResult, waiting_results
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_day

FIND = "dossiers.find"


class Uncollected(Record):
    """One result waiting at the desk; ``told_at`` is the last call to the citizen."""

    code: str
    name: str
    phone: str
    procedure: str
    result_at: datetime
    days: int
    return_by: str
    told_at: datetime | None


@command("uncollected", "Kết quả chưa có người đến nhận, chờ lâu nhất trước.")
@click.option("--days", default=0, metavar="SỐ", help="Chỉ những kết quả đã chờ quá số ngày này.")
@asks
def uncollected(asked: Asked, days: int) -> None:
    """List the results that wait for collection."""
    with acting(asked) as act:
        act.desk.require(act.by, FIND)
        found = [_shown(each) for each in waiting_results(act.desk.dossiers) if not days or each.days > days]
    answer_each(asked, ((each, _words(each)) for each in found), nothing="Không có kết quả nào chờ người đến nhận.")


def _shown(each: WaitingResult) -> Uncollected:
    listed = each.listed
    return Uncollected(
        code=listed.code,
        name=listed.name,
        phone=listed.phone,
        procedure=listed.procedure,
        result_at=each.result_at,
        days=each.days,
        return_by=listed.return_by,
        told_at=each.told_at,
    )


def _words(each: Uncollected) -> str:
    told = f", đã gọi {spoken_day(each.told_at.date())}" if each.told_at else ""
    return f"{each.code}  {each.days} ngày  {each.name}  {each.phone or 'không có số điện thoại'}{told}"
