"""``desk report open``: the rows that one figure counts."""

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer_each, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.reports.opening import PAGE, open_figure


class OpenedRow(Record):
    """One row: the subject of its entries, a code, a name, what it is about, when, and its dossier's id if it has one."""

    subject: str
    code: str
    name: str
    about: str
    at: str
    dossier: str


@command("open", "Mở một con số: liệt kê những gì nó đếm. MỞ là chữ ở mục «opens» của con số đó.")
@click.argument("opens", metavar="MỞ")
@click.option("--limit", type=click.IntRange(1, 100_000), default=PAGE, metavar="SỐ", help="Nhiều nhất bao nhiêu dòng.")
@click.option("--skip", type=click.IntRange(0), default=0, metavar="SỐ", help="Bỏ qua bao nhiêu dòng đầu.")
@asks
def open_rows(asked: Asked, opens: str, limit: int, skip: int) -> None:
    """List the rows of a figure."""
    with acting(asked) as act:
        found = open_figure(act.desk.reports, opens, by=act.by, skip=skip, limit=limit)
    rows = [OpenedRow(**row._asdict()) for row in found.rows]
    answer_each(asked, ((row, _words(row)) for row in rows), nothing="Con số này không đếm gì.")
    if found.more:
        remark(f"Còn nữa: con số là {quantity(found.number)}. Thêm --skip {skip + limit} để xem tiếp.")


def _words(row: OpenedRow) -> str:
    return "  ".join(part for part in (row.at[:16].replace("T", " "), row.code, row.name, row.about) if part)
