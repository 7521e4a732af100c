"""``desk calendar export``: a year as the CSV file that ``desk calendar import`` reads."""

from pathlib import Path

import click

from desk_app.cli.answers import answer, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.files import write_file
from desk_app.cli.reference import reference
from desk_app.kernel.records import Record
from desk_app.working_time.calendar_file import years_as_text
from desk_app.working_time.half_days import FIRST_YEAR, LAST_YEAR
from desk_app.working_time.year_draft import year_to_start_from


class YearWritten(Record):
    """Where a year was written, how many days it names; ``known`` is False where there is no notice of it yet."""

    file: str
    year: int
    days: int
    known: bool


@command("export", "Ghi lịch một năm ra tệp CSV để sửa rồi nhập lại; năm chưa có thông báo thì ghi ngày lễ theo luật.")
@click.argument("year", type=click.IntRange(FIRST_YEAR, LAST_YEAR), metavar="NĂM")
@click.option("--to", "file", required=True, metavar="TỆP", type=click.Path(path_type=Path), help="Ghi ra tệp này.")
@asks
def export(asked: Asked, year: int, file: Path) -> None:
    """Write the year's days, one a line."""
    with reference(asked) as known:
        found, is_known = year_to_start_from(known.calendar, year), known.calendar.knows(year)
    # With its mark in front, spreadsheets read Vietnamese letters as they are.
    write_file(file, years_as_text((found,)).encode("utf-8-sig"))
    days = len(found.days_off) + len(found.worked_days)
    answer(asked, YearWritten(file=str(file), year=year, days=days, known=is_known), f"Đã ghi {days} ngày vào {file}.")
    if not is_known:
        remark(f"Năm {year} chưa có thông báo: thêm Tết và các ngày khác, ghi văn bản ở cột notice rồi nhập.")
