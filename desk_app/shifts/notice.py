"""The monthly notice (Thông báo) of who is on duty, with the roster as its annex: an official document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby

from desk_app.kernel.time_source import spoken_day
from desk_app.office.agency import Agency
from desk_app.printing.official.document import (
    Annex,
    Cell,
    Column,
    Document,
    Heading,
    Margins,
    Paragraph,
    Part,
    Row,
    Signature,
    Table,
)
from desk_app.printing.official.words import dated, head_of, number_line, place_and_date
from desk_app.shifts.paper_texts import shipped_texts
from desk_app.shifts.reading import RosterSeen
from desk_app.shifts.seen import SeatSeen, ShiftSeen
from desk_app.shifts.words import turns, weekday

NOTICE_KIND = "THÔNG BÁO"
_NOBODY = "(chưa có người)"
_STANDBYS = 2


@dataclass(frozen=True, kw_only=True)
class NoticeText:
    """What a person may write otherwise before the notice is signed; ``titles`` stand over the signer's name."""

    symbol: str
    about: str
    intro: str
    requests: tuple[str, ...]
    closing: str
    titles: tuple[str, ...]
    signer: str
    recipients: tuple[str, ...]


def shipped_notice(agency: Agency, month: date, *, late_hours: int) -> NoticeText:
    """Return the text of a month's notice as it ships, the office's name, telephone and terms filled in."""
    texts = shipped_texts()
    phone = agency.hotline or agency.phone
    filled = {
        "agency": agency.name,
        "month": f"{month:%m}",
        "year": f"{month.year}",
        "contact": f"Bộ phận Tiếp nhận và Trả kết quả (số điện thoại {phone})"
        if phone
        else "Bộ phận Tiếp nhận và Trả kết quả",
        "late_hours": str(late_hours),
    }
    return NoticeText(
        symbol=texts.symbol,
        about=texts.about.format(**filled),
        intro=texts.intro.format(**filled),
        requests=tuple(line.format(**filled) for line in texts.requests),
        closing=texts.closing.format(**filled),
        titles=texts.signer_titles,
        signer="",
        recipients=texts.recipients,
    )


def notice(roster: RosterSeen, text: NoticeText, agency: Agency, margins: Margins) -> Document:
    """Return the notice of a month; a roster not issued yet leaves room for number and date."""
    number = written_number(roster.number, text.symbol)
    body: list[Part] = [Paragraph(text=text.intro), Heading(text="1. Thời gian, địa điểm trực", level=2)]
    body += (Paragraph(text=line) for line in _places(roster.shifts))
    body += (Heading(text="2. Tổ chức tham gia trực", level=2), _organisations(roster.shifts))
    body.append(Paragraph(text="Lịch trực cụ thể theo Phụ lục kèm theo Thông báo này."))
    body += _moved(roster)
    body.append(Heading(text=f"{4 if roster.moved else 3}. Tổ chức thực hiện", level=2))
    body += (Paragraph(text=f"{letter}) {line}") for letter, line in zip("abcdeghiklmn", text.requests, strict=False))
    if roster.note:
        body.append(Paragraph(text=roster.note))
    body.append(Paragraph(text=text.closing))
    return Document(
        name=f"Thông báo lịch trực tháng {roster.month:%m/%Y}",
        code=f"{roster.month:%Y-%m}",
        head=head_of(agency, number=number, on=roster.issued_on, year=roster.month.year),
        kind=NOTICE_KIND,
        about=text.about,
        body=tuple(body),
        signature=Signature(titles=text.titles, name=text.signer),
        recipients=text.recipients,
        annexes=(_annex(roster, number, agency),),
        margins=margins,
    )


def written_number(number: str, symbol: str) -> str:
    """Return the line «Số: 05/TB-UBND» of a number as it was entered: ``5``, ``05`` or ``05/TB-UBND``."""
    digits, _slash, own = number.strip().partition("/")
    if not digits.isdecimal():
        return f"Số: {number.strip()}" if number.strip() else number_line(None, symbol)
    return number_line(int(digits), own or symbol)


def _places(shifts: Sequence[ShiftSeen]) -> Iterable[str]:
    """Yield a sentence for each place and hours: from when to when, and on which days."""
    held = [shift for shift in shifts if not is_off(shift)]
    by_place = sorted(held, key=_hours_of)
    for number, (key, own) in enumerate(groupby(by_place, key=_hours_of)):
        place, _name, starts, ends = key
        days = tuple(shift.on for shift in own)
        mark = "abcdeghiklmnopqrstuvxy"[number] if number < 22 else "-"
        yield f"{mark}) {place}: từ {spoken_time(starts)} đến {spoken_time(ends)}, {_days(days)}."


def _hours_of(shift: ShiftSeen) -> tuple[str, str, time, time]:
    return shift.place_name, shift.pattern_name, shift.starts, shift.ends


def _days(days: tuple[date, ...]) -> str:
    """Return days of one month as people list them: ``các ngày 04, 11 và 18/12/2026 (thứ sáu)``."""
    unique = sorted(set(days))
    names = {weekday(day).lower() for day in unique}
    named = f" ({names.pop()})" if len(names) == 1 else ""
    if len(unique) == 1:
        return f"ngày {spoken_day(unique[0])}{named}"
    before = ", ".join(f"{day:%d}" if day.month == unique[-1].month else f"{day:%d/%m}" for day in unique[:-1])
    return f"các ngày {before} và {spoken_day(unique[-1])}{named}"


