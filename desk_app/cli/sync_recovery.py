"""``desk sync recovery``: the office's recovery key on paper, and what it gives back."""

import sys
from pathlib import Path

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import Group, asks, command
from desk_app.cli.sync_keys import keys_shown, keys_words
from desk_app.kernel.records import Record
from desk_app.sync.escrow import find_escrow, write_recovery_file
from desk_app.sync.key_return import use_recovery
from desk_app.sync.receipt_keys import adopt_receipt_keys
from desk_app.sync.recovery import Drill, drill, make_recovery, recovery_from, restore_keys
from desk_app.sync.room import READ

family = Group(
    "recovery",
    help="Khóa dự phòng của cơ quan: chỉ nằm trên giấy, mở được mọi gói và dữ liệu của mọi quầy.",
    members={
        "make": "desk_app.cli.sync_recovery:make",
        "check": "desk_app.cli.sync_recovery:check",
        "use": "desk_app.cli.sync_recovery:use",
        "file": "desk_app.cli.sync_recovery:file_of",
        "restore": "desk_app.cli.sync_recovery:restore",
        "receipts": "desk_app.cli.sync_recovery:receipts",
    },
)
_PATH = click.Path(path_type=Path)


class RecoveryMade(Record):
    """A recovery key without its secret half, and its paper; ``named``: this desk seals to it now."""

    public: str
    fingerprint: str
    named: bool
    file: str


class Used(Record):
    """A data folder that opens again, and where its key is kept now."""

    home: str
    desk: str
    key: str


class FileWritten(Record):
    """The sealed secrets of a desk as a file; ``recovery`` is the public half of the key that opens it."""

    desk: str
    recovery: str
    file: str


class Receipts(Record):
    """How many receipt keys of a desk are known here now."""

    desk: str
    keys: int


@command("make", "Lập khóa dự phòng mới và vẽ ra tờ giấy PDF để in, niêm phong.")
@click.option("--to", "file", type=_PATH, required=True, metavar="TỆP.pdf", help="Tệp PDF.")
@asks
def make(asked: Asked, file: Path) -> None:
    """Make a recovery key: on paper first, in use afterwards."""
    with acting(asked) as act:
        key = make_recovery(act.desk.sync, by=act.by, file=file, command_id=act.new_id())
    remark(
        "In tờ này, niêm phong, cất vào két, rồi xóa tệp PDF. Thử tờ đã in: «desk sync recovery check». Hủy tờ cũ, nếu có."
    )
    shown = RecoveryMade(public=key.public, fingerprint=key.fingerprint, named=True, file=str(file))
    answer(asked, shown, f"Đã lập khóa dự phòng, tờ giấy ở {file}\nNhận diện: {key.fingerprint}")


@command("check", "Thử tờ giấy: gõ 14 nhóm (hoặc quét QR) vào đầu vào chuẩn; không đổi gì.")
@asks
def check(asked: Asked) -> None:
    """Tell what a paper would give back today."""
    with acting(asked) as act:
        shown = drill(act.desk.sync, by=act.by, key=recovery_from(_typed(asked)))
    answer(asked, shown, _drill_words(shown))


@command("use", "Mở lại dữ liệu khi mất khóa: gõ 14 nhóm (hoặc quét QR) vào đầu vào chuẩn.")
@click.option("--file", type=_PATH, metavar="TỆP", help="Tệp khóa gửi giữ; không ghi là desk.recovery của dữ liệu.")
@asks
def use(asked: Asked, file: Path | None) -> None:
    """Give a data folder its key back; nobody need sign in: the paper is the proof."""
    password = asked.key_password
    card = use_recovery(asked.home, key=recovery_from(_typed(asked)), file=file, password=password, time=asked.time())
    shown = Used(home=str(asked.home.folder), desk=card.desk_id, key=card.key)
    places = {"keyring": "kho khóa của hệ điều hành", "password": "tệp desk.key dưới mật khẩu vừa cho"}
    answer(asked, shown, f"Dữ liệu mở được lại; khóa nay nằm ở {places.get(card.key, 'tệp desk.key')}.")


@command("file", "Ghi tệp khóa gửi giữ của một máy (đã niêm phong, chỉ mở được bằng tờ giấy).")
@click.argument("desk", metavar="MÁY")
@click.option("--to", "folder", type=_PATH, required=True, metavar="THƯ_MỤC", help="Nơi ghi tệp desk.recovery.")
@asks
def file_of(asked: Asked, desk: str, folder: Path) -> None:
    """Write the sealed secrets of a desk whose own file was lost."""
    with acting(asked) as act:
        room = act.desk.sync
        room.require(act.by, READ)
        found = find_escrow(room.journal.reading(), desk)
        file = write_recovery_file(found, folder / room.home.recovery.name)
    shown = FileWritten(desk=desk, recovery=found.recovery, file=str(file))
    answer(asked, shown, f"Đã ghi {file}. Chép vào thư mục dữ liệu của máy đó rồi «desk sync recovery use».")


@command("restore", "Lấy lại khóa gửi nhận của máy này từ bản gửi giữ: gõ 14 nhóm vào đầu vào chuẩn.")
@asks
def restore(asked: Asked) -> None:
    """Give this desk its keys back."""
    with acting(asked) as act:
        restore_keys(act.desk.sync, by=act.by, key=recovery_from(_typed(asked)), command_id=act.new_id())
        shown = keys_shown(act)
    answer(asked, shown, f"Đã lấy lại khóa.\n{keys_words(shown)}")


@command("receipts", "Nhận chứng thực giấy hẹn của máy cũ: gõ 14 nhóm vào đầu vào chuẩn.")
@click.argument("desk", metavar="MÁY")
@asks
def receipts(asked: Asked, desk: str) -> None:
    """Prove the receipts of a lost desk here."""
    with acting(asked) as act:
        key = recovery_from(_typed(asked))
        count = adopt_receipt_keys(act.desk.sync, by=act.by, key=key, desk=desk, command_id=act.new_id())
    answer(asked, Receipts(desk=desk, keys=count), "Máy này nay nhận ra giấy hẹn do máy cũ lập.")


def _typed(asked: Asked) -> str:
    # The password's line, where it comes this way, is the first.
    _ = asked.password
    return sys.stdin.read()


def _drill_words(of: Drill) -> str:
    if not of.named:
        return f"Tờ giấy đọc được, KHÔNG phải khóa đang dùng. Nhận diện: {of.fingerprint}"
    verdict = "mở lại được dữ liệu và khóa của máy này" if of.opens else "nhưng CHƯA mở được tệp desk.recovery"
    return f"Tờ giấy đọc được, là khóa đang dùng, {verdict}. Nhận diện: {of.fingerprint}"
