"""A list as an Excel file: streamed, whole or not at all, counted again by reading it back."""

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desk_app.accounts.authorise import require_allowed
from desk_app.accounts.commands import look_up_logged
from desk_app.accounts.facts import ABOUT_LIST
from desk_app.accounts.rules import allows
from desk_app.dossiers.listing.asked import text_of
from desk_app.dossiers.listing.pages import asker_of
from desk_app.dossiers.listing.selection import selection_of
from desk_app.dossiers.listing.sheet import Names, written
from desk_app.dossiers.listing.wanted import Wanted, admits_nothing
from desk_app.dossiers.room import Dossiers
from desk_app.dossiers.tables.listing import ListRow, count_list, list_page, one_moment, place_of
from desk_app.kernel.errors import Damaged, InvalidInput, Refused
from desk_app.kernel.texts import quantity
from desk_app.storage.whole_file import whole_file

FIND = "dossiers.find"
EXPORT = "dossiers.export"
MOST = 1_000_000
"""An Excel sheet ends a little after that many rows."""

_AT_ONCE = 1_000
_NO_FILE_NAME = re.compile(r'[\s\\/:*?"<>|\x00-\x1f]+')
_ROW = re.compile(rb"<row ")
_SHEET = "xl/worksheets/sheet1.xml"

Say = Callable[[int, int], None]
"""Hears how many rows of how many are written; what it raises ends the export, and no file is left."""


@dataclass(frozen=True, kw_only=True)
class Exported:
    """A written file and how many dossiers stand in it, counted in the file itself."""

    file: Path
    dossiers: int


def export(
    room: Dossiers, wanted: Wanted, *, by: str, title: str, folder: Path, say: Say, file: Path | None = None
) -> Exported:
    """Write the whole list to a new Excel file in ``folder``, or to ``file``, and enter it in the access log.

    Identity numbers are whole only for who has «dossiers.export», else their last three digits. Raises ``NotAllowed``,
    ``Refused`` for more rows than a sheet holds, ``InvalidInput`` for a folder that is none, ``DeviceTrouble`` when the
    disk fails, ``Damaged`` when the file read back does not hold what was written.
    """
    now, book = room.journal.time.now(), room.accounts.present_book()
    require_allowed(book, by, FIND, now.date())
    if not folder.is_dir():
        raise InvalidInput("folder", f"Không có thư mục {folder}.", "Hãy ghi thư mục đang có trên máy.")
    names = Names(
        offices=room.catalogue.present_of_offices(),
        people={account.id: account.name for account in book.accounts},
        whole_numbers=allows(book.get(by), EXPORT, now.date()),
        asked=text_of(wanted),
        now=now,
    )
    target = file or _free(folder, title, now)
    count = _write(room, wanted, by, names, target, say)
    log_list(room, by=by, words=f"Xuất Excel {count} hồ sơ: {title}")
    return Exported(file=target, dossiers=count)


def log_list(room: Dossiers, *, by: str, words: str) -> None:
    """Enter in the access log that somebody took a whole list."""
    look_up_logged(
        room.accounts, by=by, about=ABOUT_LIST, how="list", reason=words[:200], command_id=room.journal.new_id()
    )


def _write(room: Dossiers, wanted: Wanted, by: str, names: Names, target: Path, say: Say) -> int:
    """Write beside the target, read back, put in place: nobody ever meets half a file."""
    with whole_file(target) as part:
        db = room.journal.reading()
        with one_moment(db):
            selection = selection_of(wanted, asker_of(room, by))
            total = 0 if admits_nothing(wanted) else count_list(db, selection, MOST + 1)
            if total > MOST:
                raise Refused(
                    "dossiers.export_too_long",
                    f"Danh sách dài hơn {quantity(MOST)} hồ sơ, một trang Excel không chứa hết.",
                    "Chưa ghi gì. Hãy lọc theo ngày rồi xuất từng phần.",
                )

            def rows() -> Iterator[ListRow]:
                after, done = None, 0
                while done < total:
                    page = list_page(db, selection, _AT_ONCE, after=after)
                    yield from page
                    done += len(page)
                    say(done, total)
                    after = place_of(selection, page[-1])

            written(part, rows(), names)
        _require_rows(part, total)
    return total


def _require_rows(file: Path, total: int) -> None:
    """Count the rows of the finished file, its head left out; raise ``Damaged`` when some are missing."""
    found, tail = -1, b""
    with zipfile.ZipFile(file) as whole, whole.open(_SHEET) as sheet:
        while block := sheet.read(1 << 20):
            found += len(_ROW.findall(tail + block))
            tail = block[-4:]
    if found != total:
        raise Damaged(
            "dossiers.export_count",
            f"Tệp vừa ghi có {quantity(found)} hồ sơ, danh sách có {quantity(total)}.",
            "Tệp đã bỏ. Hãy xuất lại, hoặc chọn ổ đĩa khác.",
        )


def _free(folder: Path, title: str, now: datetime) -> Path:
    name = f"{_NO_FILE_NAME.sub(' ', title).strip()[:80] or 'Danh sách'} {now:%Y-%m-%d %H%M}"
    numbered = (folder / f"{name}{mark}.xlsx" for mark in ("", *(f" ({again})" for again in range(2, 1_000))))
    return next(file for file in numbered if not file.exists())
