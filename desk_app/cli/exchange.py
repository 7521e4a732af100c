"""``desk exchange``: the folder that desks of one office share: choose it, look once or for ever, see how it stands."""

import time
from pathlib import Path

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import Group, asks, command
from desk_app.kernel.errors import DeviceTrouble
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.sync.exchange.exchange import Exchanged, choose_folder, find_folder, list_troubles, look, peers

family = Group(
    "exchange",
    help="Thư mục dùng chung giữa các quầy của một cơ quan: chọn, trao đổi, xem.",
    members={
        name: f"desk_app.cli.exchange:{job}"
        for name, job in (("use", "use"), ("off", "off"), ("look", "look_once"), ("status", "status"))
    },
)
_SETTLES_S = 1.0


class Trouble(Record):
    """A file that could not be taken."""

    file: str
    error: str
    message: str


class FolderShown(Record):
    """How the exchange folder stands; ``folder`` is empty without one, ``peers`` counts the desks that can open ours."""

    folder: str
    peers: int
    troubles: tuple[Trouble, ...]


class Looked(Record):
    """What looking did, in entries."""

    given: int
    taken: int
    troubles: tuple[Trouble, ...]


@command("use", "Trao đổi qua thư mục này từ bây giờ.")
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
@asks
def use(asked: Asked, folder: Path) -> None:
    """Choose the folder."""
    with acting(asked) as act:
        choose_folder(act.desk.sync, by=act.by, folder=folder)
        shown = _shown(act)
    answer(asked, shown, f"Trao đổi qua {shown.folder} với {quantity(shown.peers)} quầy.")


@command("off", "Thôi trao đổi qua thư mục; tệp trong thư mục giữ nguyên.")
@asks
def off(asked: Asked) -> None:
    """Exchange no longer."""
    with acting(asked) as act:
        choose_folder(act.desk.sync, by=act.by, folder=None)
        shown = _shown(act)
    answer(asked, shown, "Thôi trao đổi qua thư mục.")


@command("look", "Gửi việc mới của máy này, nhận việc mới của các quầy khác.")
@click.option(
    "--every", type=float, default=0, metavar="GIÂY", help="Làm mãi, cách nhau ngần này giây; Ctrl+C để thôi."
)
@asks
def look_once(asked: Asked, every: float) -> None:
    """Look until nothing settles any more; with ``--every``, until somebody stops it."""
    with acting(asked) as act:
        given, taken, last = 0, 0, Exchanged(settling=1)
        while last.settling or every:
            try:
                last = look(act.desk.sync, by=act.by)
            except DeviceTrouble as error:
                if not every:
                    raise
                remark(f"{error.message} {error.hint}")
            given, taken = given + last.given, taken + last.taken
            if last.settling or every:
                time.sleep(every or _SETTLES_S)
        troubles = tuple(Trouble(file=each.name, error=each.code, message=each.message) for each in last.troubles)
    lines = [f"Đã gửi {quantity(given)}, nhận {quantity(taken)} bút toán.", *(each.message for each in troubles)]
    answer(asked, Looked(given=given, taken=taken, troubles=troubles), "\n".join(lines))


@command("status", "Thư mục trao đổi đang thế nào.")
@asks
def status(asked: Asked) -> None:
    """Say how the folder stands."""
    with acting(asked) as act:
        shown = _shown(act)
    lines = [shown.folder or "Chưa chọn thư mục trao đổi.", f"Quầy cùng trao đổi: {quantity(shown.peers)}."]
    answer(asked, shown, "\n".join((*lines, *(f"{each.file}: {each.message}" for each in shown.troubles))))


def _shown(act: Acting) -> FolderShown:
    room = act.desk.sync
    room.require(act.by, "sync.read")
    folder = find_folder(room)
    troubles = (Trouble(file=each.name, error=each.code, message=each.message) for each in list_troubles(room))
    return FolderShown(folder=str(folder) if folder else "", peers=len(peers(room)), troubles=tuple(troubles))
