"""``desk hub``: the upper level: founding it, taking everybody's files, how each unit stands."""

import os
from pathlib import Path

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, answer_each, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import Group, asks, command
from desk_app.cli.files import require_folder
from desk_app.cli.init import made_home
from desk_app.kernel.errors import BundleRejected
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.sync.hub.inbox import FileVerdict, take_inbox
from desk_app.sync.hub.units import DeskStanding, UnitStanding, list_standings
from desk_app.sync.room import EXCHANGE

family = Group(
    "hub",
    help="Tuyến trên: khởi tạo, nhận tệp của các đơn vị, xem từng đơn vị, báo cáo.",
    members={
        "init": "desk_app.cli.hub:found_hub",
        "import": "desk_app.cli.hub:import_inbox",
        "status": "desk_app.cli.hub:show_units",
        "report": "desk_app.cli.report:family",
        "publish": "desk_app.cli.hub_publish:publish_copy",
        "fetch": "desk_app.cli.hub_publish:fetch_copy",
        "tables": "desk_app.cli.hub_publish:write_tables",
    },
)


@command("init", "Tạo thư mục dữ liệu cho tuyến trên.")
@click.option("--office-code", required=True, metavar="MÃ", help="Mã cơ quan tuyến trên.")
@click.option("--office-name", required=True, metavar="TÊN", help="Tên cơ quan tuyến trên.")
@click.option("--rehearsal", is_flag=True, help="Để tập dượt: đặt được đồng hồ, khóa dữ liệu để ngay trong thư mục.")
@click.option("--admin", default="quantri", metavar="TÊN", help="Quản trị đầu tiên; mặc định là quantri.")
@asks
def found_hub(asked: Asked, office_code: str, office_name: str, rehearsal: bool, admin: str) -> None:
    """Found a hub in the home asked for."""
    made = made_home(
        asked, {"code": office_code, "name": office_name}, number=0, admin=admin, rehearsal=rehearsal, hub=True
    )
    answer(asked, made, f"Đã tạo dữ liệu tuyến trên của {office_name} trong {made.home}. Quản trị: «{made.login}».")


@command("import", "Nhận mọi gói trong thư mục (và thư mục con), viết báo nhận cho từng máy vào thư mục ấy.")
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
@click.option(
    "--answers", type=click.Path(path_type=Path), metavar="THƯ_MỤC", help="Viết báo nhận vào đây thay vì thư mục nhận."
)
@click.option("--dry-run", is_flag=True, help="Chỉ xem sẽ nhận gì.")
@asks
def import_inbox(asked: Asked, folder: Path, answers: Path | None, dry_run: bool) -> None:
    """Take an inbox; one line a file. A file that was refused makes the exit code 7, the others are taken all the same."""
    with acting(asked) as act:
        act.desk.sync.require(act.by, EXCHANGE)
        to = None if dry_run else _place_of_answers(folder, answers)
        found = take_inbox(act.desk.sync, by=act.by, folder=folder, answers=to, dry_run=dry_run)
    answer_each(asked, ((each, _verdict_words(each)) for each in found.verdicts), nothing="Không có gói nào.")
    for file in found.answers:
        remark(f"Đã viết báo nhận: {file}")
    if found.refused:
        raise BundleRejected(
            "hub.some_refused",
            f"{quantity(found.refused)} gói bị từ chối; các gói khác đã nhận.",
            "Xem lý do từng gói ở trên; đề nghị máy gửi viết lại.",
        )


def _place_of_answers(folder: Path, named: Path | None) -> Path | None:
    """Return where the answers go: the folder named, else the inbox; None for an inbox that cannot be written to.

    A named one that is not there is refused before anything is taken.
    """
    if named is not None:
        require_folder(named)
        return named
    if folder.is_dir() and not os.access(folder, os.W_OK):
        remark(f"Không ghi được vào {folder}: chưa viết báo nhận nào. Thêm --answers THƯ_MỤC.")
        return None
    return folder


@command("status", "Từng đơn vị: nhận đến đâu, thiếu gì, im lặng bao lâu, bao nhiêu hồ sơ.")
@asks
def show_units(asked: Asked) -> None:
    """List the units with their desks."""
    with acting(asked) as act:
        found = list_standings(act.desk.sync, by=act.by)
    answer_each(asked, ((each, _unit_words(each)) for each in found), nothing="Chưa có đơn vị nào ghi danh.")


def _verdict_words(one: FileVerdict) -> str:
    if one.error:
        return f"{one.file}: TỪ CHỐI. {one.message} {one.hint}".strip()
    if one.imported is None:
        return f"{one.file}: bỏ qua, {one.skipped}."
    its = one.imported
    ahead = f", {quantity(its.ahead)} chờ gói trước" if its.ahead else ""
    return f"{one.file}: {its.writer_label}, nhận {quantity(its.taken)} mới, {quantity(its.known)} đã có{ahead}."


def _unit_words(unit: UnitStanding) -> str:
    head = f"{unit.code}  {unit.name}: {quantity(unit.dossiers)} hồ sơ, {quantity(unit.late)} quá hạn"
    return "\n".join((head, *(f"  {_desk_words(each)}" for each in unit.desks)))


def _desk_words(desk: DeskStanding) -> str:
    last = f"số liệu đến {spoken_day(desk.wrote_at.date())}" if desk.wrote_at else "chưa có số liệu"
    marks = [
        "ĐÃ THU HỒI KHÓA" if desk.revoked else "",
        "DỮ LIỆU BỊ SAO CHÉP" if desk.forked else "",
        f"thiếu {quantity(desk.missing)} đoạn" if desk.missing else "",
        "im lặng" if desk.is_silent else "",
    ]
    return "; ".join(filter(None, (desk.label, last, f"{quantity(desk.dossiers)} hồ sơ", *marks)))
