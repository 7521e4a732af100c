"""What may be entered about organisations, people, places, patterns and absences."""

from collections.abc import Iterable
from datetime import date

from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import changed
from desk_app.kernel.texts import checked_line
from desk_app.shifts.book import Absence, Member, Organisation, Pattern, Place, ShiftBook

_LONGEST_NAME, _LONGEST_PHONE, _LONGEST_SKILL, _LONGEST_REASON = 120, 40, 60, 300
_MOST_SEATS, _MOST_WEEKS, _MOST_SENDS, _MOST_WEIGHT = 30, 8, 30, 1000


def checked_organisation(given: Organisation) -> Organisation:
    """Return an organisation with every field clean; raise ``InvalidInput`` naming the first that is not."""
    _require_range(given.weight, 0, _MOST_WEIGHT, "weight", "Tỉ lệ phần trực", "%")
    _require_range(given.sends, 1, _MOST_SENDS, "sends", "Số ca nhận được trong một ngày", "ca")
    _require_span(given.active_from, given.active_to, "active_to")
    return changed(
        given,
        name=checked_line(given.name, field="name", label="Tên tổ chức", longest=_LONGEST_NAME, required=True),
        short=checked_line(given.short, field="short", label="Tên gọi tắt", longest=40),
        contact=checked_line(given.contact, field="contact", label="Người liên hệ", longest=_LONGEST_NAME),
        phone=checked_line(given.phone, field="phone", label="Điện thoại", longest=_LONGEST_PHONE),
        weekdays=_weekdays(given.weekdays),
    )


def checked_member(given: Member, book: ShiftBook) -> Member:
    """Return a person with every field clean; raise ``InvalidInput``, or ``NotFound`` for an unknown organisation."""
    book.get_organisation(given.organisation)
    _require_span(given.active_from, given.active_to, "active_to")
    return changed(
        given,
        name=checked_line(given.name, field="name", label="Họ tên", longest=_LONGEST_NAME, required=True),
        phone=checked_line(given.phone, field="phone", label="Điện thoại", longest=_LONGEST_PHONE),
        skills=_skills(given.skills),
        weekdays=_weekdays(given.weekdays),
        only_on=tuple(sorted(set(given.only_on))),
    )


def checked_place(given: Place) -> Place:
    """Return a place with every field clean; raise ``InvalidInput`` naming the first that is not."""
    return changed(
        given,
        name=checked_line(given.name, field="name", label="Tên điểm trực", longest=_LONGEST_NAME, required=True),
        agency=checked_line(given.agency, field="agency", label="Mã đơn vị", longest=40),
        address=checked_line(given.address, field="address", label="Địa chỉ", longest=200),
    )


def checked_pattern(given: Pattern, book: ShiftBook) -> Pattern:
    """Return a pattern with every field clean; raise ``InvalidInput``, or ``NotFound`` for an unknown place or organisation."""
    book.get_place(given.place)
    for organisation in given.organisations:
        book.get_organisation(organisation)
    days = _weekdays(given.weekdays)
    if not days:
        raise InvalidInput("weekdays", "Nếp trực chưa có ngày nào trong tuần.", "Chọn ít nhất một ngày, như thứ sáu.")
    if given.starts >= given.ends:
        raise InvalidInput("ends", "Giờ kết thúc không sau giờ bắt đầu.", "Ghi như 07:30 và 11:30.")
    _require_range(given.seats, 1, _MOST_SEATS, "seats", "Số chỗ mỗi ca", "chỗ")
    _require_range(given.every_weeks, 1, _MOST_WEEKS, "every_weeks", "Mấy tuần một lần", "tuần")
    _require_span(given.valid_from, given.valid_to, "valid_to")
    skills = tuple(_skill(each) for each in given.skills)
    if len(skills) > given.seats:
        raise InvalidInput("skills", "Kỹ năng cần nhiều hơn số chỗ.", "Mỗi chỗ cần nhiều nhất một kỹ năng.")
    return changed(
        given,
        name=checked_line(given.name, field="name", label="Tên nếp trực", longest=_LONGEST_NAME, required=True),
        weekdays=days,
        skills=skills,
        organisations=tuple(dict.fromkeys(given.organisations)),
    )


def checked_absence(given: Absence, book: ShiftBook) -> Absence:
    """Return an absence with every field clean; raise ``InvalidInput``, or ``NotFound`` for somebody unknown."""
    if book.find_organisation(given.who) is None:
        book.get_member(given.who)
    _require_span(given.first_on, given.last_on, "last_on")
    reason = checked_line(given.reason, field="reason", label="Lý do vắng", longest=_LONGEST_REASON, required=True)
    return changed(given, reason=reason)


def checked_reason(text: str, *, required: bool = False) -> str:
    """Return why something is done, as one clean line; raise ``InvalidInput`` when it is missing or too long."""
    return checked_line(text, field="reason", label="Lý do", longest=_LONGEST_REASON, required=required)


def _weekdays(given: Iterable[int]) -> tuple[int, ...]:
    days = tuple(sorted(set(given)))
    if any(not 0 <= each <= 6 for each in days):
        raise InvalidInput("weekdays", "Có ngày trong tuần không đúng.", "Ghi từ 0 (thứ hai) đến 6 (chủ nhật).")
    return days


def _skills(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(skill for each in given if (skill := _skill(each))))


def _skill(text: str) -> str:
    return checked_line(text, field="skills", label="Kỹ năng", longest=_LONGEST_SKILL)


def _require_range(value: int, least: int, most: int, field: str, label: str, unit: str) -> None:
    if not least <= value <= most:
        raise InvalidInput(field, f"{label}: {value} không nhận được.", f"Ghi từ {least} đến {most} {unit}.")


def _require_span(first: date, last: date | None, field: str) -> None:
    if last is not None and last < first:
        raise InvalidInput(field, "Ngày cuối ở trước ngày đầu.", "Đổi lại hai ngày.")
