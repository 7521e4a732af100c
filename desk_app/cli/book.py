"""``desk dossiers book``: the register book of a year (form 06) as a file."""

from datetime import date
from pathlib import Path

import click

from desk_app.cli.acting import Acting, acting
from desk_app.cli.answers import answer, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.cli.files import require_folder
from desk_app.cli.report_period import days_in, file_in
from desk_app.dossiers.book.rows import Wanted
from desk_app.dossiers.book.write import Say, write_book
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import day

_TELL_EVERY = 1_000


class BookFile(Record):
    """A written book; ``first`` and ``last`` are the numbers of its first and last line, ``pages`` 0 in Excel."""

    file: str
    year: int
    dossiers: int
    first: int
    last: int
    pages: int


@command(
    "book",
    "Sổ theo dõi hồ sơ của quầy trong một năm (mẫu 06), ra tệp .pdf khổ A4 ngang, .xlsx, .docx, .csv hoặc .json.",
)
@click.option("--year", type=int, metavar="NĂM", help="Sổ năm nào; không ghi là năm nay.")
@click.option("--from", "first", default="", metavar="NGÀY", help="Trích từ ngày này.")
@click.option(
    "--to", "ends", multiple=True, required=True, metavar="NGÀY|TỆP", help="Trích đến hết ngày này; ghi ra tệp này."
)
@asks
def book(asked: Asked, year: int | None, first: str, ends: tuple[str, ...]) -> None:
    """Write the book; ``--to`` stands once for the file and perhaps once for the last day, told apart by their form."""
    last_on, file = last_day(ends), file_in(ends)
    if file is None:
        raise InvalidInput("to", "Chưa rõ ghi sổ ra tệp nào.", "Thêm --to và một tệp .pdf, .xlsx, .docx, .csv, .json.")
    with acting(asked) as act:
        first_on = day(first, field="from") if first else None
        present = (first_on or last_on or act.desk.journal.time.now().date()).year
        wanted = Wanted(year=year or present, first_on=first_on, last_on=last_on)
        answer_file(asked, act, wanted, file)


def answer_file(asked: Asked, act: Acting, wanted: Wanted, file: Path) -> None:
    """Write a book to a file, and answer what is in it."""
    require_folder(file.parent)
    done = write_book(act.desk.dossiers, wanted, by=act.by, file=file, say=said(asked))
    pages = f", {quantity(done.pages)} trang" if done.pages else ""
    shown = BookFile(
        file=str(done.file), year=wanted.year, dossiers=done.lines, first=done.first, last=done.last, pages=done.pages
    )
    answer(asked, shown, f"Sổ năm {wanted.year}: {quantity(done.lines)} hồ sơ{pages}, ghi vào {done.file}.")


def last_day(ends: tuple[str, ...]) -> date | None:
    """Return the day among what ``--to`` named, None without one."""
    days = days_in(ends)
    if len(days) > 1:
        raise InvalidInput("to", "Có hai ngày cuối.", "Ghi --to một lần cho ngày, một lần cho tệp.")
    return day(days[0], field="to") if days else None


def said(asked: Asked) -> Say:
    """Return what tells people, every thousand lines, how far the book is; Ctrl+C stops it and leaves no file."""

    def say(done: int, total: int) -> None:
        if done % _TELL_EVERY == 0 and not asked.as_json:
            remark(f"{quantity(done)}/{quantity(total)} hồ sơ …")

    return say
