"""A report as an official document (Nghị định 30/2020): its text, its tables, its charts; drawn as PDF and as Word."""

from collections.abc import Iterator, Sequence

from desk_app.kernel.records import changed
from desk_app.office.book import OfficeBook
from desk_app.printing.official import document as paper
from desk_app.printing.official.words import head_of, margins_on, number_line
from desk_app.reports.charts import chart_of, telling
from desk_app.reports.definitions.form_06 import HEADS
from desk_app.reports.figure import Report, Row, Table, bare, titled
from desk_app.reports.words import ReportWords, Section, TableWords, checked_words

_WIDEST = 8
"""More columns than these stand on a sheet turned across, in an annex."""
_LEVEL_TWO = frozenset("123456789")


def report_document(report: Report, words: ReportWords, office: OfficeBook) -> paper.Document:
    """Return the report as a document whose text says what ``words`` say; raises what ``checked_words`` does."""
    text, day = checked_words(words, report), report.made_at.date()
    told = _in_order(report, text)
    wide = [each for each in told if _is_wide(each)]
    inside = [each for each in told if each not in wide]
    return paper.Document(
        name=report.title,
        code=f"{report.first_on:%Y%m%d}-{report.last_on:%Y%m%d}",
        head=head_of(office.get_agency(), number=number_line(None, text.symbol), on=None, year=day.year),
        kind=text.kind,
        about=text.about,
        basis=text.basis,
        body=(
            *(part for section in text.before for part in _section(section)),
            paper.Heading(text=text.results, level=1),
            *(part for place, each in enumerate(inside, start=1) for part in _table(report, *each, f"{place}. ")),
            *_annex_note([table for table, _ in wide]),
            *_how_counted(report, told),
            *(part for section in text.after for part in _section(section)),
            paper.Paragraph(text=text.closing),
        ),
        signature=paper.Signature(titles=text.signed),
        recipients=text.recipients,
        annexes=(_annex(report, wide),) if wide else (),
        margins=margins_on(office.settings, day),
    )


def _in_order(report: Report, text: ReportWords) -> list[tuple[Table, TableWords]]:
    """Return every table that says anything with its words: in the order of the words, then those that have none."""
    by_id = {table.id: table for table in report.tables}
    named = [each for each in text.tables if each.table in by_id]
    known = {each.table for each in named}
    others = [TableWords(table=table.id) for table in report.tables if table.id not in known]
    told = [
        (by_id[each.table], changed(each, heading=each.heading or by_id[each.table].title))
        for each in (*named, *others)
    ]
    return [each for each in told if _says_anything(each[0])] or told


def _says_anything(table: Table) -> bool:
    return any(cell.value for row in table.rows for cell in row.cells)


def _is_wide(told: tuple[Table, TableWords]) -> bool:
    table, words = told
    return words.shown and len(words.columns or table.columns) > _WIDEST


def _section(section: Section) -> Iterator[paper.Part]:
    if section.heading:
        is_second = section.heading[0] in _LEVEL_TWO
        yield paper.Heading(text=section.heading, level=2 if is_second else 1)
    yield from (paper.Paragraph(text=text) for text in section.paragraphs)


def _table(report: Report, table: Table, words: TableWords, number: str = "") -> Iterator[paper.Part]:
    """Yield a table's heading, text, lines and chart."""
    yield paper.Heading(text=f"{number}{words.heading}", level=2)
    yield from (paper.Paragraph(text=text) for text in words.paragraphs)
    if not words.shown:
        return
    if not _says_anything(table):
        yield paper.Paragraph(text="Không có trong kỳ này.")
        return
    yield _lines(report, table, words.columns)
    chart = chart_of(table)
    if chart is not None:
        yield paper.Figure(chart=chart, caption=f"Biểu đồ: {table.title}")


def _lines(report: Report, table: Table, wanted: Sequence[str]) -> paper.Table:
    places = [table.column(key) for key in wanted] or list(range(len(table.columns)))
    columns = [table.columns[place] for place in places]
    rows = [*telling(table), *((table.total,) if table.total is not None else ())]
    return paper.Table(
        columns=(
            paper.Column(title="STT", width=6, align="center"),
            paper.Column(title=table.head, width=max(36, 48 - 3 * len(columns))),
            *(paper.Column(title=titled(column), width=12, align="right") for column in columns),
        ),
        heads=_heads(table, places),
        rows=tuple(_row(report, table, place, row, places) for place, row in enumerate(rows, start=1)),
    )


def _heads(table: Table, places: Sequence[int]) -> tuple[paper.Row, ...]:
    """Return the heads of form 06, merged as the form has them; none for tables with plain heads."""
    numbers = [table.columns[place].number for place in places]
    if not any(numbers) or len(numbers) != sum(across for _, across in HEADS):
        return ()
    groups: paper.Row = (
        paper.Cell(text="STT", down=2),
        paper.Cell(text=table.head, down=2),
        *(paper.Cell(text=words, across=across) for words, across in HEADS),
    )
    titles = tuple(
        table.columns[place].title.partition(": ")[2].capitalize() or table.columns[place].title for place in places
    )
    return groups, titles, ("(1)", "(2)", *numbers)


def _row(report: Report, table: Table, place: int, row: Row, places: Sequence[int]) -> paper.Row:
    is_total = table.total is not None and row.key == table.total.key and row is table.total
    cells = [bare(row.cells[at], report.rounding) for at in places]
    if is_total:
        return ("", paper.Cell(text=row.label, bold=True), *(paper.Cell(text=text, bold=True) for text in cells))
    return (str(place), row.label, *cells)


def _how_counted(report: Report, told: Sequence[tuple[Table, TableWords]]) -> Iterator[paper.Part]:
    """Yield every rule by which the tables are counted, once."""
    rules = dict.fromkeys(rule for table, _ in told for rule in table.rules)
    left_out = len(told) < len(report.tables) or any(telling(table) != table.rows for table, _ in told)
    noughts = ("Dòng, bảng không có số liệu thì không in.",) if left_out else ()
    yield paper.Heading(text="Cách tính", level=3)
    yield from (paper.Paragraph(text=f"- {rule}") for rule in (*rules, *noughts, *report.rules))


def _annex_note(tables: Sequence[Table]) -> Iterator[paper.Part]:
    if tables:
        named = "; ".join(table.title[:1].lower() + table.title[1:] for table in tables)
        yield paper.Paragraph(text=f"Số liệu chi tiết ở Phụ lục: {named}.")


def _annex(report: Report, told: Sequence[tuple[Table, TableWords]]) -> paper.Annex:
    """Return the wide tables one below the other, on sheets turned across."""
    several = len(told) > 1
    bodies = [list(_table(report, *each, f"{place}. ")) for place, each in enumerate(told, start=1)]
    return paper.Annex(
        title="Số liệu chi tiết" if several else told[0][0].title,
        note=f"(Kèm theo báo cáo: {report.title})",
        across=True,
        # A single table bears the annex's own title.
        body=tuple(part for body in bodies for part in (body if several else body[1:])),
    )
