"""Taking over an earlier list of duties that was read: its clear rows become issued rosters, with who came."""

from collections.abc import Iterator, Sequence
from datetime import date, time
from fractions import Fraction

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Conflict, InvalidInput
from desk_app.shifts import facts
from desk_app.shifts.book import Pattern, ShiftBook
from desk_app.shifts.facts import Holder, PlannedSeat, Share, seat_name, shift_name
from desk_app.shifts.import_list import ListRead, RowRead
from desk_app.shifts.planning.owed import rounded
from desk_app.shifts.planning.problem import TURN
from desk_app.shifts.rights import PLAN
from desk_app.shifts.room import Shifts
from desk_app.shifts.rosters import roster_in, subject_of

_IMPORTED = "nhập từ tệp"
_STARTS, _ENDS = time(7, 30), time(11, 30)


def keep_list(room: Shifts, *, by: str, read: ListRead, similar: bool = False, command_id: str) -> Written:
    """Take over the rows that are clear, with ``similar`` also those whose name differs by a slip, as issued rosters.

    Raises ``InvalidInput`` when no row is clear, ``Conflict`` when a month has got a roster since the file was read.
    """
    rows = [each for each in read.rows if each.is_kept or (similar and each.verdict == "similar")]
    months = sorted({each.on.replace(day=1) for each in rows if each.on is not None})

    def decide(writing: Writing) -> None:
        if not months:
            raise InvalidInput("file", "Không có dòng nào đủ rõ để nhập.", "Xem nhận xét từng dòng rồi sửa tệp.")
        book = room.book.get(writing.db)
        for month in months:
            own = [each for each in rows if each.on is not None and each.on.replace(day=1) == month]
            _keep_month(room, writing, book, month, own, read.file)

    return room.journal.write(by=by, permission=PLAN, command_id=command_id, decide=decide)


def _keep_month(
    room: Shifts, writing: Writing, book: ShiftBook, month: date, rows: Sequence[RowRead], file: str
) -> None:
    subject = subject_of(room, writing.db, month)
    if roster_in(room, writing.db, subject) is not None:
        raise Conflict("shifts.month_taken", f"Tháng {month:%m/%Y} đã có lịch trực.", "Chưa nhập gì. Đọc lại tệp.")
    seats, plan = tuple(_seats(book, rows)), writing.new_id()
    planned = facts.RosterPlanned(
        month=month,
        plan=plan,
        seats=seats,
        shares=_shares(book, seats),
        member_shares=(),
        standbys=(),
        moved=(),
        unmet=(),
        after=0,
        planned_at=writing.now,
    )
    writing.add(subject, planned)
    number = f"{_IMPORTED} {file}".strip()
    issued = facts.RosterIssued(
        plan=plan, replaces="", number=number, issued_on=writing.now.date(), note="", issued_at=writing.now
    )
    writing.add(subject, issued)
    for row, seat in zip(rows, seats, strict=True):
        if row.came is not None and seat.on <= writing.now.date():
            noted = facts.AttendanceNoted(
                seat=seat.seat,
                was=seat.holder,
                attended="came" if row.came else "no_show",
                from_time=None,
                to_time=None,
                note=_IMPORTED,
                noted_at=writing.now,
            )
            writing.add(subject, noted)


def _seats(book: ShiftBook, rows: Sequence[RowRead]) -> Iterator[PlannedSeat]:
    used: dict[str, int] = {}
    for row in rows:
        assert row.on is not None
        pattern = _pattern_of(book, row.place, row.on)
        shift = shift_name(pattern.id if pattern is not None else row.place, row.on)
        used[shift] = used.get(shift, 0) + 1
        yield PlannedSeat(
            seat=seat_name(shift, used[shift]),
            on=row.on,
            place=row.place,
            starts=pattern.starts if pattern is not None else _STARTS,
            ends=pattern.ends if pattern is not None else _ENDS,
            holder=Holder(organisation=row.organisation, member=row.member),
            why=f"Nhập từ tệp, dòng {row.row}.",
        )


def _pattern_of(book: ShiftBook, place: str, on: date) -> Pattern | None:
    fitting = (each for each in book.patterns if each.place == place and on.weekday() in each.weekdays)
    return next(fitting, None)


def _shares(book: ShiftBook, seats: Sequence[PlannedSeat]) -> tuple[Share, ...]:
    """Return each organisation's part of an earlier month: by weight among those that came at all."""
    planned: dict[str, int] = {}
    for seat in seats:
        planned[seat.holder.organisation] = planned.get(seat.holder.organisation, 0) + TURN
    weights = {id_: book.get_organisation(id_).weight for id_ in planned}
    whole = sum(weights.values()) or 1
    owed = rounded({id_: Fraction(weight * len(seats) * TURN, whole) for id_, weight in weights.items()})
    return tuple(Share(organisation=id_, carried=0, owed=owed[id_], planned=planned[id_]) for id_ in sorted(planned))
