"""The tab of places and patterns: where, on which weekdays, from when to when, how many."""

from dataclasses import dataclass

from desk_app.kernel.records import changed
from desk_app.kernel.texts import collation_key
from desk_app.kernel.time_source import spoken_day
from desk_app.kernel.translations import _
from desk_app.shifts.book import Pattern
from desk_app.shifts.rights import KEEP
from desk_app.shifts.words import weekdays
from ui.shifts import desk_side, people_side
from ui.shifts.deed import Deed, Tab
from ui.shifts.desk_side import PeopleShown
from ui.shifts.typed import (
    joined,
    short_weekdays,
    typed_hours,
    typed_weekdays,
    typed_words,
)
from ui.shifts.work import Work, Write
from ui.widgets.colours import COLOURS
from ui.widgets.field import Field
from ui.widgets.strip import Strip
from ui.widgets.table import Column, Look, RowsModel, Table
from ui.widgets.typed import typed_day, typed_number

_WAYS = (("mixed", _("Mỗi chỗ một tổ chức")), ("together", _("Một tổ chức trực cả buổi")))


@dataclass(frozen=True, kw_only=True)
class PatternRow:
    """A pattern with the name of its place."""

    pattern: Pattern
    place: str


def _days(pattern: Pattern) -> str:
    named = weekdays(pattern.weekdays)
    if pattern.every_weeks == 1:
        return named
    return _("{days}, {count} tuần một lần").format(days=named, count=pattern.every_weeks)


def _seats(pattern: Pattern) -> str:
    return f"{pattern.seats} ({joined(pattern.skills)})" if pattern.skills else str(pattern.seats)


def _since(row: PatternRow) -> Look:
    words = _("từ {day}").format(day=spoken_day(row.pattern.valid_from))
    if row.pattern.valid_to is not None:
        words = _("{since} đến hết {day}").format(since=words, day=spoken_day(row.pattern.valid_to))
    return Look(words=words, colour=COLOURS.soft_ink)


_COLUMNS: tuple[Column[PatternRow], ...] = (
    Column(title=_("Điểm trực"), look=lambda row: Look(words=row.place, bold=True), stretches=True),
    Column(title=_("Nếp trực"), look=lambda row: Look(words=row.pattern.name)),
    Column(title=_("Thứ"), look=lambda row: Look(words=_days(row.pattern))),
    Column(title=_("Giờ"), look=lambda row: Look(words=f"{row.pattern.starts:%H:%M}–{row.pattern.ends:%H:%M}")),
    Column(title=_("Số chỗ"), look=lambda row: Look(words=_seats(row.pattern))),
    Column(title=_("Cách xếp"), look=lambda row: Look(words=_WAYS[row.pattern.together][1]), minor=True),
    Column(title=_("Áp dụng"), look=_since, minor=True),
)


