"""Taking a list of people over from Excel: a verdict for every row first, then all that is sound in one write."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from desk_app.journal.write_door import Writing, Written
from desk_app.kernel.errors import InvalidInput, NotFound, Refused
from desk_app.kernel.records import Record, changed
from desk_app.mobile_sessions import screening_facts as facts
from desk_app.mobile_sessions.areas import area_of
from desk_app.mobile_sessions.excel.people import ListDefaults, RowRead, people_in
from desk_app.mobile_sessions.excel.sheets import sheets_of
from desk_app.mobile_sessions.line import END_WORDS
from desk_app.mobile_sessions.lists import checked_lacks, short_lack
from desk_app.mobile_sessions.matching import WHY_WORDS, Key, Known
from desk_app.mobile_sessions.named import line_in
from desk_app.mobile_sessions.room import SCREEN, MobileSessions
from desk_app.mobile_sessions.screening import add_missing, further_lacks, key_of
from desk_app.mobile_sessions.screening_facts import Found
from desk_app.mobile_sessions.tables import screening_queries
from desk_app.storage.engine import Database

Outcome = Literal["taken", "repaired", "added", "duplicate", "refused", "skipped"]
OUTCOME_WORDS: dict[Outcome, str] = {
    "taken": "nhận",
    "repaired": "nhận, có sửa",
    "added": "bổ sung dòng đã có",
    "duplicate": "trùng, không nhận",
    "refused": "không nhận",
    "skipped": "bỏ qua, không phải người",
}
_LARGEST_BYTES = 20_000_000
_MOST_PEOPLE = 5_000


class Verdict(Record):
    """What becomes of one row of a list.

    ``repairs`` name what was put right, ``doubts`` what to ask the person, ``alike`` whom it may be (a person decides).
    ``of`` says which line or row stands for the same person; ``field`` and ``reason`` say why a row is refused.
    """

    sheet: str
    row: int
    name: str
    outcome: Outcome
    repairs: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    of: str = ""
    field: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A list with the verdict of every row; ``taking`` and ``adding`` are what would be written.

    ``adding`` pairs a line's id with the person who lacks more than it says.
    """

    verdicts: tuple[Verdict, ...]
    taking: tuple[Found, ...]
    adding: tuple[tuple[str, Found], ...]

    def count(self, *outcomes: Outcome) -> int:
        """Return how many rows have one of these outcomes."""
        return sum(each.outcome in outcomes for each in self.verdicts)


def judge_file(
    room: MobileSessions, file: Path, *, area: str = "", lacks: tuple[str, ...] = (), told_by: str = ""
) -> Judged:
    """Return what taking a list over would do, row by row; nothing is written.

    ``area`` and ``lacks`` hold where a row says nothing. Raises ``NotFound`` when there is no such file, ``InvalidInput``
    when it is no list of people.
    """
    if not file.is_file():
        raise NotFound("sessions.file", f"Không thấy tệp {file}.", "Hãy xem lại đường dẫn.")
    if file.suffix.lower() != ".xlsx" or file.stat().st_size > _LARGEST_BYTES:
        raise InvalidInput("file", f"Không đọc được tệp {file.name}.", "Dùng tệp .xlsx, dưới 20 MB.")
    keys = checked_lacks(lacks, "")[0] if lacks else ()
    defaults = ListDefaults(area=area_of(area), lacks=keys, told_by=told_by, file_name=file.name)
    read = people_in(sheets_of(file.read_bytes()), defaults, room.journal.time.now().date())
    if sum(each.found is not None for each in read) > _MOST_PEOPLE:
        raise InvalidInput("file", f"Danh sách có hơn {_MOST_PEOPLE} người.", "Hãy tách thành nhiều tệp.")
    return _judged(room, room.journal.reading(), read)


def take_over(room: MobileSessions, *, by: str, judged: Judged, command_id: str) -> Written:
    """Write what a list brings, whole or not at all; who was entered meanwhile is not entered twice.

    Raises ``Refused`` when it brings nothing new.
    """

    def decide(writing: Writing) -> None:
        known = Known(screening_queries.every_key(writing.db))
        adding = list(judged.adding)
        for found in judged.taking:
            same = known.find_same(key_of("", found))
            if same is not None:
                adding.append((same.id, found))
                continue
            line = writing.new_id()
            writing.add(line, facts.LineAdded(found=found, added_at=writing.now))
            known.add(key_of(line, found))
        for line, found in adding:
            if further_lacks(line_in(room, writing.db, line), found):
                add_missing(room, writing, line, found)
        if not writing.written().entries:
            raise Refused("sessions.nothing_new", "Danh sách không có gì mới.", "Chưa ghi gì.")

    return room.journal.write(by=by, permission=SCREEN, command_id=command_id, decide=decide)


