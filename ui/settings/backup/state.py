"""What the section of copies shows; decided without a window."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desk_app.doctor.examine import Examined
from desk_app.doctor.row import Row, State
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_moment
from desk_app.kernel.translations import _
from desk_app.upkeep.copies import Copy
from desk_app.upkeep.records import Copied, Rehearsed, Trouble
from ui.widgets.colours import COLOURS

_MIB = 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class CopyRow:
    """One copy as its list shows it."""

    folder: Path
    made_at: str
    dossiers: str
    attachments: str
    size: str


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How the copies of this desk stand; ``why_none`` says why its list is empty, ``is_there`` that the place is in reach."""

    place: Path | None
    is_there: bool
    copies: tuple[CopyRow, ...]
    last: Copied | None
    trouble: Trouble | None
    rehearsed: Rehearsed | None
    key_words: str
    same_disk: bool


def copy_row(copy: Copy) -> CopyRow:
    """Return a copy as its list shows it."""
    card = copy.card
    size = card.bytes + sum(each.bytes for each in card.attachments)
    return CopyRow(
        folder=copy.folder,
        made_at=spoken_moment(card.made_at),
        dossiers=quantity(card.dossiers),
        attachments=quantity(len(card.attachments)),
        size=size_words(size),
    )


def size_words(size_bytes: int) -> str:
    """Return a size the Vietnamese way, as in ``12,4 MB``."""
    tenths = max(1, round(size_bytes * 10 / _MIB))
    return f"{quantity(tenths // 10)},{tenths % 10} MB"


def facts_of(of: Standing) -> tuple[tuple[str, str], ...]:
    """Return how the copies stand, line by line."""
    lines = [
        (_("Tự sao lưu vào"), _place_words(of)),
        (_("Bản gần nhất"), _last_words(of)),
        (_("Diễn tập khôi phục"), _rehearsed_words(of)),
    ]
    if of.trouble is not None:
        lines.insert(2, (_("Lần tự sao lưu hỏng"), f"{spoken_moment(of.trouble.at)}. {of.trouble.message}"))
    if of.key_words:
        lines.append((_("Khóa mở bản sao"), of.key_words))
    return tuple(lines)


def empty_words(of: Standing) -> tuple[str, str, str]:
    """Return what an empty list says: what is so, what to do, with which key."""
    if of.place is None:
        return (
            _("Chưa chọn nơi sao lưu: mất máy là mất dữ liệu."),
            _("Cắm một thẻ nhớ để riêng cho việc này, rồi chọn thư mục trên đó."),
            "Ctrl+E",
        )
    if not of.is_there:
        return (
            _("Không thấy nơi sao lưu: thẻ nhớ chưa cắm?"),
            _("Cắm lại thẻ nhớ rồi F5, hoặc chọn nơi khác."),
            "Ctrl+E",
        )
    return _("Nơi này chưa có bản sao nào của máy."), _("Sao lưu mất vài giây, vẫn làm việc được."), "F6"


def shape_of(row: Row) -> tuple[str, str, str]:
    """Return how an answer of the doctor looks: shape, colour, word."""
    shape, colour = _SHAPES[row.state]
    return shape, colour, state_words()[row.state]


def state_words() -> Mapping[State, str]:
    """Return the word of each state."""
    return {"good": _("Tốt"), "warning": _("Lưu ý"), "bad": _("Cần xử lý")}


_SHAPES: Mapping[State, tuple[str, str]] = {
    "good": ("tick", COLOURS.good),
    "warning": ("warning", COLOURS.warning),
    "bad": ("late", COLOURS.danger),
}


def sorted_rows(found: Examined) -> tuple[Row, ...]:
    """Return the doctor's answers, what must be acted on first."""
    order: tuple[State, ...] = ("bad", "warning", "good")
    return tuple(sorted(found.rows, key=lambda row: order.index(row.state)))


def verdict(found: Examined) -> tuple[str, str, str]:
    """Return what to say after the doctor looked: message, hint, tone."""
    counted = sum(1 for row in found.rows if row.state != "good")
    if found.damaged:
        return _("Dữ liệu của máy bị hỏng."), _("Đừng ghi thêm. Gọi quản trị: khôi phục từ bản sao lưu."), "trouble"
    if not counted:
        return _("Máy ổn: mọi câu hỏi đều tốt."), "", "good"
    return _("{count} điều cần xem, ở đầu danh sách.").format(count=quantity(counted)), "", "plain"


def made_words(made: Copied) -> tuple[str, str]:
    """Return what to say of a copy that was just made."""
    said = _("Đã sao lưu và đọc lại kiểm tra: {count} hồ sơ, {size}.").format(
        count=quantity(made.dossiers), size=size_words(made.bytes)
    )
    if made.same_disk:
        return said, _("Bản sao nằm cùng ổ đĩa với dữ liệu: hỏng ổ là mất cả hai. Nên dùng thẻ nhớ.")
    return said, _("Rút thẻ nhớ sau khi bấm «Tháo an toàn», cất ở phòng khác.")


def rehearsed_message(done: Rehearsed) -> tuple[str, str, str]:
    """Return what to say of a rehearsal: message, hint, tone."""
    if done.ok:
        said = _("Khôi phục thử được: {count} bút toán, mọi bảng khớp.").format(count=quantity(done.entries))
        return said, "", "good"
    return _("Khôi phục thử KHÔNG được."), " ".join((done.words, _("Hãy sao lưu lại vào thẻ nhớ khác."))), "trouble"


def _place_words(of: Standing) -> str:
    if of.place is None:
        return _("chưa chọn – Ctrl+E: chọn thẻ nhớ hoặc ổ khác")
    if not of.is_there:
        return _("{place} – KHÔNG THẤY, hãy cắm thẻ nhớ").format(place=of.place)
    if of.same_disk:
        return _("{place} – cùng ổ đĩa với dữ liệu, nên chọn nơi khác").format(place=of.place)
    return _("{place}, mỗi ngày một lần, và khi đóng chương trình nếu có việc mới").format(place=of.place)


def _last_words(of: Standing) -> str:
    if of.last is None:
        return _("chưa có bản nào")
    return _("{moment}, {count} hồ sơ, đã đọc lại kiểm tra").format(
        moment=spoken_moment(of.last.made_at), count=quantity(of.last.dossiers)
    )


def _rehearsed_words(of: Standing) -> str:
    done = of.rehearsed
    if done is not None:
        moment = spoken_moment(done.at)
        if done.ok:
            return _("{moment}: ĐẠT").format(moment=moment)
        return _("{moment}: KHÔNG ĐẠT. {words}").format(moment=moment, words=done.words)
    if of.last is None:
        return _("chưa lần nào; có bản sao rồi mới diễn tập được")
    return _("chưa lần nào – F8: diễn tập ngay; máy tự làm mỗi tháng")
