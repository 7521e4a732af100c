"""What the search page shows: hits as rows, and the named lists that other pages lead to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from desk_app.catalogue.offices import OfficeCatalogues
from desk_app.dossiers.numbering import tail
from desk_app.dossiers.status import Status
from desk_app.dossiers.tables.queries import Listed
from desk_app.kernel.translations import _
from ui.widgets.status_words import StatusWords, status_words

LIST = "list:"
MOST = 100

STATUS_CHOICES: tuple[tuple[str | None, str], ...] = (
    (None, _("Mọi trạng thái")),
    ("accepted", _("Được tiếp nhận")),
    ("in_process", _("Đang xử lý")),
    ("settled", _("Đã xử lý xong, chờ trả")),
    ("handed_over", _("Đã trả kết quả")),
)
LISTS: Mapping[str, str] = {
    "today": _("Hẹn trả hôm nay"),
    "tomorrow": _("Hẹn trả ngày làm việc tới"),
    "late": _("Quá hạn"),
    "waiting": _("Đã xong, chờ người dân đến nhận"),
}


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is looked for: a text, or one of the named lists; ``status`` narrows a text."""

    text: str = ""
    listed: str = ""
    status: str | None = None

    @property
    def title(self) -> str:
        """Return the words above the hits."""
        if self.listed:
            return LISTS[self.listed]
        text = self.text.strip()
        return _("Tìm «{text}»").format(text=text) if text else _("Hồ sơ mới nhất")


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One dossier as a row."""

    id: str
    code: str
    whole_code: str
    name: str
    subject: str
    procedure: str
    status: StatusWords
    received: str
    due: str
    phone: str


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a search brought; ``receipt_warning`` is about the mark of a scanned receipt, ``only`` its dossier."""

    wanted: Wanted
    hits: tuple[Hit, ...]
    receipt_warning: str = ""
    only: str = ""

    @property
    def count_words(self) -> str:
        """Return how many there are."""
        if not self.hits:
            return ""
        words = _("{count} hồ sơ") if len(self.hits) < MOST else _("{count} hồ sơ đầu tiên; hãy gõ thêm để thu hẹp")
        return words.format(count=len(self.hits))

    @property
    def nothing_words(self) -> tuple[str, str]:
        """Return what stands where the hits would be when there are none, and what to do then."""
        if self.wanted.listed:
            return _("Không có hồ sơ nào trong danh sách này."), _("F4 về trang hôm nay, F3 để tìm hồ sơ khác.")
        if self.wanted.status is not None:
            return _("Không có hồ sơ nào ở trạng thái này."), _("Alt+L rồi chọn «Mọi trạng thái» để bỏ lọc.")
        if self.wanted.text.strip():
            return (
                _("Không tìm thấy hồ sơ nào."),
                _("Thử ít chữ hơn, số điện thoại hoặc bốn số cuối của mã. Chưa nộp thì F2 để tiếp nhận."),
            )
        return _("Chưa có hồ sơ nào."), _("F2 để tiếp nhận hồ sơ đầu tiên.")


def wanted_of(about: str, status: str | None) -> Wanted:
    """Return what ``about`` asks for: ``list:late`` a named list, anything else a text."""
    if about.startswith(LIST) and about.removeprefix(LIST) in LISTS:
        return Wanted(listed=about.removeprefix(LIST))
    return Wanted(text=about, status=status)


def hits_of(listed: Sequence[Listed], offices: OfficeCatalogues, now: datetime) -> tuple[Hit, ...]:
    """Return dossiers as rows; ``offices`` name the procedures."""
    return tuple(_hit(each, offices, now) for each in listed)


def _hit(each: Listed, offices: OfficeCatalogues, now: datetime) -> Hit:
    due_at = datetime.fromisoformat(each.due_at)
    return Hit(
        id=each.id,
        code=tail(each.code),
        whole_code=each.code,
        name=each.name,
        subject=each.subject_name,
        procedure=offices.name_of(each.procedure, each.code),
        status=status_words(Status(each.status), due_at, now),
        received=short_day(datetime.fromisoformat(each.received_at), now),
        due=short_day(due_at, now),
        phone=each.phone,
    )


def short_day(at: datetime, now: datetime) -> str:
    """Return a day as briefly as it stays clear: ``hôm nay 17:00``, ``24/11``, ``24/11/2025``."""
    if at.date() == now.date():
        return _("hôm nay {time}").format(time=f"{at:%H:%M}")
    return f"{at:%d/%m}" if at.year == now.year else f"{at:%d/%m/%Y}"
