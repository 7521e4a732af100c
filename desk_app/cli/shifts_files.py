"""Files of ``desk shifts``: calendars out, Excel in and out."""

from pathlib import Path

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.files import write_file
from desk_app.cli.lines import require_file
from desk_app.cli.shifts_named import member_named, month_named, organisation_named, place_named
from desk_app.kernel.errors import InvalidInput, NotFound, Refused
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_day
from desk_app.shifts.calendar_file import OWN_NAME, calendar_bytes, calendar_name, own_calendar_bytes
from desk_app.shifts.excel_out import roster_excel
from desk_app.shifts.facts import EditionName
from desk_app.shifts.import_keeping import keep_list
from desk_app.shifts.import_list import ListRead, RowRead, read_list
from desk_app.shifts.reading import roster_of
from desk_app.shifts.rights import PLAN, READ, READ_OWN


class FileWritten(Record):
    """Which file was written, and how large it is."""

    file: str
    size_bytes: int


class Imported(Record):
    """What ``desk shifts import`` answers: every row with its verdict, and how many were taken over."""

    imported: int
    rows: tuple[RowRead, ...]


@command(
    "ics", "Ghi lịch trực đã ban hành ra tệp lịch (.ics) cho điện thoại, máy tính; của mọi người nếu không ghi ai."
)
@click.option("--organisation", default="", metavar="TÊN", help="Chỉ của tổ chức này.")
@click.option("--member", default="", metavar="TÊN", help="Chỉ của người này.")
@click.option("--place", default="", metavar="TÊN", help="Chỉ ở điểm này.")
@click.option("--own", is_flag=True, help="Chỉ lịch của chính mình; ai có ca trực cũng ghi được.")
@click.option("--out", type=click.Path(path_type=Path), default=Path(), metavar="NƠI", help="Tệp hoặc thư mục ghi ra.")
@asks
def ics(asked: Asked, organisation: str, member: str, place: str, out: Path, *, own: bool) -> None:
    """Write a calendar file."""
    refuse_own_and_others(own=own, named=organisation or member or place)
    with acting(asked) as act:
        if own:
            act.desk.require(act.by, READ_OWN)
            raw = own_calendar_bytes(act.desk.shifts, act.by)
            written(asked, out / OWN_NAME if out.is_dir() else out, raw)
            return
        act.desk.require(act.by, READ)
        group = organisation_named(act, organisation).id if organisation else ""
        person = member_named(act, member, group).id if member else ""
        whose = {"organisation": group, "member": person, "place": place_named(act, place).id if place else ""}
        raw = calendar_bytes(act.desk.shifts, **whose)
        written(asked, out / calendar_name(act.desk.shifts, **whose) if out.is_dir() else out, raw)


@command("export", "Ghi lịch trực của một tháng ra Excel: ca, dự phòng, công bằng, điều chưa đáp ứng được.")
@click.argument("month", metavar="THÁNG")
@click.option("--edition", type=click.Choice(["draft", "issued"]), default=None, help="Bản dự kiến hay đã ban hành.")
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="TỆP", help="Tệp .xlsx.")
@asks
def export(asked: Asked, month: str, edition: EditionName | None, out: Path) -> None:
    """Write a month to Excel."""
    with acting(asked) as act:
        act.desk.require(act.by, READ)
        roster = roster_of(act.desk.shifts, month_named(month), edition)
    if roster is None:
        raise NotFound("shifts.no_roster", f"Tháng {month} chưa có lịch trực.", "Xếp bằng «desk shifts plan».")
    written(asked, out, roster_excel(roster))


@command("import", "Nhập danh sách trực cũ từ Excel; mỗi dòng có nhận xét, chỉ dòng rõ mới nhập.")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Chỉ xem nhận xét từng dòng, chưa ghi gì.")
@click.option("--similar", is_flag=True, help="Nhập cả dòng có tên gần giống.")
@asks
def import_file(asked: Asked, file: Path, *, dry_run: bool, similar: bool) -> int:
    """Read a list and, unless it is a dry run, take its clear rows over; 2 when some were not clear."""
    with acting(asked) as act:
        act.desk.require(act.by, PLAN)
        require_file(file)
        read = read_list(act.desk.shifts, file.read_bytes(), file=file.name)
        if not dry_run:
            keep_list(act.desk.shifts, by=act.by, read=read, similar=similar, command_id=act.new_id())
    taken = [each for each in read.rows if each.is_kept or (similar and each.verdict == "similar")]
    result = Imported(imported=0 if dry_run else len(taken), rows=read.rows)
    answer(asked, result, _words(read, result.imported))
    return Refused.exit_code if len(taken) < len(read.rows) else 0


def refuse_own_and_others(*, own: bool, named: str) -> None:
    """Raise ``InvalidInput`` where one's own and somebody else's are asked for at once."""
    if own and named:
        raise InvalidInput("own", "Vừa của mình vừa của người khác.", "Dùng --own một mình.")


def written(asked: Asked, file: Path, raw: bytes) -> None:
    """Write a file that names people, and answer where it is."""
    write_file(file, raw)
    answer(asked, FileWritten(file=str(file), size_bytes=len(raw)), f"Đã ghi {file}.")
    remark("Tệp có tên người: chỉ gửi cho người cần biết.")


def _words(read: ListRead, imported: int) -> str:
    lines = [
        f"Dòng {each.row}: {spoken_day(each.on) if each.on is not None else '?'} {each.typed}: {each.words}"
        for each in read.rows
    ]
    lines.append(f"Đã nhập {imported} dòng." if imported else f"Xem trước: {read.kept} dòng rõ, chưa ghi gì.")
    return "\n".join(lines)
