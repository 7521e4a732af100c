"""What the section of this computer shows."""

from dataclasses import dataclass

from desk_app.journal.journal import Verified
from desk_app.kernel.texts import quantity
from desk_app.kernel.translations import _
from desk_app.storage.key_store import KeyPlace

_GIB, _MIB = 1 << 30, 1 << 20
LITTLE_LEFT_BYTES = 2 * _GIB
LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}


@dataclass(frozen=True, kw_only=True)
class Computer:
    """What is known of this desk's computer; sizes in bytes, ``languages`` by their short names."""

    desk_number: int
    desk_id: str
    folder: str
    key: KeyPlace
    rehearsal: bool
    free_bytes: int
    data_bytes: int
    entries: int
    languages: tuple[str, ...]
    language: str


def computer_lines(of: Computer) -> tuple[tuple[str, str], ...]:
    """Return what is shown of a computer, line by line."""
    rehearsal = _("có – không phải hồ sơ thật") if of.rehearsal else _("không")
    free = size_words(of.free_bytes)
    if of.free_bytes < LITTLE_LEFT_BYTES:
        free = _("{size} – sắp hết, hãy dọn bớt tệp").format(size=free)
    return (
        (_("Quầy số"), str(of.desk_number)),
        (_("Mã của máy"), of.desk_id),
        (_("Thư mục dữ liệu"), of.folder),
        (_("Khóa dữ liệu ở"), _key_words(of.key)),
        (_("Ổ đĩa còn trống"), free),
        (_("Dữ liệu chiếm"), size_words(of.data_bytes)),
        (_("Số bút toán"), quantity(of.entries)),
        (_("Dữ liệu tập dượt"), rehearsal),
    )


def size_words(size_bytes: int) -> str:
    """Return a size the Vietnamese way, as in ``12,4 GB``."""
    unit, name = (_GIB, "GB") if size_bytes >= _GIB else (_MIB, "MB")
    tenths = round(size_bytes * 10 / unit)
    return f"{quantity(tenths // 10)},{tenths % 10} {name}"


def verdict(verified: Verified) -> tuple[str, str, str]:
    """Return what to say of the journal: message, hint, tone."""
    count = quantity(verified.entries)
    if not verified.breaks:
        return _("Sổ nhật ký nguyên vẹn."), _("Đã đọc {count} bút toán.").format(count=count), "good"
    first = verified.breaks[0]
    where = f"{first.desk}/{first.epoch}/{first.seq}: {first.what}"
    hint = _("{number} chỗ, chỗ đầu: {where}. Đừng ghi thêm; hãy báo quản trị và giữ bản sao lưu.")
    return (
        _("Sổ nhật ký KHÔNG nguyên vẹn."),
        hint.format(number=quantity(len(verified.breaks)), where=where),
        "trouble",
    )


def language_options(languages: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the languages that can be chosen."""
    return tuple((each, LANGUAGES.get(each, each)) for each in languages)


def _key_words(place: KeyPlace) -> str:
    match place:
        case "keyring":
            return _("kho khóa của hệ điều hành")
        case "password":
            return _("tệp desk.key, mở bằng mật khẩu dữ liệu")
        case "file":
            return _("tệp desk.key, không khóa (chỉ dữ liệu tập dượt)")
