"""``desk dossiers book``: the register book of a year (form 06) as PDF or Excel."""

from datetime import date
from pathlib import Path

import click

from desk_app.cli.acting import acting
from desk_app.cli.answers import answer, remark
from desk_app.cli.asked import Asked
from desk_app.cli.command import asks, command
from desk_app.dossiers.book.rows import Wanted
from desk_app.dossiers.book.write import BOOK, Say, write_book
from desk_app.kernel.errors import InvalidInput
from desk_app.kernel.records import Record
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import day

_FILES = (".pdf", ".xlsx")
_TELL_EVERY = 1_000


class BookFile(Record):
    """A written book; ``first`` and ``last`` are the numbers of its first and last line, ``pages`` 0 in Excel."""

    file: str
    year: int
    dossiers: int
    first: int
    last: int
    pages: int


@command("book", "Sổ theo dõi hồ sơ của quầy trong một năm (mẫu 06), ra tệp .pdf khổ A4 ngang hoặc .xlsx.")
@click.option("--year", type=int, metavar="NĂM", help="Sổ năm nào; không ghi là năm nay.")
@click.option("--from", "first", default="", metavar="NGÀY", help="Trích từ ngày này.")
@click.option(
    "--to", "ends", multiple=True, required=True, metavar="NGÀY|TỆP", help="Trích đến hết ngày này; ghi ra tệp này."
)
@asks
def book(asked: Asked, year: int | None, first: str, ends: tuple[str, ...]) -> None:
    """Write the book; ``--to`` stands once for the file and perhaps once for the last day, told apart by their form."""
    last_on, file = _last_day(ends), _file(ends)
    with acting(asked) as act:
        act.desk.require(act.by, BOOK)
        first_on = day(first, field="from") if first else None
        present = (first_on or last_on or act.desk.journal.time.now().date()).year
        wanted = Wanted(year=year or present, first_on=first_on, last_on=last_on)
        done = write_book(act.desk.dossiers, wanted, by=act.by, file=file.resolve(), say=_said(asked))
    pages = f", {quantity(done.pages)} trang" if done.pages else ""
    shown = BookFile(
        file=str(done.file), year=wanted.year, dossiers=done.lines, first=done.first, last=done.last, pages=done.pages
    )
    answer(asked, shown, f"Sổ năm {wanted.year}: {quantity(done.lines)} hồ sơ{pages}, ghi vào {done.file}.")


def _file(ends: tuple[str, ...]) -> Path:
    files = [each for each in ends if Path(each).suffix.lower() in _FILES]
    if len(files) != 1:
        raise InvalidInput("to", "Chưa rõ ghi sổ ra tệp nào.", "Thêm --to và một tệp .pdf hoặc .xlsx.")
    return Path(files[0])


def _last_day(ends: tuple[str, ...]) -> date | None:
    days = [each for each in ends if Path(each).suffix.lower() not in _FILES]
    if len(days) > 1:
        raise InvalidInput("to", "Có hai ngày cuối.", "Ghi --to một lần cho ngày, một lần cho tệp.")
    return day(days[0], field="to") if days else None


def _said(asked: Asked) -> Say:
    """Return what tells people, every thousand lines, how far the book is; Ctrl+C stops it and leaves no file."""

    def say(done: int, total: int) -> None:
        if done % _TELL_EVERY == 0 and not asked.as_json:
            remark(f"{quantity(done)}/{quantity(total)} hồ sơ …")

    return say
