"""The text parts of a report: shipped as data from a day on, edited by whoever writes the report.

A figure stands in them by its place, ``{linked.total.in_time}``: its number comes from the report and from nowhere else.
«hơn», «trên», «khoảng» before it are the writer's words.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from desk_app.kernel.errors import Damaged, InvalidInput
from desk_app.kernel.paths import resource
from desk_app.kernel.records import Record, WireError, changed, from_json
from desk_app.kernel.texts import checked_line
from desk_app.kernel.time_source import spoken_day
from desk_app.reports.building import TOTAL
from desk_app.reports.figure import EVERYBODY, Report, find_figure, spoken

_PLACE = re.compile(r"\{([^{}]*)\}")
_LONGEST = 4_000
EVERY = "*"
"""Stands for every report that has no wording of its own."""


class Section(Record):
    """A heading with its number, and paragraphs; a paragraph that begins with ``-`` is a line of a list."""

    heading: str
    paragraphs: tuple[str, ...] = ()


class TableWords(Record):
    """What stands before a table: its heading and paragraphs; ``columns`` are those printed, all when empty.

    ``shown`` False leaves the table itself out of the document.
    """

    table: str
    heading: str = ""
    paragraphs: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    shown: bool = True


class ReportWords(Record):
    """The whole text of one report, from a day on. ``tables`` come in their own order, under ``results``."""

    definition: str
    valid_from: date
    kind: str
    about: str
    basis: tuple[str, ...]
    before: tuple[Section, ...]
    results: str
    tables: tuple[TableWords, ...]
    after: tuple[Section, ...]
    closing: str
    recipients: tuple[str, ...]
    signed: tuple[str, ...]
    symbol: str = "BC-UBND"


@cache
def shipped_words() -> tuple[ReportWords, ...]:
    """Return the wordings in ``resources/reports/texts.json``; raise ``Damaged`` when they cannot be read."""
    try:
        return from_json(resource("reports", "texts.json").read_bytes(), tuple[ReportWords, ...])
    except (OSError, WireError):
        raise Damaged("reports.words", "Tệp lời văn báo cáo bị hỏng.", "Hãy cài lại chương trình.") from None


def words_for(definition: str, day: date) -> ReportWords:
    """Return the wording of a report in force on ``day``: its own, else that of every report."""
    for wanted in (definition, EVERY):
        begun = [each for each in shipped_words() if each.definition == wanted and each.valid_from <= day]
        if begun:
            return changed(max(begun, key=lambda each: each.valid_from), definition=definition)
    raise Damaged("reports.words", "Tệp lời văn báo cáo thiếu phần chung.", "Hãy cài lại chương trình.")


def checked_words(words: ReportWords, report: Report) -> ReportWords:
    """Return an edited wording with every text clean and filled in.

    Raises ``InvalidInput`` for a text that is too long or not printable, a place that names no figure, or a wording of
    another report.
    """
    if words.definition != report.definition:
        raise InvalidInput("words", "Lời văn này của báo cáo khác.", f"Cần lời văn của «{report.definition}».")

    def clean(text: str) -> str:
        return filled(checked_line(text, field="words", label="Lời văn", longest=_LONGEST), report)

    def every(texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(map(clean, texts))

    def sections(of: Sequence[Section]) -> tuple[Section, ...]:
        return tuple(Section(heading=clean(each.heading), paragraphs=every(each.paragraphs)) for each in of)

    return changed(
        words,
        about=clean(words.about),
        basis=every(words.basis),
        before=sections(words.before),
        results=clean(words.results),
        tables=tuple(
            changed(each, heading=clean(each.heading), paragraphs=every(each.paragraphs)) for each in words.tables
        ),
        after=sections(words.after),
        closing=clean(words.closing),
        recipients=every(words.recipients),
        signed=every(words.signed),
    )


def filled(text: str, report: Report) -> str:
    """Return ``text`` with each place filled in; raise ``InvalidInput`` for one that names nothing in the report."""
    return _PLACE.sub(lambda found: _at(found[1], report), text)


def _at(place: str, report: Report) -> str:
    """Return what stands at ``table.row.column``, at ``table.units.column`` line by line, or a word about the report."""
    about = {
        "unit": report.unit_name if report.unit_name != EVERYBODY else EVERYBODY.lower(),
        "from": spoken_day(report.first_on),
        "to": spoken_day(report.last_on),
        "year": str(report.last_on.year),
        "title": report.title,
    }
    if place in about:
        return about[place]
    table, _, rest = place.partition(".")
    row, _, column = rest.rpartition(".")
    if row == "each":
        return _each(table, column, report, place)
    figure = find_figure(report, table, row or TOTAL, column)
    if figure is None:
        raise _strange(place)
    return spoken(figure, report.rounding)


def _each(table_id: str, column: str, report: Report, place: str) -> str:
    """Return ``UBND phường A (79); UBND xã B (40)``: every line of a table that has something of one figure."""
    table = next((each for each in report.tables if each.id == table_id), None)
    if table is None or column not in {each.key for each in table.columns}:
        raise _strange(place)
    at = table.column(column)
    told = [row for row in table.rows if row.cells[at].value]
    return "; ".join(f"{row.label} ({spoken(row.cells[at], report.rounding)})" for row in told) or "không có"


def _strange(place: str) -> InvalidInput:
    return InvalidInput("words", f"Lời văn có chỗ điền «{{{place}}}» mà báo cáo không có.", "Sửa hoặc bỏ chỗ điền này.")
