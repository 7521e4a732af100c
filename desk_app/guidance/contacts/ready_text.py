"""Ready texts for people who ask: papers, fee, term, where and when, from the catalogue and the office of that day.

The whole text is pasted into Zalo; the short one fits a QR code that any telephone reads.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from desk_app.catalogue.fees import spoken_fee
from desk_app.catalogue.procedure import PaperAsked, Procedure, spoken_term
from desk_app.guidance.contacts.facts import PaperChecked
from desk_app.guidance.room import Guidance
from desk_app.kernel.time_source import spoken_day
from desk_app.office.agency import Agency
from desk_app.working_time.calendar import Calendar
from desk_app.working_time.reading import Reading, reading_on

CLOSING = "guidance_closing"

# 73 modules with the quiet zone: large enough on A5 to be read at arm's length.
_QR_BYTES = 367
_CLOSED_WITHIN_DAYS = 14


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where and when to come: the office, its reading of terms, the days off ahead, the office's own last lines."""

    agency: Agency
    reading: Reading
    days_off: tuple[str, ...]
    closing: tuple[str, ...]

    @property
    def hours_words(self) -> str:
        """Return the opening hours in one line."""
        hours = self.reading.hours
        morning = f"{hours.morning_from:%H:%M}–{hours.morning_to:%H:%M}"
        return f"sáng {morning}, chiều {hours.afternoon_from:%H:%M}–{hours.afternoon_to:%H:%M} các ngày làm việc"

    @property
    def phones(self) -> str:
        """Return the hotline, else the telephone; empty where the office named neither."""
        return self.agency.hotline or self.agency.phone


def place_on(room: Guidance, day: date) -> Place:
    """Return where and when to come, as it holds on ``day``; raise ``NotFound`` while nobody described the office."""
    book = room.office.present_book()
    closing = book.setting_on(CLOSING, day)
    return Place(
        agency=book.get_agency(),
        reading=reading_on(room.working_time.present_readings(), day),
        days_off=_days_off(room.working_time.present_calendar(), day),
        closing=tuple(line for line in closing.splitlines() if line),
    )


def ready_text(procedure: Procedure, place: Place, checked: tuple[PaperChecked, ...] = ()) -> str:
    """Return the text to paste into a message; papers that the person said to have are marked so."""
    known = {paper.name: paper.has for paper in checked}
    lines = [f"HƯỚNG DẪN: {procedure.name.upper()}", "", "Giấy tờ cần mang theo:"]
    lines += [f"{number}. {paper_words(each)}{_said(known, each)}" for number, each in _numbered(procedure)]
    if not procedure.papers:
        lines.append("- Không phải nộp giấy tờ.")
    if procedure.forms:
        lines.append(f"Mẫu có sẵn tại quầy: {'; '.join(procedure.forms)}.")
    lines += [
        "",
        f"Lệ phí: {spoken_fee(procedure.fee)}.",
        f"Thời hạn: {spoken_term(procedure, place.reading)}.",
        f"Nhận kết quả: {return_words(procedure)}.",
        "",
        *_where(place),
    ]
    return "\n".join([*lines, *place.closing]).strip()


def short_text(procedure: Procedure, place: Place) -> str:
    """Return the text for a QR code, at most 367 bytes: papers are left out from the end, and it says so."""
    foot = [f"Phí: {spoken_fee(procedure.fee)}", f"Hạn: {spoken_term(procedure, place.reading)}", place.agency.name]
    foot += [f"ĐT {place.phones}"] if place.phones else []
    papers = [f"{number}. {each.name}" for number, each in _numbered(procedure)]
    for kept in range(len(papers), -1, -1):
        left_out = len(papers) - kept
        more = [f"… và {left_out} giấy khác, hãy hỏi quầy."] if left_out else []
        text = "\n".join([procedure.name, *papers[:kept], *more, *foot])
        if len(text.encode()) <= _QR_BYTES:
            return text
    return procedure.name.encode()[:_QR_BYTES].decode(errors="ignore")


def paper_words(paper: PaperAsked) -> str:
    """Return a paper as people are told to bring it: how many, which kind, under which condition."""
    kinds = [f"{paper.originals} bản chính"] if paper.originals else []
    kinds += [f"{paper.copies} bản sao"] if paper.copies else []
    words = f"{paper.name} ({', '.join(kinds) or 'xuất trình'})"
    condition = paper.condition or ("" if paper.required else "nếu có")
    return f"{words} – {condition}" if condition else words


def return_words(procedure: Procedure) -> str:
    """Return where the result may be had."""
    ways = {way.way for way in procedure.return_ways() if way.allowed}
    if ways == {"counter"}:
        return "tại quầy, phải ký sổ"
    return "tại quầy, tại nhà hoặc qua bưu chính"


def _where(place: Place) -> list[str]:
    agency = place.agency
    lines = [f"Nơi nộp: {agency.name}{f' – {agency.address}' if agency.address else ''}."]
    lines.append(f"Giờ làm việc: {place.hours_words}.")
    lines += [f"Nghỉ: {', '.join(place.days_off)}."] if place.days_off else []
    lines += [f"Điện thoại: {place.phones}."] if place.phones else []
    return lines


def _numbered(procedure: Procedure) -> list[tuple[int, PaperAsked]]:
    """Return the papers with their numbers, those that everybody needs first."""
    return list(enumerate(sorted(procedure.papers, key=lambda paper: not paper.required), start=1))


def _said(known: dict[str, bool], paper: PaperAsked) -> str:
    has = known.get(paper.name)
    return "" if has is None else " – đã có" if has else " – CÒN THIẾU"


def _days_off(calendar: Calendar, day: date) -> tuple[str, ...]:
    """Return the holidays of the next two weeks; weekends are no news."""
    days = calendar.days_between(day, day + timedelta(days=_CLOSED_WITHIN_DAYS))
    off = (each for each in days if not each.works and each.on.weekday() < 5)
    return tuple(f"{spoken_day(each.on)} ({each.reason})" for each in off)
