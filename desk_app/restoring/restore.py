"""Making a data folder from a copy: whole or not at all, proved before and after, in an epoch of its own."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desk_app.desk import Desk, opened_with_key
from desk_app.founding import founded, key_place
from desk_app.home_card import HomeCard, read_card, write_card
from desk_app.kernel.errors import Damaged
from desk_app.kernel.paths import Home
from desk_app.kernel.records import Record, changed
from desk_app.kernel.time_source import TimeSource, spoken_moment
from desk_app.restoring.epochs import NewEpoch, begin_epoch, next_epoch
from desk_app.restoring.salvage import salvage
from desk_app.storage import media
from desk_app.storage.alone import require_unlocked
from desk_app.storage.key_store import keep_again
from desk_app.upkeep.copies import Copy
from desk_app.upkeep.proving import prove
from desk_app.upkeep.room import RESTORE


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which copy to restore, with which key, to where; ``key_password`` wraps the key where the system keeps none.

    ``sign_in`` returns who acts in the restored desk: an administrator of it. With ``may_set_aside`` what stands in ``home`` is
    moved away, untouched; ``may_salvage`` lets the entries come along that it knows and the copy does not.
    """

    copy: Copy
    key: bytes
    home: Home
    sign_in: Callable[[Desk], str]
    time: TimeSource
    key_password: str = ""
    may_set_aside: bool = False
    may_salvage: bool = True
    watch: Callable[[], None] = lambda: None


class Restored(Record):
    """A desk that came back; ``missing`` says in words what may not be in it, and what to do about it.

    ``salvaged`` entries came from the folder that was set aside; ``repaired`` tables had not agreed with the journal.
    """

    home: str
    desk_id: str
    previous: int
    epoch: int
    copied_at: datetime
    entries: int
    dossiers: int
    attachments: int
    salvaged: int
    repaired: tuple[str, ...]
    skipped_to: str
    set_aside: str
    missing: tuple[str, ...]


def restore(wanted: Wanted) -> Restored:
    """Restore a copy and return what came of it.

    Raises ``Damaged`` for a copy that is not whole, ``Conflict`` for a home that is taken, ``NotAllowed`` for who may not, and
    ``DeviceTrouble``; then nothing is changed anywhere.
    """
    prove(wanted.copy, wanted.key, wanted.watch)
    aside = _aside(wanted) if wanted.may_set_aside else None
    with founded(wanted.home, set_aside=aside) as part:
        if aside is not None:
            require_unlocked(wanted.home.database)
        before = read_card(wanted.copy.home)
        with media.disk_trouble(wanted.home.folder.parent, room="upkeep"):
            _lay_out(wanted, part)
        card = changed(
            before, epoch=next_epoch(before.epoch, wanted.time.now()), key=key_place(rehearsal=before.rehearsal)
        )
        write_card(part, card)
        desk = opened_with_key(part, card, wanted.key, time=wanted.time)
        try:
            done = _brought_up(wanted, desk, before)
        finally:
            desk.close()
        # Last: whoever may not restore leaves no key in the system's key store either.
        keep_again(wanted.key, place=card.key, file=part.key, name=card.desk_id, password=wanted.key_password)
    return changed(done, home=str(wanted.home.folder), set_aside=str(aside) if aside and aside.exists() else "")


def _brought_up(wanted: Wanted, desk: Desk, before: HomeCard) -> Restored:
    """Do what needs the open desk: prove all chains, take what the old folder still knows, begin the epoch, fold again."""
    by = wanted.sign_in(desk)
    desk.upkeep.require(by, RESTORE)
    verified = desk.journal.verify(lambda _count: wanted.watch())
    if verified.breaks:
        first = verified.breaks[0]
        raise Damaged(
            "upkeep.bad_copy",
            f"Bản sao lưu không dùng được: bút toán {first.seq} của máy {first.desk}: {first.what}.",
            "Chưa đổi gì. Hãy chọn bản sao khác.",
        )
    salvaged = salvage(desk, wanted.home, wanted.key) if wanted.may_set_aside and wanted.may_salvage else 0
    copied_at = wanted.copy.card.made_at
    reason = f"Khôi phục từ bản sao lúc {spoken_moment(copied_at)}"
    began = begin_epoch(desk, by=by, why="restored", reason=reason, before=before, copied_at=copied_at)
    repaired = desk.journal.refold()
    return Restored(
        home=str(desk.home.folder),
        desk_id=began.desk_id,
        previous=began.previous,
        epoch=began.epoch,
        copied_at=copied_at,
        entries=verified.entries + salvaged,
        dossiers=wanted.copy.card.dossiers,
        attachments=len(wanted.copy.card.attachments),
        salvaged=salvaged,
        repaired=repaired,
        skipped_to=began.skipped_to,
        set_aside="",
        missing=_missing(wanted, began, salvaged),
    )


def _missing(wanted: Wanted, began: NewEpoch, salvaged: int) -> tuple[str, ...]:
    """Return what may have been done after the copy, and how it comes back."""
    words = [
        f"Việc làm sau {spoken_moment(wanted.copy.card.made_at)} không có trong bản sao.",
        "Nhập lại các gói máy này đã gửi sau lúc đó («desk sync import TỆP», trang Gửi nhận), hoặc xin tuyến trên ghi lại "
        "(«desk sync history»).",
    ]
    if salvaged:
        words.insert(1, f"Đã lấy lại {salvaged} bút toán mới hơn từ thư mục cũ.")
    if began.skipped_to:
        words.append(f"Số hồ sơ hôm nay bỏ qua đến {began.skipped_to}: các số trước có thể đã in cho người dân.")
        words.append(
            "Số thứ tự, lịch hẹn, phiếu thu, phản ánh, phiếu khảo sát, thư xin lỗi cũng bỏ qua một quãng như thế."
        )
        words.append("Hồ sơ đã in giấy mà không còn trong máy: nhập lại từ liên lưu.")
    return tuple(words)


def _lay_out(wanted: Wanted, part: Home) -> None:
    """Put the copy's files where a data folder has them; the card and the key are written anew."""
    copy = wanted.copy
    shutil.copyfile(copy.home.database, part.database)
    media.sync_file(part.database)
    if copy.home.recovery.is_file():
        shutil.copyfile(copy.home.recovery, part.recovery)
    if copy.home.own_forms.is_dir():
        shutil.copytree(copy.home.own_forms, part.own_forms)
    if copy.card.attachments:
        part.attachments.mkdir(mode=0o700)
    for file in copy.card.attachments:
        wanted.watch()
        shutil.copyfile(copy.pool / file.name, part.attachments / file.name)


def _aside(wanted: Wanted) -> Path:
    stamp = f"{wanted.time.now():%Y%m%d-%H%M%S}"
    return wanted.home.folder.with_name(f"{wanted.home.folder.name}.truoc-khoi-phuc-{stamp}")
