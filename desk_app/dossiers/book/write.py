"""A register book as a file: PDF on A4 across, Excel, CSV, JSON or Word; whole or not at all, counted again where it can be.

PDF and Excel are written line by line, however many they are.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desk_app.accounts.authorise import require_allowed
from desk_app.dossiers.book.paper import book_table
from desk_app.dossiers.book.plain import book_csv, book_json
from desk_app.dossiers.book.rows import BookLine, Wanted, checked, lines, numbered
from desk_app.dossiers.listing.export import log_list
from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.tables.listing import one_moment
from desk_app.kernel.errors import InvalidInput
from desk_app.storage.whole_file import whole_file

BOOK = "dossiers.book"
FILES = (".pdf", ".xlsx", ".docx", ".csv", ".json")

Say = Callable[[int, int], None]
"""Hears how many lines of how many are written; what it raises ends the work, and no file is left."""


@dataclass(frozen=True, kw_only=True)
class Written:
    """A written book: how many lines, from which number to which, on how many pages (0 in Excel)."""

    file: Path
    lines: int
    first: int
    last: int
    pages: int


def read_book(room: Dossiers, wanted: Wanted, *, by: str, say: Say) -> tuple[BookLine, ...]:
    """Return the lines of a desk's book, and enter in the access log that they were taken.

    Raises ``NotAllowed``, ``InvalidInput`` for days that make no book.
    """
    require_allowed(room.accounts.present_book(), by, BOOK, room.journal.time.now().date())
    with one_moment(room.journal.reading()):
        places = numbered(room, checked(wanted))
        found = tuple(_told(lines(room, places), len(places), say))
    _log(room, wanted, by, len(found))
    return found


def write_book(room: Dossiers, wanted: Wanted, *, by: str, file: Path, say: Say) -> Written:
    """Write a desk's book to ``file``, its form by the ending, and enter that in the access log.

    Raises ``NotAllowed``, ``InvalidInput`` for days that make no book or a file of another kind, ``DeviceTrouble`` when
    the disk fails, ``Damaged`` when an Excel file read back does not hold what was written.
    """
    require_allowed(room.accounts.present_book(), by, BOOK, room.journal.time.now().date())
    checked(wanted)
    if file.suffix.lower() not in FILES:
        raise InvalidInput("to", f"Không ghi được sổ dạng «{file.suffix}».", f"Dùng tệp {', '.join(FILES)}.")
    if not file.parent.is_dir():
        raise InvalidInput("to", f"Không có thư mục {file.parent}.", "Hãy ghi thư mục đang có trên máy.")
    done = _written(room, wanted, file, say)
    _log(room, wanted, by, done.lines)
    return done


def _log(room: Dossiers, wanted: Wanted, by: str, count: int) -> None:
    log_list(room, by=by, words=f"Sổ theo dõi hồ sơ năm {wanted.year}: {count} hồ sơ")


def _written(room: Dossiers, wanted: Wanted, file: Path, say: Say) -> Written:
    """Write beside the target and put it in place: nobody ever meets half a file."""
    with whole_file(file) as part, one_moment(room.journal.reading()):
        places = numbered(room, wanted)
        pages = _put(room, wanted, part, _told(lines(room, places), len(places), say), len(places))
    ends = (places[0][0], places[-1][0]) if places else (0, 0)
    return Written(file=file, lines=len(places), first=ends[0], last=ends[1], pages=pages)


def _put(room: Dossiers, wanted: Wanted, part: Path, rows: Iterator[BookLine], count: int) -> int:
    # Each library takes its time to load, and only one is needed.
    if part.suffix.lower() == ".pdf":
        from desk_app.printing.pdf_long_table import write_long_table

        table, cells = book_table(room, wanted, rows, count)
        return write_long_table(part, table, cells)
    if part.suffix.lower() == ".docx":
        from desk_app.dossiers.book.word import book_word

        part.write_bytes(book_word(room, wanted, rows, count))
    elif part.suffix.lower() == ".xlsx":
        from desk_app.dossiers.book.sheet import write_sheet

        write_sheet(part, wanted, rows, count)
    else:
        part.write_bytes(book_csv(rows) if part.suffix.lower() == ".csv" else book_json(rows))
    return 0


def _told(rows: Iterator[BookLine], total: int, say: Say) -> Iterator[BookLine]:
    for done, row in enumerate(rows, start=1):
        yield row
        say(done, total)