def _organisations(shifts: Sequence[ShiftSeen]) -> Table:
    """Return how many turns each organisation has, and on which days."""
    found: dict[str, tuple[int, list[date]]] = {}
    for seat in _seats(shifts):
        name = seat.organisation_name or _NOBODY
        counted, days = found.get(name, (0, []))
        found[name] = (counted + seat.hundredths, days if seat.on in days else [*days, seat.on])
    rows: list[Row] = [
        (str(place), name, turns(counted), ", ".join(f"{day:%d/%m}" for day in days))
        for place, (name, (counted, days)) in enumerate(found.items(), start=1)
    ]
    total = sum(counted for counted, _ in found.values())
    rows.append((Cell(text="Cộng", across=2, bold=True, align="center"), Cell(text=turns(total), bold=True), ""))
    columns = (
        Column(title="STT", width=2, align="center"),
        Column(title="Tổ chức", width=12),
        Column(title="Số lượt", width=3, align="right"),
        Column(title="Ngày trực", width=9),
    )
    return Table(columns=columns, rows=tuple(rows))


def _moved(roster: RosterSeen) -> Iterable[Part]:
    if not roster.moved:
        return
    yield Heading(text="3. Ngày trực thay đổi do nghỉ lễ", level=2)
    for each in roster.moved:
        was = f"{each.place_name}, {weekday(each.on).lower()}, ngày {spoken_day(each.on)}"
        instead = f"chuyển sang {weekday(each.to).lower()}, ngày {spoken_day(each.to)}" if each.to else "không trực"
        yield Paragraph(text=f"- {was}: {instead} ({each.reason}).")


def _annex(roster: RosterSeen, number: str, agency: Agency) -> Annex:
    on = dated(roster.issued_on) if roster.issued_on else place_and_date("", None, year=roster.month.year).lower()
    return Annex(
        label="Phụ lục",
        title=f"Lịch trực tháng {roster.month:%m} năm {roster.month.year}",
        note=f"(Kèm theo Thông báo s{number[1:].replace(': ', ' ', 1)} {on} của {agency.name})",
        body=(roster_table(roster.shifts),),
        across=True,
    )


def roster_table(shifts: Sequence[ShiftSeen]) -> Table:
    """Return every seat of a month by day, hours and place, with who steps in."""
    columns = (
        Column(title="STT", width=2, align="center"),
        Column(title="Ngày trực", width=6, align="center"),
        Column(title="Thời gian", width=5, align="center"),
        Column(title="Địa điểm", width=9),
        Column(title="Tổ chức", width=8),
        Column(title="Người trực", width=9),
        Column(title="Dự phòng", width=10),
    )
    rows: list[Row] = []
    for number, (on, own) in enumerate(groupby(shifts, key=lambda shift: shift.on), start=1):
        rows += _day_rows(number, on, tuple(own))
    return Table(columns=columns, rows=tuple(rows))


def _day_rows(number: int, on: date, shifts: Sequence[ShiftSeen]) -> Iterable[Row]:
    deep = sum(len(_lines(shift)) for shift in shifts)
    day = (Cell(text=str(number), down=deep), Cell(text=f"{weekday(on)}\n{spoken_day(on)}", down=deep))
    first = True
    for shift in shifts:
        lines = _lines(shift)
        hours = Cell(text=f"{clock(shift.starts)} - {clock(shift.ends)}", down=len(lines))
        place = Cell(text=shift.place_name, down=len(lines))
        standby = Cell(text=";\n".join(each.who for each in shift.standbys[:_STANDBYS]), down=len(lines))
        for down, (organisation, person) in enumerate(lines):
            head: Row = (*(day if first else ()), *((hours, place) if down == 0 else ()))
            yield (*head, organisation, person, *((standby,) if down == 0 else ()))
            first = False


def _lines(shift: ShiftSeen) -> tuple[tuple[str, str], ...]:
    """Return organisation and person of each seat; one line where the shift does not take place."""
    if is_off(shift):
        return (("Không trực", next((seat.called_off for seat in shift.seats if seat.called_off), "")),)
    return tuple((seat.organisation_name or _NOBODY, seat.member_name) for seat in shift.seats)


def is_off(shift: ShiftSeen) -> bool:
    """Say whether a whole shift does not take place."""
    return all(seat.state == "called_off" for seat in shift.seats)


def _seats(shifts: Sequence[ShiftSeen]) -> Iterable[SeatSeen]:
    return (seat for shift in shifts for seat in shift.seats if seat.state != "called_off")


def clock(at: time) -> str:
    """Return a time of day as tables show it: ``07:30``."""
    return f"{at:%H:%M}"


def spoken_time(at: time) -> str:
    """Return a time of day as a notice says it: ``07 giờ 30 phút``, ``13 giờ``."""
    return f"{at:%H} giờ {at:%M} phút" if at.minute else f"{at:%H} giờ"
