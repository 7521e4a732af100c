"""What an official document is made of, by Nghị định 30/2020, Phụ lục I. Described once, drawn as PDF and as Word.

Texts are ready to be printed: Vietnamese, NFC, numbered by whoever wrote them («I.», «1.», «a)»). ``words.py`` spells what
the decree prescribes (numbers, dates). What a citizen keeps in the hand is no official document: see ``printing/blocks.py``.
"""

from typing import Literal

from desk_app.kernel.records import Record
from desk_app.printing.official.chart import Chart

Align = Literal["left", "center", "right", "justify"]


class Margins(Record):
    """The margins in millimetres; the decree allows 20–25 at top and bottom, 30–35 left, 15–20 right."""

    top: int = 20
    bottom: int = 20
    left: int = 30
    right: int = 15


class Head(Record):
    """What stands above the title: agencies on the left, the national motto (which is not written here) on the right.

    ``number`` is the whole line «Số: 05/TB-UBND»; ``about`` is the «V/v …» under it, of letters that name no kind.
    """

    agency: str
    upper: str = ""
    number: str = ""
    about: str = ""
    place_and_date: str = ""


class Heading(Record, tag="heading"):
    """A heading with its own number: level 1 «I. …» is set in bold capitals, 2 «1. …» in bold, 3 «a) …» in italics."""

    text: str
    level: Literal[1, 2, 3] = 1


class Paragraph(Record, tag="paragraph"):
    """A paragraph; ``lead`` are its first words in bold. A line break in ``text`` starts a new line."""

    text: str
    lead: str = ""
    bold: bool = False
    italic: bool = False
    align: Align = "justify"
    indent: bool = True


class Column(Record):
    """One column of a table; ``width`` is its share of the table's width. Figures are aligned ``right``."""

    title: str
    width: int = 1
    align: Align = "left"


class Cell(Record, tag="cell"):
    """A cell that differs from its column, or that reaches over several columns (``across``) and rows (``down``)."""

    text: str
    across: int = 1
    down: int = 1
    bold: bool = False
    align: Align | None = None


Row = tuple[str | Cell, ...]


class Table(Record, tag="table"):
    """Rows under heads that every page repeats.

    A row names only the cells that begin in it, as in HTML: what a cell above or to the left covers is left out.
    ``heads`` are rows that take the place of the columns' titles where heads are merged; ``dense`` takes the smallest
    letters, for books of many columns.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    heads: tuple[Row, ...] = ()
    caption: str = ""
    dense: bool = False


class Figure(Record, tag="figure"):
    """A chart with its caption beneath: vectors in PDF, a picture in Word."""

    chart: Chart
    caption: str = ""


Part = Heading | Paragraph | Table | Figure


class Signature(Record):
    """Who signs: ``titles`` are the lines in bold capitals (TM. …, KT. …, PHÓ CHỦ TỊCH), then room, then the name."""

    titles: tuple[str, ...]
    name: str = ""


class Annex(Record):
    """An annex on pages and page numbers of its own; ``note`` says what it belongs to, ``across`` turns the sheet."""

    title: str
    body: tuple[Part, ...]
    label: str = "Phụ lục"
    note: str = ""
    across: bool = False


class Document(Record):
    """One official document. ``kind`` is «THÔNG BÁO» (none in a letter), ``about`` the trích yếu under it.

    ``recipients`` are the lines of «Nơi nhận», ``greeting`` those after «Kính gửi». ``name`` is what files and windows
    call it, ``code`` its number or month.
    """

    name: str
    code: str
    head: Head
    kind: str = ""
    about: str = ""
    greeting: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    body: tuple[Part, ...] = ()
    signature: Signature | None = None
    recipients: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    margins: Margins = Margins()
