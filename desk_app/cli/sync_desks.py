"""Letting desks in and taking them out, in ``desk sync``. Without ``--fingerprint`` a request is only shown."""

from datetime import datetime
from pathlib import Path

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.sync.enrolment import Request, grant, own_request, read_request
from desk_app.sync.export import receiver_named
from desk_app.sync.history import write_history
from desk_app.sync.revocation import revoke

_PATH = click.Path(path_type=Path)
fingerprint_option = click.option(
    "--fingerprint", default="", metavar="SÁU_NHÓM", help="Sáu nhóm nghe đọc qua điện thoại, như «lua 4821 …»."
)


class RequestShown(Record):
    """A desk that asks to be let in; ``file`` is what was written, empty where it was only shown.

    ``history``: how many entries were written along for a desk that replaces another.
    """

    desk: str
    office_code: str
    desk_number: int
    name: str
    fingerprint: str
    asked_at: datetime
    granted: bool
    file: str
    history: int


class HistoryWritten(Record):
    """A bundle with everything that is held of an office."""

    file: str
    entries: int


class RevokedShown(Record):
    """Which desk is trusted no more."""

    desk: str
    reason: str


@command("grant", "Cấp quyền cho một máy xin ghi danh; chưa có sáu nhóm thì chỉ cho xem.")
@click.argument("file", type=_PATH, metavar="TỆP")
@click.option("--to", "folder", type=_PATH, default=Path(), metavar="THƯ_MỤC", help="Nơi ghi tệp cấp quyền.")
@fingerprint_option
@click.option("--as-desk", is_flag=True, help="Máy này là quầy ngang hàng, không phải tuyến trên của máy xin.")
@click.option(
    "--replaces",
    default="",
    metavar="MÁY",
    help="Máy xin thay máy hỏng hoặc mất này: ghi kèm toàn bộ dữ liệu của cơ quan; gói của máy cũ không nhận nữa.",
)
@asks
def grant_desk(asked: Asked, *, file: Path, folder: Path, fingerprint: str, as_desk: bool, replaces: str) -> None:
    """Let a desk in."""
    asking = read_request(file)
    if not fingerprint:
        words = f"{_request_words(asking)}\nGọi điện, nghe đọc sáu nhóm rồi chạy lại với --fingerprint."
        answer(asked, request_shown(asking, file=None, granted=False), words)
        return
    with acting(asked) as act:
        room = act.desk.sync
        made = grant(
            room,
            by=act.by,
            request=asking,
            fingerprint=fingerprint,
            folder=folder,
            role="desk" if as_desk else "hub",
            replaces=replaces,
            command_id=act.new_id(),
        )
        history = write_history(room, by=act.by, desk=asking.desk, folder=folder).entries if replaces else 0
        own = own_request(room, by=act.by).fingerprint
    words = f"Đã cấp quyền: {made}\nĐọc sáu nhóm của máy này cho bên nhận: {own}"
    if replaces:
        words += f"\nĐã ghi kèm {quantity(history)} bút toán của cơ quan. Từ nay gói của máy cũ bị từ chối."
    answer(asked, request_shown(asking, file=made, granted=True, history=history), words)


@command("history", "Ghi lại toàn bộ dữ liệu của cơ quan cho một máy đã ghi danh (máy thay máy hỏng).")
@click.argument("named", metavar="MÁY")
@click.option("--to", "folder", type=_PATH, required=True, metavar="THƯ_MỤC", help="Nơi ghi gói.")
@asks
def give_history(asked: Asked, named: str, folder: Path) -> None:
    """Write all that is held of a desk's office for that desk."""
    with acting(asked) as act:
        made = write_history(act.desk.sync, by=act.by, desk=named, folder=folder)
    words = (
        f"Đã ghi và đọc lại: {made.file}\n{quantity(made.entries)} bút toán. Mang sang máy đó rồi «desk sync import»."
    )
    answer(asked, HistoryWritten(file=str(made.file), entries=made.entries), words)


@command("revoke", "Thu hồi: không nhận gì nữa từ một máy (mất máy, lộ khóa).")
@click.argument("named", metavar="MÁY")
@click.option("--reason", required=True, metavar="LÝ_DO", help="Vì sao.")
@asks
def revoke_desk(asked: Asked, named: str, reason: str) -> None:
    """Take a desk out."""
    with acting(asked) as act:
        found = receiver_named(act.desk.sync, named)
        revoke(act.desk.sync, by=act.by, desk=found.desk, reason=reason, command_id=act.new_id())
    words = f"Đã thu hồi {found.label}. Các máy khác biết qua báo nhận lần tới."
    answer(asked, RevokedShown(desk=found.desk, reason=reason), words)


def request_shown(of: Request, *, file: Path | None, granted: bool, history: int = 0) -> RequestShown:
    """Return a request as ``desk sync request`` and ``grant`` answer it."""
    return RequestShown(
        desk=of.desk,
        office_code=of.office_code,
        desk_number=of.desk_number,
        name=of.name,
        fingerprint=of.fingerprint,
        asked_at=of.asked_at,
        granted=granted,
        file=str(file) if file else "",
        history=history,
    )


def _request_words(of: Request) -> str:
    return f"Máy {of.desk}\nCơ quan {of.office_code}, quầy số {of.desk_number} {of.name}\nNhận diện: {of.fingerprint}"
