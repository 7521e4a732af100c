"""What the calendar section asks of the desk, on a job's thread."""

from dataclasses import dataclass
from pathlib import Path

from desk_app.desk import Desk
from desk_app.dossiers.moved_dates import moved_dates
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.translations import _
from desk_app.working_time.calendar import WorkingYear
from desk_app.working_time.calendar_file import read_years, years_as_text
from desk_app.working_time.commands import IMPORT_CALENDAR, import_year
from desk_app.working_time.year_changes import changes
from desk_app.working_time.year_draft import year_to_start_from
from ui.settings.calendar.state import YearShown, preview_of, year_shown
from ui.settings.preview import Preview
from ui.shell.progress import Progress


@dataclass(frozen=True, kw_only=True)
class Read:
    """What a file holds, and what taking it over would change."""

    years: tuple[WorkingYear, ...]
    preview: Preview


def calendar(desk: Desk, year: int) -> YearShown:
    """Return a year of the calendar."""
    return year_shown(desk.working_time.present_calendar(), year)


def read_file(desk: Desk, by: str, file: str, progress: Progress) -> Read:
    """Return what the calendar file would change; nothing is written. Raises ``InvalidInput`` and ``NotAllowed``."""
    desk.require(by, IMPORT_CALENDAR)
    years = read_years(Path(file).expanduser())
    before = after = desk.working_time.present_calendar()
    for year in years:
        after = after.with_year(year)
    progress.say(1, 2)
    differing = tuple((each.year, each.notice, changes(before.years.get(each.year), each)) for each in years)
    preview = preview_of(differing, moved_dates(desk.dossiers, after))
    progress.say(2, 2)
    return Read(years=years, preview=preview)


def write_year(desk: Desk, year: int, file: str) -> str:
    """Write a year as a file that can be taken over again, and return the file's name; raises ``InvalidInput``."""
    if not file:
        raise InvalidInput("file", _("Chưa chọn tệp."), _("Gõ đường dẫn, hoặc bấm «Chọn tệp…»."))
    place = Path(file).expanduser()
    text = years_as_text((year_to_start_from(desk.working_time.present_calendar(), year),))
    try:
        # With its mark in front, spreadsheets read Vietnamese letters as they are.
        place.write_text(text, encoding="utf-8-sig", newline="")
    except OSError:
        raise InvalidInput(
            "file", _("Không ghi được tệp {file}.").format(file=place), _("Chọn thư mục khác, hoặc đóng tệp đang mở.")
        ) from None
    return place.name


def take_over(desk: Desk, by: str, years: tuple[WorkingYear, ...]) -> None:
    """Count by these years from now on."""
    for year in years:
        import_year(desk.working_time, by=by, year=year, command_id=desk.journal.new_id())