class PlacesTab(Tab):
    """Shows every pattern; a new one enters its place too."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self._was: Pattern | None = None
        self.table = Table(RowsModel(_COLUMNS), _("Điểm trực và nếp trực"))
        self.table.when_empty(
            "calendar", _("Chưa có nếp trực nào"), _("Ví dụ: bàn viết hộ, thứ sáu, 7:30-11:00, 2 chỗ."), key="F6"
        )
        self.pattern = Strip(
            "",
            [
                Field("place", _("Điểm trực")),
                Field("name", _("Tên nếp trực")),
                Field("weekdays", _("Thứ"), placeholder="T6"),
                Field("hours", _("Giờ"), placeholder="7:30-11:00"),
                Field("every_weeks", _("Mấy tuần một lần"), placeholder="1"),
                Field("seats", _("Số chỗ"), placeholder="1"),
                Field("skills", _("Kỹ năng cần, mỗi chỗ một")),
                Field("valid_from", _("Từ ngày")),
                Field("valid_to", _("Đến hết ngày (nếu có)")),
            ],
            self._do_pattern,
            words=_("Lưu"),
            choices=_WAYS,
            box=_("Cách xếp"),
            per_row=5,
        )
        keeps = work.context.may(KEEP)
        deeds = (
            Deed(key="F6", words=_("Thêm nếp trực"), run=self._on_new, may=lambda: keeps, kind="main"),
            Deed(key="Ctrl+E", words=_("Sửa"), run=self._on_edit, may=lambda: keeps and self.table.current is not None),
        )
        self.lay_out(self.table, (self.pattern,), deeds)
        self.table.entered.connect(lambda _row: self._on_edit())
        self.table.selectionModel().currentRowChanged.connect(lambda *_places: self.allow())

    def seek(self) -> None:
        """Look at the patterns again."""
        desk, by = self.work.context.desk, self.work.context.actor.id
        self.work.context.jobs.read(lambda: desk_side.people(desk, by), self._on_seen, latest="places")

    def take_focus(self) -> None:
        """Stand in the list."""
        self.table.setFocus()

    def _on_seen(self, shown: PeopleShown) -> None:
        book = shown.book
        rows = [PatternRow(pattern=each, place=_place(shown, each)) for each in book.patterns]
        rows.sort(key=lambda row: (collation_key(row.place), row.pattern.weekdays, row.pattern.starts))
        self.table.put(rows, keep=lambda row: row.pattern.id)
        self.allow()

    def _on_new(self) -> None:
        self._was = None
        self.work.ask(self.pattern, _("Thêm nếp trực"))
        first = self.work.today.replace(day=1)
        self.pattern.fields["valid_from"].put(spoken_day(first))

    def _on_edit(self) -> None:
        row = self.table.current
        if row is None or not self.work.context.may(KEEP):
            return
        self._was = row.pattern
        self.work.ask(self.pattern, _("Sửa nếp trực {name}").format(name=row.pattern.name))
        filled = {
            "place": row.place,
            "name": row.pattern.name,
            "weekdays": short_weekdays(row.pattern.weekdays),
            "hours": f"{row.pattern.starts:%H:%M}-{row.pattern.ends:%H:%M}",
            "every_weeks": str(row.pattern.every_weeks),
            "seats": str(row.pattern.seats),
            "skills": joined(row.pattern.skills),
            "valid_from": spoken_day(row.pattern.valid_from),
            "valid_to": spoken_day(row.pattern.valid_to) if row.pattern.valid_to is not None else "",
        }
        for name, text in filled.items():
            self.pattern.fields[name].put(text)
        self.pattern.box.setCurrentIndex(int(row.pattern.together))

    def _do_pattern(self) -> None:
        was, place = self._was, self.pattern.text("place").strip()

        def read() -> Write:
            put = self._typed(was, place)
            return lambda do: people_side.put_pattern(do, put, place)

        self.work.answered(self.pattern, read, _("Đã lưu nếp trực."), _("Alt+3: tổ chức · Alt+2: xếp lịch."))

    def _typed(self, was: Pattern | None, place: str) -> Pattern:
        """Return the pattern that stands in the strip; raise ``InvalidInput`` for what cannot be read."""
        strip, today = self.pattern, self.work.today
        starts, ends = typed_hours(strip.text("hours"), field="hours")
        valid_to = strip.text("valid_to")
        new = Pattern(id="", place="", name="", weekdays=(), starts=starts, ends=ends, valid_from=today)
        return changed(
            was or new,
            name=strip.text("name").strip() or place,
            weekdays=typed_weekdays(strip.text("weekdays"), field="weekdays"),
            starts=starts,
            ends=ends,
            every_weeks=typed_number(strip.text("every_weeks"), field="every_weeks", empty=1),
            seats=typed_number(strip.text("seats"), field="seats", empty=1),
            skills=typed_words(strip.text("skills")),
            valid_from=typed_day(strip.text("valid_from"), today, field="valid_from"),
            valid_to=typed_day(valid_to, today, field="valid_to") if valid_to.strip() else None,
            together=strip.choice == "together",
        )


def _place(shown: PeopleShown, pattern: Pattern) -> str:
    place = shown.book.find_place(pattern.place)
    return place.name if place is not None else ""
