"""``desk signage export``: slogans as files for an LED controller."""

from pathlib import Path

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.files import require_folder
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import day
from desk_app.signage.commands import MANAGE
from desk_app.signage.export import FileFormat, export, panel_of


@command("export", "Xuất khẩu hiệu ra tệp GIF hoặc dãy PNG đúng số điểm ảnh của màn hình LED.")
@click.option("--size", required=True, metavar="RỘNGxCAO", help="Số điểm ảnh của màn hình, như 128x32.")
@click.option("--to", "folder", required=True, metavar="THƯ_MỤC", help="Ghi vào thư mục này.")
@click.option("--format", "file_format", type=click.Choice(["gif", "png"]), default="gif", help="Một GIF, hay dãy PNG.")
@click.option("--hold", "hold_s", type=int, default=6, metavar="GIÂY", help="Câu đứng yên hiện bao lâu.")
@click.option("--ink", default="#ffb000", metavar="MÀU", help="Màu chữ, như #ffb000.")
@click.option("--on", "on_text", default="", metavar="NGÀY", help="Khẩu hiệu của ngày nào; không ghi là hôm nay.")
@asks
def export_files(
    asked: Asked, *, size: str, folder: str, file_format: FileFormat, hold_s: int, ink: str, on_text: str
) -> None:
    """Write files for a controller."""
    panel = panel_of(size, hold_s=hold_s, ink=ink)
    with acting(asked) as act:
        act.desk.require(act.by, MANAGE)
        require_folder(Path(folder))
        on = day(on_text, field="on") if on_text else act.desk.journal.time.now().date()
        made = export(act.desk.signage, on=on, panel=panel, to=Path(folder), file_format=file_format)
    answer(asked, made, f"Đã ghi {made.slogans} khẩu hiệu, {quantity(made.frames)} hình: {made.path}")
