"""``desk dossiers find``: the same search as the window's."""

import click

from desk_app.accounts.commands import dossiers_look_logged
from desk_app.accounts.looks import SEARCHED
from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.period import in_order
from desk_app.dossiers.search import found
from desk_app.dossiers.status import Status
from desk_app.dossiers.tables.queries import Listed, Narrowing
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import day, moment, spoken_moment

FIND = "dossiers.find"


class Hit(Record):
    """One dossier found; times are ISO 8601 with +07:00, ``result_at`` and ``handed_at`` None until they happened."""

    id: str
    code: str
    procedure: str
    field: str
    status: str
    name: str
    id_number: str
    phone: str
    birth_on: str
    subject_name: str
    received_at: str
    due_at: str
    return_by: str
    result_at: str | None
    handed_at: str | None


@command("find", "Tìm hồ sơ theo mã, tên (không cần dấu), số định danh, điện thoại.")
@click.argument("text", metavar="NỘI_DUNG", default="")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, metavar="SỐ", help="Nhiều nhất bao nhiêu hồ sơ.")
@click.option("--status", type=click.Choice([str(each) for each in Status]), help="Chỉ hồ sơ ở trạng thái này.")
@click.option("--procedure", metavar="MÃ", help="Chỉ hồ sơ của thủ tục này.")
@click.option("--from", "first", metavar="NGÀY", help="Nhận từ ngày này.")
@click.option("--to", "last", metavar="NGÀY", help="Nhận đến hết ngày này.")
@asks
def find(
    asked: Asked,
    text: str,
    limit: int,
    status: str | None,
    procedure: str | None,
    first: str | None,
    last: str | None,
) -> None:
    """List the dossiers that ``text`` may mean, best first; the look-up is entered in the access log."""
    first_on, last_on = day(first, field="from") if first else None, day(last, field="to") if last else None
    if first_on is not None and last_on is not None:
        in_order(first_on, last_on)
    narrowing = Narrowing(
        status=status,
        procedure=procedure,
        first_on=first_on.isoformat() if first_on else None,
        last_on=last_on.isoformat() if last_on else None,
    )
    with acting(asked) as act:
        act.desk.require(act.by, FIND)
        hits = _hits(act, text, narrowing, limit)
        _log(act, hits)
    answer_each(asked, ((_hit(each), _words(each)) for each in hits), nothing="Không tìm thấy hồ sơ nào.")


def _hits(act: Acting, text: str, narrowing: Narrowing, limit: int) -> tuple[Listed, ...]:
    desk = act.desk
    office = desk.office.present_book().get_agency().code
    today = desk.journal.time.now().date()
    return found(desk.journal.reading(), text, office=office, today=today, narrowing=narrowing, limit=limit)


def _log(act: Acting, hits: tuple[Listed, ...]) -> None:
    """Enter the search, and every dossier it showed; one that shows nobody's data needs no entry."""
    if hits:
        shown = [each.id for each in hits]
        dossiers_look_logged(
            act.desk.accounts, by=act.by, words=SEARCHED, dossiers=shown, how="search", command_id=act.new_id()
        )


def _hit(listed: Listed) -> Hit:
    return Hit(**{name: getattr(listed, name) for name in Hit.__struct_fields__})


def _words(listed: Listed) -> str:
    due = spoken_moment(moment(listed.due_at))
    return f"{listed.code}  {listed.name}  {Status(listed.status).words}  {listed.procedure}  hẹn {due}"
