"""``desk reference``: reference data from the hub down to the desks, and administrative units under old and new codes."""

from pathlib import Path

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import Group, asks, command
from desk_app.cli.lines import require_file
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.sync.reference.hand_down import hand_down, put_units
from desk_app.sync.reference.pack import PARTS, UnitChange
from desk_app.sync.reference.tables import find_units
from desk_app.sync.reference.take_over import ReferencePreview, look_at, take_over
from desk_app.sync.reference.units_file import read_units

family = Group(
    "reference",
    help="Dữ liệu tham chiếu từ tuyến trên: danh mục, lịch, mẫu, khẩu hiệu, đơn vị hành chính.",
    members={
        name: f"desk_app.cli.reference_down:{job}"
        for name, job in (("write", "write"), ("take", "take"), ("units", "units"), ("put-units", "put"))
    },
)


class Written(Record):
    """What ``desk reference write`` answers."""

    file: str
    number: int
    note: str


class UnitsKept(Record):
    """What ``desk reference put-units`` answers."""

    units: int


@command("write", "Tuyến trên: ghi dữ liệu tham chiếu cho các máy đã ghi danh.")
@click.option("--to", "folder", required=True, metavar="THƯ_MỤC", type=click.Path(path_type=Path))
@click.option("--part", "parts", multiple=True, type=click.Choice(PARTS), help="Phần nào; không ghi là tất cả.")
@click.option("--note", required=True, metavar="CHỮ", help="Đổi gì, theo văn bản nào.")
@asks
def write(asked: Asked, folder: Path, parts: tuple[str, ...], note: str) -> None:
    """Write the file."""
    with acting(asked) as act:
        file, pack = hand_down(
            act.desk.reference, by=act.by, folder=folder, parts=parts or PARTS, note=note, command_id=act.new_id()
        )
    answer(asked, Written(file=str(file), number=pack.number, note=pack.note), f"Đã ghi bản số {pack.number}: {file}")


@command("take", "Xem rồi nhận dữ liệu tham chiếu của tuyến trên.")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Chỉ xem sẽ đổi gì.")
@asks
def take(asked: Asked, file: Path, dry_run: bool) -> None:
    """Take a file over, or only look."""
    require_file(file)
    with acting(asked) as act:
        seen = (look_at if dry_run else take_over)(act.desk.reference, by=act.by, file=file)
    answer(asked, seen, _words(seen, dry_run=dry_run))


@command("units", "Tìm đơn vị hành chính theo mã hoặc tên, cũ hay mới.")
@click.argument("text", metavar="CHỮ", default="")
@click.option("--limit", type=int, default=50, metavar="SỐ")
@asks
def units(asked: Asked, text: str, limit: int) -> None:
    """Find units under either code or name."""
    with acting(asked) as act:
        found = find_units(act.desk.journal.reading(), text, limit)
    answer_each(asked, ((each, _unit_words(each)) for each in found), nothing="Không tìm thấy đơn vị nào.")


@command("put-units", "Nhập bảng đơn vị hành chính cũ – mới từ tệp CSV hoặc Excel, thay bảng trước.")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@asks
def put(asked: Asked, file: Path) -> None:
    """Keep the list of a file."""
    require_file(file)
    with acting(asked) as act:
        listed = read_units(file)
        put_units(act.desk.reference, by=act.by, units=listed, command_id=act.new_id())
    answer(asked, UnitsKept(units=len(listed)), f"Đã ghi {quantity(len(listed))} đơn vị.")


def _words(seen: ReferencePreview, *, dry_run: bool) -> str:
    began = "Nếu nhận" if dry_run else "Đã nhận"
    known = " (đã nhận trước đây)" if seen.is_known else ""
    lines = [f"{began} bản số {seen.number} của {seen.writer_label}{known}: {seen.note}", *seen.lines]
    if not seen.lines:
        lines.append("Không đổi gì.")
    lines += [f"Hồ sơ {each.code} tính lại sẽ khác ngày hẹn; ngày đã hẹn giữ nguyên." for each in seen.dossiers]
    return "\n".join(lines)


def _unit_words(one: UnitChange) -> str:
    since = spoken_day(one.valid_from)
    return f"{one.old_code} {one.old_name} → {one.new_code} {one.new_name} (từ {since})"
