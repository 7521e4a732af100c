"""``desk sync keys`` and ``desk sync recovery``: this desk's own keys, and the office's recovery key on paper."""

import sys
from pathlib import Path

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import Group, asks, command
from desk_app.kernel.errors import Conflict
from desk_app.kernel.records import Record
from desk_app.printing.pdf import paper_pdf
from desk_app.sync.enrolment import own_request
from desk_app.sync.keys import own_keys, rotate_keys
from desk_app.sync.recovery import (
    is_named,
    name_new_recovery,
    new_recovery,
    recovery_from,
    recovery_paper,
    restore_keys,
)
from desk_app.sync.whole_file import write_whole

keys_family = Group(
    "keys",
    help="Khóa của máy này.",
    members={"show": "desk_app.cli.sync_keys:show_keys", "rotate": "desk_app.cli.sync_keys:rotate"},
)
recovery_family = Group(
    "recovery",
    help="Khóa dự phòng của cơ quan: chỉ nằm trên giấy, mở được mọi gói.",
    members={
        "make": "desk_app.cli.sync_keys:make_recovery",
        "check": "desk_app.cli.sync_keys:check_recovery",
        "restore": "desk_app.cli.sync_keys:restore",
    },
)


class KeysShown(Record):
    """The public halves; ``allowed_signers`` is a line for ``ssh-keygen -Y verify -f``."""

    desk: str
    generation: int
    sign: str
    seal: str
    fingerprint: str
    allowed_signers: str


class RecoveryShown(Record):
    """What is known of a recovery key without its secret half; ``named``: this desk seals to it now."""

    public: str
    fingerprint: str
    named: bool
    file: str


@command("show", "Xem nửa công khai của khóa.")
@asks
def show_keys(asked: Asked) -> None:
    """Show this desk's public keys."""
    with acting(asked) as act:
        shown = _keys_shown(act)
    answer(asked, shown, _keys_words(shown))


@command("rotate", "Đổi khóa; khóa cũ ký cho khóa mới, gói đang trên đường vẫn mở được.")
@asks
def rotate(asked: Asked) -> None:
    """Take new keys."""
    with acting(asked) as act:
        rotate_keys(act.desk.sync, by=act.by, command_id=act.new_id())
        shown = _keys_shown(act)
    answer(asked, shown, f"Đã đổi khóa.\n{_keys_words(shown)}")


@command("make", "Lập khóa dự phòng mới và vẽ ra tờ giấy PDF để in, niêm phong.")
@click.option("--to", "file", type=click.Path(path_type=Path), required=True, metavar="TỆP.pdf", help="Tệp PDF.")
@asks
def make_recovery(asked: Asked, file: Path) -> None:
    """Make a recovery key: on paper first, in use afterwards."""
    if file.exists():
        raise Conflict("sync.file_exists", f"Đã có tệp {file}.", "Chọn tên khác: có thể đó là tờ khóa đang dùng.")
    with acting(asked) as act:
        key, now = new_recovery(), act.desk.journal.time.now()
        drawn = paper_pdf(recovery_paper(act.desk.sync, key, now))
        write_whole(file.parent, file.name, lambda out: out.write(drawn), lambda _file, _size: None)
        name_new_recovery(act.desk.sync, by=act.by, key=key, command_id=act.new_id())
    remark("In tờ này, niêm phong, cất vào két, rồi xóa tệp PDF.")
    shown = RecoveryShown(public=key.public, fingerprint=key.fingerprint, named=True, file=str(file))
    answer(asked, shown, f"Đã lập khóa dự phòng, tờ giấy ở {file}\nNhận diện: {key.fingerprint}")


@command("check", "Kiểm tra tờ giấy: gõ 14 nhóm vào đầu vào chuẩn.")
@asks
def check_recovery(asked: Asked) -> None:
    """Tell whether the words on a paper are the key in use."""
    with acting(asked) as act:
        key = recovery_from(_typed(asked))
        named = is_named(act.desk.sync, key)
    verdict = "là khóa đang dùng" if named else "KHÔNG phải khóa đang dùng"
    shown = RecoveryShown(public=key.public, fingerprint=key.fingerprint, named=named, file="")
    answer(asked, shown, f"Tờ giấy đọc được, {verdict}. Nhận diện: {key.fingerprint}")


@command("restore", "Lấy lại khóa của máy này từ bản gửi giữ: gõ 14 nhóm vào đầu vào chuẩn.")
@asks
def restore(asked: Asked) -> None:
    """Give this desk its keys back."""
    with acting(asked) as act:
        restore_keys(act.desk.sync, by=act.by, key=recovery_from(_typed(asked)), command_id=act.new_id())
        shown = _keys_shown(act)
    answer(asked, shown, f"Đã lấy lại khóa.\n{_keys_words(shown)}")


def _typed(asked: Asked) -> str:
    # The password's line, where it comes this way, is the first.
    _ = asked.password
    return sys.stdin.read()


def _keys_shown(act: Acting) -> KeysShown:
    room = act.desk.sync
    asking, keys = own_request(room, by=act.by), own_keys(room, by=act.by)
    return KeysShown(
        desk=asking.desk,
        generation=keys.generation,
        sign=keys.public.sign,
        seal=keys.public.seal,
        fingerprint=asking.fingerprint,
        allowed_signers=f"{asking.desk} {keys.public.sign}",
    )


def _keys_words(of: KeysShown) -> str:
    return f"Máy {of.desk}, khóa đời {of.generation}\nNhận diện: {of.fingerprint}\n{of.sign}\n{of.seal}"
