"""``desk attachments``: images of papers, kept encrypted: add, list, take out, remove, and purge what is over its time."""

from datetime import date, datetime
from pathlib import Path

import click

from desk_app.attachments import commands, reading
from desk_app.attachments.attachment import Ended, Kept
from desk_app.attachments.commands import NewAttachment
from desk_app.attachments.facts import MediaType, Purged, attachment_id_of
from desk_app.attachments.taken_out import take_out
from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer, answer_each
from desk_app.cli.asked import Asked
from desk_app.cli.command import Group, asks, command
from desk_app.cli.lines import require_file
from desk_app.cli.moves import dossier_named
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day, spoken_moment

family = Group(
    "attachments",
    help="Bản chụp giấy tờ của hồ sơ: thêm, xem, lấy ra, gỡ, hủy khi hết hạn giữ.",
    members={
        name: f"desk_app.cli.attachments:{function}"
        for name, function in (
            ("add", "add_one"),
            ("list", "list_all"),
            ("get", "get_one"),
            ("remove", "remove_one"),
            ("expired", "list_expired"),
            ("purge", "purge_expired"),
        )
    },
)

_KINDS: dict[MediaType, str] = {"application/pdf": "PDF", "image/jpeg": "ảnh JPEG", "image/png": "ảnh PNG"}
_ENDED: dict[Ended, str] = {"": "", "removed": "đã gỡ", "purged": "đã hủy khi hết hạn giữ"}
_id = click.argument("attachment", metavar="MÃ_BẢN_CHỤP")


class AttachmentShown(Record):
    """One attachment as scripts read it; ``size`` in bytes, ``here`` says that its file stands on this desk."""

    id: str
    code: str
    paper: str
    media_type: MediaType
    size: int
    sha256: str
    sensitive: bool
    added_at: datetime
    keep_months: int
    keep_until: date | None
    here: bool
    ended: Ended
    reason: str


class TakenOut(Record):
    """What ``desk attachments get`` answers."""

    id: str
    file: str
    size: int


class PurgedShown(Record):
    """What ``desk attachments purge`` answers: the attachments erased."""

    purged: tuple[str, ...]


@command("add", "Thêm bản chụp một giấy tờ vào hồ sơ; tệp gốc giữ nguyên.")
@click.argument("code", metavar="MÃ_HỒ_SƠ")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option("--paper", required=True, metavar="GIẤY_TỜ", help="Giấy tờ nào trong thành phần hồ sơ.")
@click.option("--sensitive", is_flag=True, help="Đánh dấu dữ liệu nhạy cảm.")
@click.option("--anyway", is_flag=True, help="Vẫn thêm khi nội dung này đã có trong hồ sơ.")
@asks
def add_one(asked: Asked, code: str, file: Path, paper: str, sensitive: bool, anyway: bool) -> None:
    """Add one image and say what is kept."""
    require_file(file)
    with acting(asked) as act:
        # Asked before the code is looked up: who may add nothing learns nothing of dossiers either.
        act.desk.require(act.by, commands.ADD)
        dossier = dossier_named(act, code)
        new = NewAttachment(dossier=dossier, paper=paper, file=file, sensitive=sensitive, anyway=anyway)
        written = commands.add(act.desk.attachments, by=act.by, new=new, command_id=act.new_id())
        kept = reading.get_kept(act.desk.journal.reading(), attachment_id_of(written.subject))
        shown = _shown(act, kept)
    answer(asked, shown, f"Đã thêm: {_words(shown)}")


@command("list", "Các bản chụp của một hồ sơ, kể cả đã gỡ hoặc hủy.")
@click.argument("code", metavar="MÃ_HỒ_SƠ")
@asks
def list_all(asked: Asked, code: str) -> None:
    """List every attachment of a dossier."""
    with acting(asked) as act:
        act.desk.require(act.by, reading.READ)
        dossier = dossier_named(act, code)
        kept = reading.attachments_of(act.desk.attachments, by=act.by, dossier=dossier)
        found = [_shown(act, each) for each in kept]
    answer_each(asked, ((each, _words(each)) for each in found), nothing="Hồ sơ này chưa có bản chụp nào.")


