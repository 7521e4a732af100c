"""What the page of findings says; decided without a window."""

from collections.abc import Mapping

from desk_app.findings.reading import Seen, Side
from desk_app.kernel.time_source import spoken_moment
from desk_app.kernel.translations import _

# A room's fold: how people call its work, and the page on which it is put right.
_ROOMS: Mapping[str, tuple[str, str]] = {
    "dossiers": (_("Hồ sơ"), "card"),
    "fees": (_("Thu phí"), "fees"),
    "returns": (_("Trả tận nhà"), "returns"),
    "tickets": (_("Số thứ tự"), "tickets"),
    "shift_rosters": (_("Lịch trực"), "shifts"),
    "appointments": (_("Lịch hẹn"), "appointments"),
    "appointment_seats": (_("Lịch hẹn"), "appointments"),
    "sessions": (_("Lưu động"), "sessions"),
    "screening_lines": (_("Danh sách cần giấy tờ"), "sessions"),
    "ratings": (_("Đánh giá"), "voice"),
    "complaints": (_("Phản ánh, kiến nghị"), "voice"),
    "campaigns": (_("Khảo sát"), "voice"),
}


def room_words(room: str) -> str:
    """Return how people call the work that a contradiction is about."""
    return _ROOMS[room][0] if room in _ROOMS else _("Việc khác")


def page_of(one: Seen) -> tuple[str, str]:
    """Return the page on which it is put right, and what that page is about; empty where there is none."""
    page = _ROOMS[one.room][1] if one.room in _ROOMS else ""
    if page in ("card", "fees"):
        return (page, one.dossier) if one.dossier else ("", "")
    if page == "appointments":
        return page, f"appointment:{one.about}"
    return page, ""


def side_title(side: Side | None) -> str:
    """Return who wrote it, where and when."""
    if side is None:
        return _("Không có bút toán thứ hai")
    who = side.who or _("người không rõ")
    return _("{who}, {office}, {moment}").format(who=who, office=side.office, moment=spoken_moment(side.at))


def side_lines(side: Side | None) -> tuple[str, ...]:
    """Return what it says."""
    if side is None:
        return (_("Máy tự nhận ra khi ghép dữ liệu: xem lời mô tả ở trên."),)
    return tuple(filter(None, (side.words, *side.values)))
