"""``desk dossiers list``: the lists of the window, shipped, saved or asked for in one line; also as an Excel file."""

from collections.abc import Iterator
from pathlib import Path

import click

from desk_app.accounts.commands import dossiers_look_logged
from desk_app.accounts.looks import list_words
from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer, answer_each, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.files import require_folder
from desk_app.dossiers.listing.export import FIND, export
from desk_app.dossiers.listing.pages import COUNTED_TO, asker_of, count_of, page_of
from desk_app.dossiers.listing.saved import opened
from desk_app.dossiers.listing.wanted import Wanted
from desk_app.dossiers.status import Status
from desk_app.dossiers.tables.listing import ListRow
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import moment, spoken_moment


class Line(Record):
    """One dossier of a list; times are ISO 8601 with +07:00, ``agency`` and ``step_due_at`` of the open step due first."""

    id: str
    code: str
    procedure: str
    field: str
    status: str
    name: str
    subject_name: str
    received_at: str
    due_at: str
    officer: str
    holder: str
    agency: str
    step_due_at: str
    desk: str
    return_by: str
    result_at: str | None
    handed_at: str | None


class File(Record):
    """The file a list was written to, and how many dossiers stand in it, counted in the file itself."""

    file: str
    dossiers: int


class Count(Record):
    """How many dossiers a list holds; ``capped`` says that there are more than ``count`` and counting stopped there."""

    count: int
    capped: bool


@command("list", "Danh sách hồ sơ theo bộ lọc: quá hạn, chờ trả, của một cơ quan…; xuất ra Excel.")
@click.option(
    "--query",
    default="view:open",
    metavar="BỘ_LỌC",
    help="Như due=overdue&unit=Công an xã&sort=due, hoặc view:TÊN của một bộ lọc.",
)
@click.option("--limit", type=click.IntRange(1, 100_000), default=100, metavar="SỐ", help="Nhiều nhất bao nhiêu hồ sơ.")
@click.option("--count", "only_count", is_flag=True, help="Chỉ đếm.")
@click.option(
    "--export", "file", type=click.Path(path_type=Path), metavar="TỆP", help="Ghi cả danh sách ra Excel (.xlsx)."
)
@asks
def list_dossiers(asked: Asked, query: str, limit: int, only_count: bool, file: Path | None) -> None:
    """List what ``query`` asks for, or write all of it to a file; either is entered in the access log."""
    with acting(asked) as act:
        act.desk.require(act.by, FIND)
        wanted = opened(act.desk.dossiers, account=act.by, asked=query)
        if file is not None:
            _export(asked, act, wanted, query, file)
        elif only_count:
            _count(asked, act, wanted)
        else:
            _list(asked, act, wanted, query, limit)


def _list(asked: Asked, act: Acting, wanted: Wanted, query: str, limit: int) -> None:
    rows = page_of(act.desk.dossiers, wanted, asker_of(act.desk.dossiers, act.by), limit=limit)
    if rows:
        _log(act, query, rows)
    answer_each(asked, _lines(rows), nothing="Không có hồ sơ nào.")


def _log(act: Acting, query: str, rows: tuple[ListRow, ...]) -> None:
    """Enter that the list was looked through, and which dossiers it showed."""
    words, shown = list_words(query), [each.id for each in rows]
    dossiers_look_logged(act.desk.accounts, by=act.by, words=words, dossiers=shown, how="list", command_id=act.new_id())


def _count(asked: Asked, act: Acting, wanted: Wanted) -> None:
    found = count_of(act.desk.dossiers, wanted, asker_of(act.desk.dossiers, act.by))
    count = Count(count=min(found, COUNTED_TO), capped=found > COUNTED_TO)
    more = "hơn " if count.capped else ""
    answer(asked, count, f"{more}{quantity(count.count)} hồ sơ")


def _export(asked: Asked, act: Acting, wanted: Wanted, query: str, file: Path) -> None:
    if file.suffix.lower() != ".xlsx":
        raise InvalidInput("export", f"Tệp «{file.name}» không phải là .xlsx.", "Hãy đặt tên tệp có đuôi .xlsx.")
    target = file.resolve()
    require_folder(target.parent)
    done = export(
        act.desk.dossiers, wanted, by=act.by, title=query, folder=target.parent, file=target, say=lambda *_: None
    )
    remark(f"Đã ghi {quantity(done.dossiers)} hồ sơ.")
    answer(asked, File(file=str(done.file), dossiers=done.dossiers), str(done.file))


def _lines(rows: tuple[ListRow, ...]) -> Iterator[tuple[Line, str]]:
    for row in rows:
        line = Line(**{name: getattr(row, name) for name in Line.__struct_fields__})
        due, where = spoken_moment(moment(row.due_at)), f"  {row.agency}" if row.agency else ""
        yield line, f"{row.code}  {row.name}  {Status(row.status).words}  {row.procedure}  hẹn {due}{where}"
