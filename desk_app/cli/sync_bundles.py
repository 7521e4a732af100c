"""Writing bundles and acknowledgements, and showing what a file says it is, in ``desk sync``."""

from pathlib import Path

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_moment
from desk_app.sync.acknowledgement import acknowledge
from desk_app.sync.cover import KIND_WORDS, Cover
from desk_app.sync.evening import export_evening
from desk_app.sync.export import Exported, export
from desk_app.sync.package import read_cover

_FOLDER = click.Path(path_type=Path)


class SliceShown(Record):
    """Which of a desk's entries travel."""

    desk: str
    epoch: int
    first: int
    last: int
    count: int


class ExportShown(Record):
    """What ``desk sync export`` answers; ``slip`` is the paper of the end-of-day slip, empty without one."""

    file: str
    bundle: str
    entries: int
    bytes: int
    kinds: dict[str, int]
    desks: tuple[SliceShown, ...]
    to: tuple[str, ...]
    verified: bool
    slip: str


@command("export", "Ghi gói mọi bút toán chưa được báo nhận ra thẻ nhớ, đọc lại để kiểm tra.")
@click.option("--to", "folder", type=_FOLDER, required=True, metavar="THƯ_MỤC", help="Thẻ nhớ hoặc thư mục nhận.")
@click.option("--for", "receiver", default="", metavar="MÁY", help="Chỉ cho máy này; không ghi là mọi tuyến trên.")
@click.option("--desk", "desks", multiple=True, metavar="MÁY", help="Chỉ bút toán của máy này; ghi nhiều lần được.")
@click.option("--whole", is_flag=True, help="Từ bút toán đầu tiên, kể cả phần đã báo nhận.")
@click.option("--slip", is_flag=True, help="Buổi chiều: gửi mọi tuyến trên và in phiếu gửi dữ liệu cuối ngày.")
@asks
def export_bundle(
    asked: Asked, *, folder: Path, receiver: str, desks: tuple[str, ...], whole: bool, slip: bool
) -> None:
    """Write a bundle; with ``--slip`` the evening's one to every hub."""
    if slip and (receiver or desks or whole):
        raise InvalidInput(
            "slip", "--slip đi với mọi tuyến trên, không kèm --for, --desk, --whole.", "Bỏ bớt tùy chọn."
        )
    with acting(asked) as act:
        room = act.desk.sync
        if slip:
            evening = export_evening(room, by=act.by, folder=folder, command_id=act.new_id())
            made, paper = evening.exported, evening.written.subject
        else:
            made, paper = export(room, by=act.by, folder=folder, to=receiver, desks=desks or None, whole=whole), ""
    answer(asked, _shown(made, paper), _words(made))


@command("show", "Xem tờ bìa của một tệp gửi nhận, chưa nhận gì.")
@click.argument("file", type=_FOLDER, metavar="TỆP")
@asks
def show_cover(asked: Asked, file: Path) -> None:
    """Show what a file says it is."""
    cover = read_cover(file)
    answer(asked, cover, _cover_words(cover))


@command("acknowledge", "Ghi tệp báo nhận cho một máy: đã giữ đến đâu, gói nào bị từ chối và vì sao.")
@click.argument("receiver", metavar="MÁY")
@click.option("--to", "folder", type=_FOLDER, required=True, metavar="THƯ_MỤC", help="Thẻ nhớ hoặc thư mục nhận.")
@asks
def acknowledge_desk(asked: Asked, receiver: str, folder: Path) -> None:
    """Write an acknowledgement."""
    with acting(asked) as act:
        made = acknowledge(act.desk.sync, by=act.by, desk=receiver, folder=folder)
    answer(asked, made, f"Đã ghi báo nhận số {made.number}: {made.file}")


def _shown(made: Exported, slip: str) -> ExportShown:
    cover = made.cover
    return ExportShown(
        file=str(made.file),
        bundle=made.bundle,
        entries=made.entries,
        bytes=made.size,
        kinds=cover.kinds,
        desks=tuple(
            SliceShown(desk=each.desk, epoch=each.epoch, first=each.first, last=each.last, count=each.count)
            for each in cover.slices
        ),
        to=cover.to,
        verified=True,
        slip=slip,
    )


def _words(made: Exported) -> str:
    for_whom = f"cho {len(made.cover.to)} máy nhận" if made.cover.to else "chỉ máy này và khóa dự phòng mở được"
    return (
        f"Đã ghi và đọc lại: {made.file}\n"
        f"{quantity(made.entries)} bút toán, {quantity(-(-made.size // 1024))} KB, {for_whom}. Rút thẻ nhớ được rồi."
    )


def _cover_words(cover: Cover) -> str:
    lines = [
        f"{KIND_WORDS.get(cover.kind, cover.kind).capitalize()} {cover.bundle}",
        f"Máy gửi: {cover.desk}, cơ quan {cover.office}, lúc {spoken_moment(cover.written_at)}",
    ]
    for each in cover.slices:
        lines.append(f"  {each.desk}: bút toán {quantity(each.first)} đến {quantity(each.last)}")
    lines += [f"  {kind}: {quantity(count)}" for kind, count in cover.kinds.items()]
    return "\n".join(lines)