def _judged(room: MobileSessions, db: Database, read: Sequence[RowRead]) -> Judged:
    judge = _Judge(room, db)
    verdicts = tuple(judge.verdict(row) for row in read)
    return Judged(verdicts=verdicts, taking=tuple(judge.taking), adding=tuple(judge.adding))


class _Judge:
    """Goes through a list from top to bottom; a person further up counts as known."""

    def __init__(self, room: MobileSessions, db: Database) -> None:
        self._room, self._db = room, db
        self._known = Known(screening_queries.every_key(db))
        self._ended = Known(screening_queries.every_key(db, ended=True))
        self._in_file: dict[str, tuple[RowRead, Found]] = {}
        self.taking: list[Found] = []
        self.adding: list[tuple[str, Found]] = []

    def verdict(self, row: RowRead) -> Verdict:
        """Return what becomes of a row, and remember it."""
        made = Verdict(sheet=row.sheet, row=row.number, name=row.shown, outcome="skipped", repairs=row.repairs)
        if row.error is not None:
            reason = f"{row.error.message} {row.error.hint}".strip()
            return changed(made, outcome="refused", field=row.error.field.removeprefix("person."), reason=reason)
        if row.found is None:
            return made
        return changed(self._of_person(made, row, row.found), doubts=row.doubts)

    def _of_person(self, made: Verdict, row: RowRead, found: Found) -> Verdict:
        key = key_of(f"{row.sheet}:{row.number}", found)
        same = self._known.find_same(key)
        if same is not None:
            return self._again(made, same, key, found)
        ended = self._ended.find_same(key)
        if ended is not None:
            line = line_in(self._room, self._db, ended.id)
            why = END_WORDS[line.ended.reason] if line.ended is not None else ""
            return changed(made, outcome="duplicate", of=f"dòng {ended.id[-6:]}", reason=f"dòng đó {why}")
        alike = tuple(f"{each.shown}, {_where(each)} ({WHY_WORDS[why]})" for each, why in self._known.list_alike(key))
        self._known.add(key)
        self._in_file[key.id] = (row, found)
        self.taking.append(found)
        return changed(made, outcome="repaired" if row.repairs else "taken", alike=alike)

    def _again(self, made: Verdict, same: Key, key: Key, found: Found) -> Verdict:
        """Return the verdict of somebody who is known, from the list or from further up in the file."""
        if same.number and same.number == key.number and not _one_name(same.name, key.name):
            reason = f"Số định danh này đã ghi cho {same.shown}. Hãy xem lại trên thẻ."
            return changed(made, outcome="refused", field="id_number", reason=reason)
        if same.id in self._in_file:
            return self._again_in_file(made, same, found)
        line = line_in(self._room, self._db, same.id)
        further = further_lacks(line, found)
        of = f"dòng {same.id[-6:]}, ghi ngày {line.added_at:%d/%m/%Y}"
        if not further:
            return changed(made, outcome="duplicate", of=of)
        self.adding.append((same.id, found))
        added = ", ".join(short_lack(lack, found.other) for lack in further)
        return changed(made, outcome="added", of=of, reason=f"thiếu thêm: {added}")

    def _again_in_file(self, made: Verdict, same: Key, found: Found) -> Verdict:
        row, earlier = self._in_file[same.id]
        of = f"dòng {row.number} của tệp" if row.sheet == made.sheet else f"trang {row.sheet}, dòng {row.number}"
        further = tuple(lack for lack in found.lacks if lack not in earlier.lacks)
        if not further:
            return changed(made, outcome="duplicate", of=of)
        both = changed(earlier, lacks=(*earlier.lacks, *further), other=earlier.other or found.other)
        self._in_file[same.id] = (row, both)
        self.taking[self.taking.index(earlier)] = both
        added = ", ".join(short_lack(lack, found.other) for lack in further)
        return changed(made, outcome="added", of=of, reason=f"thiếu thêm: {added}")


def _where(key: Key) -> str:
    """Return where somebody stands: in a line of the list, or in a row of the file that is being judged."""
    return f"dòng {key.id[-6:]}" if key.entry else f"dòng {key.id.rpartition(':')[2]} của tệp"


def _one_name(one: str, other: str) -> bool:
    """Tell whether two folded names can be one person's: equal, or one part of the other."""
    return one == other or set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split())
