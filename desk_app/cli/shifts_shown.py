"""Duties in words, as ``desk shifts`` tells them to people."""

from desk_app.kernel.time_source import spoken_day
from desk_app.shifts.book import Absence, Member, Organisation, Pattern, Place, ShiftBook
from desk_app.shifts.excel_out import STATE_WORDS
from desk_app.shifts.fairness import FairnessLine, MemberLine
from desk_app.shifts.hours import Worked
from desk_app.shifts.reading import RosterSeen
from desk_app.shifts.replacement import Replacement
from desk_app.shifts.seen import SeatSeen, ShiftSeen
from desk_app.shifts.words import hours, turns, weekday, weekdays


def organisation_words(each: Organisation) -> str:
    """Return its name with contact, part and days, those that are not as usual."""
    parts = [each.contact, each.phone, f"phần {each.weight} %" if each.weight != 100 else ""]
    parts += [f"chỉ {weekdays(each.weekdays)}" if each.weekdays else ""]
    parts += [f"đến {spoken_day(each.active_to)}" if each.active_to is not None else ""]
    return _line(each.name, parts)


def member_words(each: Member, book: ShiftBook) -> str:
    """Return a person in words."""
    parts = [each.phone, ", ".join(each.skills), f"chỉ {weekdays(each.weekdays)}" if each.weekdays else ""]
    parts += [f"ngày lẻ {', '.join(spoken_day(on) for on in each.only_on)}" if each.only_on else ""]
    parts += [f"đến {spoken_day(each.active_to)}" if each.active_to is not None else ""]
    return _line(f"{each.name} ({book.name_of(each.organisation)})", parts)


def place_words(each: Place) -> str:
    """Return its name with unit and address."""
    return _line(each.name, [each.agency, each.address])


def pattern_words(each: Pattern, book: ShiftBook) -> str:
    """Return where, on which days, from when to when and by how many."""
    place = book.find_place(each.place)
    who = "một tổ chức nhận cả ca" if each.together else ""
    every = f"{each.every_weeks} tuần một lần" if each.every_weeks > 1 else ""
    until = f"đến {spoken_day(each.valid_to)}" if each.valid_to is not None else ""
    times = f"{weekdays(each.weekdays)}, {each.starts:%H:%M}–{each.ends:%H:%M}, {each.seats} chỗ"
    return _line(f"{each.name}: {place.name if place is not None else ''}, {times}", [every, who, until])


def absence_words(each: Absence, book: ShiftBook) -> str:
    """Return who is away from when to when and why, with the id by which it is withdrawn."""
    member = book.find_member(each.who)
    name = member.name if member is not None else book.name_of(each.who)
    return f"{name}: {spoken_day(each.first_on)} – {spoken_day(each.last_on)}, {each.reason}  [{each.id}]"


def seat_words(seat: SeatSeen) -> str:
    """Return a seat in words: when, where, who, and how it stands."""
    when = f"{weekday(seat.on)} {spoken_day(seat.on)} {seat.starts:%H:%M}–{seat.ends:%H:%M}, {seat.place_name}"
    state = f" [{STATE_WORDS[seat.state]}]" if seat.state != "held" else ""
    return f"{when}, chỗ {seat.number}: {seat.who or '–'}{state}{' (ghim)' if seat.pinned else ''}"


def shift_words(shift: ShiftSeen) -> str:
    """Return a shift in words: its seats, and who steps in."""
    lines = [seat_words(seat) for seat in shift.seats]
    if shift.standbys:
        lines.append(f"  dự phòng: {'; '.join(each.who for each in shift.standbys)}")
    return "\n".join(lines)


def roster_words(roster: RosterSeen) -> str:
    """Return a month's roster in words."""
    if roster.edition == "issued" and roster.issued_on is not None:
        head = f"Lịch trực tháng {roster.month:%m/%Y}, số {roster.number} ngày {spoken_day(roster.issued_on)}"
    else:
        head = f"Lịch trực tháng {roster.month:%m/%Y}, dự kiến, chưa ban hành"
    lines = [head, *(shift_words(each) for each in roster.shifts)]
    for each in roster.moved:
        became = f"dời sang {spoken_day(each.to)}" if each.to is not None else "bỏ"
        lines.append(f"Ngày nghỉ: {each.place_name}, {spoken_day(each.on)} {became} ({each.reason})")
    lines += [f"Chưa đáp ứng được: {each}" for each in roster.unmet]
    return "\n".join(lines)


def fairness_words(each: FairnessLine | MemberLine) -> str:
    """Return one line of fairness in words."""
    return (
        f"{each.name}: từ trước {turns(each.carried)}, phần tháng này {turns(each.owed)}, "
        f"trực {turns(each.done)}, còn lại {turns(each.credit)} lượt"
    )


def worked_words(each: Worked) -> str:
    """Return what somebody did, in words."""
    name = f"  {each.name}" if each.member else each.organisation_name
    missed = f", vắng {each.no_shows}" if each.no_shows else ""
    return f"{name}: {each.turns} lượt, {hours(each.minutes)}{missed}"


def replacement_words(each: Replacement) -> str:
    """Return somebody to call, in words."""
    name = f"{each.member_name} ({each.organisation_name})" if each.member_name else each.organisation_name
    return f"{each.order}. {name}{f', {each.phone}' if each.phone else ''}: {each.why}"


def _line(name: str, parts: list[str]) -> str:
    return " – ".join([name, *(each for each in parts if each)])
