"""A register book for other programs: as CSV and as JSON."""

import csv
import io
from collections.abc import Iterable

from desk_app.dossiers.book.columns import COLUMNS, words
from desk_app.dossiers.book.rows import BookLine
from desk_app.kernel.records import canonical
from desk_app.kernel.texts import no_formula


def book_csv(rows: Iterable[BookLine]) -> bytes:
    """Return the lines under the heads of form 06, as UTF-8 with a mark by which Excel knows it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.title for column in COLUMNS)
    writer.writerows([no_formula(words(column.value(row))) for column in COLUMNS] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def book_json(rows: Iterable[BookLine]) -> bytes:
    """Return the lines as one JSON list; moments with their offset."""
    return canonical(tuple(rows))