@command("get", "Lấy một bản chụp ra tệp; việc xem được ghi vào nhật ký tra cứu.")
@_id
@click.option("--to", "file", required=True, metavar="TỆP", type=click.Path(path_type=Path), help="Ghi ra tệp này.")
@asks
def get_one(asked: Asked, attachment: str, file: Path) -> None:
    """Write one attachment to a file, which is then protected by nothing."""
    with acting(asked) as act:
        size = take_out(act.desk.attachments, by=act.by, attachment=attachment, file=file)
    words = f"Đã ghi {quantity(size)} byte vào {file}. Tệp này không còn được mã hóa: dùng xong hãy xóa."
    answer(asked, TakenOut(id=attachment, file=str(file), size=size), words)


@command("remove", "Gỡ một bản chụp: xóa hẳn khóa và tệp, ghi chép vẫn còn.")
@_id
@click.option("--reason", required=True, metavar="LÝ_DO", help="Vì sao gỡ.")
@asks
def remove_one(asked: Asked, attachment: str, reason: str) -> None:
    """Erase one attachment."""
    with acting(asked) as act:
        room = act.desk.attachments
        commands.remove(room, by=act.by, attachment=attachment, reason=reason, command_id=act.new_id())
        shown = _shown(act, reading.get_kept(act.desk.journal.reading(), attachment))
    answer(asked, shown, f"Đã gỡ hẳn bản chụp «{shown.paper}» của hồ sơ {shown.code}.")


@command("expired", "Các bản chụp trên máy này đã hết hạn giữ, lâu nhất trước.")
@asks
def list_expired(asked: Asked) -> None:
    """List what ``purge`` would erase."""
    with acting(asked) as act:
        found = [_shown(act, each) for each in reading.expired(act.desk.attachments, by=act.by)]
    answer_each(asked, ((each, _words(each)) for each in found), nothing="Không có bản chụp nào hết hạn giữ.")


@command("purge", "Hủy hẳn các bản chụp đã hết hạn giữ, và tệp thừa do máy tắt giữa chừng.")
@asks
def purge_expired(asked: Asked) -> None:
    """Erase keys and files of what is over its time."""
    with acting(asked) as act:
        written = commands.purge(act.desk.attachments, by=act.by, command_id=act.new_id())
    purged = tuple(attachment_id_of(each.subject) for each in written.entries if each.kind == Purged.KIND)
    words = f"Đã hủy hẳn {quantity(len(purged))} bản chụp." if purged else "Không có bản chụp nào hết hạn giữ."
    answer(asked, PurgedShown(purged=purged), words)


def _shown(act: Acting, kept: Kept) -> AttachmentShown:
    its = kept.attachment
    return AttachmentShown(
        id=its.id,
        code=kept.code,
        paper=its.paper,
        media_type=its.media_type,
        size=its.size,
        sha256=its.sha256,
        sensitive=its.sensitive,
        added_at=its.added_at,
        keep_months=its.keep_months,
        keep_until=kept.keep_until,
        here=not its.ended and its.desk == act.desk.journal.desk_id,
        ended=its.ended,
        reason=its.reason,
    )


def _words(each: AttachmentShown) -> str:
    until = (
        f"giữ đến {spoken_day(each.keep_until)}" if each.keep_until else f"giữ {each.keep_months} tháng sau khi xong"
    )
    parts = [
        f"{each.id}  {each.code}  {each.paper}",
        f"{_KINDS[each.media_type]}, {quantity(-(-each.size // 1024))} KB",
        "NHẠY CẢM" if each.sensitive else "",
        f"thêm {spoken_moment(each.added_at)}",
        _ENDED[each.ended] or until,
        "" if each.here or each.ended else "nằm ở máy khác",
    ]
    return ", ".join(part for part in parts if part)
