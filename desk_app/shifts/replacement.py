"""Who could take a seat, in the order in which to call them, and why in this order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desk_app.kernel.records import Record
from desk_app.kernel.texts import collation_key
from desk_app.kernel.time_source import spoken_day
from desk_app.shifts.book import ShiftBook
from desk_app.shifts.facts import Holder
from desk_app.shifts.legality import blocked_words
from desk_app.shifts.planning.eligible import Availability
from desk_app.shifts.planning.problem import key_of
from desk_app.shifts.room import Shifts
from desk_app.shifts.roster import Edition, Roster, Seat
from desk_app.shifts.rosters import out_on, seat_standing
from desk_app.shifts.seen import standby_seen
from desk_app.shifts.tables import ledger
from desk_app.shifts.words import turns as spoken_turns


class Replacement(Record):
    """Somebody to call; ``order`` counts from 1, ``is_standby`` when the roster names them as stepping in."""

    order: int
    organisation: str
    organisation_name: str
    member: str
    member_name: str
    phone: str
    is_standby: bool
    why: str


def replacements(room: Shifts, seat: str, *, limit: int = 5) -> tuple[Replacement, ...]:
    """Return who can take a seat: those the roster names to step in first, then the most owing; raise ``NotFound``.

    Nobody is named who is away, on duty elsewhere that day, lacks the skill, or has just cancelled this seat.
    """
    db, book = room.journal.reading(), room.present()
    roster, edition, found = seat_standing(room, db, seat)
    standing = next((each.holders for each in edition.standbys if each.shift == found.shift), ())
    calling = _Calling(book, standing, _owes(edition), ledger.last_before(db, found.on))
    able = sorted(_able(room, book, roster, edition, found), key=calling.order)
    return tuple(calling.replacement(each, number) for number, each in enumerate(able[:limit], start=1))


@dataclass(frozen=True)
class _Calling:
    """In which order people are called: who the roster names first, then by what they owe."""

    book: ShiftBook
    standing: tuple[Holder, ...]
    owes: Mapping[str, int]
    last_on: Mapping[str, date]

    def order(self, each: Holder) -> tuple[int, int, int, date, str]:
        """Return what sorts somebody among those who could come."""
        place = self.standing.index(each) if each in self.standing else len(self.standing)
        owes, own = self.owes.get(each.organisation, 0), self.owes.get(key_of(each), 0)
        name = collation_key(self.book.name_of(each.organisation, each.member))
        return place, -owes, -own, self.last_on.get(key_of(each), date.min), name

    def replacement(self, each: Holder, number: int) -> Replacement:
        """Return somebody with the words that say why they stand at that place."""
        is_standby, seen = each in self.standing, standby_seen(self.book, each)
        return Replacement(
            order=number,
            organisation=each.organisation,
            organisation_name=seen.organisation_name,
            member=each.member,
            member_name=seen.member_name,
            phone=seen.phone,
            is_standby=is_standby,
            why=self._why(each),
        )

    def _why(self, each: Holder) -> str:
        first = f"Dự phòng thứ {self.standing.index(each) + 1}" if each in self.standing else "Rảnh ngày này"
        last = self.last_on.get(key_of(each))
        came = f"lần trước {spoken_day(last)}" if last is not None else "chưa trực lần nào"
        return f"{first}; tổ chức {_debt(self.owes.get(each.organisation, 0))}; {came}."


def _able(room: Shifts, book: ShiftBook, roster: Roster, edition: Edition, seat: Seat) -> list[Holder]:
    availability = Availability(book)
    pattern = book.find_pattern(seat.shift.partition("/")[0])
    if pattern is None:
        return []
    out = [each.holder for each in out_on(room, room.journal.reading(), seat.on, roster=roster, edition=edition)]
    left_out = {seat.holder, seat.cancelled_by}
    return [
        each
        for each in availability.holders(pattern, seat.on)
        if each not in left_out and not _is_out(book, each, out) and not blocked_words(book, seat, each, availability)
    ]


def _is_out(book: ShiftBook, holder: Holder, out: list[Holder]) -> bool:
    sends = 1 if holder.member else book.get_organisation(holder.organisation).sends
    return out.count(holder) >= sends


def _owes(edition: Edition) -> dict[str, int]:
    owes = {each.organisation: each.carried + each.owed - each.planned for each in edition.shares}
    owes.update({each.member: each.carried + each.owed - each.planned for each in edition.member_shares})
    return owes


def _debt(hundredths: int) -> str:
    if hundredths > 0:
        return f"còn thiếu {spoken_turns(hundredths)} lượt"
    return f"đã trực thêm {spoken_turns(-hundredths)} lượt" if hundredths < 0 else "đã trực đủ phần"
