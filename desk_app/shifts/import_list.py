"""An office's earlier list of duties taken over: read first, with a verdict on every row, then kept."""

from collections.abc import Iterator, Sequence
from datetime import date, time
from fractions import Fraction
from typing import Literal

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import Conflict, InvalidInput
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_day
from desk_app.shifts import facts
from desk_app.shifts.book import Member, Organisation, Pattern, Place, ShiftBook
from desk_app.shifts.facts import Holder, PlannedSeat, Share, seat_name, shift_name
from desk_app.shifts.list_cells import ListRow, list_rows
from desk_app.shifts.name_matching import alike, same_name
from desk_app.shifts.planning.owed import rounded
from desk_app.shifts.planning.problem import TURN
from desk_app.shifts.rights import PLAN
from desk_app.shifts.room import Shifts
from desk_app.shifts.rosters import roster_in, subject_of
from desk_app.storage.engine import Database

Verdict = Literal[
    "person", "organisation", "similar", "several", "unknown", "bad_day", "unknown_place", "twice", "month_taken"
]
_KEPT: frozenset[Verdict] = frozenset({"person", "organisation"})
_IMPORTED = "nhập từ tệp"
_STARTS, _ENDS = time(7, 30), time(11, 30)


class RowRead(Record):
    """One row: what was typed, whom and where it was taken to mean, and in words what becomes of it."""

    row: int
    on: date | None
    typed: str
    organisation: str
    member: str
    name: str
    place: str
    came: bool | None
    verdict: Verdict
    words: str

    @property
    def is_kept(self) -> bool:
        """Tell whether the row is taken over as it is."""
        return self.verdict in _KEPT


class ListRead(Record):
    """A file read: nothing of it is written yet. ``kept`` counts the rows that can be taken over."""

    file: str
    rows: tuple[RowRead, ...]
    kept: int


def read_list(room: Shifts, raw: bytes, *, file: str = "") -> ListRead:
    """Return every row of a list with its verdict; raise ``InvalidInput`` when the file is no such list."""
    db, book = room.journal.reading(), room.present()
    reading = _Reading(room, db, book)
    rows = tuple(reading.read(row) for row in list_rows(raw))
    return ListRead(file=file, rows=rows, kept=sum(each.is_kept for each in rows))


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


class _Reading:
    """What rows are held against: the book, the months that have a roster, and the rows before."""

    def __init__(self, room: Shifts, db: Database, book: ShiftBook) -> None:
        self._room, self._db, self._book = room, db, book
        self._taken: dict[date, bool] = {}
        self._seen: set[tuple[date, str]] = set()

    def read(self, row: ListRow) -> RowRead:
        """Return one row with its verdict."""
        organisations = same_name(row.text("organisation"), self._book.organisations) or tuple(
            each for each in self._book.organisations if row.text("organisation") == each.short != ""
        )
        member, verdict, words = self._member(row, organisations)
        organisation = member.organisation if member is not None else organisations[0].id if organisations else ""
        place = self._place(row)
        if row.on is None:
            verdict, words = "bad_day", f"«{row.text('on')}» không phải là ngày."
        elif verdict in ("person", "organisation", "similar"):
            problem = self._problem(row.on, member.id if member is not None else organisation, place)
            verdict, words = problem or (verdict, words)
        return RowRead(
            row=row.number,
            on=row.on,
            typed=row.text("name") or row.text("organisation"),
            organisation=organisation,
            member=member.id if member is not None else "",
            name=self._book.name_of(organisation, member.id if member is not None else ""),
            place=place.id if place is not None else "",
            came=row.came,
            verdict=verdict,
            words=words,
        )

    def _member(self, row: ListRow, organisations: Sequence[Organisation]) -> tuple[Member | None, Verdict, str]:
        name = row.text("name")
        own = [each for each in self._book.members if each.organisation in {one.id for one in organisations}]
        among = own if organisations else list(self._book.members)
        found = same_name(name, among)
        if len(found) == 1:
            return found[0], "person", f"Là {found[0].name}."
        if len(found) > 1:
            return (
                None,
                "several",
                f"Có {len(found)} người tên {found[0].name}: ghi rõ tổ chức hoặc sửa tên trong danh sách.",
            )
        near = alike(name, among) if name else None
        if near is not None:
            return near, "similar", f"Gần giống {near.name}: xem lại, nếu đúng thì cho nhập cả tên gần giống."
        if organisations and not name:
            return None, "organisation", f"Ghi cho {organisations[0].name}, không rõ người."
        if organisations:
            return None, "organisation", f"Chưa có {name} trong {organisations[0].name}: chỉ ghi cho tổ chức."
        return None, "unknown", "Không có người hay tổ chức này trong danh sách."

    def _place(self, row: ListRow) -> Place | None:
        named = row.text("place")
        if not named:
            return self._book.places[0] if len(self._book.places) == 1 else None
        found = same_name(named, self._book.places)
        return found[0] if len(found) == 1 else None

    def _problem(self, on: date, who: str, place: Place | None) -> tuple[Verdict, str] | None:
        if place is None:
            return "unknown_place", "Không rõ điểm trực: ghi đúng tên một điểm đã khai."
        if self._is_taken(on.replace(day=1)):
            return "month_taken", f"Tháng {on:%m/%Y} đã có lịch trực trên máy: không nhập đè."
        if (on, who) in self._seen and self._book.find_member(who) is not None:
            return "twice", f"Người này đã có ở một dòng trước, ngày {spoken_day(on)}."
        self._seen.add((on, who))
        return None

    def _is_taken(self, month: date) -> bool:
        if month not in self._taken:
            self._taken[month] = roster_in(self._room, self._db, subject_of(self._room, self._db, month)) is not None
        return self._taken[month]


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
