"""``desk shifts absence``: when people and organisations cannot come."""

from datetime import date

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.shifts_named import member_named, organisation_named
from desk_app.cli.shifts_shown import absence_words
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.time_source import day
from desk_app.shifts import keeping
from desk_app.shifts.rights import READ


@command("absence", "Báo vắng: ghi với --who hoặc --organisation; không ghi gì là xem những lần chưa qua.")
@click.option("--who", default="", metavar="TÊN", help="Người vắng.")
@click.option("--organisation", default="", metavar="TÊN", help="Tổ chức của người vắng; một mình: cả tổ chức vắng.")
@click.option("--from", "first", default="", metavar="NGÀY", help="Từ ngày này.")
@click.option("--to", "last", default="", metavar="NGÀY", help="Đến hết ngày này; không ghi là một ngày.")
@click.option("--reason", default="", metavar="CHỮ", help="Vì sao.")
@click.option("--withdraw", default="", metavar="MÃ", help="Rút lại lần báo vắng có mã này.")
@asks
def absence(asked: Asked, who: str, organisation: str, first: str, last: str, reason: str, withdraw: str) -> None:
    """List the absences that are not over, after noting or withdrawing one."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        if withdraw:
            keeping.withdraw_absence(
                act.desk.shifts, by=act.by, absence=withdraw, reason=reason, command_id=act.new_id()
            )
        elif who or organisation:
            first_on, last_on = _days(first, last)
            keeping.note_absence(
                act.desk.shifts,
                by=act.by,
                who=_who(act, who, organisation),
                first_on=first_on,
                last_on=last_on,
                reason=reason,
                command_id=act.new_id(),
            )
        today, book = act.desk.journal.time.now().date(), act.desk.shifts.present()
        found = sorted((each for each in book.absences if each.last_on >= today), key=lambda each: each.first_on)
    words = ((each, absence_words(each, book)) for each in found)
    answer_each(asked, words, nothing="Không ai báo vắng.")


def _days(first: str, last: str) -> tuple[date, date]:
    if not first:
        raise InvalidInput("from", "Chưa ghi vắng từ ngày nào.", "Thêm --from NGÀY.")
    first_on = day(first, field="from")
    return first_on, day(last, field="to") if last else first_on


def _who(act: Acting, who: str, organisation: str) -> str:
    own = organisation_named(act, organisation).id if organisation else ""
    return member_named(act, who, own).id if who else own
