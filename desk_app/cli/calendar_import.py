"""``desk calendar import``: takes over a year's notice; first, or only, says what it would change."""

from pathlib import Path

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.dossiers.moved_dates import MovedDate, moved_dates
from desk_app.kernel.errors import NotFound
from desk_app.kernel.records import Record
from desk_app.kernel.time_source import spoken_day, spoken_moment
from desk_app.working_time.calendar import Calendar, WorkingYear
from desk_app.working_time.calendar_file import read_years
from desk_app.working_time.commands import IMPORT_CALENDAR, import_year
from desk_app.working_time.year_changes import DayChange, changes


class YearPreview(Record):
    """One year of the file, and the days it changes."""

    year: int
    notice: str
    changes: tuple[DayChange, ...]


class CalendarImport(Record):
    """What ``desk calendar import`` answers; ``dossiers`` are open ones whose date counted anew would be another."""

    imported: bool
    years: tuple[YearPreview, ...]
    dossiers: tuple[MovedDate, ...]


@command("import", "Nhập lịch nghỉ từ tệp CSV; hồ sơ đã hẹn giữ nguyên ngày hẹn.")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Chỉ xem trước: ngày nào đổi, hồ sơ nào sẽ khác ngày hẹn.")
@asks
def import_file(asked: Asked, file: Path, dry_run: bool) -> None:
    """Preview the file and, unless it is a dry run, take its years over."""
    if not file.is_file():
        raise NotFound("cli.file", f"Không thấy tệp {file}.", "Hãy xem lại đường dẫn.")
    with acting(asked) as act:
        act.desk.require(act.by, IMPORT_CALENDAR)
        years = read_years(file)
        result = _previewed(act, years, imported=not dry_run)
        for year in () if dry_run else years:
            import_year(act.desk.working_time, by=act.by, year=year, command_id=act.new_id())
    answer(asked, result, _words(result))


def _previewed(act: Acting, years: tuple[WorkingYear, ...], *, imported: bool) -> CalendarImport:
    before = act.desk.working_time.present_calendar()
    after: Calendar = before
    for year in years:
        after = after.with_year(year)
    return CalendarImport(
        imported=imported,
        years=tuple(
            YearPreview(year=year.year, notice=year.notice, changes=changes(before.years.get(year.year), year))
            for year in years
        ),
        dossiers=moved_dates(act.desk.dossiers, after),
    )


def _words(result: CalendarImport) -> str:
    lines = ["Đã nhập." if result.imported else "Xem trước, chưa ghi gì."]
    for year in result.years:
        lines.append(f"Năm {year.year} ({year.notice}): {len(year.changes)} ngày khác.")
        lines += [
            f"  {spoken_day(change.on)}: {change.before or '–'} → {change.after or '–'}" for change in year.changes
        ]
    lines.append(
        f"Hồ sơ đang giải quyết mà tính lại sẽ khác ngày hẹn: {len(result.dossiers)} (ngày đã hẹn giữ nguyên)."
    )
    lines += [
        f"  {each.code}: {spoken_moment(each.due_at)} → {spoken_moment(each.would_be_due_at)}"
        for each in result.dossiers
    ]
    return "\n".join(lines)
