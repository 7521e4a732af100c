"""What a new desk does to be let in, in ``desk sync``: asks, and accepts. Without ``--fingerprint`` a grant is only shown."""

from pathlib import Path

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.sync_desks import fingerprint_option, request_shown
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.sync.enrolment import Grant, accept, own_request, read_grant, request
from desk_app.sync.history import take_history

_PATH = click.Path(path_type=Path)


class GrantShown(Record):
    """A grant, and whether it was accepted; ``history`` entries came along from the desk that this one ``replaces``."""

    desk: str
    to: str
    role: str
    office_code: str
    desk_number: int
    name: str
    fingerprint: str
    recovery: bool
    desks: int
    accepted: bool
    replaces: str
    history: int


@command("request", "Ghi tệp xin ghi danh của máy này.")
@click.option("--to", "folder", type=_PATH, required=True, metavar="THƯ_MỤC", help="Nơi ghi tệp.")
@click.option("--name", default="", metavar="TÊN", help="Tên gọi của quầy, như «Quầy nhà văn hóa ấp 3».")
@asks
def write_request(asked: Asked, folder: Path, name: str) -> None:
    """Write this desk's request."""
    with acting(asked) as act:
        file = request(act.desk.sync, by=act.by, folder=folder, name=name)
        asking = own_request(act.desk.sync, by=act.by, name=name)
    words = f"Đã ghi {file}\nĐọc sáu nhóm này cho người cấp: {asking.fingerprint}"
    answer(asked, request_shown(asking, file=file, granted=False), words)


@command("accept", "Nhận tệp cấp quyền; chưa có sáu nhóm thì chỉ cho xem.")
@click.argument("file", type=_PATH, metavar="TỆP")
@fingerprint_option
@asks
def accept_grant(asked: Asked, file: Path, fingerprint: str) -> None:
    """Trust who granted."""
    granted = read_grant(file)
    if not fingerprint:
        words = f"{_grant_words(granted)}\nGọi điện, nghe đọc sáu nhóm rồi chạy lại với --fingerprint."
        answer(asked, _grant_shown(granted, accepted=False), words)
        return
    with acting(asked) as act:
        room, by = act.desk.sync, act.by
        accept(room, by=by, grant=granted, fingerprint=fingerprint, command_id=act.new_id())
        came = take_history(room, by=by, grant=granted, folder=file.parent) if granted.replaces else ()
    history = sum(each.taken for each in came)
    words = f"{_grant_words(granted)}\nĐã ghi nhận."
    if granted.replaces:
        words += f"\n{_history_words(len(came), history)}"
    answer(asked, _grant_shown(granted, accepted=True, history=history), words)


def _history_words(files: int, entries: int) -> str:
    if not files:
        return "Chưa thấy gói dữ liệu của máy cũ cạnh tệp này: xin bên cấp «desk sync history», rồi «desk sync import»."
    return f"Đã nhận lại {quantity(entries)} bút toán của cơ quan, cả của máy cũ."


def _grant_shown(of: Grant, *, accepted: bool, history: int = 0) -> GrantShown:
    return GrantShown(
        desk=of.desk,
        to=of.to,
        role=of.role,
        office_code=of.office_code,
        desk_number=of.lease.desk_number,
        name=of.name,
        fingerprint=of.fingerprint,
        recovery=bool(of.recovery),
        desks=len(of.desks),
        accepted=accepted,
        replaces=of.replaces,
        history=history,
    )


def _grant_words(of: Grant) -> str:
    who = "Tuyến trên" if of.role == "hub" else "Quầy cùng cơ quan"
    lines = [f"{who}: {of.name}, {of.office_code}", f"Số quầy được cấp: {of.lease.desk_number}"]
    if of.replaces:
        lines.append(f"Máy này thay máy {of.replaces}")
    return "\n".join((*lines, f"Nhận diện: {of.fingerprint}"))
