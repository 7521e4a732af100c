"""An office's earlier list of duties, read with a verdict on every row; nothing is written here."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_day
from desk_app.shifts.book import Member, Organisation, Place, ShiftBook
from desk_app.shifts.list_cells import ListRow, list_rows
from desk_app.shifts.name_matching import alike, same_name
from desk_app.shifts.room import Shifts
from desk_app.shifts.rosters import roster_in, subject_of
from desk_app.storage.engine import Database

Verdict = Literal[
    "person", "organisation", "similar", "several", "unknown", "bad_day", "unknown_place", "twice", "month_taken"
]
_KEPT: frozenset[Verdict] = frozenset({"person", "organisation"})


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
