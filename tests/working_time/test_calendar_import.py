"""Calendars and readings through the journal: imported, replaced, merged, folded again."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from desk_app.journal import tables as journal_tables
from desk_app.kernel.errors import InvalidInput, NotAllowed
from desk_app.kernel.records import changed
from desk_app.working_time.calendar import DayOff, WorkingYear
from desk_app.working_time.commands import import_year, put_reading
from desk_app.working_time.tables import list_imported_years
from tests.desks import RehearsalDesk, rehearsal_desk
from tests.working_time.office import CALENDAR, READINGS

NEW_YEAR = DayOff(on=date(2027, 1, 1), name="Nghỉ Tết Dương lịch 1/1")
YEAR = WorkingYear(year=2027, notice="Thông báo mẫu năm 2027", days_off=(NEW_YEAR,))
SHORT_2026 = WorkingYear(
    year=2026, notice="Thông báo mẫu năm 2026", days_off=(DayOff(on=date(2026, 1, 1), name="Tết"),)
)


def _import(desk: RehearsalDesk, year: WorkingYear, command_id: str = "") -> None:
    import_year(desk.working_time, by=desk.admin, year=year, command_id=command_id or desk.journal.new_id())


def test_the_shipped_calendar_and_readings_hold_until_something_is_imported(desk: RehearsalDesk) -> None:
    assert dict(desk.working_time.present_calendar().years) == dict(CALENDAR.years)
    assert desk.working_time.present_readings() == READINGS


def test_an_imported_year_is_counted_by_at_once_and_whole(desk: RehearsalDesk) -> None:
    assert desk.working_time.present_calendar().reason(NEW_YEAR.on) != NEW_YEAR.name

    _import(desk, YEAR)
    _import(desk, CALENDAR.year(2025))
    assert desk.working_time.present_calendar().reason(NEW_YEAR.on) == NEW_YEAR.name
    assert desk.working_time.present_calendar().year(2027) == YEAR
    assert list_imported_years(desk.journal.reading()) == (CALENDAR.year(2025), YEAR)


def test_an_import_replaces_the_whole_year_and_no_other(desk: RehearsalDesk) -> None:
    _import(desk, YEAR)
    _import(desk, CALENDAR.year(2026))
    _import(desk, SHORT_2026)

    calendar = desk.working_time.present_calendar()
    assert calendar.year(2026) == SHORT_2026
    assert calendar.is_working(date(2026, 9, 2))
    assert calendar.year(2027) == YEAR


def test_a_repeated_import_is_done_once(desk: RehearsalDesk) -> None:
    _import(desk, YEAR, "lần-một")
    _import(desk, SHORT_2026)
    _import(desk, YEAR, "lần-một")

    assert len(desk.journal.history("calendar:2027")) == 1


def test_a_wrong_year_and_a_person_without_the_permission_write_nothing(desk: RehearsalDesk) -> None:
    stray = changed(YEAR, year=2028)
    with pytest.raises(InvalidInput, match="không thuộc năm 2028"):
        _import(desk, stray)
    officer = desk.accounts_by_role["officer"]
    with pytest.raises(NotAllowed):
        import_year(desk.working_time, by=officer, year=YEAR, command_id=desk.journal.new_id())
    with pytest.raises(NotAllowed):
        put_reading(desk.working_time, by=officer, reading=READINGS[0], command_id=desk.journal.new_id())

    assert list_imported_years(desk.journal.reading()) == ()


def test_a_reading_holds_from_its_day_and_may_be_put_again(desk: RehearsalDesk) -> None:
    from_2027 = changed(READINGS[-1], valid_from=date(2027, 1, 1), supplement="pause")
    for reading in (changed(from_2027, counting="next_half"), from_2027):
        put_reading(desk.working_time, by=desk.admin, reading=reading, command_id=desk.journal.new_id())
    assert desk.working_time.present_readings() == (*READINGS, from_2027)

    replaced = changed(READINGS[0], basis="Quyết định mẫu của cơ quan")
    put_reading(desk.working_time, by=desk.admin, reading=replaced, command_id=desk.journal.new_id())
    assert desk.working_time.present_readings() == (replaced, *READINGS[1:], from_2027)
    with pytest.raises(InvalidInput, match="căn cứ"):
        put_reading(
            desk.working_time, by=desk.admin, reading=changed(from_2027, basis=""), command_id=desk.journal.new_id()
        )


def test_of_two_desks_that_import_the_same_year_the_later_clock_wins_on_both(
    desk: RehearsalDesk, tmp_path: Path
) -> None:
    with rehearsal_desk(tmp_path / "other", desk_number=2) as other:
        _import(desk, SHORT_2026)
        other.time.advance(timedelta(hours=1))
        _import(other, CALENDAR.year(2026))
        for ours, theirs in ((desk, other), (other, desk)):
            ours.journal.merge(tuple(journal_tables.every_entry(theirs.journal.reading())))

        for each in (desk, other):
            assert each.working_time.present_calendar().year(2026) == CALENDAR.year(2026)


def test_the_tables_folded_again_are_the_same(desk: RehearsalDesk) -> None:
    _import(desk, SHORT_2026)
    _import(desk, CALENDAR.year(2026))
    _import(desk, YEAR)
    put_reading(desk.working_time, by=desk.admin, reading=READINGS[0], command_id=desk.journal.new_id())

    assert desk.journal.refold() == ()
    assert desk.working_time.present_calendar().year(2026) == CALENDAR.year(2026)
