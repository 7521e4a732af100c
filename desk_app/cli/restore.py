"""``desk restore`` and ``desk journal new-epoch``: a desk that comes back, or that was cloned."""

import sys
from pathlib import Path

import click

from desk_app.cli.acting import require_own_clock, who_acts
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.home_card import read_card
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_moment
from desk_app.restoring.epochs import NewEpoch, begin_anew
from desk_app.restoring.key import key_of
from desk_app.restoring.restore import Restored, Wanted, restore
from desk_app.sync.recovery import recovery_from
from desk_app.upkeep.copies import copy_named
from desk_app.upkeep.place import trouble_at


@command("restore", "Khôi phục một bản sao lưu vào thư mục dữ liệu mới (--home).")
@click.argument("file", metavar="BẢN_SAO", type=click.Path(path_type=Path))
@click.option(
    "--set-aside", is_flag=True, help="Nếu --home đang có dữ liệu: cất nguyên sang tên khác rồi mới khôi phục."
)
@click.option("--no-salvage", is_flag=True, help="Không lấy lại việc mới hơn từ thư mục cũ (máy đã bị sao chép).")
@click.option("--recovery-stdin", is_flag=True, help="Mở bằng tờ khóa dự phòng: gõ 14 nhóm vào đầu vào chuẩn.")
@asks
def restore_home(asked: Asked, file: Path, set_aside: bool, no_salvage: bool, recovery_stdin: bool) -> None:
    """Restore a copy."""
    password = asked.key_password
    with trouble_at(file):
        copy = copy_named(file)
        require_own_clock(asked, read_card(copy.home))
    recovery = recovery_from(sys.stdin.read()) if recovery_stdin else None
    done = restore(
        Wanted(
            copy=copy,
            key=key_of(copy, password=password, recovery=recovery),
            home=asked.home,
            sign_in=lambda desk: who_acts(asked, desk),
            time=asked.time(),
            key_password=password,
            may_set_aside=set_aside,
            may_salvage=not no_salvage,
        )
    )
    answer(asked, done, _restored_words(done))


@command("new-epoch", "Máy bị sao chép (clone): mở đời sổ mới ở máy này, để hai máy không lẫn bút toán.")
@click.option("--reason", required=True, metavar="LÝ_DO", help="Vì sao, như «chép cả thư mục sang máy mới».")
@asks
def new_epoch(asked: Asked, reason: str) -> None:
    """Begin a new epoch at this home."""
    require_own_clock(asked, read_card(asked.home))
    began = begin_anew(
        asked.home,
        reason=reason,
        sign_in=lambda desk: who_acts(asked, desk),
        time=asked.time(),
        password=asked.key_password,
    )
    answer(asked, began, _epoch_words(began))


def _restored_words(done: Restored) -> str:
    lines = [
        f"Đã khôi phục vào {done.home}: {quantity(done.dossiers)} hồ sơ, {quantity(done.entries)} bút toán, "
        f"bản sao lúc {spoken_moment(done.copied_at)}.",
        f"Máy mở đời sổ {done.epoch} (trước là {done.previous}).",
    ]
    if done.set_aside:
        lines.append(f"Dữ liệu cũ còn nguyên ở {done.set_aside}.")
    return "\n".join([*lines, *(f"  {words}" for words in done.missing)])


def _epoch_words(began: NewEpoch) -> str:
    lines = [f"Máy này mở đời sổ {began.epoch} (trước là {began.previous}); tuyến trên nhận tiếp như thường."]
    if began.skipped_to:
        lines.append(
            f"Máy vẫn là quầy số {began.desk_number}: chỉ MỘT trong hai máy được tiếp nhận. "
            f"Số hồ sơ hôm nay đã bỏ qua đến {began.skipped_to}; mọi số khác in trên giấy cũng bỏ qua một quãng."
        )
    lines.append(
        "Nếu hai máy đã cùng ghi từ lúc chép, tuyến trên vẫn từ chối phần trùng số của máy này: khôi phục bản sao trước "
        "lúc chép («desk restore … --set-aside --no-salvage») rồi nhập lại các việc ấy."
    )
    return "\n".join(lines)
