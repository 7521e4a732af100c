"""What a register book says above and below its lines."""

from collections.abc import Iterable, Iterator
from datetime import date

from desk_app.dossiers.book.columns import COLUMNS, words
from desk_app.dossiers.book.rows import BookLine, Wanted
from desk_app.dossiers.papers import letterhead
from desk_app.dossiers.room import Dossiers
from desk_app.kernel.texts import quantity
from desk_app.kernel.time_source import spoken_day
from desk_app.office.book import OfficeBook
from desk_app.office.tables import load_office
from desk_app.printing.blocks import Signatures, Signer
from desk_app.printing.long_table import Across, LongTable

BOOK_TITLE = "Sổ theo dõi hồ sơ"


def book_table(
    room: Dossiers, wanted: Wanted, rows: Iterable[BookLine], count: int
) -> tuple[LongTable, Iterator[tuple[str, ...]]]:
    """Return form 06 without its lines, and the lines as they stand on paper."""
    today = room.journal.time.now().date()
    office = office_of(room, wanted)
    table = LongTable(
        code=f"so-theo-doi-{wanted.year}",
        title=BOOK_TITLE.upper(),
        subtitle=volume(room, wanted),
        head=letterhead(office.get_agency(), "", today, office.words_on(today)),
        opening=f"{opened(wanted)} Sổ này gồm {{pages}} trang, đánh số từ 01 đến {{pages}}.",
        columns=tuple(Across(title=each.title, share=each.share, align=each.align) for each in COLUMNS),
        closing=_closed(wanted, count, today),
        signatures=Signatures(left=Signer(role="NGƯỜI GHI SỔ"), right=Signer(role="NGƯỜI ĐỨNG ĐẦU BỘ PHẬN")),
        nothing="Chưa có hồ sơ nào trong thời gian này.",
    )
    return table, (tuple(words(column.value(row)) for column in COLUMNS) for row in rows)


def office_of(room: Dossiers, wanted: Wanted) -> OfficeBook:
    """Return the office whose book it is: another desk's may be another office's."""
    if not wanted.desk or wanted.desk == room.journal.desk_id:
        return room.office.present_book()
    return load_office(room.journal.reading(), wanted.desk, "")


def volume(room: Dossiers, wanted: Wanted) -> str:
    """Return which volume it is; another desk's own number is not in its journal, its id is."""
    own = not wanted.desk or wanted.desk == room.journal.desk_id
    return f"Quyển số {wanted.year} – {f'Quầy số {room.desk_number}' if own else f'Máy {wanted.desk[-6:]}'}"


def opened(wanted: Wanted) -> str:
    """Return from which to which day the book goes, as its first line says it."""
    if wanted.first_on is None and wanted.last_on is None:
        return f"Mở sổ ngày 01/01/{wanted.year}."
    first = wanted.first_on or date(wanted.year, 1, 1)
    last = wanted.last_on or date(wanted.year, 12, 31)
    return f"Trích sổ năm {wanted.year}: hồ sơ nhận từ ngày {spoken_day(first)} đến ngày {spoken_day(last)}."


def _closed(wanted: Wanted, count: int, today: date) -> str:
    whole = wanted.first_on is None and wanted.last_on is None
    if whole and today.year > wanted.year:
        return f"Sổ có {quantity(count)} hồ sơ, trên {{pages}} trang. Khóa sổ ngày 31/12/{wanted.year}."
    return f"Có {quantity(count)} hồ sơ, trên {{pages}} trang, lập ngày {spoken_day(today)}."
