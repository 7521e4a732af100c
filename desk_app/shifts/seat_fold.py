"""What entries do to single seats of a month: given to another, cancelled, called off, attended.

An entry that speaks of a holder who is not there any more changes nothing and is found: two desks said different things.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from desk_app.journal.entry import Recorded
from desk_app.kernel.time_source import spoken_day
from desk_app.shifts import facts
from desk_app.shifts.facts import Holder
from desk_app.shifts.roster import NOBODY, Attendance, Cancellation, Edition, Found, Left, Roster, Seat


@dataclass
class Folding:
    """The roster while its entries are being read."""

    roster: Roster
    plans: dict[str, facts.RosterPlanned] = field(default_factory=dict)
    given_by: dict[str, str] = field(default_factory=dict)
    noted_by: dict[str, Recorded] = field(default_factory=dict)

    def change(self, **values: Any) -> None:
        """Replace some fields of the roster."""
        self.roster = replace(self.roster, **values)

    def find(self, kind: str, each: Recorded, against: str, words: str) -> None:
        """Keep a contradiction for a person to see."""
        found = Found(kind=kind, entry=each.entry.name, against=against, words=words)
        self.change(findings=(*self.roster.findings, found))

    def put_seat(self, edition: Edition, seat: Seat) -> None:
        """Replace one seat of an edition."""
        changed = replace(edition, seats={**edition.seats, seat.id: seat})
        self.change(**{edition.name: changed})

    def leave(self, seat: Seat, reason: str) -> None:
        """Remember that the holder of an issued seat holds it no more."""
        self.change(left=(*self.roster.left, _left(seat, reason)))


def given(folding: Folding, each: Recorded, fact: facts.SeatGiven) -> None:
    """Give a seat to another holder, who takes over from the one the entry names."""
    edition, seat = _held(folding, each, fact.plan, fact.seat, fact.was)
    if edition is None or seat is None:
        return
    folding.given_by[fact.seat] = each.entry.name
    if edition.name == "issued":
        folding.change(changes=folding.roster.changes + 1)
        if seat.holder != NOBODY and seat.holder != fact.holder:
            folding.leave(seat, fact.reason or "Đã đổi người trực.")
    after = replace(
        seat,
        holder=fact.holder,
        how=fact.how,
        why=fact.reason or seat.why,
        sequence=seat.sequence + (edition.name == "issued"),
        cancelled_by=seat.cancelled_by if fact.holder == NOBODY else NOBODY,
    )
    folding.put_seat(_edition_now(folding, edition), after)


def cancelled(folding: Folding, each: Recorded, fact: facts.SeatCancelled) -> None:
    """Open a seat whose holder cannot come, and remember that they could not."""
    edition, seat = _held(folding, each, fact.plan, fact.seat, fact.was)
    if edition is None or seat is None:
        return
    folding.given_by[fact.seat] = each.entry.name
    if edition.name == "issued":
        told = Cancellation(seat=seat.id, on=seat.on, holder=seat.holder, is_late=fact.is_late, reason=fact.reason)
        folding.change(changes=folding.roster.changes + 1, cancellations=(*folding.roster.cancellations, told))
        folding.leave(seat, fact.reason)
    after = replace(
        seat,
        holder=NOBODY,
        how=None,
        sequence=seat.sequence + (edition.name == "issued"),
        cancelled_by=seat.holder,
        cancelled_late=fact.is_late,
        cancelled_reason=fact.reason,
    )
    folding.put_seat(_edition_now(folding, edition), after)


def called_off(folding: Folding, _each: Recorded, fact: facts.ShiftCalledOff) -> None:
    """Take a whole shift off, in the draft as well as in what was issued."""
    for edition in (folding.roster.issued, folding.roster.draft):
        if edition is None:
            continue
        seats = dict(edition.seats)
        for seat in [one for one in seats.values() if one.shift == fact.shift and not one.called_off]:
            seats[seat.id] = replace(seat, called_off=fact.reason, sequence=seat.sequence + (edition.name == "issued"))
        folding.change(**{edition.name: replace(edition, seats=seats)})
    folding.change(changes=folding.roster.changes + 1)


def attended(folding: Folding, each: Recorded, fact: facts.AttendanceNoted) -> None:
    """Note whether who holds a seat came; a later word corrects an earlier one."""
    edition = folding.roster.issued or folding.roster.draft
    seat = edition.seats.get(fact.seat) if edition is not None else None
    if edition is None or seat is None:
        folding.find("attended_nowhere", each, "", "Có điểm danh cho một chỗ trực không có trong lịch.")
        return
    if seat.holder != fact.was:
        words = f"Điểm danh ngày {spoken_day(seat.on)} ghi cho người khác với người đang giữ chỗ."
        folding.find("attended_by_another", each, folding.given_by.get(seat.id, ""), words)
        return
    earlier = folding.noted_by.get(seat.id)
    said_before = seat.attendance.attended if seat.attendance is not None else fact.attended
    if earlier is not None and earlier.entry.desk != each.entry.desk and said_before != fact.attended:
        words = f"Hai máy điểm danh khác nhau cho một chỗ trực ngày {spoken_day(seat.on)}."
        folding.find("attended_otherwise", each, earlier.entry.name, words)
    folding.noted_by[seat.id] = each
    noted = Attendance(
        attended=fact.attended,
        from_time=fact.from_time,
        to_time=fact.to_time,
        note=fact.note,
        noted_at=fact.noted_at,
    )
    folding.put_seat(edition, replace(seat, attendance=noted))


def _held(
    folding: Folding, each: Recorded, plan: str, seat_id: str, was: Holder
) -> tuple[Edition, Seat] | tuple[None, None]:
    """Return the seat an entry speaks of, with its edition; without either when it is not as the entry says."""
    roster = folding.roster
    # What was issued is looked at first: its plan may also still be the draft's.
    edition = next((one for one in (roster.issued, roster.draft) if one is not None and one.plan == plan), None)
    seat = edition.seats.get(seat_id) if edition is not None else None
    if edition is not None and seat is not None and seat.holder == was and not seat.called_off:
        return edition, seat
    on: date = seat.on if seat is not None else facts.day_by_pattern(seat_id)
    words = f"Chỗ trực ngày {spoken_day(on)} đã được máy khác đổi trước đó; thay đổi sau chưa có hiệu lực."
    folding.find("seat_otherwise", each, folding.given_by.get(seat_id, ""), words)
    return None, None


def _edition_now(folding: Folding, edition: Edition) -> Edition:
    """Return the edition as it stands after other changes in the same step."""
    now = folding.roster.issued if edition.name == "issued" else folding.roster.draft
    assert now is not None
    return now


def _left(seat: Seat, reason: str) -> Left:
    return Left(
        seat=seat.id,
        holder=seat.holder,
        on=seat.on,
        place=seat.place,
        starts=seat.starts,
        ends=seat.ends,
        sequence=seat.sequence + 1,
        reason=reason,
    )
