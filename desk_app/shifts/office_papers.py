"""The official papers of a month as the office would sign them: its head, its margins, its wordings."""

from datetime import date

from desk_app.kernel.errors import NotFound
from desk_app.kernel.texts import collation_key
from desk_app.printing.official.document import Document, Margins
from desk_app.printing.official.words import margins_on
from desk_app.printing.wall_sheet import WallSheet, WallSize
from desk_app.shifts.facts import EditionName
from desk_app.shifts.hours import hours_of
from desk_app.shifts.notice import NoticeText, notice, shipped_notice
from desk_app.shifts.papers_thanks import Thanks, thanks_letter
from desk_app.shifts.papers_wall import wall_sheet
from desk_app.shifts.reading import RosterSeen, roster_of
from desk_app.shifts.room import Shifts

_LATE_SETTING = "shift_late_hours"


def notice_text(room: Shifts, month: date) -> NoticeText:
    """Return the text of a month's notice as it ships, for a person to change."""
    office = room.office.present_book()
    late = office.number_on(_LATE_SETTING, room.journal.time.now().date())
    return shipped_notice(office.get_agency(), month, late_hours=late)


def notice_of(
    room: Shifts, month: date, text: NoticeText | None = None, *, edition: EditionName | None = None
) -> Document:
    """Return the notice of a month, what was issued before any draft; raise ``NotFound`` before it was planned."""
    roster = _roster(room, month, edition)
    agency = room.office.present_book().get_agency()
    return notice(roster, text or notice_text(room, month), agency, _margins(room))


def wall_of(room: Shifts, month: date, *, place: str = "", size: WallSize = "A4") -> tuple[WallSheet, ...]:
    """Return the sheets for the wall, one for each place with duty, or for one ``place`` by its id.

    Raises ``NotFound`` before the month was planned, and for a place where nobody is on duty.
    """
    agency, shifts = room.office.present_book().get_agency(), _roster(room, month, None).shifts
    places = {shift.place: shift.place_name for shift in shifts if place in ("", shift.place)}
    if not places:
        raise NotFound("shifts.no_duty", f"Tháng {month:%m/%Y} không có ca trực ở điểm này.", "Hãy chọn điểm khác.")
    by_name = sorted(places, key=lambda id_: collation_key(places[id_]))
    return tuple(wall_sheet(shifts, month, agency.name, place=id_, size=size) for id_ in by_name)


def thanks_of_whom(
    room: Shifts, first_on: date, last_on: date, *, organisation: str, member: str = "", number: str = "",
    words: str = "", signer: str = "",
) -> Document:  # fmt: skip
    """Return the letter of thanks to an organisation with its people's hours, or to one person.

    Raises ``NotFound`` when they held no seat in the period.
    """
    hours = hours_of(room, first_on, last_on)
    rows = hours.members if member else hours.organisations
    found = next((each for each in rows if each.organisation == organisation and each.member == member), None)
    if found is None or not found.turns:
        raise NotFound("shifts.no_hours", "Thời gian này chưa ghi nhận buổi trực nào.", "Hãy chọn thời gian khác.")
    people = () if member else tuple(each for each in hours.members if each.organisation == organisation and each.turns)
    of = Thanks(
        name=found.name,
        first_on=first_on,
        last_on=last_on,
        turns=found.turns,
        minutes=found.minutes,
        people=people,
        words=words,
        number=number,
    )
    return thanks_letter(of, room.office.present_book().get_agency(), _margins(room), signer=signer)


def _roster(room: Shifts, month: date, edition: EditionName | None) -> RosterSeen:
    editions: tuple[EditionName, ...] = (edition,) if edition is not None else ("issued", "draft")
    found = next((seen for each in editions if (seen := roster_of(room, month, each)) is not None), None)
    if found is None:
        raise NotFound("shifts.no_roster", f"Tháng {month:%m/%Y} chưa xếp lịch trực.", "Hãy xếp lịch tháng này trước.")
    return found


def _margins(room: Shifts) -> Margins:
    return margins_on(room.office.present_book().settings, room.journal.time.now().date())
