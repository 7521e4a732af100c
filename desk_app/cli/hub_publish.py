"""``desk hub publish``, ``fetch`` and ``tables``: a copy in PostgreSQL, reading it elsewhere, and files for analysts."""

from pathlib import Path

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.files import require_folder
from desk_app.kernel.texts import quantity
from desk_app.sync.hub.analysts import Format, write_files
from desk_app.sync.hub.fetch import fetch
from desk_app.sync.hub.publish import PUBLISH, publish


@command("publish", "Giữ một bản sao sổ nhật ký và các bảng trong PostgreSQL; chạy lại chỉ chép phần mới.")
@click.argument("url", metavar="postgresql://…")
@asks
def publish_copy(asked: Asked, url: str) -> None:
    """Bring the copy up to now."""
    with acting(asked) as act:
        done = publish(act.desk.sync, by=act.by, url=url)
    words = f"Đã chép {quantity(done.entries)} bút toán mới, {quantity(done.rows)} dòng của {quantity(len(done.tables))} bảng."
    answer(asked, done, words)


@command("fetch", "Đọc bản sao PostgreSQL vào một thư mục chỉ để xem, để làm báo cáo từ đó.")
@click.argument("url", metavar="postgresql://…")
@asks
def fetch_copy(asked: Asked, url: str) -> None:
    """Bring a reading home up to the copy."""
    with acting(asked) as act:
        done = fetch(act.desk.sync, by=act.by, url=url)
    answer(asked, done, f"Đã đọc {quantity(done.entries)} bút toán mới của {quantity(done.desks)} máy.")


@command("tables", "Ghi các bảng số liệu cho người phân tích, không có tên ai, ra tệp Parquet hoặc CSV.")
@click.option(
    "--to",
    "folder",
    required=True,
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path),
    help="Ghi vào thư mục này, phải có sẵn.",
)
@click.option("--format", "format_", type=click.Choice(["parquet", "csv"]), default="parquet")
@asks
def write_tables(asked: Asked, folder: Path, format_: Format) -> None:
    """Write one file a table."""
    with acting(asked) as act:
        act.desk.require(act.by, PUBLISH)
        require_folder(folder)
        written = write_files(act.desk.sync, by=act.by, folder=folder, format_=format_)
    answer_each(asked, ((each, f"{each.file}: {quantity(each.rows)} dòng") for each in written), nothing="")
