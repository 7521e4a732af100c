"""``desk backup``: copies of the data folder elsewhere, proved, kept by a rule, rehearsed."""

from datetime import datetime
from pathlib import Path

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, answer_each, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import Group, asks, command
from desk_app.kernel.errors import Damaged, InvalidInput
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_moment
from desk_app.restoring.key import where_key_is
from desk_app.restoring.rehearse import rehearse
from desk_app.upkeep.back_up import back_up, choose_place, copies_at, prove_copy
from desk_app.upkeep.copies import Copy, copy_named
from desk_app.upkeep.records import Copied
from desk_app.upkeep.tables import find_place


class CopyShown(Record):
    """A copy where it lies."""

    file: str
    made_at: datetime
    epoch: int
    bytes: int
    entries: int
    dossiers: int
    attachments: int


class PlaceShown(Record):
    """Where the copy of each day goes; empty: nowhere."""

    folder: str


class Proved(Record):
    """What ``desk backup verify`` answers; anything wrong is an error."""

    file: str
    ok: bool
    made_at: datetime
    entries: int


@click.pass_context
def _back_up(context: click.Context, folder: Path | None) -> None:
    asked = context.ensure_object(Asked)
    if context.invoked_subcommand is not None:
        return
    if folder is None:
        raise InvalidInput("to", "Chưa nói sao lưu vào đâu.", "Thêm --to THƯ_MỤC: thẻ nhớ, ổ khác, thư mục dùng chung.")
    with acting(asked) as act:
        made = back_up(act.desk.upkeep, by=act.by, folder=folder)
    remark(where_key_is(copy_named(Path(made.folder))))
    if made.same_disk:
        remark("Bản sao nằm cùng ổ đĩa với dữ liệu: hỏng ổ là mất cả hai. Nên dùng thẻ nhớ hoặc ổ khác.")
    answer(asked, made, _words(made))


family = Group(
    "backup",
    help="Sao lưu ra thẻ nhớ, ổ khác: chép, đọc lại kiểm tra, giữ 7 ngày, 4 tuần, 12 tháng.",
    members={
        "list": "desk_app.cli.backup:list_all",
        "verify": "desk_app.cli.backup:verify",
        "rehearse": "desk_app.cli.backup:rehearse_restore",
        "place": "desk_app.cli.backup:place",
    },
    invoke_without_command=True,
    callback=_back_up,
    params=[
        click.Option(
            ["--to", "folder"],
            type=click.Path(path_type=Path),
            metavar="THƯ_MỤC",
            help="Sao lưu vào thư mục này, phải có sẵn.",
        )
    ],
)


@command("list", "Liệt kê các bản sao lưu của máy này, mới nhất trước.")
@click.argument("folder", required=False, metavar="[THƯ_MỤC]", type=click.Path(path_type=Path))
@asks
def list_all(asked: Asked, folder: Path | None) -> None:
    """List this desk's copies at a place, by default the one chosen for daily copies."""
    with acting(asked) as act:
        place = folder or find_place(act.desk.journal.reading())
        copies = copies_at(act.desk.upkeep, by=act.by, folder=place) if place is not None else ()
    answer_each(asked, ((_shown(each), _line(each)) for each in copies), nothing="Chưa có bản sao lưu nào ở đây.")


@command("verify", "Đọc lại một bản sao lưu từ đầu đến cuối.")
@click.argument("file", metavar="BẢN_SAO", type=click.Path(path_type=Path))
@asks
def verify(asked: Asked, file: Path) -> None:
    """Read a copy back; 8 when it is not whole."""
    with acting(asked) as act:
        copy = prove_copy(act.desk.upkeep, by=act.by, named=file)
    proved = Proved(file=str(copy.home.database), ok=True, made_at=copy.card.made_at, entries=copy.card.entries)
    answer(
        asked, proved, f"Bản sao lúc {spoken_moment(proved.made_at)} nguyên vẹn, {quantity(proved.entries)} bút toán."
    )


@command("rehearse", "Diễn tập khôi phục: dựng thử bản sao vào chỗ tạm, đọc hết, rồi xóa.")
@click.argument("file", required=False, metavar="[BẢN_SAO]", type=click.Path(path_type=Path))
@asks
def rehearse_restore(asked: Asked, file: Path | None) -> int:
    """Rehearse a restore, of the last copy unless one is named; 8 when it did not work."""
    with acting(asked) as act:
        done = rehearse(act.desk, by=act.by, named=file)
    verdict = f"đạt, {quantity(done.entries)} bút toán" if done.ok else f"KHÔNG đạt: {done.words}"
    answer(asked, done, f"Diễn tập khôi phục bản sao lúc {spoken_moment(done.copied_at)}: {verdict}.")
    return 0 if done.ok else Damaged.exit_code


@command("place", "Xem hoặc chọn nơi tự sao lưu hằng ngày.")
@click.argument("folder", required=False, metavar="[THƯ_MỤC]", type=click.Path(path_type=Path))
@click.option("--none", "nowhere", is_flag=True, help="Không tự sao lưu nữa.")
@asks
def place(asked: Asked, folder: Path | None, nowhere: bool) -> None:
    """Show where daily copies go, or choose it."""
    with acting(asked) as act:
        room = act.desk.upkeep
        if folder is not None or nowhere:
            choose_place(room, by=act.by, folder=None if nowhere else folder)
        chosen = find_place(room.journal.reading())
    words = (
        f"Tự sao lưu hằng ngày vào {chosen}." if chosen else "Chưa chọn nơi tự sao lưu: «desk backup place THƯ_MỤC»."
    )
    answer(asked, PlaceShown(folder=str(chosen or "")), words)


def _shown(copy: Copy) -> CopyShown:
    return CopyShown(
        file=str(copy.home.database),
        made_at=copy.card.made_at,
        epoch=copy.card.epoch,
        bytes=copy.card.bytes,
        entries=copy.card.entries,
        dossiers=copy.card.dossiers,
        attachments=len(copy.card.attachments),
    )


def _line(copy: Copy) -> str:
    card = copy.card
    size = quantity(card.bytes // 1024)
    return f"{spoken_moment(card.made_at)}  {quantity(card.dossiers)} hồ sơ, {size} KB  {copy.folder}"


def _words(made: Copied) -> str:
    lines = [
        f"Đã sao lưu và kiểm tra: {made.file}",
        f"{quantity(made.dossiers)} hồ sơ, {quantity(made.entries)} bút toán, {quantity(made.attachments)} bản chụp; "
        f"ở đó có {made.copies} bản, đã bỏ {made.removed} bản cũ.",
    ]
    if made.missing_attachments:
        lines.append(f"Thiếu {made.missing_attachments} tệp bản chụp ngay ở máy này: chạy «desk doctor».")
    return "\n".join(lines)
