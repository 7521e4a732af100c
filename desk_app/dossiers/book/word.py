"""A register book as a Word file, for an office that wants to write in it; long ones are for PDF and Excel."""

from collections.abc import Iterable

from desk_app.dossiers.book.columns import COLUMNS, words
from desk_app.dossiers.book.paper import BOOK_TITLE, office_of, opened, volume
from desk_app.dossiers.book.rows import BookLine, Wanted
from desk_app.dossiers.room import Dossiers
from desk_app.kernel.errors import Refused
from desk_app.kernel.texts import quantity
from desk_app.printing.official import document as paper
from desk_app.printing.official.files import document_word
from desk_app.printing.official.words import head_of, margins_on

MOST_LINES = 3_000
"""Word itself becomes slow with more rows than these in one table."""


def book_word(room: Dossiers, wanted: Wanted, rows: Iterable[BookLine], count: int) -> bytes:
    """Return form 06 as a document with its lines on sheets turned across; raise ``Refused`` for too long a book."""
    if count > MOST_LINES:
        raise Refused(
            "dossiers.book_too_long",
            f"Sổ có {quantity(count)} hồ sơ, tệp Word chỉ chứa {quantity(MOST_LINES)}.",
            "Chưa ghi tệp nào. Trích từng tháng, hoặc dùng .pdf, .xlsx.",
        )
    today, office = room.journal.time.now().date(), office_of(room, wanted)
    lines = tuple(tuple(words(column.value(row)) for column in COLUMNS) for row in rows)
    document = paper.Document(
        name=BOOK_TITLE,
        code=f"so-theo-doi-{wanted.year}",
        head=head_of(office.get_agency(), number="", on=today),
        kind=BOOK_TITLE.upper(),
        about=volume(room, wanted),
        body=(paper.Paragraph(text=f"{opened(wanted)} Có {quantity(count)} hồ sơ."),),
        signature=paper.Signature(titles=("NGƯỜI ĐỨNG ĐẦU BỘ PHẬN",)),
        annexes=(_sheets(lines),) if lines else (),
        margins=margins_on(office.settings, today),
    )
    return document_word(document)


def _sheets(lines: tuple[tuple[str, ...], ...]) -> paper.Annex:
    columns = tuple(paper.Column(title=each.title, width=each.share, align=each.align) for each in COLUMNS)
    return paper.Annex(
        label="", title=BOOK_TITLE, across=True, body=(paper.Table(columns=columns, rows=lines, dense=True),)
    )
